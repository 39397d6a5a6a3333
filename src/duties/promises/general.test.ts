import { expect, test } from 'vitest'
import { closeCheckpoint } from '#ledger/closing.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import { type Bureau, bureau, byHand, proveAll, runCheck, sealed, summary } from '#world/bureau.ts'
import { settle } from '#world/worker.ts'

async function close({ there, worker }: Bureau): Promise<void> {
  await settle(there)
  const key = ledgerKey(there.installation.master, there.organisation)
  await closeCheckpoint(worker, there.organisation, key)
}

test('a bureau that nobody tampered with keeps what is checked', async () => {
  const here = await bureau()
  await summary(here)
  await here.there.store.open(here.coach.for('coaching'), here.dossierId, {})
  await close(here)
  const proofs = await proveAll(here)
  expect(proofs.map(({ check }) => check)).toEqual(here.checks.map(({ name }) => name))
  expect(proofs.filter(({ state }) => state === 'broken')).toEqual([])
})

test('rights that equal the statement are as promised', async () => {
  const run = await runCheck(await bureau(), 'rules-equal-statement')
  expect(run).toMatchObject({ findings: [] })
  expect(run.lookedAt).toBeGreaterThan(100)
})

test.each([
  ['revoke select (body) on notes from org_reintegration__coaching', 'MISSING'],
  ['grant select (body) on notes to org_reintegration__oversight', 'EXTRA'],
  ['grant select on clients to public', 'EXTRA'],
  [
    `do $$ begin execute (
       select format('drop policy %I on %I.notes', policyname, schemaname) from pg_policies
       where tablename = 'notes' and policyname ~ '^opened' limit 1); end $$`,
    'MISSING',
  ],
  [
    `insert into activities select (jsonb_populate_record(a,
       '{"activity": "spying", "role": "org_reintegration__spying"}')).* from activities a limit 1`,
    'EXTRA',
  ],
  [`delete from category_rules where activity = 'coaching'`, 'MISSING'],
  ['create policy wide on notes using (true)', 'EXTRA'],
  ['alter table notes disable row level security', 'CHANGED'],
  ['alter table ledger disable trigger append_only', 'CHANGED'],
  [`update rules set after = null where relation = 'partner-coach'`, 'MISSING'],
  [
    `create or replace function holders(account uuid) returns uuid[]
     language sql stable as 'select array(select holder_id from relations)'`,
    'CHANGED',
  ],
])('rei-12: a right or rule that was changed by hand is found: %s', async (statement, code) => {
  const here = await bureau()
  await byHand(here, statement)
  const { codes } = await runCheck(here, 'rules-equal-statement')
  expect(codes).toContain(code)
})

test('rei-11, zor-01: a ledger as it was closed is as promised, and what was checked is not read again', async () => {
  const here = await bureau()
  await close(here)
  const [first] = await proveAll(here)
  expect(first?.state).toBe('kept')
  const { lookedAt } = await runCheck(here, 'ledger-whole')
  expect(lookedAt).toBeGreaterThan(5)
  expect(await runCheck(here, 'ledger-intact')).toMatchObject({ lookedAt: 1, findings: [] })
})

test('rei-11, zor-01: an entry that was changed is found, by the whole check also long after', async () => {
  const here = await bureau()
  await close(here)
  await byHand(here, `update ledger set activity = 'self-service' where act = 'started'`)
  expect(await runCheck(here, 'ledger-intact')).toMatchObject({ codes: ['ENTRY_CHANGED'] })
  await proveAll(here)
  expect(await runCheck(here, 'ledger-whole')).toMatchObject({ codes: ['ENTRY_CHANGED'] })
})

test('rei-11, zor-01: a ledger that nobody closes is found', async () => {
  const here = await bureau()
  await byHand(here, `update ledger set at = now() - interval '3 days'`)
  expect(await runCheck(here, 'ledger-intact')).toMatchObject({ codes: ['CLOSED_LATE'] })
})

test('rei-06: content that was sealed is as promised, and content in plain words is found', async () => {
  const here = await bureau()
  await summary(here)
  expect(await runCheck(here, 'content-sealed')).toMatchObject({ findings: [] })
  const { lookedAt } = await runCheck(here, 'content-sealed')
  expect(lookedAt).toBeGreaterThan(0)
  await byHand(here, `update summaries set body = convert_to(repeat('said that ', 9), 'utf8')`)
  const broken = await runCheck(here, 'content-sealed')
  expect(broken).toMatchObject({
    codes: ['NOT_SEALED'],
    findings: [{ subject: 'summaries.body 1' }],
  })
  await byHand(here, 'update summaries set body = $1', [sealed()])
  expect(await runCheck(here, 'content-sealed')).toMatchObject({ findings: [] })
})

test('rei-19: statements that can be read are as promised, and one that cannot is found', async () => {
  const here = await bureau()
  expect(await runCheck(here, 'statements-published')).toMatchObject({ lookedAt: 1, findings: [] })
  await byHand(here, 'drop policy public on statements')
  expect(await runCheck(here, 'statements-published')).toMatchObject({ codes: ['NOT_PUBLIC'] })
  await byHand(here, `select record('applied', 'system', null, null, 'statements', '3', null)`)
  expect((await runCheck(here, 'statements-published')).codes).toContain('VERSION_GONE')
  await byHand(here, `update statements set source = source || '{"text.en.md": ""}'`)
  expect((await runCheck(here, 'statements-published')).codes).toContain('TEXT_MISSING')
})

test('bur-01: agreements in force are as promised, and one that lapsed is found', async () => {
  const here = await bureau()
  const run = await runCheck(here, 'agreements-in-force')
  expect(run).toMatchObject({ findings: [] })
  expect(run.lookedAt).toBeGreaterThan(0)
  await byHand(
    here,
    `update statements set source = jsonb_set(source, '{statement.yaml}', to_jsonb(
       replace(source ->> 'statement.yaml', 'until: 2028-12-31', 'until: 2020-12-31')))`,
  )
  const { codes } = await runCheck(here, 'agreements-in-force')
  expect(new Set(codes)).toEqual(new Set(['AGREEMENT_LAPSED']))
})

test('rei-11, zor-01: whoever a dossier is about sees all of it; a statement that hides some is found', async () => {
  const here = await bureau()
  const run = await runCheck(here, 'subject-sees-all')
  expect(run.findings).toEqual([])
  expect(run.lookedAt).toBeGreaterThan(20)
  await byHand(
    here,
    `update statements set source = jsonb_set(source, '{statement.yaml}', to_jsonb(regexp_replace(
       source ->> 'statement.yaml', '(self-service:.*?)- improvement-points', '\\1')))`,
  )
  const hidden = await runCheck(here, 'subject-sees-all')
  expect(new Set(hidden.codes)).toEqual(new Set(['HIDDEN_FROM_SUBJECT']))
})
