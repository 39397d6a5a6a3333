import { expect, test } from 'vitest'
import {
  accountsOf,
  PASSWORD,
  setUp,
  tokenIn,
  WHENCE,
  type WorldAccounts,
} from '#world/accounts.ts'
import { type World, world } from '#world/world.ts'
import {
  acceptInvitation,
  acceptInvitationSignedIn,
  findInvitation,
  type InvitationLink,
} from './acceptance.ts'
import { inviteForParty, inviteMember, inviteToDossier } from './invitation.ts'
import { findSession } from './session.ts'
import { findSignIn, signIn } from './sign-in.ts'

const iris = {
  email: 'iris@example.org',
  name: 'Iris Bakker',
  language: 'nl' as const,
  organisation: { id: 'reintegration', title: 'De Brug' },
}
const chosen = { password: PASSWORD, language: 'nl' as const }

async function linkIn({ mails }: WorldAccounts): Promise<InvitationLink> {
  const [mail] = await mails()
  if (!mail) throw new Error('no mail was queued')
  return { organisation: iris.organisation.id, token: tokenIn(mail) }
}

async function inviteClient(
  there: World,
  desk: WorldAccounts,
  invitee = iris,
): Promise<{ dossierId: string; link: InvitationLink }> {
  const coach = await there.account('Coach', ['coach'])
  const dossierId = await there.store.change(coach.for('intake'), async (tx) => {
    const dossier = await tx.startDossier({ kind: 're-integration' })
    await inviteToDossier(dossier, desk.accounts.outbox, invitee)
    return dossier.dossierId
  })
  return { dossierId, link: await linkIn(desk) }
}

async function invite(
  there: World,
  desk: WorldAccounts,
  functions: string[],
): Promise<InvitationLink> {
  const administrator = await there.account('Administrator', ['administrator'])
  await there.store.change(administrator.for('administration'), (tx) =>
    inviteMember(tx, desk.accounts.outbox, { ...iris, title: 'Loopbaancoach', functions }),
  )
  return linkIn(desk)
}

test('an invitation by mail gives the person a dossier is about an account that sees it', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const { dossierId, link } = await inviteClient(there, desk)
  const [mail] = await desk.mails()
  expect(mail).toMatchObject({ to: { email: iris.email }, subject: 'Uitnodiging van De Brug' })
  expect(await findInvitation(desk.accounts, link)).toMatchObject({
    kind: 'dossier',
    email: iris.email,
    name: 'Iris Bakker',
    hasAccount: false,
  })
  const { token, needs } = await acceptInvitation(desk.accounts, link, chosen, WHENCE)
  expect(needs).toBeNull()
  const authority = { organisation: there.organisation, session: token, activity: 'self-service' }
  const opened = await there.store.open(authority, dossierId, {})
  expect(opened.dossier.dossierId).toBe(dossierId)
})

test('an invitation is accepted once, also by two at the same moment', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const { link } = await inviteClient(there, desk)
  const both = await Promise.allSettled(
    [1, 2].map(() => acceptInvitation(desk.accounts, link, chosen, WHENCE)),
  )
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await findInvitation(desk.accounts, link)).toBeUndefined()
  const third = acceptInvitation(desk.accounts, link, chosen, WHENCE)
  await expect(third).rejects.toMatchObject({ code: 'INVITATION_EXPIRED' })
})

test('an invitation that expired, was never sent or is of another organisation is none', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const { link } = await inviteClient(there, desk)
  const wrong = [
    { ...link, token: Buffer.alloc(32) },
    { ...link, organisation: 'nowhere' },
    { ...link, organisation: 'x"; drop table gestand.accounts; --' },
  ]
  for (const none of wrong) {
    expect(await findInvitation(desk.accounts, none)).toBeUndefined()
    const accept = acceptInvitation(desk.accounts, none, chosen, WHENCE)
    await expect(accept).rejects.toMatchObject({ code: 'INVITATION_EXPIRED' })
  }
  await there.owner.query('update invitations set expires_at = now()')
  expect(await findInvitation(desk.accounts, link)).toBeUndefined()
})

