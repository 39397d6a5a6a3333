import { dayFromNow } from '#world/days.ts'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Delivery } from '#jobs/delivery.ts'
import { runCheckOf } from '#world/checks.ts'
import { erasingOf } from '#world/erasing.ts'
import { platformOf } from '#world/platform.ts'
import { bureau, type Bureau } from '#world/practice.ts'
import type { WorldAccount } from '#world/world.ts'
import { acceptLeftovers, listFigures } from '#duties/erasure/list.ts'
import { listDue, listHolds } from './calendar.ts'
import { erasedKeysGone, erasedStaysErased, holdsReasoned, nothingPastTerm } from './checks.ts'
import { runRetention } from './destroying.ts'
import { liftHold, placeHold } from './hold.ts'
import { chooseTerm, confirmGone, type OwnTerm, ownTerms, partsToDestroy } from './own-term.ts'

/** Ends the service so many days ago, as the owner. */
async function end(
  { there, dossierId }: Pick<Bureau, 'there' | 'dossierId'>,
  daysAgo: number,
): Promise<void> {
  await there.owner.query(
    `insert into events (dossier_id, event, occurred_at)
     values ($1, 'engagement.ended', now() - make_interval(days => $2))
     on conflict (dossier_id, event) do update set occurred_at = excluded.occurred_at`,
    [dossierId, daysAgo],
  )
}

const FIVE_YEARS = 5 * 365 + 2

async function reference({ there, dossierId }: Bureau): Promise<string> {
  const { rows } = await there.owner.query<{ reference: string }>(
    'select reference from dossiers where id = $1',
    [dossierId],
  )
  return rows[0]?.reference ?? ''
}

function run(here: Bureau) {
  return runRetention(erasingOf(here.there), here.there.organisation, { rest: 0 })
}

async function terms(here: Bureau): Promise<OwnTerm[]> {
  const { answers } = await here.there.store.open(here.client.for('self-service'), here.dossierId, {
    terms: ownTerms,
  })
  return answers.terms
}

const officerOf = (here: Bureau) => here.there.account('Officer', ['officer'])

async function hold(here: Bureau, officer: WorldAccount, endsOn = dayFromNow(100)): Promise<void> {
  const number = await reference(here)
  await here.there.store.change(officer.for('retention'), (tx) =>
    placeHold(tx, { reference: number, reason: 'complaint', endsOn }),
  )
}

test('rei-16: what is due is destroyed by itself, with its key, and only that', async () => {
  const here = await bureau()
  const { there, dossierId, coach } = here
  const other = await there.store.change(coach.for('intake'), (tx) =>
    tx.startDossier({ kind: 'outplacement' }),
  )
  await end(here, FIVE_YEARS + 1)
  expect(await run(here)).toMatchObject({ destroyed: 1, batches: 1, waiting: 0 })
  const { rows } = await there.owner.query('select id from dossiers')
  expect(rows).toEqual([{ id: other.dossierId }])
  expect(await there.register.listKeys(there.organisation, [dossierId])).toEqual([])
  expect(await run(here)).toMatchObject({ destroyed: 0, batches: 0 })
})

test('a day before its term a dossier stays, and its person was told', async () => {
  const here = await bureau()
  const { there, client } = here
  await end(here, FIVE_YEARS - 10)
  expect(await run(here)).toMatchObject({ destroyed: 0, warned: 1 })
  expect(await run(here)).toMatchObject({ warned: 0 })
  const delivery = new Delivery({
    platform: platformOf(there, 'worker'),
    master: there.installation.master,
    address: new URL('https://gestand.example.org'),
  })
  const [mail] = await delivery.listMails()
  expect(mail?.kind).toBe('retention-warning')
  expect(mail?.mail.to.email).toBe(`${client.id}@example.org`)
  expect(mail?.mail.text).toMatch(/Op \d+ \w+ 20\d\d loopt de bewaartermijn/)
})

test('many go in batches, of which each is gone before the next', async () => {
  const here = await bureau()
  const { there, coach } = here
  for (let count = 0; count < 4; count += 1) {
    const { dossierId } = await there.store.change(coach.for('intake'), (tx) =>
      tx.startDossier({ kind: 'outplacement' }),
    )
    await end({ there, dossierId }, FIVE_YEARS + 1)
  }
  const parts = erasingOf(there)
  const first = await runRetention(parts, there.organisation, { batch: 2, rest: 0, most: 1 })
  expect(first).toMatchObject({ destroyed: 2, batches: 1 })
  const rest = await runRetention(parts, there.organisation, { batch: 2, rest: 0 })
  expect(rest).toMatchObject({ destroyed: 2, batches: 1 })
})

