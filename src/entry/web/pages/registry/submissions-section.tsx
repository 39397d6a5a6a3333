import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Badge,
  Card,
  EmptyState,
  Moment,
  Quotation,
  Section,
  Stack,
  useSay,
} from '#entry/web/components/index.ts'
import { titled } from '#entry/web/titles.ts'
import type { Text } from '#kernel/language.ts'
import type { SubmissionView, VerificationView } from '#modules/registry/index.ts'
import { ABOUTS, OUTCOMES, VERIFIERS } from './words.ts'

const words = {
  title: { nl: 'Controles', en: 'Verifications' },
  none: { nl: 'Er is hier niets ingediend', en: 'Nothing was submitted here' },
  noneWhy: {
    nl: 'Na het indienen staat hier wat de werkgever en het opleidingsinstituut ervan vinden. Wat uit een eerder register kwam, is hier nooit ingediend.',
    en: 'Once something is submitted, you see here what the employer and the training institute decided. What came from an earlier register was never submitted here.',
  },
  confirmed: { nl: '{who} gaf akkoord', en: '{who} confirmed' },
  rejected: { nl: '{who} stuurde het terug', en: '{who} sent it back' },
  waits: { nl: 'Nog niet gecontroleerd door {who}', en: 'Not yet verified by {who}' },
} satisfies Record<string, Text>

const TONES = { open: 'info', verified: 'success', rejected: 'warning', lapsed: 'neutral' } as const
const BOTH = ['institution', 'institute'] as const

/** What was put before the verifiers, and what each said. */
export function SubmissionsSection({
  submissions,
}: {
  submissions: readonly SubmissionView[]
}): JSX.Element {
  return (
    <Section title={words.title}>
      {submissions.length === 0 ? (
        <EmptyState title={words.none} lead={words.noneWhy} icon="file" />
      ) : (
        <Stack>
          {submissions.map((each) => (
            <SubmissionCard of={each} />
          ))}
        </Stack>
      )}
    </Section>
  )
}

function SubmissionCard({ of }: { of: SubmissionView }): JSX.Element {
  const say = useSay()
  const { outcome, verifications } = of
  const missing = BOTH.filter((each) => verifications.every(({ verifier }) => verifier !== each))
  return (
    <Card
      title={titled(ABOUTS[of.about])}
      level={3}
      meta={<Moment at={of.submittedAt} />}
      status={<Badge label={OUTCOMES[outcome]} tone={TONES[outcome]} />}
    >
      <Stack gap="small">
        {verifications.map((each) => (
          <Said of={each} />
        ))}
        {outcome === 'open' &&
          missing.map((each) => <p>{say(words.waits, { who: say(VERIFIERS[each]) })}</p>)}
      </Stack>
    </Card>
  )
}

function Said({ of }: { of: VerificationView }): JSX.Element {
  const say = useSay()
  const who = of.party ?? say(VERIFIERS[of.verifier])
  return (
    <div>
      <p>
        {say(words[of.decision], { who })}, <Moment at={of.at} />
      </p>
      {of.reason !== undefined && <Quotation by={who} text={of.reason} />}
    </div>
  )
}