test('a password that is easy to guess makes no account and leaves the invitation good', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const { link } = await inviteClient(there, desk)
  const weak = { ...chosen, password: 'iris bakker 1980' }
  const accept = acceptInvitation(desk.accounts, link, weak, WHENCE)
  await expect(accept).rejects.toMatchObject({ code: 'PASSWORD_PERSONAL' })
  const { rows } = await there.owner.query('select from gestand.accounts where email = $1', [
    iris.email,
  ])
  expect(rows).toHaveLength(0)
  await acceptInvitation(desk.accounts, link, chosen, WHENCE)
})

test('who is invited to work here sets a second factor up before anything else', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const link = await invite(there, desk, ['coach'])
  expect(await findInvitation(desk.accounts, link)).toMatchObject({ kind: 'member' })
  const { token, needs } = await acceptInvitation(desk.accounts, link, chosen, WHENCE)
  expect(needs).toBe('set-up')
  expect(await findSession(desk.accounts, token)).toBeUndefined()
  expect(await findSignIn(desk.accounts, token)).toMatchObject({ email: iris.email })
  const { rows } = await there.owner.query(
    `select m.title, f.function from members m join functions f using (account_id)
     join gestand.accounts a on a.id = m.account_id where a.email = $1`,
    [iris.email],
  )
  expect(rows).toEqual([{ title: 'Loopbaancoach', function: 'coach' }])
})

test('who is invited to act for a party has its relations and needs no second factor', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const partyId = await there.party('Gemeente')
  const administrator = await there.account('Administrator', ['administrator'])
  await there.store.change(administrator.for('administration'), (tx) =>
    inviteForParty(tx, desk.accounts.outbox, { ...iris, partyId }),
  )
  const link = await linkIn(desk)
  expect(await findInvitation(desk.accounts, link)).toMatchObject({ kind: 'party' })
  expect(await acceptInvitation(desk.accounts, link, chosen, WHENCE)).toMatchObject({ needs: null })
  const { rows } = await there.owner.query('select party_id from affiliations')
  expect(rows).toEqual([{ party_id: partyId }])
})

test('who has an account signs in and accepts with it', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const person = await desk.person('Iris Bakker')
  const { dossierId, link } = await inviteClient(there, desk, { ...iris, email: person.email })
  expect(await findInvitation(desk.accounts, link)).toMatchObject({ hasAccount: true })
  const again = acceptInvitation(desk.accounts, link, chosen, WHENCE)
  await expect(again).rejects.toMatchObject({ code: 'ACCOUNT_EXISTS' })
  const { token } = await signIn(desk.accounts, person.credentials, WHENCE)
  const accepted = await acceptInvitationSignedIn(desk.accounts, link, token)
  expect(accepted).toEqual({ token, needs: null })
  const authority = { organisation: there.organisation, session: token, activity: 'self-service' }
  await there.store.open(authority, dossierId, {})
})

test('a client who becomes staff sets a second factor up: the session without it ends', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const person = await desk.person('Iris Bakker')
  const { token } = await signIn(desk.accounts, person.credentials, WHENCE)
  const link = await invite(there, desk, ['coach'])
  const accepted = await acceptInvitationSignedIn(desk.accounts, link, token)
  expect(accepted.needs).toBe('set-up')
  expect(await findSession(desk.accounts, token)).toBeUndefined()
  expect(await findSignIn(desk.accounts, accepted.token)).toMatchObject({ accountId: person.id })
})

test('staff elsewhere, signed in with a second factor, stay signed in', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const { token } = await setUp(desk, await desk.person('Officer', ['officer']))
  const link = await invite(there, desk, ['coach'])
  expect(await acceptInvitationSignedIn(desk.accounts, link, token)).toEqual({ token, needs: null })
})

test('nobody accepts without being signed in', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const link = await invite(there, desk, ['coach'])
  const person = await desk.person('Coach', ['coach'])
  const underWay = await signIn(desk.accounts, person.credentials, WHENCE)
  for (const token of [underWay.token, Buffer.alloc(32)]) {
    const accept = acceptInvitationSignedIn(desk.accounts, link, token)
    await expect(accept).rejects.toMatchObject({ code: 'SIGNED_OUT' })
  }
})

test('a coach does not invite colleagues', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const coach = await there.account('Coach', ['coach'])
  const attempt = there.store.change(coach.for('coaching'), (tx) =>
    inviteMember(tx, desk.accounts.outbox, { ...iris, functions: ['administrator'] }),
  )
  await expect(attempt).rejects.toMatchObject({ code: 'NOT_DECLARED' })
  expect(await desk.mails()).toEqual([])
})
