// Writes src/store/tables.ts from the migrations, on a server of its own that is gone afterwards.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PROJECT } from '#kernel/project.ts'
import { install } from '#store/install.ts'
import { MasterKey } from '#store/master-key.ts'
import { migrateOrganisation } from '#store/organisation.ts'
import { asOwner } from '#store/owner.ts'
import { startServer } from '#store/server.ts'
import { describeTables } from '#world/tables.ts'

const directory = await mkdtemp(join(tmpdir(), 'gestand-tables-'))
const server = await startServer({ directory, settings: { fsync: 'off' } })
try {
  const url = server.url('postgres')
  const master = new MasterKey(Buffer.alloc(32, 1))
  await install({ url, keysUrl: server.url('keys'), master })
  await asOwner(url, (owner) => migrateOrganisation(owner, 'tables', 'Tables'))
  const text = await describeTables(url, 'org_tables')
  await writeFile(join(PROJECT, 'src/store/tables.ts'), text)
} finally {
  await server.stop()
  await rm(directory, { recursive: true, force: true })
}
