import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { from } from '#store/query.ts'
import { type World, type WorldAccount, world } from '#world/world.ts'
import { listInvitations, withdrawInvitation } from './invitation.ts'
import { endContact, listContacts, listParties } from './party.ts'
import { changeMember, listStaff, type MemberChange } from './staff.ts'

async function staffOf({ store }: World, who: WorldAccount) {
  return (await store.list(who.for('administration'), 'staff', { staff: listStaff })).staff
}

async function change(
  { store }: World,
  who: WorldAccount,
  { id }: WorldAccount,
  wanted: Partial<MemberChange>,
): Promise<void> {
  const as = { accountId: id, name: 'Somebody', title: '', functions: [], lastDay: null, ...wanted }
  await store.change(who.for('administration'), (tx) => changeMember(tx, as))
}

test('an administrator sees who works here, in which functions, and with which second factor', async () => {
  const there = await world()
  const anna = await there.account('Anna', ['administrator'])
  const bert = await there.account('Bert', ['coach', 'manager'])
  await there.account('A client')
  await there.owner.query(
    `insert into gestand.second_factors (account_id, sealed, master, last_step) values ($1, '', '', 0)`,
    [bert.id],
  )
  const staff = await staffOf(there, anna)
  expect(staff.map(({ name, functions, secondFactor }) => [name, functions, secondFactor])).toEqual(
    [
      ['Anna', ['administrator'], false],
      ['Bert', ['coach', 'manager'], true],
    ],
  )
})

test('an administrator gives and takes functions of others', async () => {
  const there = await world()
  const anna = await there.account('Anna', ['administrator'])
  const bert = await there.account('Bert', ['coach'])
  await change(there, anna, bert, { name: 'Bert', functions: ['manager', 'officer'] })
  const staff = await staffOf(there, anna)
  expect(staff.find(({ name }) => name === 'Bert')?.functions).toEqual(['manager', 'officer'])
})

test('nobody gives or takes a function of their own', async () => {
  const there = await world()
  const anna = await there.account('Anna', ['administrator'])
  await there.account('Bert', ['administrator'])
  const giving = change(there, anna, anna, { functions: ['administrator', 'officer'] })
  await expect(giving).rejects.toMatchObject({ code: 'OWN_FUNCTION' })
  const taking = change(there, anna, anna, { functions: [] })
  await expect(taking).rejects.toMatchObject({ code: 'OWN_FUNCTION' })
  const leaving = change(there, anna, anna, {
    functions: ['administrator'],
    lastDay: '2026-12-31',
  })
  await expect(leaving).rejects.toMatchObject({ code: 'OWN_FUNCTION' })
  await change(there, anna, anna, { name: 'Anna de Wit', functions: ['administrator'] })
  expect((await staffOf(there, anna)).map(({ name }) => name)).toContain('Anna de Wit')
})

test('two administrators who let go of each other at the same moment leave one', async () => {
  const there = await world()
  const anna = await there.account('Anna', ['administrator'])
  const bert = await there.account('Bert', ['administrator'])
  const done = await Promise.allSettled([
    change(there, anna, bert, { functions: [] }),
    change(there, bert, anna, { functions: [] }),
  ])
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const { rows } = await there.owner.query(
    `select account_id from functions where function = 'administrator'`,
  )
  expect(rows).toHaveLength(1)
})

test('the last administrator who stays does not leave, also not later', async () => {
  const there = await world()
  const anna = await there.account('Anna', ['administrator'])
  const bert = await there.account('Bert', ['administrator'])
  await change(there, anna, bert, { functions: ['administrator'], lastDay: '2099-12-31' })
  const leaving = change(there, bert, anna, {
    functions: ['administrator'],
    lastDay: '2099-12-31',
  })
  await expect(leaving).rejects.toMatchObject({ code: 'LAST_ADMINISTRATOR' })
})

test('a function that the statement does not have is given to nobody', async () => {
  const there = await world()
  const anna = await there.account('Anna', ['administrator'])
  const bert = await there.account('Bert', ['coach'])
  const giving = change(there, anna, bert, { functions: ['coach', 'spy'] })
  await expect(giving).rejects.toMatchObject({ code: 'FUNCTION_UNKNOWN' })
})

