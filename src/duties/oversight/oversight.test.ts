import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type World, type WorldAccount, world } from '#world/world.ts'
import { countConsents } from './consent.ts'
import { listMemberGaps, listUnreached } from './gap.ts'
import { countDossiers, listFunctions, listReach } from './reach.ts'
import { listSubstitutions } from './substitution.ts'

const READS = {
  reach: listReach,
  functions: listFunctions,
  dossiers: countDossiers,
  consents: countConsents,
  substitutions: listSubstitutions,
  gaps: listMemberGaps,
  unreached: listUnreached,
}

function oversee({ store }: World, who: WorldAccount) {
  return store.list(who.for('oversight'), 'access', READS)
}

async function dossierOf(there: World, coach: WorldAccount, client?: WorldAccount) {
  const { dossierId } = await there.store.change(coach.for('intake'), (tx) =>
    tx.startDossier({ kind: 're-integration' }),
  )
  if (client) await there.relate(client.id, dossierId, 'client')
  return dossierId
}

async function ask(
  there: World,
  dossierId: string,
  { consent, holderId, itemId, decision }: Record<string, string | null>,
): Promise<string> {
  const id = randomUUID()
  await there.owner.query(
    `insert into consent_requests
       (id, dossier_id, consent, holder_id, item_id, wording, language, statement)
     values ($1, $2, $3, $4, $5, $6, 'nl', 4)`,
    [id, dossierId, consent, holderId, itemId, randomBytes(40)],
  )
  if (decision) {
    await there.owner.query(
      'insert into consents (request_id, dossier_id, decision) values ($1, $2, $3)',
      [id, dossierId, decision],
    )
  }
  return id
}

test('the officer sees who reaches how many dossiers, by which relation, and not whose', async () => {
  const there = await world()
  const officer = await there.account('Officer', ['officer'])
  const coach = await there.account('Coach', ['coach'])
  const partner = await there.account('Partner', ['coach'])
  const clients = [await there.account('Client one'), await there.account('Client two')]
  const party = await there.party('Het Veerhuis')
  for (const client of clients) {
    const dossierId = await dossierOf(there, coach, client)
    await there.relate(partner.id, dossierId, 'partner-coach')
    await there.relate(party, dossierId, 'principal')
    const decision = client === clients[0] ? 'given' : 'refused'
    await ask(there, dossierId, {
      consent: 'partner-access',
      holderId: partner.id,
      itemId: null,
      decision,
    })
  }
  const { reach, dossiers } = await oversee(there, officer)
  const lines = reach.map((line) => [
    line.activity,
    line.relation,
    line.holderId,
    line.holders,
    line.dossiers,
  ])
  expect(lines).toContainEqual(['coaching', 'responsible-coach', coach.id, 1, 2])
  expect(lines).toContainEqual(['coaching', 'partner-coach', partner.id, 1, 1])
  expect(lines).toContainEqual(['self-service', 'client', null, 2, 2])
  expect(lines.filter(([, relation]) => relation === 'principal')).toEqual([])
  expect(dossiers).toEqual([{ kind: 're-integration', dossiers: 2 }])
})

test('who does not oversee gets no counts, whatever they may enter', async () => {
  const there = await world()
  const coach = await there.account('Coach', ['coach'])
  const administrator = await there.account('Administrator', ['administrator'])
  await dossierOf(there, coach)
  const asked = { reach: listReach, consents: countConsents, unreached: listUnreached }
  const nothing = { reach: [], consents: [], unreached: [] }
  for (const who of [
    coach.for('coaching'),
    coach.for('intake'),
    administrator.for('administration'),
  ]) {
    expect(await there.store.list(who, 'x', asked)).toEqual(nothing)
  }
})

test('the officer sees consents counted by what they are for', async () => {
  const there = await world()
  const officer = await there.account('Officer', ['officer'])
  const coach = await there.account('Coach', ['coach'])
  const dossierId = await dossierOf(there, coach)
  const about = { consent: 'partner-access', holderId: null, itemId: null }
  await ask(there, dossierId, { ...about, decision: null })
  await ask(there, dossierId, { ...about, decision: 'refused' })
  await ask(there, dossierId, { ...about, decision: 'given' })
  const other = { ...about, holderId: coach.id, decision: 'given' }
  const withdrawn = await ask(there, dossierId, other)
  await there.owner.query('insert into withdrawals (request_id, dossier_id) values ($1, $2)', [
    withdrawn,
    dossierId,
  ])
  const { consents } = await oversee(there, officer)
  expect(consents).toEqual([
    {
      consent: 'partner-access',
      unanswered: 1,
      standing: 1,
      refused: 1,
      withdrawn: 1,
      expired: 0,
      expiring: 0,
    },
  ])
})

test('a substitution of today is shown with how many dossiers it opens, one of another day is not', async () => {
  const there = await world()
  const officer = await there.account('Officer', ['officer'])
  const coach = await there.account('Coach', ['coach'])
  const substitute = await there.account('Substitute', ['coach'])
  const plan = async (offset: number): Promise<string> => {
    const id = randomUUID()
    await there.owner.query(
      `insert into absences values ($1, $2, $3, gestand.today() + $4::integer, gestand.today() + $4::integer)`,
      [id, coach.id, substitute.id, offset],
    )
    return id
  }
  await plan(30)
  const absence = await plan(0)
  for (const decision of ['given', null]) {
    const dossierId = await dossierOf(there, coach)
    await there.owner.query(
      `insert into relations (dossier_id, holder_id, relation, absence_id) values ($1, $2, 'substitute', $3)`,
      [dossierId, substitute.id, absence],
    )
    const about = { consent: 'substitution', holderId: substitute.id, itemId: absence }
    await ask(there, dossierId, { ...about, decision })
  }
  const { substitutions, reach } = await oversee(there, officer)
  expect(substitutions).toMatchObject([
    { name: 'Coach', substitute: 'Substitute', asked: 2, open: 1 },
  ])
  expect(reach).toContainEqual({
    activity: 'substitution',
    relation: 'substitute',
    holderId: substitute.id,
    holders: 1,
    dossiers: 1,
  })
})

test('the officer sees which members miss something, and which dossiers nobody reaches', async () => {
  const there = await world()
  const officer = await there.account('Officer', ['officer'])
  const coach = await there.account('Coach', ['coach'])
  const left = await dossierOf(there, coach, await there.account('Client'))
  await dossierOf(there, coach)
  await there.owner.query(
    `insert into gestand.second_factors (account_id, sealed, master, last_step) values ($1, '', '', 0)`,
    [officer.id],
  )
  await there.owner.query(
    `update relations set until = now() where dossier_id = $1 and relation = 'responsible-coach'`,
    [left],
  )
  const { gaps, unreached, functions } = await oversee(there, officer)
  expect(gaps.map(({ name, gap }) => [name, gap])).toEqual([['Coach', 'no-second-factor']])
  expect(functions.map(({ function: held, name }) => [held, name])).toEqual([
    ['coach', 'Coach'],
    ['officer', 'Officer'],
  ])
  const { rows } = await there.owner.query('select reference from dossiers where id = $1', [left])
  expect(unreached.map(({ reference }) => ({ reference }))).toEqual(rows)
})
