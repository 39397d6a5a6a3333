import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { type Bureau, bureau, byHand } from '#world/bureau.ts'
import { settle } from '#world/worker.ts'
import type { Command } from './command.ts'
import { command as ledger } from './ledger.ts'
import { command as prove } from './prove.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** Runs a command on a bureau as a shell would, and gives what it printed. */
async function run(
  { there }: Bureau,
  command: Command,
  ...args: string[]
): Promise<{ code: number; printed: string }> {
  vi.stubEnv('DATABASE_URL', there.installation.url)
  vi.stubEnv('GESTAND_KEYS_URL', there.installation.keysUrl)
  vi.stubEnv('GESTAND_MASTER_KEY', Buffer.alloc(32, 'gestand').toString('base64'))
  let printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
  try {
    return { code: await command.run(args), printed }
  } finally {
    vi.restoreAllMocks()
  }
}

async function witnessFile(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gestand-witness-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'witness.jsonl')
  await writeFile(file, text)
  return file
}

test('a ledger is closed, exported and found intact, also against its witness', async () => {
  const here = await bureau()
  await settle(here.there)
  expect((await run(here, ledger, 'checkpoint', 'reintegration')).printed).toContain('checkpoint 1')
  const closed = await run(here, ledger, 'checkpoint', 'reintegration')
  expect(closed).toEqual({ code: 0, printed: 'there was nothing to close\n' })
  const { printed: exported } = await run(here, ledger, 'export', 'reintegration')
  const witness = await witnessFile(exported)
  const verified = await run(here, ledger, 'verify', 'reintegration', '--witness', witness)
  expect(verified).toMatchObject({ code: 0 })
  expect(verified.printed).toContain('the ledger is intact')
})

test('a ledger that was changed, or cut off, is found, with the place', async () => {
  const here = await bureau()
  await settle(here.there)
  await run(here, ledger, 'checkpoint', 'reintegration')
  const { printed: exported } = await run(here, ledger, 'export', 'reintegration')
  const witness = await witnessFile(exported)
  await byHand(here, `delete from ledger where act = 'started'`)
  const changed = await run(here, ledger, 'verify', 'reintegration')
  expect(changed.code).toBe(1)
  expect(changed.printed).toContain('checkpoint 1: entries that were signed are gone')
  await byHand(here, 'delete from checkpoints')
  const cut = await run(here, ledger, 'verify', 'reintegration', '--witness', witness, '--json')
  expect(cut.code).toBe(1)
  expect(JSON.parse(cut.printed)).toMatchObject({
    problems: [{ code: 'CHECKPOINT_LOST', checkpoint: 1 }],
  })
})

test('a command about no or an unknown organisation says so', async () => {
  const here = await bureau()
  await expect(run(here, ledger, 'verify')).rejects.toThrow('give one organisation')
  await expect(run(here, ledger, 'verify', 'another')).rejects.toThrow('Known: reintegration')
  await expect(run(here, ledger, 'burn', 'reintegration')).rejects.toThrow('verify, export')
  await expect(
    run(here, ledger, 'verify', 'reintegration', '--witness', '/nowhere/witness'),
  ).rejects.toThrow('there is no file')
})

test('each clause of the statement is told kept, broken or neither', async () => {
  const here = await bureau()
  await settle(here.there)
  await run(here, ledger, 'checkpoint', 'reintegration')
  const { code, printed } = await run(here, prove, 'reintegration', '--json')
  const { promises } = JSON.parse(printed) as { promises: { clause: string; state: string }[] }
  const states = Object.fromEntries(promises.map(({ clause, state }) => [clause, state]))
  expect(states).toMatchObject({
    'rei-03': 'kept',
    'rei-08': 'organisational',
    'rei-10': 'kept',
    'rei-11': 'kept',
    'rei-12': 'kept',
    'rei-13': 'kept',
    'rei-14': 'kept',
    'bur-02': 'kept',
  })
  expect(Object.values(states)).not.toContain('broken')
  expect(code).toBe(0)
})

test('a grant that was revoked by hand turns its promise red, and is explained', async () => {
  const here = await bureau()
  await byHand(here, 'revoke select (body) on notes from org_reintegration__coaching')
  const { code, printed } = await run(here, prove, 'reintegration', '--explain', 'rei-12')
  expect(code).toBe(1)
  expect(printed).toContain('broken')
  expect(printed).toContain('rights or rules are missing in the database (1)')
  expect(printed).toContain('grant select(body) on notes to org_reintegration__coaching')
  await expect(run(here, prove, 'reintegration', '--explain', 'rei-99')).rejects.toThrow('Known')
})
