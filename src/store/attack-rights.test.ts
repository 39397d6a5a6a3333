// With the application's own connection, any SQL and a session of one's own: nobody gives
// themselves a right.
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { askConsent, Attacker, SCHEMA, scene, startDossier } from '#world/attacker.ts'

const REFUSED = '42501'

async function attacker(): Promise<Awaited<ReturnType<typeof scene>> & { eve: Attacker }> {
  const there = await scene()
  return { ...there, eve: new Attacker(await there.there.attack()) }
}

test('a relation that needs no consent cannot be given by a colleague', async () => {
  const { eve, there, coach, dossierId } = await attacker()
  const other = await there.account('Other', ['coach'])
  await eve.openAndEnter(coach, 'coaching', dossierId)
  const relate = 'insert into relations (dossier_id, holder_id, relation) values ($1, $2, $3)'
  for (const relation of ['responsible-coach', 'client', 'coach', 'made-up']) {
    expect(await eve.attempt(relate, [dossierId, other.id, relation]), relation).toBe(REFUSED)
  }
  expect(await eve.attempt(relate, [dossierId, other.id, 'partner-coach'])).toBe(1)
  const change = `update relations set relation = 'responsible-coach'`
  expect(await eve.attempt(change)).toBe(REFUSED)
  expect(await eve.attempt(`update relations set since = '2000-01-01'`)).toBe(REFUSED)
  expect(await eve.attempt(`update relations set until = now() where relation = 'client'`)).toBe(0)
  await eve.leave('commit')
  expect(await eve.open(other, 'coaching', dossierId)).toBe('refused')

  await there.owner.query('drop policy core_consented on relations')
  await eve.openAndEnter(coach, 'coaching', dossierId)
  expect(await eve.attempt(relate, [dossierId, other.id, 'responsible-coach'])).toBe(1)
})

test('a relation is made in the opened dossier only', async () => {
  const { eve, there, coach, dossierId } = await attacker()
  const stranger = await there.account('Stranger', ['coach'])
  const theirs = await startDossier(there, stranger)
  await eve.openAndEnter(coach, 'coaching', dossierId)
  const relate = 'insert into relations (dossier_id, holder_id, relation) values ($1, $2, $3)'
  expect(await eve.attempt(relate, [theirs, coach.id, 'partner-coach'])).toBe(REFUSED)
  expect(await eve.attempt('update relations set dossier_id = $1', [theirs])).toBe(REFUSED)
})

test('a coach does not consent for the client, nor withdraw', async () => {
  const { eve, there, coach, dossierId } = await attacker()
  const partner = await there.account('Partner', ['coach'])
  const consent = 'partner-access'
  const holderId = partner.id
  const request = await askConsent(there, { dossierId, consent, holderId })
  await there.relate(partner.id, dossierId, 'partner-coach')
  await eve.openAndEnter(coach, 'coaching', dossierId)
  const give = `insert into consents (request_id, dossier_id, decision) values ($1, $2, 'given')`
  expect(await eve.attempt(give, [request, dossierId])).toBe(REFUSED)
  const withdraw = 'insert into withdrawals (request_id, dossier_id) values ($1, $2)'
  expect(await eve.attempt(withdraw, [request, dossierId])).toBe(REFUSED)
  expect(await eve.attempt(`update consent_requests set holder_id = '${coach.id}'`)).toBe(REFUSED)
  await eve.leave()
  expect(await eve.openAndEnter(coach, 'self-service', dossierId)).toBe('refused')
  expect(await eve.attempt(give, [request, dossierId])).toBe('GS404')
})

test('a coach who accepts the invitation that was meant for the client does not become the client', async () => {
  const { eve, there, coach, dossierId } = await attacker()
  const secret = randomBytes(32)
  await eve.openAndEnter(coach, 'coaching', dossierId)
  const invite = `insert into invitations (dossier_id, email, name, token_hash)
    values ($1, 'coach@example.org', 'Coach', sha256($2))`
  expect(await eve.attempt(invite, [dossierId, secret])).toBe(1)
  await eve.leave('commit')
  const desk = new Attacker(await there.attack('accounts'))
  const accept = `select ${SCHEMA}.accept_invitation($1, $2)`
  expect(await desk.attempt(accept, [secret, coach.id])).toBe('GS403')
  const person = await there.account('The client')
  expect(await desk.attempt(accept, [secret, person.id])).toBe(1)
})

