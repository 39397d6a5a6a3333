import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { PROJECT } from '#kernel/project.ts'
import { type World, world } from '#world/world.ts'
import { command } from './import.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

const LIST = [
  'Achternaam;Voorletters;E-mail;Dienst;E-mail coach',
  'Bakker;J.;jan@example.org;Outplacement;',
  'Bos;A.;anna@example.org;Loopbaancheck;noor@example.org',
]

interface Office {
  readonly there: World
  readonly coachId: string
}

async function office(): Promise<Office> {
  const there = await world()
  const ids = []
  for (const name of ['ilse', 'noor']) {
    const { id } = await there.account(name, ['coach'])
    await there.owner.query('update gestand.accounts set email = $2 where id = $1', [
      id,
      `${name}@example.org`,
    ])
    ids.push(id)
  }
  return { there, coachId: ids[0] ?? '' }
}

interface Ran {
  readonly code: number
  readonly printed: string
}

async function run(at: Office, lines: readonly string[], ...more: string[]): Promise<Ran> {
  const folder = await mkdtemp(join(tmpdir(), 'gestand-list-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'list.csv')
  await writeFile(file, lines.join('\n'))
  return runFile(at, file, ...more)
}

async function runFile({ there }: Office, file: string, ...more: string[]): Promise<Ran> {
  vi.stubEnv('DATABASE_URL', there.installation.url)
  vi.stubEnv('GESTAND_KEYS_URL', there.installation.keysUrl)
  vi.stubEnv('GESTAND_MASTER_KEY', Buffer.alloc(32, 'gestand').toString('base64'))
  let printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
  const args = ['clients', file, '--org', 'reintegration', '--coach', 'Ilse@example.org', ...more]
  return { code: await command.run(args), printed }
}

async function count({ there }: Office): Promise<number> {
  const { rows } = await there.owner.query<{ n: number }>('select count(*)::int as n from clients')
  return rows[0]?.n ?? -1
}

test('a list comes in on behalf of the coach, under whose name it is in the ledger', async () => {
  const at = await office()
  const { code, printed } = await run(at, LIST)
  expect(code).toBe(0)
  expect(printed).toContain('Stored: 2 clients.')
  expect(await count(at)).toBe(2)
  const { rows } = await at.there.owner.query(
    `select distinct account_id from ledger where act = 'started'`,
  )
  expect(rows).toEqual([{ account_id: at.coachId }])
})

test('the list in the documentation comes in', async () => {
  const at = await office()
  for (const name of ['ilse.kramer', 'tom.visser']) {
    const { id } = await at.there.account(name, ['coach'])
    await at.there.owner.query('update gestand.accounts set email = $2 where id = $1', [
      id,
      `${name}@example.org`,
    ])
  }
  const { code, printed } = await runFile(at, join(PROJECT, 'docs', 'examples', 'clients.csv'))
  expect(printed).toMatch(/Stored: \d+ clients\.\n$/)
  expect(code).toBe(0)
  expect(await count(at)).toBeGreaterThan(0)
})

test('the session of the command is over when the command is', async () => {
  const at = await office()
  await run(at, LIST)
  const { rows } = await at.there.owner.query(
    `select ended_at is not null as over from gestand.sessions where device = 'gestand command'`,
  )
  expect(rows).toEqual([{ over: true }])
})

test('a dry run changes nothing, and tells as data what would come in', async () => {
  const at = await office()
  const { code, printed } = await run(at, LIST, '--dry-run', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(printed)).toMatchObject({
    dryRun: true,
    stored: false,
    counts: { new: 2, 'left-out': 0, refused: 0 },
    rows: [
      { line: 2, outcome: 'new' },
      { line: 3, outcome: 'new' },
    ],
  })
  expect(printed).not.toContain('Bakker')
  expect(await count(at)).toBe(0)
})

test('with one wrong row nothing comes in, and the row is named', async () => {
  const at = await office()
  const wrong = 'Smit;K.;geen-adres;Outplacement;'
  const stranger = 'Mulder;L.;lot@example.org;Outplacement;niemand@example.org'
  const { code, printed } = await run(at, [...LIST, wrong, stranger])
  expect(code).toBe(1)
  expect(printed).toContain('line 4, column C')
  expect(printed).toContain('line 5, refused: No coach with this email address works here.')
  expect(printed).toContain('Nothing was stored')
  expect(await count(at)).toBe(0)
})

test('a file that is no list is refused before anything else', async () => {
  const at = await office()
  expect((await run(at, ['zomaar wat', 'tekst'])).code).toBe(1)
  expect(await count(at)).toBe(0)
})

test('columns and the service can be told', async () => {
  const at = await office()
  const lines = ['Wie;Achternaam', 'A.;Smit']
  const told = ['--service', 'outplacement', '--column', 'A=initials']
  expect((await run(at, lines, ...told)).code).toBe(0)
  const { rows } = await at.there.owner.query('select initials, family_name from clients')
  expect(rows).toEqual([{ initials: 'A.', family_name: 'Smit' }])
})

test.each([
  [['--coach', 'niemand@example.org'], 'nobody with the address'],
  [['--org', 'nowhere'], 'there is no organisation "nowhere"'],
  [['--service', 'astrology'], '"astrology" is no service'],
  [['--column', 'A=shoe-size'], 'is not LETTER=FIELD'],
])('a command with %j is refused', async (more, says) => {
  const at = await office()
  await expect(run(at, LIST, ...more)).rejects.toThrow(says)
})

test('without a file, a coach or an organisation the command says what to give', async () => {
  await expect(command.run(['clients'])).rejects.toThrow('clients FILE')
  await expect(command.run(['clients', '/nowhere.csv'])).rejects.toThrow('there is no file')
})
