import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { DateText, DescriptionList, Section, useSay, useView } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { RegistrationView } from '#modules/registry/index.ts'
import { StateBadge } from './state-badge.tsx'
import { programmeOf, TRAINING } from './words.ts'

const words = {
  title: { nl: 'Opleiding', en: 'Training' },
  interruptions: { nl: 'Onderbroken', en: 'Interrupted' },
  still: { nl: 'Tot nu toe', en: 'Until now' },
  changes: { nl: 'Andere werkgever', en: 'Change of employer' },
  endedOn: { nl: 'Gestopt op', en: 'Ended on' },
} satisfies Record<string, Text>

/** What a registration is about, and what happened meanwhile. */
export function TrainingSection({
  of,
  stated,
  action,
}: {
  of: RegistrationView
  /** Whether the head of the page says how it stands. */
  stated?: boolean
  action?: Child
}): JSX.Element {
  const { language } = useView()
  const say = useSay()
  const { line } = of
  return (
    <Section title={words.title} action={action}>
      <DescriptionList
        items={[
          ...(stated ? [] : [{ term: TRAINING.state, value: <StateBadge state={line.state} /> }]),
          { term: TRAINING.number, value: line.reference },
          { term: TRAINING.programme, value: programmeOf(line, language) },
          { term: TRAINING.institution, value: line.institution },
          { term: TRAINING.institute, value: line.institute },
          { term: TRAINING.startsOn, value: <DateText day={line.startsOn} /> },
          { term: TRAINING.plannedEndOn, value: <DateText day={line.plannedEndOn} /> },
          ...of.interruptions.map(({ startsOn, endsOn }) => ({
            term: words.interruptions,
            value: (
              <>
                <DateText day={startsOn} /> –{' '}
                {endsOn === null ? say(words.still) : <DateText day={endsOn} />}
              </>
            ),
          })),
          ...of.employerChanges.map(({ on, from, to }) => ({
            term: words.changes,
            value: (
              <>
                <DateText day={on} />: {from} → {to}
              </>
            ),
          })),
          ...(of.endedOn === undefined
            ? []
            : [{ term: words.endedOn, value: <DateText day={of.endedOn} /> }]),
        ]}
      />
    </Section>
  )
}