test('a consent counts in its own dossier, for its own holder and its own purpose', async () => {
  const { eve, there, coach, dossierId } = await attacker()
  const partner = await there.account('Partner', ['coach'])
  const other = await startDossier(there, coach)
  await there.relate(partner.id, dossierId, 'partner-coach')
  await there.relate(partner.id, other, 'partner-coach')
  const holderId = partner.id
  const answer = 'given'
  await askConsent(there, { dossierId: other, consent: 'partner-access', holderId, answer })
  await askConsent(there, { dossierId, consent: 'substitution', holderId, answer })
  await askConsent(there, { dossierId, consent: 'partner-access', holderId: coach.id, answer })
  await askConsent(there, { dossierId, consent: 'partner-access', holderId, answer: 'refused' })
  expect(await eve.open(partner, 'coaching', dossierId)).toBe('refused')
  expect(await eve.open(partner, 'coaching', other)).toBe('opened')
  const request = await askConsent(there, {
    dossierId,
    consent: 'partner-access',
    holderId,
    answer,
  })
  expect(await eve.open(partner, 'coaching', dossierId)).toBe('opened')
  await there.owner.query('insert into withdrawals (request_id, dossier_id) values ($1, $2)', [
    request,
    dossierId,
  ])
  expect(await eve.open(partner, 'coaching', dossierId)).toBe('refused')
})

test('a client answers no question of another dossier', async () => {
  const { eve, there, coach, client, dossierId } = await attacker()
  const other = await startDossier(there, coach)
  const request = await askConsent(there, {
    dossierId: other,
    consent: 'partner-access',
    holderId: coach.id,
  })
  await eve.openAndEnter(client, 'self-service', dossierId)
  const give = `insert into consents (request_id, dossier_id, decision) values ($1, $2, 'given')`
  expect(await eve.attempt(give, [request, other])).toBe(REFUSED)
  expect(await eve.attempt(give, [request, dossierId])).toBe('23503')
})

test('a substitute does not make the absence longer, and stands in for somebody of the dossier only', async () => {
  const { eve, there, coach, dossierId } = await attacker()
  const substitute = await there.account('Substitute', ['coach'])
  const stranger = await there.account('Stranger', ['coach'])
  const absence = async (account: string, from: number, to: number): Promise<string> => {
    const { rows } = await there.owner.query<{ id: string }>(
      `insert into absences (account_id, substitute_id, starts_on, ends_on)
       values ($1, $2, gestand.today() + $3::int, gestand.today() + $4::int) returning id`,
      [account, substitute.id, from, to],
    )
    return rows[0]?.id ?? ''
  }
  const standIn = async (itemId: string): Promise<void> => {
    await there.owner.query(
      `insert into relations (dossier_id, holder_id, relation, absence_id)
       values ($1, $2, 'substitute', $3)`,
      [dossierId, substitute.id, itemId],
    )
    const ask = { dossierId, consent: 'substitution', holderId: substitute.id, itemId }
    await askConsent(there, { ...ask, answer: 'given' })
  }
  await standIn(await absence(coach.id, -5, -1))
  await standIn(await absence(coach.id, 1, 5))
  await standIn(await absence(stranger.id, -1, 1))
  expect(await eve.open(substitute, 'substitution', dossierId)).toBe('refused')

  await eve.enter(substitute, 'coaching')
  const longer = 'update absences set ends_on = ends_on + 10'
  expect(await eve.attempt(longer)).toBe(0)
  const plan = `insert into absences (account_id, substitute_id, starts_on, ends_on)
    values ($1, $2, gestand.today(), gestand.today())`
  expect(await eve.attempt(plan, [coach.id, substitute.id])).toBe(REFUSED)
  await eve.leave()

  await standIn(await absence(coach.id, 0, 0))
  expect(await eve.open(substitute, 'substitution', dossierId)).toBe('opened')
  await eve.enter(substitute, 'substitution', eve.opening)
  expect(await eve.attempt(longer)).toBe(REFUSED)
})

