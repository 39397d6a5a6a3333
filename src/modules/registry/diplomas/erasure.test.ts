import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { askErasure } from '#duties/erasure/asking.ts'
import { runErasures } from '#duties/erasure/erasing.ts'
import { erasureBar } from '#duties/erasure/list.ts'
import { findOwnRequest } from '#duties/rights/request.ts'
import { issuerKeys, placesOf, readList } from '#modules/registry/credentials/index.ts'
import { from, written } from '#store/query.ts'
import { erasingOf } from '#world/erasing.ts'
import { type Graduate, type Graduates, graduates } from '#world/graduates.ts'
import { registry, SAM } from '#world/registry.ts'
import { endTraining } from '#modules/registry/index.ts'
import { checkFile, downloadReads, readDiploma, shareDiploma } from './index.ts'

test('reg-13: nobody is erased while in training, and the reason is told at once', async () => {
  const register = await graduates()
  const student = await register.student()
  const { store } = register.there
  const { answers } = await student.open({ bar: erasureBar })
  expect(answers.bar).toEqual([{ reason: 'not-yet', until: null }])
  const id = randomUUID()
  expect(await ask(register, student, id)).toBeUndefined()
  const { own } = await store.list(student.account.for('self-service'), 'own-request', {
    own: findOwnRequest(id),
  })
  expect(own).toMatchObject([{ state: 'refused', ground: 'not-yet' }])
  const { owner } = register.there
  const order = () =>
    owner.query(`select order_erasure($1, 'dossier', 'request')`, [student.dossierId])
  await expect(order()).rejects.toThrow(/ERASURE_BARRED/)
  await owner.query(`update right_rules set after_event = null where word = 'erasure'`)
  await order()
})

test('reg-13: who leaves before the diploma can be erased too', async () => {
  const register = await graduates()
  const student = await register.student()
  await student.asHolder((tx) =>
    tx.run(from.insertInto('endings').values({ dossier_id: tx.dossierId })),
  )
  expect(await ask(register, student)).toBeDefined()
})

test('reg-13: an erasure ends, whatever institutions and the statement share with a name', async () => {
  const at = await registry()
  const { there } = at
  const { student, dossierId } = await at.inTraining()
  const source = { 'text.nl.md': `Samen met ${SAM.familyName} en zonen.` }
  await there.owner.query(
    `insert into publications (version, in_force, source)
     select coalesce(max(version), 0) + 1, current_date, $1 from publications`,
    [source],
  )
  await there.owner.query('update institutions set city = $1', [SAM.birthPlace])
  await at.act(student, 'self-service', dossierId, (tx) => endTraining(tx, { on: '2026-11-01' }))
  await there.store.change(student.for('self-service'), (tx) =>
    askErasure(tx, { id: randomUUID(), dossierId, language: 'nl' }),
  )
  const done = await runErasures(erasingOf(there), there.organisation)
  expect(done).toEqual({ deleted: 1, closed: 1, waiting: 0 })
})

test('reg-13: after an erasure date, programme and number stay, lead to nobody, and still check', async () => {
  const register = await graduates()
  const { there } = register
  const student = await register.student()
  const old = await student.issue()
  const number = await student.issue(old)
  const { dossier, answers } = await student.open(downloadReads(number))
  const credential = await readDiploma(dossier, answers, student.issuing)
  await student.asHolder((tx) =>
    shareDiploma(tx, { number, credential, days: 30, id: randomUUID() }),
  )
  expect(await ask(register, student)).toBeDefined()
  await runErasures(erasingOf(there), there.organisation)

  const { rows } = await there.owner.query(
    'select number, dossier_id, replaces from diplomas order by serial',
  )
  expect(rows).toEqual([
    { number: old, dossier_id: null, replaces: null },
    { number, dossier_id: null, replaces: null },
  ])
  for (const table of ['dossiers', 'registrants', 'diploma_documents', 'diploma_shares']) {
    expect((await there.owner.query(`select from ${table}`)).rowCount, table).toBe(0)
  }
  const { open } = (
    await there.owner.query('select count(*) as open from erasure_orders where closed_at is null')
  ).rows[0] as { open: number }
  expect(open, 'the re-read found nothing').toBe(0)

  const shown = await there.store.publicly(there.organisation, {
    keys: issuerKeys,
    states: written(sql<{ state: string }>`
      select diploma_state(${old}) as state union all select diploma_state(${number})`),
    lists: from.selectFrom('revocation_lists').select('credential'),
  })
  expect(shown.states).toEqual([{ state: 'revoked' }, { state: 'valid' }])
  expect(
    placesOf(readList(shown.lists[0]?.credential ?? '')?.credentialSubject.encodedList ?? 'u'),
  ).toEqual([1])
  const file = Buffer.from(JSON.stringify(credential))
  expect(await checkFile(file, student.issuing.issuer, shown.keys)).toEqual({ number })
})

test('reg-08: a registration stays after the diploma, and no night destroys it', async () => {
  const register = await graduates()
  const student = await register.student()
  await student.issue()
  const { owner } = register.there
  await owner.query(`update events set occurred_at = occurred_at - interval '80 years'`)
  await owner.query('select reckon_expiry()')
  const { rows } = await owner.query('select expires_on from dossiers')
  expect(rows).toEqual([{ expires_on: null }])
})

function ask(
  { there }: Graduates,
  { account, dossierId }: Graduate,
  id = randomUUID(),
): Promise<string | undefined> {
  return there.store.change(account.for('self-service'), (tx) =>
    askErasure(tx, { id, dossierId, language: 'nl' }),
  )
}