test('who has left can do nothing until they are taken on again', async () => {
  const there = await world()
  const anna = await there.account('Anna', ['administrator'])
  const bert = await there.account('Bert', ['officer'])
  const ledger = from.selectFrom('ledger').select('id')
  const look = () => there.store.list(bert.for('oversight'), 'ledger', { ledger })
  expect((await look()).ledger).not.toEqual([])
  await change(there, anna, bert, { functions: ['officer'], lastDay: '2026-01-31' })
  await expect(look()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const [, gone] = await staffOf(there, anna)
  expect(gone).toMatchObject({ lastDay: '2026-01-31', left: true })
  await change(there, anna, bert, { functions: ['officer'] })
  expect((await look()).ledger).not.toEqual([])
})

test('who is not an administrator changes nobody', async () => {
  const there = await world()
  const coach = await there.account('Coach', ['coach'])
  const client = await there.account('Client')
  for (const who of [coach, client]) {
    await expect(staffOf(there, who)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const giving = change(there, who, coach, { functions: ['administrator'] })
    await expect(giving).rejects.toMatchObject({ code: 'NOT_FOUND' })
  }
})

async function invite(
  { store }: World,
  who: WorldAccount,
  values: { email: string; functions?: string[]; party_id?: string },
): Promise<void> {
  const token = { token_hash: randomBytes(32), name: 'New', functions: [] }
  await store.change(who.for('administration'), (tx) =>
    tx.run(from.insertInto('member_invitations').values({ ...token, ...values })),
  )
}

test('an invitation gives declared functions or the voice of a party, once, and not to oneself', async () => {
  const there = await world()
  const anna = await there.account('Anna', ['administrator'])
  const party = await there.party('Het Veerhuis')
  const email = 'new@example.org'
  const refused = async (values: Parameters<typeof invite>[2], code: string) =>
    expect(invite(there, anna, values)).rejects.toMatchObject({ code })
  await refused({ email }, 'INVITED_TO_NOTHING')
  await refused({ email, functions: ['coach'], party_id: party }, 'INVITED_TO_NOTHING')
  await refused({ email, functions: ['spy'] }, 'FUNCTION_UNKNOWN')
  await refused({ email: `${anna.id}@EXAMPLE.org`, functions: ['officer'] }, 'OWN_FUNCTION')
  await invite(there, anna, { email, functions: ['coach'] })
  await refused({ email: 'NEW@example.org', functions: ['coach'] }, 'INVITATION_OPEN')
  await invite(there, anna, { email, party_id: party })
  await refused({ email, party_id: party }, 'INVITATION_OPEN')
  const coach = await there.account('Coach', ['coach'])
  await refused({ email: `${coach.id}@example.org`, functions: ['coach'] }, 'INVITED_ALREADY_IN')
})

test('an invitation that was withdrawn is gone; one that was accepted stays', async () => {
  const there = await world()
  const anna = await there.account('Anna', ['administrator'])
  await invite(there, anna, { email: 'one@example.org', functions: ['coach'] })
  await invite(there, anna, { email: 'two@example.org', functions: ['coach'] })
  await there.owner.query(
    `update member_invitations set accepted_at = now() where email = 'two@example.org'`,
  )
  const list = async () =>
    (await there.store.list(anna.for('administration'), 'invitations', { all: listInvitations }))
      .all
  const [open, accepted] = await list()
  expect([open?.state, accepted?.state]).toEqual(['open', 'accepted'])
  const withdraw = (id: string = randomUUID()) =>
    there.store.change(anna.for('administration'), (tx) => withdrawInvitation(tx, id))
  await withdraw(open?.id)
  await expect(withdraw(open?.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(withdraw(accepted?.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await list()).map(({ email }) => email)).toEqual(['two@example.org'])
})

test('contacts of a party are known by name to administrators only, and can be ended', async () => {
  const there = await world()
  const anna = await there.account('Anna', ['administrator'])
  const coach = await there.account('Coach', ['coach'])
  const contact = await there.account('Contact')
  const partyId = await there.party('Het Veerhuis', contact)
  const contacts = listContacts(partyId)
  const seen = await there.store.list(anna.for('administration'), 'contacts', { contacts })
  expect(seen.contacts.map(({ name }) => name)).toEqual(['Contact'])
  const others = await there.store.list(coach.for('intake'), 'contacts', { contacts })
  expect(others.contacts.map(({ name, email }) => [name, email])).toEqual([[null, null]])
  await there.store.change(anna.for('administration'), (tx) =>
    endContact(tx, { partyId, accountId: contact.id }),
  )
  const { parties } = await there.store.list(anna.for('administration'), 'parties', {
    parties: listParties,
  })
  expect(parties.map(({ name, contacts: count }) => [name, count])).toEqual([['Het Veerhuis', 0]])
})