test('what is held is not destroyed, until the hold is lifted', async () => {
  const here = await bureau()
  const { there } = here
  const officer = await officerOf(here)
  await end(here, FIVE_YEARS + 1)
  await hold(here, officer)
  expect(await run(here)).toMatchObject({ destroyed: 0 })
  const authority = officer.for('retention')
  const { holds } = await there.store.list(authority, 'holds', { holds: listHolds })
  expect(holds).toMatchObject([
    { reason: 'complaint', endsOn: dayFromNow(100), placedBy: 'Officer' },
  ])
  await there.store.change(authority, (tx) => liftHold(tx, holds[0]?.id ?? ''))
  expect(await run(here)).toMatchObject({ destroyed: 1 })
})

test('a hold has a day within five years, on a dossier that is there', async () => {
  const here = await bureau()
  const officer = await officerOf(here)
  await expect(hold(here, officer, dayFromNow())).rejects.toMatchObject({ code: 'HOLD_OUTSIDE' })
  const late = hold(here, officer, dayFromNow(5 * 366 + 2))
  await expect(late).rejects.toMatchObject({ code: 'HOLD_OUTSIDE' })
  const place = here.there.store.change(officer.for('retention'), (tx) =>
    placeHold(tx, { reference: '1999-00001', reason: 'complaint', endsOn: dayFromNow(10) }),
  )
  await expect(place).rejects.toMatchObject({ code: 'DOSSIER_UNKNOWN' })
})