test('whoever left reaches nothing as staff, and what is their own as before', async () => {
  const { eve, there, coach, dossierId } = await attacker()
  const own = await startDossier(there, await there.account('Other', ['coach']))
  await there.relate(coach.id, own, 'client')
  await there.owner.query(`update members set left_at = now() + interval '1 day'
    where account_id = '${coach.id}'`)
  expect(await eve.open(coach, 'coaching', dossierId)).toBe('opened')
  await there.owner.query('update gestand.sessions set strong = false')
  expect(await eve.open(coach, 'coaching', dossierId)).toBe('weak')
  await there.owner.query('update gestand.sessions set strong = true')
  await there.owner.query('update members set left_at = now()')
  expect(await eve.open(coach, 'coaching', dossierId)).toBe('refused')
  expect(await eve.open(coach, 'self-service', own)).toBe('opened')
  await eve.enter(coach, 'coaching')
  expect(await eve.attempt('select id from dossiers')).toBe(0)
})

test('a dossier is started by a function that may, and for a person of one’s own', async () => {
  const { eve, there, coach, client, dossierId } = await attacker()
  const other = await there.account('Other', ['coach'])
  const manager = await there.account('Manager', ['manager'])
  const start = `select ${SCHEMA}.start_dossier($1, $2, $3)`
  for (const [account, activity] of [
    [client, 'self-service'],
    [coach, 'coaching'],
    [manager, 'intake'],
    [client, 'intake'],
  ] as const) {
    await eve.enter(account, activity)
    expect(await eve.attempt(start, ['re-integration', null, null])).toBe('GS403')
    await eve.leave()
  }
  await eve.client.query('begin')
  await eve.take('intake')
  expect(await eve.attempt(start, ['re-integration', null, null])).toBe('GS403')
  await eve.leave()
  await eve.enter(other, 'intake')
  expect(await eve.attempt(start, ['made-up', null, null])).toBe('GS403')
  expect(await eve.attempt(start, ['re-integration', client.id, null])).toBe('GS404')
  expect(await eve.attempt(start, ['re-integration', null, dossierId])).toBe('GS404')
  expect(await eve.attempt(start, ['re-integration', null, null])).toBe(1)
})

test.each(['administrator', 'officer', 'manager'])(
  'a %s reads nothing of a dossier',
  async (word) => {
    const { eve, there, dossierId } = await attacker()
    const account = await there.account('Someone', [word])
    const { rows: activities } = await there.owner.query<{ activity: string }>(
      'select activity from activities',
    )
    for (const { activity } of activities) {
      await eve.openAndEnter(account, activity, dossierId)
      for (const read of [
        'select dossier_id from clients',
        'select dossier_id from profiles',
        'select id from notes',
      ]) {
        expect([0, REFUSED, 'GS404'], `${activity}: ${read}`).toContain(await eve.attempt(read))
      }
      await eve.leave()
    }
  },
)

test('an administrator does not speak for a party, and so does not read what parties were shown', async () => {
  const { eve, there } = await attacker()
  const administrator = await there.account('Administrator', ['administrator'])
  const colleague = await there.account('Colleague', ['coach'])
  const outsider = await there.account('Outsider')
  const party = await there.party('Principal')
  await eve.enter(administrator, 'administration')
  const affiliate = 'insert into affiliations (party_id, account_id) values ($1, $2)'
  expect(await eve.attempt(affiliate, [party, administrator.id])).toBe(REFUSED)
  expect(await eve.attempt(affiliate, [party, colleague.id])).toBe(REFUSED)
  expect(await eve.attempt(affiliate, [party, outsider.id])).toBe(1)
})

test('the ledger takes no change, from nobody, as long as its guard stands', async () => {
  const { eve, there, coach, client, dossierId } = await attacker()
  const changes = [
    `update ledger set act = 'listed'`,
    'delete from ledger',
    'truncate ledger',
    `insert into ledger (act) values ('opened')`,
  ]
  for (const [account, activity] of [
    [coach, 'coaching'],
    [client, 'self-service'],
  ] as const) {
    await eve.openAndEnter(account, activity, dossierId)
    for (const change of changes) expect(await eve.attempt(change)).toBe(REFUSED)
    await eve.leave()
  }
  const owner = new Attacker(there.owner)
  for (const change of changes.slice(0, 3)) expect(await owner.attempt(change)).toBe('GS001')
  await there.owner.query('alter table ledger disable trigger append_only_in_term')
  expect(await owner.attempt('delete from ledger')).toBeGreaterThan(0)
})
