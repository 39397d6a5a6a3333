import { z } from 'zod'
import { mayAct } from '#duties/acting.ts'
import { enterRequest } from '#duties/rights/asking.ts'
import { CHANNEL_WORDS } from '#duties/rights/words.ts'
import {
  DateField,
  dayOf,
  ErrorSummary,
  Form,
  PageHeader,
  RadioGroup,
  SelectField,
} from '#entry/web/components/index.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { RIGHTS } from './look.ts'
import { objectionOptions } from './objectionable.ts'
import { askedOf, DESK_PATH, HANDLING, readStatement } from './office.ts'
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
  title: { nl: 'Verzoek invoeren', en: 'Enter a request' },
  lead: {
    nl: 'Voor wat per brief, telefoon of e-mail binnenkomt. De termijn loopt vanaf de dag van ontvangst.',
    en: 'For what comes by letter, phone or e-mail. The term runs from the day it came in.',
  },
  channel: { nl: 'Hoe kwam het binnen', en: 'How did it come in' },
  receivedOn: { nl: 'Ontvangen op', en: 'Received on' },
  language: { nl: 'Taal van het antwoord', en: 'Language of the answer' },
  wordsHint: { nl: 'Wat de persoon vraagt, kort.', en: 'What the person asks, in short.' },
  save: { nl: 'Invoeren', en: 'Enter' },
} satisfies Record<string, Text>

const CHANNELS = ['letter', 'phone', 'mail'] as const

const input = z
  .object({
    ...askedInput,
    ...requesterInput,
    email: z.union([z.literal('').transform(() => undefined), z.email().max(254)]),
    channel: z.enum(CHANNELS),
    receivedOn: z.iso.date(),
    language: z.enum(['nl', 'en']),
  })
  .refine(personNamed, personRule)

/** Writes down what came by letter, phone or mail. */
export const requestEntryPage = formPage(`${DESK_PATH}/nieuw`, {
  input,
  labels: REQUESTER_LABELS,
  read: async (door) => {
    const [statement] = await Promise.all([
      readStatement(door),
      door.list(HANDLING, 'entry', { mayAct }),
    ])
    return objectionOptions(statement)
  },
  view: (objectionable, form, door) => (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: RIGHTS.requests, href: DESK_PATH }]}
      />
      <ErrorSummary errors={form.faults} />
      <Form
        action={`${DESK_PATH}/nieuw`}
        submit={words.save}
        cancelHref={DESK_PATH}
        formId={form.formId}
      >
        <RadioGroup
          name="channel"
          label={words.channel}
          options={CHANNELS.map((value) => ({ value, label: CHANNEL_WORDS[value] }))}
          value={form.value('channel')}
          error={form.fault('channel')}
          required
        />
        <DateField
          name="receivedOn"
          label={words.receivedOn}
          value={form.value('receivedOn', dayOf(new Date()))}
          max={dayOf(new Date())}
          error={form.fault('receivedOn')}
          required
        />
        <KindField form={form} entered />
        <AboutField form={form} options={objectionable} />
        <WordsField form={form} hint={words.wordsHint} />
        <RequesterFields form={form} own={false} />
        <SelectField
          name="language"
          label={words.language}
          options={[
            { value: 'nl', label: 'Nederlands' },
            { value: 'en', label: 'English' },
          ]}
          value={form.value('language', 'nl')}
          error={form.fault('language')}
          required
        />
      </Form>
    </Screen>
  ),
  act: async ({ door, formId, input: entered }) => {
    const { kind, about, words: said, channel, receivedOn, language, ...who } = entered
    await once(() =>
      door.change(HANDLING, (tx) =>
        enterRequest(tx, askedOf(door), {
          id: formId,
          kind,
          ...(about !== undefined && { about }),
          words: said,
          language,
          channel,
          receivedOn,
          ...requesterOf(who),
        }),
      ),
    )
    return { to: `${DESK_PATH}/${formId}`, done: 'request-entered' }
  },
})
