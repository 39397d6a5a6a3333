import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { writePackage } from '#duties/package/write.ts'
import { packageOrder } from '#world/package.ts'
import { bureau } from '#world/practice.ts'
import { type World, world } from '#world/world.ts'
import { command } from './import.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** A package that somebody brings from elsewhere, as a file. */
async function brought(): Promise<string> {
  const one = await bureau()
  const parts: Uint8Array[] = []
  for await (const part of writePackage(await packageOrder(one.there, one.client))) {
    parts.push(part)
  }
  const folder = await mkdtemp(join(tmpdir(), 'gestand-package-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'package.zip')
  await writeFile(file, Buffer.concat(parts))
  return file
}

async function run(there: World, ...args: string[]): Promise<{ code: number; printed: string }> {
  vi.stubEnv('DATABASE_URL', there.installation.url)
  vi.stubEnv('GESTAND_KEYS_URL', there.installation.keysUrl)
  vi.stubEnv('GESTAND_MASTER_KEY', Buffer.alloc(32, 'gestand').toString('base64'))
  let printed = ''
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
  const code = await command.run(['package', ...args, '--org', there.organisation])
  write.mockRestore()
  return { code, printed }
}

test('a package is looked at first, then taken over, and what is in it is not printed', async () => {
  const file = await brought()
  const there = await world()
  const { id } = await there.account('Noor', ['coach'])
  await there.owner.query(`update gestand.accounts set email = 'noor@example.org' where id = $1`, [
    id,
  ])
  const tried = await run(there, file, '--coach', 'noor@example.org', '--dry-run')
  expect(tried.printed).toContain('package of Bureau De Brug')
  expect(tried.printed).toContain('clients: 1 taken over')
  expect(tried.printed).toContain('Nothing has changed.')
  expect(tried.printed).not.toContain('Sanne')
  expect((await there.owner.query('select from dossiers')).rowCount).toBe(0)
  const taken = await run(there, file, '--coach', 'noor@example.org', '--json')
  expect(JSON.parse(taken.printed)).toMatchObject({
    dryRun: false,
    controller: 'Bureau De Brug',
    dossiers: [{ reference: expect.stringMatching(/^\d{4}-\d{5}$/) as string }],
  })
  expect(taken.printed).toContain('"table": "clients"')
  const { rows } = await there.owner.query('select family_name from clients')
  expect(rows).toEqual([{ family_name: 'Wit' }])
})

test('what is no file and no package is refused', async () => {
  const there = await world()
  await expect(run(there, '/nowhere.zip', '--coach', 'x@example.org')).rejects.toThrow('no file')
  await expect(run(there, 'package.json', '--coach', 'x@example.org')).rejects.toMatchObject({
    code: 'PACKAGE_UNREADABLE',
  })
})
