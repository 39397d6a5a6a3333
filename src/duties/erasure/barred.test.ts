import { expect, test } from 'vitest'
import { answerLetter } from '#duties/rights/answer-letter.ts'
import { linkRequest, takeStep } from '#duties/rights/desk.ts'
import { establishIdentity } from '#duties/rights/identity.ts'
import { findOwnRequest, listSteps } from '#duties/rights/request.ts'
import { requestSweep } from '#duties/rights/sweep.ts'
import { erasingOf } from '#world/erasing.ts'
import { platformOf } from '#world/platform.ts'
import { bureau, type Bureau } from '#world/practice.ts'
import { type RequestDesk, requestDesk } from '#world/requests.ts'
import { askErasure } from './asking.ts'
import { runErasures } from './erasing.ts'
import { erasureBar } from './list.ts'

interface Here {
  readonly at: Bureau
  readonly desk: RequestDesk
}

async function office(): Promise<Here> {
  const at = await bureau()
  return { at, desk: await requestDesk(at.there) }
}

async function hold({ at }: Here, reason: string): Promise<void> {
  await at.there.owner.query(
    `insert into holds (dossier_id, reason, ends_on, placed_by)
     values ($1, $2, gestand.today() + 90, $3)`,
    [at.dossierId, reason, at.coach.id],
  )
}

/** A law that demands fifteen years, as `at-least` in a statement makes of it. */
async function law({ at }: Here): Promise<void> {
  await at.there.owner.query(
    `update retention_terms set keep = 'P15Y', at_least = 'P15Y' where part = 'dossier'`,
  )
}

async function ended({ at }: Here, years: number): Promise<void> {
  await at.there.owner.query(
    `insert into events (dossier_id, event, occurred_at)
     values ($1, 'engagement.ended', now() - make_interval(years => $2))
     on conflict (dossier_id, event) do update set occurred_at = excluded.occurred_at`,
    [at.dossierId, years],
  )
}

function ask({ at }: Here, id = crypto.randomUUID()): Promise<string | undefined> {
  return at.there.store.change(at.client.for('self-service'), (tx) =>
    askErasure(tx, { id, dossierId: at.dossierId, language: 'nl' }),
  )
}

async function look({ at }: Here, id: string) {
  const answers = await at.there.store.list(at.client.for('self-service'), 'own-request', {
    own: findOwnRequest(id),
    steps: listSteps(id),
  })
  return { request: answers.own[0], last: answers.steps.at(-1) }
}

function there({ at }: Here): Promise<number | null> {
  return at.there.owner
    .query('select from dossiers where id = $1', [at.dossierId])
    .then(({ rowCount }) => rowCount)
}

function sweep({ at, desk }: Here) {
  const { outbox, links } = desk.parts
  return requestSweep(
    { platform: platformOf(at.there, 'worker'), outbox, links },
    { id: at.there.organisation, title: 'Bureau De Brug' },
  )
}

const SENDER = { name: 'Bureau De Brug', officerEmail: 'fg@example.org', keepingLaw: 'BW 7:454' }

test('what is held is told to be held, with the reason, and goes by itself when that ends', async () => {
  const here = await office()
  const { at } = here
  await hold(here, 'complaint')
  const id = crypto.randomUUID()
  expect(await ask(here, id)).toBeUndefined()
  const { request, last } = await look(here, id)
  expect(request).toMatchObject({ state: 'held' })
  expect(last).toMatchObject({ action: 'hold', ground: 'hold-complaint' })
  expect(last?.untilOn).toMatch(/^\d{4}-/)
  expect(await sweep(here)).toMatchObject({ told: 1 })
  expect(await sweep(here)).toMatchObject({ told: 0 })
  const parts = erasingOf(at.there)
  await runErasures(parts, at.there.organisation)
  expect(await there(here)).toBe(1)
  await at.there.owner.query('update holds set lifted_at = now(), lifted_by = placed_by')
  await runErasures(parts, at.there.organisation)
  expect(await there(here)).toBe(0)
  const state = 'select state from requests where id = $1'
  expect((await at.there.owner.query(state, [id])).rows).toEqual([{ state: 'fulfilled' }])
})

test('an investigation is not told, and neither is how long it takes', async () => {
  const here = await office()
  await hold(here, 'investigation')
  const id = crypto.randomUUID()
  await ask(here, id)
  expect((await look(here, id)).last).toMatchObject({ ground: 'hold-untold', untilOn: null })
})

test('a hold that comes when the request was granted puts it off at the next run', async () => {
  const here = await office()
  const { id } = await here.desk.ask(here.at.client, 'erasure', { dossierId: here.at.dossierId })
  await hold(here, 'legal-claim')
  await runErasures(erasingOf(here.at.there), here.at.there.organisation)
  expect((await look(here, id)).request).toMatchObject({ state: 'held' })
  expect(await there(here)).toBe(1)
})

