import { z } from 'zod'
import { giveRecoveryCode, giveSecondFactor } from '#accounts/index.ts'
import { HiddenField, TextField } from '#entry/web/components/index.ts'
import { writeSession } from '#entry/web/http/cookies.ts'
import { type Act, formPage } from '#entry/web/http/form.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { AccountForm, CodeField } from './account-form.tsx'
import { AccountLink } from './account-link.tsx'
import { nextStep, readBack } from './next-step.ts'

const words = {
  title: { nl: 'Tweede stap', en: 'Second step' },
  lead: {
    nl: 'Open de app op uw telefoon en vul de code van zes cijfers in.',
    en: 'Open the app on your phone and fill in the code of six digits.',
  },
  code: { nl: 'Code', en: 'Code' },
  on: { nl: 'Verder', en: 'Go on' },
  lost: {
    nl: 'Telefoon kwijt? Gebruik een herstelcode',
    en: 'Lost your phone? Use a recovery code',
  },
  app: { nl: 'Toch een code uit de app', en: 'Use a code from the app after all' },
  recoveryTitle: { nl: 'Herstelcode', en: 'Recovery code' },
  recoveryLead: {
    nl: 'Vul een van de codes in die u bewaarde toen u de tweede stap instelde. Elke code werkt één keer.',
    en: 'Fill in one of the codes that you kept when you set up the second step. Each code works once.',
  },
} satisfies Record<string, Text>

const input = z.object({ code: z.string().trim().min(1).max(40), naar: z.string().optional() })
type Input = z.infer<typeof input>

/** Signing in is complete after a code from the app. */
export const secondStepPage = formPage('/inloggen/tweede-stap', {
  input,
  read: async (door) => readBack(door),
  view: (back, form, door) => (
    <AccountForm
      door={door}
      form={form}
      title={words.title}
      lead={words.lead}
      action="/inloggen/tweede-stap"
      submit={words.on}
      after={<AccountLink href="/inloggen/herstelcode" label={words.lost} />}
    >
      <HiddenField name="naar" value={form.value('naar', back)} />
      <CodeField label={words.code} form={form} />
    </AccountForm>
  ),
  act: (act) => complete(act, giveSecondFactor),
})

/** The way in for who lost the app. */
export const recoveryCodePage = formPage('/inloggen/herstelcode', {
  input,
  read: async (door) => readBack(door),
  view: (back, form, door) => (
    <AccountForm
      door={door}
      form={form}
      title={words.recoveryTitle}
      lead={words.recoveryLead}
      action="/inloggen/herstelcode"
      submit={words.on}
      after={<AccountLink href="/inloggen/tweede-stap" label={words.app} />}
    >
      <HiddenField name="naar" value={form.value('naar', back)} />
      <TextField
        name="code"
        label={words.recoveryTitle}
        autocomplete="off"
        width="medium"
        required
        value={form.value('code')}
        error={form.fault('code')}
      />
    </AccountForm>
  ),
  act: (act) => complete(act, giveRecoveryCode),
})

async function complete(
  { door, input: { code, naar }, context }: Act<Input>,
  prove: typeof giveSecondFactor,
): Promise<{ to: string }> {
  const { site, signIn: token } = door.visit
  if (!token) throw new AppError('SIGN_IN_EXPIRED')
  writeSession(context, site, await prove(site.accounts, token, code))
  return { to: nextStep(null, naar) }
}
