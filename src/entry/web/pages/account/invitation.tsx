import {
  acceptInvitation,
  acceptInvitationSignedIn,
  findInvitation,
  type Invitation,
  readToken,
} from '#accounts/index.ts'
import {
  ActionForm,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  PageHeader,
  TextField,
  Words,
} from '#entry/web/components/index.ts'
import { writeSignIn } from '#entry/web/http/cookies.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage, type FormState } from '#entry/web/http/form.tsx'
import type { Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { NewPasswordFields } from './account-form.tsx'
import { nextStep } from './next-step.ts'
import { newPassword } from './password-rule.ts'
import { whence } from './whence.ts'

const words = {
  title: { nl: 'Welkom bij {title}', en: 'Welcome to {title}' },
  dossier: {
    nl: 'U bent uitgenodigd om een dossier te bekijken: van uzelf, of van wie u vertegenwoordigt. Kies daarvoor een wachtwoord.',
    en: 'You are invited to see a dossier: your own, or that of whom you represent. Choose a password for it.',
  },
  member: {
    nl: 'U bent uitgenodigd als medewerker. Kies een wachtwoord; daarna stelt u de tweede stap in.',
    en: 'You are invited as a member of staff. Choose a password; after that you set up the second step.',
  },
  party: {
    nl: 'U bent uitgenodigd om namens uw organisatie mee te kijken. Kies daarvoor een wachtwoord.',
    en: 'You are invited to look along on behalf of your organisation. Choose a password for it.',
  },
  account: {
    nl: 'Kies een wachtwoord voor uw account. Daarna gaat u verder met inschrijven.',
    en: 'Choose a password for your account. After that you go on with your enrolment.',
  },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  password: { nl: 'Wachtwoord', en: 'Password' },
  accept: { nl: 'Account maken', en: 'Make the account' },
  has: {
    nl: 'U hebt al een account met dit e-mailadres. Log in en neem de uitnodiging daarmee aan.',
    en: 'You have an account with this e-mail address. Sign in and accept the invitation with it.',
  },
  signIn: { nl: 'Inloggen', en: 'Sign in' },
  signedIn: {
    nl: 'U bent ingelogd. Neem de uitnodiging aan met dit account, of log uit om een ander te gebruiken.',
    en: 'You are signed in. Accept the invitation with this account, or sign out to use another one.',
  },
  acceptWith: { nl: 'Uitnodiging aannemen', en: 'Accept the invitation' },
} satisfies Record<string, Text>

interface Invited {
  readonly invitation: Invitation
  readonly path: string
}

/** Where the link of an invitation leads: a new account, or one that there is already. */
export const invitationPage = formPage('/uitnodiging/:organisation/:token', {
  input: newPassword,
  read: async (door, params): Promise<Invited> => {
    const invitation = await findInvitation(door.visit.site.accounts, linkOf(params))
    if (!invitation) throw new AppError('INVITATION_EXPIRED')
    await door.publicly({})
    return { invitation, path: `/uitnodiging/${params['organisation']}/${params['token']}` }
  },
  view: drawInvitation,
  act: async ({ door, input, params, context }) => {
    const { site, language } = door.visit
    const account = { password: input.password, language }
    const result = await acceptInvitation(
      site.accounts,
      linkOf(params),
      account,
      whence(door, context),
    )
    writeSignIn(context, site, result)
    return { to: nextStep(result.needs, undefined) }
  },
})

/** Accepts with the account that is signed in. */
export const invitationAct = act(
  '/uitnodiging/:organisation/:token/aannemen',
  async ({ door, params, context }) => {
    const { site } = door.visit
    const result = await acceptInvitationSignedIn(site.accounts, linkOf(params), door.session)
    writeSignIn(context, site, result)
    return { to: nextStep(result.needs, undefined) }
  },
)

function linkOf(params: Params): { organisation: string; token: Buffer } {
  const token = readToken(params['token'])
  if (!token) throw new AppError('INVITATION_EXPIRED')
  return { organisation: params['organisation'] ?? '', token }
}

function drawInvitation({ invitation, path }: Invited, form: FormState, door: Door) {
  const { kind, title, email, hasAccount } = invitation
  const welcome = {
    nl: words.title.nl.replace('{title}', title),
    en: words.title.en.replace('{title}', title),
  }
  const back = `/inloggen?naar=${encodeURIComponent(path)}`
  return (
    <Screen door={door} title={welcome} width="single" open>
      <PageHeader title={welcome} lead={words[kind]} />
      <ErrorSummary errors={form.faults} />
      {door.me && (
        <Notice action={<ActionForm action={`${path}/aannemen`} label={words.acceptWith} />}>
          <Words of={words.signedIn} />
        </Notice>
      )}
      {!door.me && hasAccount && (
        <Notice action={<LinkButton href={back} label={words.signIn} />}>
          <Words of={words.has} />
        </Notice>
      )}
      {!door.me && !hasAccount && (
        <Form action={path} submit={words.accept} formId={form.formId}>
          <TextField
            name="email"
            label={words.email}
            type="email"
            value={email}
            autocomplete="username"
            readOnly
            required
          />
          <NewPasswordFields form={form} label={words.password} />
        </Form>
      )}
    </Screen>
  )
}
