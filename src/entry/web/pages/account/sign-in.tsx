import { z } from 'zod'
import { signIn } from '#accounts/index.ts'
import { Actions, HiddenField, TextField } from '#entry/web/components/index.ts'
import { writeSignIn } from '#entry/web/http/cookies.ts'
import { formPage } from '#entry/web/http/form.tsx'
import type { Text } from '#kernel/language.ts'
import { AccountForm, PasswordField } from './account-form.tsx'
import { AccountLink } from './account-link.tsx'
import { nextStep, readBack } from './next-step.ts'
import { password } from './password-rule.ts'
import { whence } from './whence.ts'

const words = {
  title: { nl: 'Inloggen', en: 'Sign in' },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  password: { nl: 'Wachtwoord', en: 'Password' },
  forgotten: { nl: 'Wachtwoord vergeten?', en: 'Forgot your password?' },
  demo: { nl: 'Accounts van de demonstratie', en: 'Accounts of the demonstration' },
  lead: {
    nl: 'U krijgt een account door een uitnodiging. Hebt u die niet gekregen, neem dan contact met ons op.',
    en: 'You get an account by invitation. If you did not get one, contact us.',
  },
} satisfies Record<string, Text>

const SIGN_IN_LABELS = {
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  password: { nl: 'Wachtwoord', en: 'Password' },
} satisfies Record<string, Text>

/** The first step of signing in. */
export const signInPage = formPage('/inloggen', {
  input: z.object({
    email: z.string().trim().min(1).max(254),
    password,
    naar: z.string().optional(),
  }),
  labels: SIGN_IN_LABELS,
  read: async (door) => readBack(door),
  view: (back, form, door) => (
    <AccountForm
      door={door}
      form={form}
      title={words.title}
      lead={words.lead}
      action="/inloggen"
      submit={words.title}
      after={
        <Actions>
          <AccountLink href="/wachtwoord-vergeten" label={words.forgotten} />
          {door.visit.site.demo && <AccountLink href="/demo/accounts" label={words.demo} />}
        </Actions>
      }
    >
      <HiddenField name="naar" value={form.value('naar', back)} />
      <TextField
        name="email"
        label={words.email}
        type="email"
        autocomplete="username"
        required
        value={form.value('email')}
        error={form.fault('email')}
      />
      <PasswordField name="password" label={words.password} form={form} />
    </AccountForm>
  ),
  act: async ({ door, input, context }) => {
    const { site } = door.visit
    const result = await signIn(site.accounts, input, whence(door, context))
    writeSignIn(context, site, result)
    return { to: nextStep(result.needs, input.naar) }
  },
})
