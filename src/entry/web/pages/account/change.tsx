import { z } from 'zod'
import {
  changePassword,
  confirmEmailChange,
  readToken,
  removeTotp,
  startEmailChange,
} from '#accounts/index.ts'
import { TextField } from '#entry/web/components/index.ts'
import { writeSession } from '#entry/web/http/cookies.ts'
import { formPage } from '#entry/web/http/form.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { AccountForm, NewPasswordFields, PasswordField } from './account-form.tsx'
import { newPassword, password } from './password-rule.ts'

const words = {
  passwordTitle: { nl: 'Wachtwoord wijzigen', en: 'Change password' },
  passwordLead: {
    nl: 'Op alle andere apparaten wordt u uitgelogd.',
    en: 'You will be signed out on all other devices.',
  },
  current: { nl: 'Huidig wachtwoord', en: 'Present password' },
  next: { nl: 'Nieuw wachtwoord', en: 'New password' },
  emailTitle: { nl: 'E-mailadres wijzigen', en: 'Change e-mail address' },
  emailLead: {
    nl: 'U krijgt een link op het nieuwe adres. Pas als u die volgt, verandert het.',
    en: 'You get a link at the new address. It changes only when you follow it.',
  },
  email: { nl: 'Nieuw e-mailadres', en: 'New e-mail address' },
  confirmTitle: { nl: 'E-mailadres bevestigen', en: 'Confirm e-mail address' },
  confirmLead: {
    nl: 'Vanaf nu logt u in met dit nieuwe adres.',
    en: 'From now on you sign in with this new address.',
  },
  offTitle: { nl: 'Tweede stap uitzetten', en: 'Turn the second step off' },
  offLead: {
    nl: 'Daarna is uw wachtwoord genoeg om in te loggen. Dat is minder veilig.',
    en: 'After that your password is enough to sign in. That is less safe.',
  },
} satisfies Record<string, Text>

/** Another password. */
export const passwordPage = formPage('/account/wachtwoord', {
  input: z.intersection(newPassword, z.object({ current: password })),
  read: (door) => door.list('', 'account', {}),
  view: (_, form, door) => (
    <AccountForm
      door={door}
      form={form}
      title={words.passwordTitle}
      lead={words.passwordLead}
      action="/account/wachtwoord"
      submit={words.passwordTitle}
      cancelHref="/account"
    >
      <PasswordField name="current" label={words.current} form={form} />
      <NewPasswordFields form={form} label={words.next} />
    </AccountForm>
  ),
  act: async ({ door, input, context }) => {
    const { site } = door.visit
    const wanted = { current: input.current, next: input.password }
    writeSession(context, site, await changePassword(site.accounts, door.session, wanted))
    return { to: '/account', done: 'password-changed' }
  },
})

/** Another address, confirmed by a link that is sent to it. */
export const emailPage = formPage('/account/e-mailadres', {
  input: z.object({ email: z.email().max(254), password }),
  read: (door) => door.list('', 'account', {}),
  view: (_, form, door) => (
    <AccountForm
      door={door}
      form={form}
      title={words.emailTitle}
      lead={words.emailLead}
      action="/account/e-mailadres"
      submit={words.emailTitle}
      cancelHref="/account"
    >
      <TextField
        name="email"
        label={words.email}
        type="email"
        autocomplete="email"
        required
        value={form.value('email')}
        error={form.fault('email')}
      />
      <PasswordField name="password" label={words.current} form={form} />
    </AccountForm>
  ),
  act: async ({ door, input }) => {
    await startEmailChange(door.visit.site.accounts, door.session, input)
    return { to: '/account', done: 'mail-sent' }
  },
})

/** Where the link to a new address leads. */
export const emailConfirmPage = formPage('/e-mailadres/:token', {
  input: z.object({}),
  read: async (door, params) => {
    await door.publicly({})
    return params['token'] ?? ''
  },
  view: (token, form, door) => (
    <AccountForm
      door={door}
      form={form}
      title={words.confirmTitle}
      lead={words.confirmLead}
      action={`/e-mailadres/${encodeURIComponent(token)}`}
      submit={words.confirmTitle}
    />
  ),
  act: async ({ door, params }) => {
    const token = readToken(params['token'])
    if (!token) throw new AppError('LINK_EXPIRED')
    await confirmEmailChange(door.visit.site.accounts, token)
    return { to: '/account', done: 'saved' }
  },
})

/** Turning the second step off, for who may. */
export const turnOffPage = formPage('/account/tweede-stap/uit', {
  input: z.object({ password }),
  read: (door) => door.list('', 'account', {}),
  view: (_, form, door) => (
    <AccountForm
      door={door}
      form={form}
      title={words.offTitle}
      lead={words.offLead}
      action="/account/tweede-stap/uit"
      submit={words.offTitle}
      cancelHref="/account"
    >
      <PasswordField name="password" label={words.current} form={form} />
    </AccountForm>
  ),
  act: async ({ door, input, context }) => {
    const { site } = door.visit
    writeSession(context, site, await removeTotp(site.accounts, door.session, input.password))
    return { to: '/account', done: 'factor-changed' }
  },
})
