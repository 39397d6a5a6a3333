import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PROJECT } from '#kernel/project.ts'
import { asOwner } from '#store/owner.ts'
import { useServer } from '#store/server.ts'
import { freePort } from './port.ts'

const START_LIMIT_MS = 120_000
/** What `npm start` runs Node with; read from there, so that nothing else is measured. */
const FLAGS = /--(?!import)[a-z-]+(?:=\d+)?(?= )/g

/** The product as `npm start` runs it, with its demonstration, in a folder of its own. */
export interface Product {
  readonly url: string
  readonly pid: number
  /** Signs in the coach with the most clients, past the page for it. */
  signInCoach(): Promise<{ readonly session: Buffer; readonly dossierIds: readonly string[] }>
  stop(): Promise<void>
}

export async function startProduct(): Promise<Product> {
  const directory = await mkdtemp(join(tmpdir(), 'gestand-bench-'))
  await chmod(directory, 0o755)
  const port = await freePort()
  const { scripts } = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8')) as {
    scripts: { start: string }
  } // our own file
  const flags = scripts.start.match(FLAGS) ?? []
  const server = spawn(process.execPath, [...flags, join(PROJECT, 'scripts/start.js')], {
    cwd: PROJECT,
    env: { ...process.env, GESTAND_DATA: directory, GESTAND_PORT: String(port), DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await untilStarted(server)
  return {
    url: `http://127.0.0.1:${port}`,
    pid: server.pid ?? 0,
    signInCoach: () => signInCoach(directory),
    stop: async () => {
      const ended = once(server, 'exit')
      server.kill('SIGTERM')
      await ended
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function untilStarted(server: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let told = ''
  server.stdout?.on('data', (text: Buffer) => {
    told += text.toString()
    if (told.includes('Gestand is at')) resolve()
  })
  server.once('exit', () => reject(new Error(`the server ended: ${told}`)))
  const limit = setTimeout(() => reject(new Error(`no server in time: ${told}`)), START_LIMIT_MS)
  await promise
  clearTimeout(limit)
}

async function signInCoach(directory: string): Promise<{
  readonly session: Buffer
  readonly dossierIds: readonly string[]
}> {
  const server = await useServer({ directory })
  const session = randomBytes(32)
  return asOwner(server.url('gestand'), async (owner) => {
    await owner.query('set search_path to org_reintegration, gestand')
    const { rows } = await owner.query<{ coach: string; dossiers: string[] }>(
      `select r.holder_id as coach, array_agg(r.dossier_id) as dossiers
       from relations r join activations a on a.dossier_id = r.dossier_id
       where r.relation = 'responsible-coach' and r.until is null
         and not exists (select from closures c where c.dossier_id = r.dossier_id)
       group by 1 order by count(*) desc limit 1`,
    )
    const [row] = rows
    if (!row) throw new Error('the demonstration has no coach with clients')
    await owner.query(
      `insert into sessions (token_hash, account_id, strong, ends_at)
       values ($1, $2, true, now() + interval '1 hour')`,
      [createHash('sha256').update(session).digest(), row.coach],
    )
    return { session, dossierIds: row.dossiers }
  })
}
