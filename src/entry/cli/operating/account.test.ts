import { expect, test } from 'vitest'
import { acceptInvitation, readToken, signIn } from '#accounts/index.ts'
import type { Command } from '#entry/cli/command.ts'
import { accountsOf, PASSWORD, setUp, tokenIn, WHENCE } from '#world/accounts.ts'
import { runCommand, type Variables, variablesOf } from '#world/command.ts'
import { WORLD_KEY } from '#world/master.ts'
import { type World, world } from '#world/world.ts'
import { command as account } from './account.ts'
import { command as organisations } from './organisations.ts'

const WITH_MAIL: Variables = { GESTAND_SMTP_URL: 'smtp://127.0.0.1:2599' }
const INVITE = ['invite', 'noor@example.org', '--org', 'reintegration', '--name', 'Noor Dekker']
const AS_ADMINISTRATOR = [...INVITE, '--functions', 'administrator,officer']

function run(
  { installation }: World,
  command: Command,
  args: readonly string[],
  more: Variables = {},
): Promise<{ readonly code: number; readonly printed: string }> {
  return runCommand(command, args, { ...variablesOf(installation, WORLD_KEY), ...more })
}

test('the first administrator gets in by a link that is printed where there is no mail server', async () => {
  const there = await world()
  const { accounts } = accountsOf(there)
  const { code, printed } = await run(there, account, [...AS_ADMINISTRATOR, '--title', 'Directie'])
  expect(code).toBe(0)
  const link = /http:\/\/localhost:8080\/uitnodiging\/reintegration\/([\w-]{43})\n/.exec(printed)
  const token = readToken(link?.[1])
  if (!token) throw new Error(`no link in: ${printed}`)
  const { organisation } = there
  const credentials = { password: PASSWORD, language: 'nl' as const }
  const signedIn = await acceptInvitation(accounts, { organisation, token }, credentials, WHENCE)
  expect(signedIn.needs).toBe('set-up')
  const { rows } = await there.owner.query(
    `select m.name, m.title, array(select function from functions order by 1) as functions
     from members m`,
  )
  const functions = ['administrator', 'officer']
  expect(rows).toEqual([{ name: 'Noor Dekker', title: 'Directie', functions }])
  const { rows: ledger } = await there.owner.query(
    `select act, activity, account_id from ledger where subject = 'member_invitations' order by id`,
  )
  expect(ledger[0]).toEqual({ act: 'inserted', activity: 'system', account_id: null })
})

test('where there is a mail server a mail waits, and no link is shown', async () => {
  const there = await world()
  const { printed } = await run(there, account, [...AS_ADMINISTRATOR, '--json'], WITH_MAIL)
  expect(JSON.parse(printed)).toEqual({
    organisation: 'reintegration',
    email: 'noor@example.org',
    functions: ['administrator', 'officer'],
    link: null,
  })
  const [mail] = await accountsOf(there).mails()
  expect(mail?.to.email).toBe('noor@example.org')
  expect(mail && tokenIn(mail)).toHaveLength(32)
})

test('a second invitation takes the place of the first', async () => {
  const there = await world()
  await run(there, account, AS_ADMINISTRATOR, WITH_MAIL)
  const [first] = await accountsOf(there).mails()
  await run(there, account, AS_ADMINISTRATOR, WITH_MAIL)
  const { rows } = await there.owner.query('select email from member_invitations')
  expect(rows).toHaveLength(1)
  const { accounts } = accountsOf(there)
  const token = first ? tokenIn(first) : Buffer.alloc(32)
  const link = { organisation: there.organisation, token }
  const credentials = { password: PASSWORD, language: 'nl' as const }
  const accepted = acceptInvitation(accounts, link, credentials, WHENCE)
  await expect(accepted).rejects.toMatchObject({ code: 'INVITATION_EXPIRED' })
})

test('an invitation that is asked wrongly invites nobody, and says what was meant', async () => {
  const there = await world()
  const wrong: [readonly string[], string][] = [
    [[], 'say what to do: invite'],
    [['invit'], 'Did you mean "invite"?'],
    [INVITE, '--functions'],
    [[...INVITE, '--functions', 'administrater'], 'Did you mean "administrator"?'],
    [[...INVITE, '--functions', 'administrator,'], '--functions'],
    [[...AS_ADMINISTRATOR, '--org', 'reintegratoin'], 'Did you mean "reintegration"?'],
    [[...AS_ADMINISTRATOR, '--language', 'fr'], '--language is one of'],
    [['invite', 'nobody', ...AS_ADMINISTRATOR.slice(2)], 'no e-mail address'],
    [['invite', ...AS_ADMINISTRATOR.slice(2)], 'give one e-mail address'],
  ]
  for (const [args, says] of wrong) {
    await expect(run(there, account, args), args.join(' ')).rejects.toThrow(says)
  }
  const { rows } = await there.owner.query('select from member_invitations')
  expect(rows).toEqual([])
})

test('who lost the second factor sets a new one up, and it stands in the ledger', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const coach = await desk.person('Ilse Kramer', ['coach'])
  await setUp(desk, coach)
  const reset = ['reset-second-factor', coach.email, '--org', 'reintegration']
  expect((await run(there, account, reset)).printed).toContain('every session has ended')
  expect((await signIn(desk.accounts, coach.credentials, WHENCE)).needs).toBe('set-up')
  const { rows } = await there.owner.query(
    `select account_id, item from ledger where act = 'second-factor-reset'`,
  )
  expect(rows).toEqual([{ account_id: null, item: coach.id }])
  await expect(run(there, account, reset)).rejects.toThrow('has no second factor')
})

test('a second factor is not taken from who has nothing to do with the organisation', async () => {
  const there = await world()
  const desk = accountsOf(there)
  const stranger = await desk.person('Sam Bakker')
  const reset = ['reset-second-factor', stranger.email, '--org', 'reintegration']
  await expect(run(there, account, reset)).rejects.toThrow('has no account')
  const unknown = ['reset-second-factor', 'nobody@example.org', '--org', 'reintegration']
  await expect(run(there, account, unknown)).rejects.toThrow('has no account')
})

test('organisations are listed with the statement that they work by', async () => {
  const there = await world()
  expect((await run(there, organisations, [])).printed).toMatch(
    /^reintegration +.+ \(version 4, in force since \d{4}-\d\d-\d\d\)\n$/,
  )
  const { printed } = await run(there, organisations, ['--json'])
  expect(JSON.parse(printed)).toMatchObject({
    organisations: [{ organisation: 'reintegration', version: 4 }],
  })
})
