import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { command as apply } from '#entry/cli/operating/apply.ts'
import { command as drift } from '#entry/cli/operating/drift.ts'
import { command as diff } from '#entry/cli/statement/diff.ts'
import { PROJECT } from '#kernel/project.ts'
import { type World, world } from '#world/world.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** Runs a command on a world as a shell would, and gives what it printed. */
async function run(
  there: World,
  command: typeof apply,
  args: readonly string[],
): Promise<{ code: number; printed: string }> {
  vi.stubEnv('DATABASE_URL', there.installation.url)
  vi.stubEnv('GESTAND_KEYS_URL', there.installation.keysUrl)
  vi.stubEnv('GESTAND_MASTER_KEY', Buffer.alloc(32, 'gestand').toString('base64'))
  let printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
  const code = await command.run(args)
  vi.restoreAllMocks()
  return { code, printed }
}

/** A copy of the example statement with a word replaced. */
async function editedStatement(before: string, after: string): Promise<string> {
  const above = await mkdtemp(join(tmpdir(), 'gestand-statement-'))
  onTestFinished(() => rm(above, { recursive: true }))
  const folder = join(above, 'reintegration')
  await cp(join(PROJECT, 'statements/reintegration'), folder, { recursive: true })
  const file = join(folder, 'statement.yaml')
  const yaml = await readFile(file, 'utf8')
  expect(yaml).toContain(before)
  await writeFile(file, yaml.replace(before, after).replace('version: 4', 'version: 5'))
  return folder
}

async function closedDossiers(there: World, ages: readonly string[]): Promise<void> {
  for (const age of ages) {
    await there.owner.query(
      `with person as (insert into persons default values returning id),
         started as (insert into dossiers (kind, person_id)
           select 'outplacement', id from person returning id)
       insert into events (dossier_id, event, occurred_at)
       select id, 'engagement.ended', now() - $1::interval from started`,
      [age],
    )
  }
}

test('rei-16: a shorter term is narrowing, says how many dossiers would go, and is made so', async () => {
  const there = await world()
  await closedDossiers(there, ['1 year', '3 years', '4 years', '6 years'])
  const folder = await editedStatement('keep: P5Y', 'keep: P2Y')
  const asked = await run(there, diff, [folder])
  expect(asked.printed).toMatch(/narrowing.*\n.*4 dossiers get another end date; 2 go at once/)
  const applied = await run(there, apply, [folder])
  expect(applied.code).toBe(0)
  expect(applied.printed).toContain('4 end dates changed')
  const { rows } = await there.owner.query('select count(*)::int as n from living_dossiers')
  expect(rows).toEqual([{ n: 1 }])
})

test('a statement with a fault changes nothing', async () => {
  const there = await world()
  const folder = await editedStatement('keep: P5Y', 'keep: five years')
  const applied = await run(there, apply, [folder])
  expect(applied.code).toBe(1)
  expect(applied.printed).toContain('BAD_DURATION')
  const { rows } = await there.owner.query('select max(version)::int as version from statements')
  expect(rows).toEqual([{ version: 4 }])
})

test('drift is silent after apply, and names a grant that was taken away by hand', async () => {
  const there = await world()
  const before = await run(there, drift, ['reintegration'])
  expect(before).toEqual({ code: 0, printed: 'the database is what the statement says\n' })
  await there.owner.query('revoke select (body) on notes from org_reintegration__coaching')
  const after = await run(there, drift, ['reintegration'])
  expect(after.code).toBe(1)
  expect(after.printed).toBe(
    'missing  grant select(body) on notes to org_reintegration__coaching\n',
  )
})
