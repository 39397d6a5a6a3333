import { z } from 'zod'
import { submitRequest } from '#duties/rights/asking.ts'
import { ErrorSummary, Form, Notice, PageHeader } from '#entry/web/components/index.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { say } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { objectionOptions } from './objectionable.ts'
import { askedOf, FORM_PATH, HANDLING, readStatement, titleOf } from './office.ts'
import {
  AboutField,
  askedInput,
  KindField,
  personNamed,
  personRule,
  REQUESTER_LABELS,
  RequesterFields,
  requesterInput,
  requesterOf,
  WordsField,
} from './requester-fields.tsx'

const words = {
  title: { nl: 'Een verzoek over uw gegevens', en: 'A request about your data' },
  lead: {
    nl: 'Hebt u geen account bij ons, of lukt inloggen niet? Doe uw verzoek dan hier. U kunt het ook doen voor uw kind of namens iemand anders.',
    en: 'Do you have no account with us, or can you not sign in? Then make your request here. You can also make it for your child or for somebody else.',
  },
  account: {
    nl: 'Hebt u een account? Log dan in en kies “Mijn rechten”. Dan weten wij meteen wie u bent.',
    en: 'Do you have an account? Then sign in and choose “My rights”. Then we know at once who you are.',
  },
  hint: {
    nl: 'Schrijf geen burgerservicenummer, en niet meer dan nodig is.',
    en: 'Do not write your citizen number, and no more than is needed.',
  },
  send: { nl: 'Versturen', en: 'Send' },
} satisfies Record<string, Text>

const input = z
  .object({ ...askedInput, ...requesterInput, email: z.email().max(254) })
  .refine(personNamed, personRule)

/** A request of anybody, confirmed by mail before it counts. */
export const publicFormPage = formPage(FORM_PATH, {
  input,
  labels: REQUESTER_LABELS,
  read: async (door) => {
    const statement = await readStatement(door)
    if (!Object.hasOwn(statement.declarations.activities, HANDLING)) throw new AppError('NOT_FOUND')
    await door.publicly({})
    return objectionOptions(statement)
  },
  view: (objectionable, form, door) => (
    <Screen door={door} title={words.title} width="narrow" open>
      <PageHeader title={words.title} lead={words.lead} />
      <Notice>{say(words.account, door.language)}</Notice>
      <ErrorSummary errors={form.faults} />
      <Form action={FORM_PATH} submit={words.send} formId={form.formId}>
        <KindField form={form} />
        <AboutField form={form} options={objectionable} />
        <WordsField form={form} hint={words.hint} />
        <RequesterFields form={form} own />
      </Form>
    </Screen>
  ),
  act: async ({ door, formId, input: { kind, about, words: said, email, ...who } }) => {
    const { visit, language } = door
    const where = { ...askedOf(door), title: titleOf(door), address: visit.address }
    await once(() =>
      submitRequest(visit.site.accounts, where, {
        id: formId,
        kind,
        ...(about !== undefined && { about }),
        words: said,
        language,
        ...requesterOf(who),
        email,
      }),
    )
    return { to: FORM_PATH, done: 'request-sent' }
  },
})
