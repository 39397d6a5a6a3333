import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import { beginTotp, confirmTotp, type SecondFactorSetup } from '#accounts/index.ts'
import {
  CodeList,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  PageHeader,
  Panel,
  QrCode,
  Words,
} from '#entry/web/components/index.ts'
import { writeSession } from '#entry/web/http/cookies.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, type FormState, type Shown } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { CodeField } from './account-form.tsx'

const words = {
  title: { nl: 'Tweede stap instellen', en: 'Set up the second step' },
  lead: {
    nl: 'Met een tweede stap kan niemand inloggen met alleen uw wachtwoord. U hebt er een app voor nodig die codes maakt, op uw telefoon of computer.',
    en: 'With a second step nobody can sign in with your password alone. You need an app that makes codes, on your phone or computer.',
  },
  scan: { nl: '1. Scan de code met de app', en: '1. Scan the code with the app' },
  qr: {
    nl: 'Code voor de app; de letters staan eronder',
    en: 'Code for the app; its letters stand below',
  },
  typed: { nl: 'Of typ deze letters over', en: 'Or type these letters over' },
  code: { nl: '2. Vul de code in die de app toont', en: '2. Fill in the code that the app shows' },
  confirm: { nl: 'Instellen', en: 'Set up' },
  doneTitle: { nl: 'Bewaar deze herstelcodes', en: 'Keep these recovery codes' },
  doneLead: {
    nl: 'De tweede stap is ingesteld. Raakt u uw telefoon kwijt, dan komt u met een van deze codes toch binnen. Elke code werkt één keer.',
    en: 'The second step is set up. If you lose your phone, one of these codes still lets you in. Each code works once.',
  },
  once: {
    nl: 'U ziet ze nu voor het laatst. Schrijf ze op of druk ze af.',
    en: 'This is the last time you see them. Write them down or print them.',
  },
  codes: { nl: 'Herstelcodes', en: 'Recovery codes' },
  on: { nl: 'Ik heb ze bewaard, verder', en: 'I have kept them, go on' },
} satisfies Record<string, Text>

const input = z.object({ code: z.string().trim().min(1).max(20) })

/** Setting up the second step while signing in, for who works here. */
export const signInSetUpPage = setUpPage('/inloggen/instellen', (door) => {
  if (!door.visit.signIn) throw new AppError('SIGN_IN_EXPIRED')
  return door.visit.signIn
})

/** Setting it up, or another app, from one's own account. */
export const accountSetUpPage = setUpPage('/account/tweede-stap', (door) => door.session)

function setUpPage(path: string, tokenOf: (door: Door) => Buffer) {
  return formPage(path, {
    input,
    read: (door) => beginTotp(door.visit.site.accounts, tokenOf(door)),
    view: (setup, form, door) => drawSetUp(path, setup, form, door),
    act: async ({ door, input: { code }, context }): Promise<Shown> => {
      const { site } = door.visit
      const { token, recoveryCodes } = await confirmTotp(site.accounts, tokenOf(door), code)
      writeSession(context, site, token)
      return { show: drawCodes(recoveryCodes, door) }
    },
  })
}

function drawSetUp(path: string, setup: SecondFactorSetup, form: FormState, door: Door) {
  return (
    <Screen door={door} title={words.title} width="single" open>
      <PageHeader title={words.title} lead={words.lead} />
      <ErrorSummary errors={form.faults} />
      <Panel title={words.scan}>
        <QrCode value={setup.uri} label={words.qr} />
        <CodeList label={words.typed} codes={[setup.typed]} />
      </Panel>
      <Form action={path} submit={words.confirm} formId={form.formId}>
        <CodeField label={words.code} form={form} />
      </Form>
    </Screen>
  )
}

/** The codes, which are shown once. */
export function drawCodes(codes: readonly string[], door: Door): JSX.Element {
  return (
    <Screen door={door} title={words.doneTitle} width="single" open>
      <PageHeader title={words.doneTitle} lead={words.doneLead} />
      <Notice tone="warning">
        <Words of={words.once} />
      </Notice>
      <CodeList label={words.codes} codes={codes} />
      <LinkButton href="/begin" label={words.on} />
    </Screen>
  )
}
