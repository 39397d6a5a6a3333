import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { RunningSubstitution } from '#duties/oversight/substitution.ts'
import { DataTable, EmptyState, Period, Section } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'

const words = {
  title: { nl: 'Waarneming vandaag', en: 'Standing in today' },
  lead: {
    nl: 'Een waarnemer komt in een dossier als de cliënt dat goedvindt, zolang de afwezigheid duurt.',
    en: 'A substitute enters a dossier with the client’s consent, as long as the absence lasts.',
  },
  away: { nl: 'Afwezig', en: 'Away' },
  substitute: { nl: 'Waarnemer', en: 'Substitute' },
  days: { nl: 'Dagen', en: 'Days' },
  asked: { nl: 'Gevraagd', en: 'Asked' },
  open: { nl: 'Nu open', en: 'Open now' },
  none: { nl: 'Vandaag neemt niemand waar', en: 'Nobody stands in today' },
} satisfies Record<string, Text>

/** Who stands in for whom today, and in how many dossiers. */
export function SubstitutionSection(props: {
  readonly substitutions: readonly RunningSubstitution[]
}): JSX.Element {
  return (
    <Section title={words.title} lead={words.lead}>
      <DataTable
        caption={words.title}
        captionHidden
        rows={props.substitutions}
        columns={[
          { title: words.away, cell: ({ name }) => name },
          { title: words.substitute, cell: ({ substitute }) => substitute },
          {
            title: words.days,
            cell: ({ startsOn, endsOn }) => <Period from={startsOn} until={endsOn} />,
          },
          { title: words.asked, cell: ({ asked }) => String(asked), align: 'end' },
          { title: words.open, cell: ({ open }) => String(open), align: 'end' },
        ]}
        empty={<EmptyState title={words.none} icon="calendar" />}
      />
    </Section>
  )
}
