import { fileURLToPath } from 'node:url'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { INSTITUTIONS } from '#entry/demo/registry/people.ts'
import { PROGRAMMES } from '#entry/demo/registry/programmes.ts'
import { type Registry, registry } from '#world/registry.ts'
import { command } from './import.ts'

const EXAMPLE = fileURLToPath(new URL('../../../docs/examples/register.csv', import.meta.url))

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** A register with the institutions and the programme of the demonstration. */
async function office(): Promise<Registry> {
  const here = await registry()
  for (const { name, sort } of INSTITUTIONS) await here.institution(name, sort)
  await here.there.owner.query('update programmes set code = $1', [
    PROGRAMMES.find(({ nl }) => nl === 'Intensivecareverpleegkundige')?.code,
  ])
  return here
}

async function run({ there }: Registry, email: string, path: string, ...more: string[]) {
  vi.stubEnv('DATABASE_URL', there.installation.url)
  vi.stubEnv('GESTAND_KEYS_URL', there.installation.keysUrl)
  vi.stubEnv('GESTAND_MASTER_KEY', Buffer.alloc(32, 'gestand').toString('base64'))
  let printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
  const { organisation } = there
  const args = ['register', path, '--org', organisation, '--registrar', email, ...more]
  return { code: await command.run(args), printed }
}

async function emailOf({ there, registrar }: Registry): Promise<string> {
  const { rows } = await there.owner.query<{ email: string }>(
    'select email from gestand.accounts where id = $1',
    [registrar.id],
  )
  return rows[0]?.email ?? ''
}

async function count({ there }: Registry): Promise<number> {
  const { rows } = await there.owner.query<{ n: number }>(
    'select count(*)::int as n from registrants',
  )
  return rows[0]?.n ?? -1
}

test('the list in the documentation names what the demonstration has, and comes in once by the command', async () => {
  const here = await office()
  const email = await emailOf(here)
  const tried = await run(here, email, EXAMPLE, '--dry-run', '--language', 'nl')
  expect(tried.code).toBe(0)
  expect(tried.printed).toContain('3 rijen: 3 gaan mee')
  expect(await count(here)).toBe(0)
  const came = await run(here, email, EXAMPLE)
  expect(came.code).toBe(0)
  expect(came.printed).toContain('Taken over: 3 rows; left out: 0.')
  const again = await run(here, email, EXAMPLE, '--json')
  expect(JSON.parse(again.printed)).toMatchObject({ report: null, import: { taken: 3, done: 3 } })
  expect(await count(here)).toBe(3)
  const { rows } = await here.there.owner.query(
    `select distinct account_id from ledger where act = 'started'`,
  )
  expect(rows, 'in the name of whoever it was done for').toEqual([
    { account_id: here.registrar.id },
  ])
})

test('rows that cannot come in are told by line and left out, and columns can be chosen', async () => {
  const here = await registry()
  const folder = await mkdtemp(join(tmpdir(), 'gestand-register-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'list.csv')
  const where = 'IC-1;Ziekenhuis Voorbeeld;Academie Voorbeeld;01-09-2025'
  await writeFile(
    path,
    [
      'Voornaam;Achternaam;Geboortedatum;Opleiding;Werkgever;School;Toen',
      `Eva;Vos;01-02-1990;${where}`,
      `Bo;Mol;30-02-1990;${where}`,
    ].join('\n'),
  )
  const came = await run(here, await emailOf(here), path, '--column', 'G=startedOn')
  expect(came.code).toBe(1)
  expect(came.printed).toContain('line 3, column C (birth date), error')
  expect(came.printed, 'nothing of what stands in the list').not.toContain('Mol')
  expect(await count(here)).toBe(1)
})

test('somebody who may not take over registers cannot by the command either', async () => {
  const here = await office()
  const { id } = await here.there.account('officer', ['officer'])
  await here.there.owner.query(
    `update gestand.accounts set email = 'officer@example.org' where id = $1`,
    [id],
  )
  await expect(run(here, 'officer@example.org', EXAMPLE)).rejects.toThrow('taking-over')
  expect(await count(here)).toBe(0)
})
