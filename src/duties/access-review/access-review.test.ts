import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { bureau, runCheck } from '#world/bureau.ts'
import { type World, type WorldAccount, world } from '#world/world.ts'
import {
  beginAccessReview,
  decideOnAccess,
  findAccessReview,
  listAccessLines,
} from './access-review.ts'

async function begin(there: World, who: WorldAccount, dueOn = '2099-12-31') {
  const id = randomUUID()
  await there.store.change(who.for('access-review'), (tx) => beginAccessReview(tx, id, dueOn))
  return id
}

async function linesOf(there: World, who: WorldAccount, id: string) {
  const { lines } = await there.store.list(who.for('access-review'), 'access-review', {
    lines: listAccessLines(id),
  })
  return lines
}

function decide(there: World, who: WorldAccount, ids: readonly string[], decision: 'keep' | 'end') {
  return there.store.change(who.for('access-review'), (tx) =>
    decideOnAccess(tx, ids, { decision, reason: '' }),
  )
}

test('a review lists functions, relations, sessions and contacts, and no clients', async () => {
  const { there, coach, client } = await bureau()
  const officer = await there.account('Ruben Smit', ['officer'])
  const contact = await there.account('Nadia Bakker')
  await there.party('De Linde', contact)
  const lines = await linesOf(there, officer, await begin(there, officer))
  const of = (who: WorldAccount) =>
    lines.filter(({ accountId }) => accountId === who.id).map(({ sort, word }) => [sort, word])
  expect(of(coach)).toEqual([
    ['function', 'coach'],
    ['relation', 'responsible-coach'],
    ['sessions', ''],
  ])
  expect(of(contact)).toEqual([
    ['affiliation', ''],
    ['sessions', ''],
  ])
  expect(of(client)).toEqual([])
  expect(lines.find(({ accountId }) => accountId === contact.id)).toMatchObject({
    name: 'Nadia Bakker',
    party: 'De Linde',
  })
})

test('what is ended ends at once: a function, a relation, a contact and sessions', async () => {
  const { there, coach, dossierId } = await bureau()
  const officer = await there.account('Ruben Smit', ['officer'])
  const contact = await there.account('Nadia Bakker')
  await there.party('De Linde', contact)
  const id = await begin(there, officer)
  const lines = await linesOf(there, officer, id)
  const end = (who: WorldAccount, sort: string) =>
    decide(
      there,
      officer,
      lines.filter((l) => l.accountId === who.id && l.sort === sort).map((l) => l.id),
      'end',
    )
  await there.store.open(coach.for('coaching'), dossierId, {})
  await end(coach, 'relation')
  await expect(there.store.open(coach.for('coaching'), dossierId, {})).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  await end(coach, 'function')
  const starting = there.store.change(coach.for('intake'), (tx) =>
    tx.startDossier({ kind: 're-integration' }),
  )
  await expect(starting).rejects.toMatchObject({ code: 'DOSSIER_NOT_STARTED' })
  await end(contact, 'affiliation')
  await end(contact, 'sessions')
  const { rows } = await there.owner.query(
    `select (select count(*) from affiliations)::integer as affiliations,
       (select count(*) from gestand.live_sessions where account_id = $1)::integer as sessions`,
    [contact.id],
  )
  expect(rows).toEqual([{ affiliations: 0, sessions: 0 }])
})

test('nobody signs off their own access; another reviewer does, and then the review is closed', async () => {
  const there = await world()
  const officer = await there.account('Ruben Smit', ['officer'])
  const director = await there.account('B. van der Brug', ['manager'])
  const id = await begin(there, officer)
  const lines = await linesOf(there, officer, id)
  const own = lines.filter(({ own: mine }) => mine).map((line) => line.id)
  const others = lines.filter(({ own: mine }) => !mine).map((line) => line.id)
  expect(own).toHaveLength(2)
  await expect(decide(there, officer, own, 'keep')).rejects.toMatchObject({ code: 'NOT_DECLARED' })
  await decide(there, officer, others, 'keep')
  await decide(there, director, own, 'keep')
  const { found } = await there.store.list(officer.for('access-review'), 'access-review', {
    found: findAccessReview(id),
  })
  expect(found).toMatchObject([{ undecided: 0, lines: 4, ended: 0 }])
  expect(found[0]?.closedAt).toBeInstanceOf(Date)
})

test('without its guard somebody would sign off their own access', async () => {
  const there = await world()
  const officer = await there.account('Ruben Smit', ['officer'])
  const lines = await linesOf(there, officer, await begin(there, officer))
  await there.owner.query('drop policy core_not_own on access_review_decisions')
  await decide(
    there,
    officer,
    lines.map(({ id }) => id),
    'keep',
  )
  expect((await there.owner.query('select from access_review_decisions')).rowCount).toBe(2)
})

test('the last administrator keeps that function, whatever a reviewer decides', async () => {
  const there = await world()
  const officer = await there.account('Ruben Smit', ['officer'])
  const administrator = await there.account('Dewi Tan', ['administrator'])
  const lines = await linesOf(there, officer, await begin(there, officer))
  const last = lines.filter((l) => l.accountId === administrator.id && l.sort === 'function')
  const ending = decide(
    there,
    officer,
    last.map(({ id }) => id),
    'end',
  )
  await expect(ending).rejects.toMatchObject({ code: 'LAST_ADMINISTRATOR' })
})

test('there is one review at a time, and only those whose work it is begin it', async () => {
  const there = await world()
  const officer = await there.account('Ruben Smit', ['officer'])
  const coach = await there.account('Ilse Kramer', ['coach'])
  await expect(begin(there, coach)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await begin(there, officer)
  await expect(begin(there, officer)).rejects.toMatchObject({ code: 'REVIEW_OPEN' })
})

test('bur-06, baken-03, zor-08: a review that is overdue or unfinished breaks the promise, one that is done keeps it', async () => {
  const at = await bureau()
  const officer = await at.there.account('Ruben Smit', ['officer'])
  const director = await at.there.account('B. van der Brug', ['manager'])
  const check = async () => (await runCheck(at, 'access-reviewed')).codes
  expect(await check()).toEqual([])
  await at.there.owner.query(`update statements set applied_at = now() - interval '7 months'`)
  expect(await check()).toEqual(['REVIEW_OVERDUE'])
  const id = await begin(at.there, officer, '2026-01-01')
  expect(await check()).toEqual(['REVIEW_OVERDUE', 'REVIEW_UNFINISHED'])
  for (const who of [officer, director]) {
    const lines = await linesOf(at.there, who, id)
    const open = lines.filter(({ own, decision }) => !own && decision === null)
    await decide(
      at.there,
      who,
      open.map((line) => line.id),
      'keep',
    )
  }
  expect(await check()).toEqual([])
})