test('who does not keep the terms holds nothing, and sees no calendar', async () => {
  const here = await bureau()
  await expect(hold(here, here.coach)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await end(here, 10)
  const filter = { from: dayFromNow(-10), until: dayFromNow(4000), skip: 0, limit: 10 }
  const read = here.there.store.list(here.coach.for('coaching'), 'x', { due: listDue(filter) })
  expect((await read).due).toEqual([])
})

test('the calendar tells number, part and day, and not whose it is', async () => {
  const here = await bureau()
  const officer = await officerOf(here)
  await end(here, 10)
  const { due } = await here.there.store.list(officer.for('retention'), 'calendar', {
    due: listDue({ from: dayFromNow(-10), until: dayFromNow(4000), skip: 0, limit: 10 }),
  })
  expect(due.map(({ part, total }) => [part, total])).toEqual([
    ['paper', 2],
    ['dossier', 2],
  ])
  expect(JSON.stringify(due)).not.toMatch(/Sanne|Wit|@/)
})

test('rei-16: the person may have it go sooner, and not later than the statement says', async () => {
  const here = await bureau()
  await end(here, 10)
  const before = (await terms(here)).find(({ part }) => part === 'dossier')
  expect(before).toMatchObject({ maySooner: true, mayLater: false, chosen: false })
  await here.asClient((tx) => chooseTerm(tx, 'dossier', dayFromNow(3)))
  const after = (await terms(here)).find(({ part }) => part === 'dossier')
  expect(after).toMatchObject({
    dueOn: dayFromNow(3),
    chosen: true,
    byStatement: before?.byStatement,
  })
  const later = here.asClient((tx) => chooseTerm(tx, 'dossier', dayFromNow(3000)))
  await expect(later).rejects.toMatchObject({ code: 'TERM_NOT_YOURS' })
  const past = here.asClient((tx) => chooseTerm(tx, 'dossier', dayFromNow()))
  await expect(past).rejects.toMatchObject({ code: 'TERM_OUTSIDE' })
  await here.asClient((tx) => chooseTerm(tx, 'dossier', undefined))
  expect((await terms(here)).find(({ part }) => part === 'dossier')).toEqual(before)
})

test('rei-15: the person decides otherwise about the paper file', async () => {
  const here = await bureau()
  await end(here, 10)
  await here.asClient((tx) => chooseTerm(tx, 'paper', dayFromNow(700)))
  expect((await terms(here)).find(({ part }) => part === 'paper')).toMatchObject({
    dueOn: dayFromNow(700),
    mayLater: true,
    tangible: true,
  })
})

test('a coach chooses no term for a client', async () => {
  const here = await bureau()
  await end(here, 10)
  const choose = here.asCoach((tx) => chooseTerm(tx, 'dossier', dayFromNow(3)))
  await expect(choose).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('rei-15: paper goes by hand, and whoever has it says so', async () => {
  const here = await bureau()
  const { there } = here
  await end(here, 366)
  expect(await run(here)).toMatchObject({ destroyed: 0 })
  const { answers } = await there.store.open(here.coach.for('coaching'), here.dossierId, {
    parts: partsToDestroy,
  })
  expect(answers.parts).toMatchObject([{ part: 'paper' }])
  await expect(here.asClient((tx) => confirmGone(tx, 'paper'))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  expect((await runCheckOf(there, nothingPastTerm)).codes).toEqual(['NOT_DESTROYED_BY_HAND'])
  await here.asCoach((tx) => confirmGone(tx, 'paper'))
  expect((await runCheckOf(there, nothingPastTerm)).codes).toEqual([])
})

test('figures survive: kind, year and number, and nothing of whom', async () => {
  const here = await bureau()
  const officer = await officerOf(here)
  await end(here, FIVE_YEARS + 1)
  await run(here)
  const { figures } = await here.there.store.list(officer.for('retention'), 'figures', {
    figures: listFigures(dayFromNow(-40), dayFromNow(2)),
  })
  expect(figures).toMatchObject([
    { kind: 're-integration', part: 'dossier', cause: 'retention', amount: 1 },
  ])
})

test('a term of a law keeps it, whatever the person chooses', async () => {
  const here = await bureau()
  await end(here, 10)
  await here.there.owner.query(
    `update retention_terms set at_least = 'P3Y' where part = 'dossier'; select reckon_expiry()`,
  )
  const choose = here.asClient((tx) => chooseTerm(tx, 'dossier', dayFromNow(30)))
  await expect(choose).rejects.toMatchObject({ code: 'TERM_OUTSIDE' })
})

test('a kind of dossier can have another term', async () => {
  const here = await bureau()
  await end(here, 400)
  await here.there.owner.query(
    `insert into retention_terms (part, kind, events, keep)
     values ('dossier', 're-integration', '{engagement.ended}', 'P1Y');
     select reckon_expiry()`,
  )
  expect(await run(here)).toMatchObject({ destroyed: 1 })
})

test('checks find what is kept too long, what came back, what never ends and a key that is left', async () => {
  const here = await bureau()
  const { there, dossierId } = here
  const keysGone = erasedKeysGone((place, ids) => there.register.listKeys(place, ids))
  await end(here, FIVE_YEARS + 1)
  expect((await runCheckOf(there, nothingPastTerm)).codes).toContain('KEPT_PAST_TERM')
  await run(here)
  for (const check of [nothingPastTerm, erasedStaysErased, holdsReasoned, keysGone]) {
    expect((await runCheckOf(there, check)).codes, check.name).toEqual([])
  }
  await there.keys.create(there.organisation, [dossierId])
  expect((await runCheckOf(there, keysGone)).codes).toEqual(['KEY_LEFT'])
  await there.owner.query(
    `insert into spent_keys values ($1, now()), ($2, now() - interval '2 hours')`,
    [here.client.id, here.coach.id],
  )
  await there.keys.create(there.organisation, [here.client.id, here.coach.id])
  expect((await runCheckOf(there, keysGone)).codes).toEqual(['KEY_LEFT', 'KEY_LEFT'])
  const { rows } = await there.owner.query<{ id: string }>(
    'insert into persons default values returning id',
  )
  await there.owner.query(
    `insert into dossiers (id, kind, person_id) values ($1, 're-integration', $2)`,
    [dossierId, rows[0]?.id],
  )
  expect((await runCheckOf(there, erasedStaysErased)).codes).toEqual(['CAME_BACK'])
  await there.owner.query(
    `insert into holds (dossier_id, reason, ends_on, placed_by)
     values ($1, 'complaint', current_date + 4000, gen_random_uuid())`,
    [dossierId],
  )
  expect((await runCheckOf(there, holdsReasoned)).codes).toEqual(['HOLD_TOO_LONG'])
})

test('only who keeps the terms says that what a re-read found is somebody else’s', async () => {
  const here = await bureau()
  const officer = await officerOf(here)
  await here.there.owner.query(
    `insert into erasure_orders (id, dossier_id, cause, kind, year, leftovers)
     values ($1, $1, 'request', 're-integration', 2026, 1)`,
    [here.dossierId],
  )
  const accept = (account: WorldAccount, activity: string) =>
    here.there.store.change(account.for(activity), (tx) =>
      acceptLeftovers(tx, here.dossierId, 'namesake'),
    )
  await expect(accept(here.coach, 'coaching')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await accept(officer, 'retention')
  await expect(
    here.there.store.change(officer.for('retention'), (tx) =>
      acceptLeftovers(tx, randomUUID(), 'namesake'),
    ),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
