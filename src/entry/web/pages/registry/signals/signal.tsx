import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ErrorSummary,
  Form,
  HiddenField,
  PageHeader,
  RadioGroup,
  Section,
  SelectField,
  Stack,
  TextArea,
  useView,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { registryPostOf, studentName } from '#entry/web/pages/registry/audits/places.ts'
import { requiredText } from '#entry/web/pages/work/input.ts'
import type { Text } from '#kernel/language.ts'
import {
  answerSignal,
  readSignals,
  registrantName,
  requirementsOf,
  sendSignal,
  type Signal,
  SIGNAL_LIMIT,
  SIGNALLING,
  signalReceivers,
  signalsOf,
} from '#modules/registry/index.ts'
import { RECEIVED_PATH, SignalCards, SIGNALS_PATH } from './cards.tsx'

const words = {
  title: { nl: 'Signalen', en: 'Signals' },
  lead: {
    nl: 'Signalen over deze opleiding, het nieuwste eerst.',
    en: 'Signals about this training, newest first.',
  },
  requirement: { nl: 'Eis', en: 'Requirement' },
  to: { nl: 'Aan', en: 'To' },
  noneWhy: {
    nl: 'Over deze opleiding is nog geen signaal verstuurd.',
    en: 'No signals about this training yet.',
  },
  new: { nl: 'Nieuw signaal', en: 'New signal' },
  text: { nl: 'Wat ziet u?', en: 'What do you see?' },
  textHint: {
    nl: 'Alleen over de opleiding. De student leest dit ook.',
    en: 'About the training only. The student reads this too.',
  },
  send: { nl: 'Signaal versturen', en: 'Send the signal' },
  answer: { nl: 'Uw antwoord', en: 'Your answer' },
  answerHint: { nl: 'Wat doet u eraan?', en: 'What do you do about it?' },
  reply: { nl: 'Antwoord versturen', en: 'Send the answer' },
} satisfies Record<string, Text>

async function openSignals(door: Door, params: Params) {
  const id = idOf(params)
  const { dossier, answers } = await door.open(SIGNALLING, id, {
    rows: signalsOf(id),
    requirements: requirementsOf(id),
    receivers: signalReceivers(id),
    names: registrantName(id),
  })
  const [name] = answers.names
  const student = name ? studentName(name) : ''
  return { id, ...answers, student, signals: readSignals(dossier, answers.rows) }
}

/** The signals on one registration, and a new one. */
export const signalPage = formPage(`${SIGNALS_PATH}/:id`, {
  input: z.object({
    requirement: z.uuid(),
    party: z.uuid(),
    words: requiredText(SIGNAL_LIMIT),
  }),
  labels: { requirement: words.requirement, party: words.to, words: words.text },
  read: openSignals,
  view: ({ id, student, signals, requirements, receivers }, form, door) => (
    <Screen door={door} title={words.title}>
      <PageHeader
        title={student}
        lead={words.lead}
        breadcrumbs={[{ label: words.title, href: SIGNALS_PATH }]}
      />
      <Stack gap="large">
        <ErrorSummary errors={form.faults} />
        <SignalCards signals={signals} why={words.noneWhy} />
        <Section title={words.new}>
          <Form action={`${SIGNALS_PATH}/${id}`} submit={words.send} formId={form.formId}>
            <SelectField
              name="requirement"
              label={words.requirement}
              options={requirements.map(({ id: value, text_nl: nl, text_en: en }) => ({
                value,
                label: { nl, en },
              }))}
              value={form.value('requirement')}
              error={form.fault('requirement')}
              required
            />
            <RadioGroup
              name="party"
              label={words.to}
              options={receivers.map(({ id: value, name }) => ({ value, label: name }))}
              value={form.value('party')}
              error={form.fault('party')}
              required
            />
            <TextArea
              name="words"
              label={words.text}
              hint={words.textHint}
              value={form.value('words')}
              error={form.fault('words')}
              maxLength={SIGNAL_LIMIT}
              required
            />
          </Form>
        </Section>
      </Stack>
    </Screen>
  ),
  act: async ({ door, params, formId, input }) => {
    const id = idOf(params)
    const { requirement: requirementId, party: partyId } = input
    await once(() =>
      door.changeDossier(SIGNALLING, id, (tx) =>
        sendSignal(tx, registryPostOf(door), {
          id: formId,
          requirementId,
          partyId,
          words: input.words,
        }),
      ),
    )
    return { to: `${SIGNALS_PATH}/${id}`, done: 'signal-sent' }
  },
})

/** The signals that an institution got on one student, to be answered. */
export const receivedSignalPage = formPage(`${RECEIVED_PATH}/:id`, {
  input: z.object({ signal: z.uuid(), words: requiredText(SIGNAL_LIMIT) }),
  labels: { words: words.answer },
  read: openSignals,
  view: ({ id, student, signals }, form, door) => {
    const open = signals.find(({ answer }) => answer === undefined)
    return (
      <Screen door={door} title={words.title}>
        <PageHeader
          title={student}
          lead={words.lead}
          breadcrumbs={[{ label: words.title, href: RECEIVED_PATH }]}
        />
        <Stack gap="large">
          <ErrorSummary errors={form.faults} />
          <SignalCards signals={signals} why={words.noneWhy} />
          {open && (
            <Section title={words.answer}>
              <Form action={`${RECEIVED_PATH}/${id}`} submit={words.reply} formId={form.formId}>
                <SignalChoice signals={signals} chosen={form.value('signal', open.id)} />
                <TextArea
                  name="words"
                  label={words.answerHint}
                  value={form.value('words')}
                  error={form.fault('words')}
                  maxLength={SIGNAL_LIMIT}
                  required
                />
              </Form>
            </Section>
          )}
        </Stack>
      </Screen>
    )
  },
  act: async ({ door, params, input }) => {
    const id = idOf(params)
    await door.changeDossier(SIGNALLING, id, (tx) =>
      answerSignal(tx, registryPostOf(door), { id: input.signal, words: input.words }),
    )
    return { to: `${RECEIVED_PATH}/${id}`, done: 'signal-answered' }
  },
})

function SignalChoice(props: { signals: readonly Signal[]; chosen: string }): JSX.Element {
  const { language } = useView()
  const open = props.signals.filter(({ answer }) => answer === undefined)
  // With one there is nothing to choose.
  if (open.length === 1) return <HiddenField name="signal" value={props.chosen} />
  return (
    <RadioGroup
      name="signal"
      label={words.requirement}
      options={open.map((signal) => ({
        value: signal.id,
        label: language === 'nl' ? signal.requirement_nl : signal.requirement_en,
      }))}
      value={props.chosen}
      required
    />
  )
}
