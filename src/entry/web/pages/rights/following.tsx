import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { RequestState } from '#duties/rights/words.ts'
import {
  ActionForm,
  FileField,
  Form,
  Notice,
  Section,
  Stack,
  TextArea,
  useSay,
} from '#entry/web/components/index.ts'
import type { FormState } from '#entry/web/http/form.tsx'
import type { Text } from '#kernel/language.ts'
import { RIGHTS } from './look.ts'
import type { ReadStep } from './office.ts'

const words = {
  asked: { nl: 'Wat wij van u vragen', en: 'What we ask of you' },
  copyHere: {
    nl: 'Wij hebben de kopie van uw identiteitsbewijs en kijken die na. U krijgt bericht.',
    en: 'We have the copy of your identity document and are looking at it. You hear from us.',
  },
  sendCopy: { nl: 'Kopie sturen', en: 'Send the copy' },
  sendAnswer: { nl: 'Antwoord versturen', en: 'Send the answer' },
  executing: {
    nl: 'Wij voeren uw verzoek nu uit. U krijgt bericht als het klaar is.',
    en: 'We are carrying out your request now. You hear from us when it is done.',
  },
  stop: { nl: 'Wilt u dit niet meer?', en: 'Do you no longer want this?' },
  stopWhy: {
    nl: 'Trek het verzoek in. U kunt altijd een nieuw verzoek doen.',
    en: 'Withdraw the request. You can always make a new one.',
  },
} satisfies Record<string, Text>

const COPY_MAX_BYTES = 5_000_000
const NOTE_LIMIT = 4_000

export interface FollowingProps {
  readonly state: RequestState
  /** Where the request stands, for its forms. */
  readonly path: string
  readonly form: FormState
  /** What was done so far, the newest last. */
  readonly steps: readonly Pick<ReadStep, 'action'>[]
}

/** What the person can do with the own request now. */
export function Following({ state, path, form, steps }: FollowingProps): JSX.Element {
  const say = useSay()
  const copyHere = steps.at(-1)?.action === 'send-copy'
  return (
    <Stack gap="large">
      {state === 'executing' && <Notice>{say(words.executing)}</Notice>}
      {state === 'identifying' && copyHere && <Notice>{say(words.copyHere)}</Notice>}
      {state === 'identifying' && !copyHere && (
        <Section title={words.asked}>
          <Form action={path} submit={words.sendCopy} formId={form.formId} files>
            <FileField
              name="copy"
              label={RIGHTS.copy}
              hint={RIGHTS.copyHint}
              accept=".jpg,.jpeg,.png,.pdf"
              maxBytes={COPY_MAX_BYTES}
              error={form.fault('copy')}
              required
            />
          </Form>
        </Section>
      )}
      {state === 'paused' && (
        <Section title={words.asked}>
          <Form action={path} submit={words.sendAnswer} formId={form.formId}>
            <TextArea
              name="note"
              label={RIGHTS.answer}
              value={form.value('note')}
              error={form.fault('note')}
              maxLength={NOTE_LIMIT}
              required
            />
          </Form>
        </Section>
      )}
    </Stack>
  )
}

/** The way to let go of a request, below what happened with it. */
export function LetGo({ state, path }: Omit<FollowingProps, 'form' | 'steps'>): JSX.Element {
  if (!OPEN.has(state)) return <></>
  return (
    <Section title={words.stop} lead={words.stopWhy}>
      <ActionForm action={`${path}/intrekken`} label={RIGHTS.withdraw} look="plain" />
    </Section>
  )
}

const OPEN: ReadonlySet<RequestState> = new Set([
  'received',
  'identifying',
  'weighing',
  'paused',
  'held',
])
