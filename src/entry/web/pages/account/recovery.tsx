import { z } from 'zod'
import { findRecovery, readToken, recover, startRecovery } from '#accounts/index.ts'
import { TextField } from '#entry/web/components/index.ts'
import { writeSignIn } from '#entry/web/http/cookies.ts'
import { formPage } from '#entry/web/http/form.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { AccountForm, NewPasswordFields } from './account-form.tsx'
import { nextStep } from './next-step.ts'
import { newPassword } from './password-rule.ts'
import { whence } from './whence.ts'

const words = {
  title: { nl: 'Wachtwoord vergeten', en: 'Forgot your password' },
  lead: {
    nl: 'Vul uw e-mailadres in. U krijgt een link waarmee u een nieuw wachtwoord kiest. De link werkt een uur.',
    en: 'Fill in your e-mail address. You get a link with which you choose a new password. The link works for an hour.',
  },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  send: { nl: 'Link sturen', en: 'Send the link' },
  newTitle: { nl: 'Nieuw wachtwoord', en: 'New password' },
  newLead: {
    nl: 'Kies een nieuw wachtwoord. Op alle andere apparaten wordt u uitgelogd.',
    en: 'Choose a new password. You will be signed out on all other devices.',
  },
  password: { nl: 'Nieuw wachtwoord', en: 'New password' },
  save: { nl: 'Wachtwoord opslaan', en: 'Save the password' },
} satisfies Record<string, Text>

/** Asks for a link. The answer is the same whether the address is known or not. */
export const forgottenPage = formPage('/wachtwoord-vergeten', {
  input: z.object({ email: z.email().max(254) }),
  read: async () => undefined,
  view: (_, form, door) => (
    <AccountForm
      door={door}
      form={form}
      title={words.title}
      lead={words.lead}
      action="/wachtwoord-vergeten"
      submit={words.send}
      cancelHref="/inloggen"
    >
      <TextField
        name="email"
        label={words.email}
        type="email"
        autocomplete="username"
        required
        value={form.value('email')}
        error={form.fault('email')}
      />
    </AccountForm>
  ),
  act: async ({ door, input: { email }, context }) => {
    await startRecovery(door.visit.site.accounts, email, whence(door, context))
    return { to: '/inloggen', done: 'mail-sent' }
  },
})

/** Where the link from the mail leads. */
export const recoveryPage = formPage('/wachtwoord/:token', {
  input: newPassword,
  read: async (door, params) => {
    const token = readToken(params['token'])
    const found = token && (await findRecovery(door.visit.site.accounts, token))
    if (!found) throw new AppError('LINK_EXPIRED')
    return { name: found.name, path: `/wachtwoord/${params['token']}` }
  },
  view: ({ path }, form, door) => (
    <AccountForm
      door={door}
      form={form}
      title={words.newTitle}
      lead={words.newLead}
      action={path}
      submit={words.save}
    >
      <NewPasswordFields form={form} label={words.password} />
    </AccountForm>
  ),
  act: async ({ door, input, params, context }) => {
    const { site } = door.visit
    const token = readToken(params['token'])
    if (!token) throw new AppError('LINK_EXPIRED')
    const chosen = { token, password: input.password }
    const result = await recover(site.accounts, chosen, whence(door, context))
    writeSignIn(context, site, result)
    return { to: nextStep(result.needs, undefined), done: 'password-changed' }
  },
})