test('cas-10: within the term of a law a request is answered at once, with reason and rights', async () => {
  const here = await office()
  await law(here)
  await ended(here, 3)
  const bar = await here.at.there.store.open(
    here.at.client.for('self-service'),
    here.at.dossierId,
    { bar: erasureBar },
  )
  expect(bar.answers.bar).toMatchObject([{ reason: 'legal-duty' }])
  const id = crypto.randomUUID()
  expect(await ask(here, id)).toBeUndefined()
  const { request, last } = await look(here, id)
  expect(request).toMatchObject({ state: 'refused', ground: 'legal-duty' })
  if (!request || !last) throw new Error('no answer')
  const letter = answerLetter(
    SENDER,
    { ...request, addressee: [] },
    { step: { ...last, note: '' }, language: 'nl' },
  )
  const said = JSON.stringify(letter.blocks)
  for (const words of ['BW 7:454', 'op zijn laatst tot', 'Beperking', 'rechtbank']) {
    expect(said).toContain(words)
  }
  const shielded = await here.desk.ask(here.at.client, 'restriction', {
    dossierId: here.at.dossierId,
  })
  expect(shielded.state).toBe('fulfilled')
})

test('the law counts as soon as the dossier is there, and not after its term', async () => {
  const here = await office()
  await law(here)
  const early = crypto.randomUUID()
  await ask(here, early)
  expect((await look(here, early)).request).toMatchObject({ state: 'refused' })
  await ended(here, 14)
  await here.at.there.owner.query(
    `update retention_terms set at_least = 'P10Y' where part = 'dossier'`,
  )
  expect(await ask(here)).toBeDefined()
})

test('the desk gets the same answer for a letter, and cannot erase what the law keeps', async () => {
  const here = await office()
  const { at, desk } = here
  await law(here)
  const id = await desk.letter('erasure')
  const { rows } = await at.there.owner.query<{ reference: string }>(
    'select reference from dossiers where id = $1',
    [at.dossierId],
  )
  const reference = rows[0]?.reference ?? ''
  await desk.act((tx) => linkRequest(tx, id, { reference, wholePerson: false }))
  await desk.act((tx) => establishIdentity(tx, id, { way: 'in-person', mandateSeen: false }))
  const state = await at.there.owner.query('select state from requests where id = $1', [id])
  expect(state.rows).toEqual([{ state: 'refused' }])
  const grant = desk.act((tx) =>
    takeStep(tx, desk.parts, { requestId: id, action: 'grant', note: '' }),
  )
  await expect(grant).rejects.toMatchObject({ code: 'REQUEST_STEP_IMPOSSIBLE' })
  await expect(
    at.there.owner.query(`select order_erasure($1, 'dossier', 'request')`, [at.dossierId]),
  ).rejects.toThrow(/ERASURE_BARRED/)
})

test('cas-10: what goes all the same within the law’s term is found, also when it is long gone', async () => {
  const here = await office()
  const { owner } = here.at.there
  await law(here)
  await ended(here, 14)
  const found = async (): Promise<unknown[]> => {
    const { rows } = await owner.query<object>('select gone, too_soon from evidence_law_floors()')
    return rows
  }
  await owner.query('select reckon_expiry()')
  expect(await found()).toEqual([{ gone: false, too_soon: false }])
  await owner.query('update due_dates set due_on = gestand.today() + 1')
  expect(await found()).toEqual([{ gone: false, too_soon: true }])
  await owner.query(`select order_erasure($1, 'dossier', 'retention')`, [here.at.dossierId])
  await owner.query('delete from dossiers')
  expect(await found()).toEqual([{ gone: true, too_soon: true }])
})

test('of two dossiers the one that may go goes, and the request was a part', async () => {
  const here = await office()
  const { at, desk } = here
  await at.there.owner.query(
    `insert into retention_terms (part, kind, events, keep, at_least, categories)
     select part, 'outplacement', events, 'P15Y', 'P15Y', categories from retention_terms
     where part = 'dossier' and kind = ''`,
  )
  const { dossierId } = await at.there.store.change(at.coach.for('intake'), (tx) =>
    tx.startDossier({ kind: 'outplacement' }),
  )
  await at.there.owner.query(
    `update dossiers set person_id = (select person_id from dossiers where id = $1) where id = $2`,
    [at.dossierId, dossierId],
  )
  await at.there.relate(at.client.id, dossierId, 'client')
  const { id } = await desk.ask(at.client, 'erasure')
  const parts = erasingOf(at.there)
  await runErasures(parts, at.there.organisation)
  await runErasures(parts, at.there.organisation)
  expect(await there(here)).toBe(0)
  const { rows } = await at.there.owner.query(
    `select q.state, q.outcome, (select count(*)::integer from dossiers) as left
     from requests q where id = $1`,
    [id],
  )
  expect(rows).toEqual([{ state: 'fulfilled', outcome: 'partly', left: 1 }])
})
