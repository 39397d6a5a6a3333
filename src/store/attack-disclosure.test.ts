// With the application's own connection, any SQL and a principal's session: only what was let go to
// that principal.
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Attacker, type Scene, scene } from '#world/attacker.ts'
import type { WorldAccount } from '#world/world.ts'

interface Shared extends Scene {
  readonly eve: Attacker
  readonly principal: WorldAccount
  readonly party: string
  readonly other: { readonly account: WorldAccount; readonly party: string }
  /** Lets a document go to a party, after consent for it. */
  readonly disclose: (party: string, title: string) => Promise<string>
}

async function shared(): Promise<Shared> {
  const there = await scene()
  const { owner } = there.there
  const principal = await there.there.account('Principal')
  const party = await there.there.party('Principal BV', principal)
  const account = await there.there.account('Insurer')
  const other = { account, party: await there.there.party('Insurer NV', account) }
  await there.there.relate(party, there.dossierId, 'principal')
  await there.there.relate(other.party, there.dossierId, 'interested-party')
  const disclose = async (holder: string, title: string): Promise<string> => {
    const [request, disclosure] = [randomUUID(), randomUUID()]
    await owner.query(
      `insert into consent_requests
         (id, dossier_id, consent, holder_id, item_id, wording, language, statement)
       values ($1, $2, 'disclosure', $3, $4, '', 'nl', 4)`,
      [request, there.dossierId, holder, randomUUID()],
    )
    await owner.query(
      `insert into consents (request_id, dossier_id, decision) values ($1, $2, 'given')`,
      [request, there.dossierId],
    )
    // The practice's own guards want a summary that was approved; here it is about who sees it.
    await owner.query('set session_replication_role = replica')
    await owner.query(
      `insert into disclosures (id, dossier_id, request_id, party_id, title, about)
       values ($1, $2, $3, $4, $5, 'S. Bakker')`,
      [disclosure, there.dossierId, request, holder, title],
    )
    await owner.query(
      `insert into disclosed_documents
         (disclosure_id, dossier_id, request_id, part, media_type, body)
       values ($1, $2, $3, 0, 'text/plain', '')`,
      [disclosure, there.dossierId, request],
    )
    await owner.query('set session_replication_role = origin')
    return request
  }
  return {
    ...there,
    eve: new Attacker(await there.there.attack()),
    principal,
    party,
    other,
    disclose,
  }
}

const TITLES = 'select title from disclosures order by title'

test('a principal reaches a dossier only after something was let go to it', async () => {
  const { eve, principal, other, party, disclose, dossierId } = await shared()
  await disclose(other.party, 'For the insurer')
  expect(await eve.open(principal, 'accountability', dossierId)).toBe('refused')
  await eve.enter(principal, 'accountability')
  expect(await eve.rows(TITLES)).toEqual([])
  await eve.leave()
  await disclose(party, 'For the principal')
  expect(await eve.open(principal, 'accountability', dossierId)).toBe('opened')
})

test('each party sees its own documents, and nothing else of the dossier', async () => {
  const { eve, principal, other, party, disclose, dossierId } = await shared()
  await disclose(party, 'For the principal')
  await disclose(other.party, 'For the insurer')
  for (const [account, title] of [
    [principal, 'For the principal'],
    [other.account, 'For the insurer'],
  ] as const) {
    await eve.openAndEnter(account, 'accountability', dossierId)
    expect(await eve.rows(TITLES)).toEqual([{ title }])
    expect(await eve.rows('select part from disclosed_documents')).toHaveLength(1)
    for (const read of [
      'select family_name from clients',
      'select city from profiles',
      'select id from notes',
      'select id from summaries',
      'select request_id from consents',
      'select act from ledger',
      'select name from relation_lines',
    ]) {
      expect(['42501', 0], read).toContain(await eve.attempt(read))
    }
    await eve.leave()
  }
})

test('what was let go is out of sight as soon as the consent is withdrawn', async () => {
  const { eve, there, principal, party, disclose, dossierId } = await shared()
  const request = await disclose(party, 'First')
  await disclose(party, 'Second')
  await there.owner.query('insert into withdrawals (request_id, dossier_id) values ($1, $2)', [
    request,
    dossierId,
  ])
  await eve.openAndEnter(principal, 'accountability', dossierId)
  expect(await eve.rows(TITLES)).toEqual([{ title: 'Second' }])
  expect(await eve.rows('select part from disclosed_documents')).toHaveLength(1)
  await eve.leave()

  await there.owner.query('drop policy "consent accountability" on disclosures')
  await eve.openAndEnter(principal, 'accountability', dossierId)
  expect(await eve.rows(TITLES)).toHaveLength(2)
})

test('a principal changes nothing', async () => {
  const { eve, principal, party, disclose, dossierId } = await shared()
  await disclose(party, 'For the principal')
  await eve.openAndEnter(principal, 'accountability', dossierId)
  for (const change of [
    `update disclosures set title = 'x'`,
    'delete from disclosures',
    `update engagements set order_reference = 'x'`,
    `insert into withdrawals (request_id, dossier_id) select request_id, dossier_id from disclosures`,
    `insert into relations (dossier_id, holder_id, relation) values ('${dossierId}', '${party}', 'client')`,
  ]) {
    expect(await eve.attempt(change), change).toBe('42501')
  }
})
