import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Badge,
  DataTable,
  DateText,
  EmptyState,
  Moment,
  Section,
  Stack,
  Stat,
  Stats,
  Words,
} from '#entry/web/components/index.ts'
import { ActorText } from '#entry/web/pages/work/person.tsx'
import type { Text } from '#kernel/language.ts'
import {
  type DossierTime,
  sayMinutes,
  TIME_KINDS,
  type TimeCorrectionView,
  type TimeEntryView,
} from '#modules/practice/index.ts'
import { TIME_LABELS } from './fields.tsx'

const words = {
  spent: { nl: 'Bestede tijd', en: 'Time spent' },
  total: { nl: 'Totaal', en: 'Total' },
  billable: { nl: 'Voor de factuur', en: 'For the invoice' },
  by: { nl: 'Door', en: 'By' },
  state: { nl: 'Factuur', en: 'Invoice' },
  invoiced: { nl: 'Gefactureerd', en: 'Invoiced' },
  inside: { nl: 'Niet op de factuur', en: 'Not on the invoice' },
  none: { nl: 'Nog geen tijd vastgelegd', en: 'No time recorded yet' },
  noneWhy: {
    nl: 'Een gesprek komt hier vanzelf bij te staan, met de tijd die het duurde.',
    en: 'A consult comes here by itself, with the time that it took.',
  },
  history: { nl: 'Wat er eerder stond', en: 'What it said before' },
  before: { nl: 'Eerst', en: 'Before' },
  corrected: { nl: 'Gewijzigd', en: 'Corrected' },
  removed: { nl: 'weggehaald', en: 'taken out' },
  changed: { nl: 'gewijzigd', en: 'changed' },
  act: { nl: 'Wat', en: 'What' },
} satisfies Record<string, Text>

/** The time spent on one client with its totals, and what was corrected. */
export function TimeTables(props: {
  time: DossierTime
  href?: (entry: TimeEntryView) => string
}): JSX.Element {
  const { href, time } = props
  const corrections = [...time.removed, ...time.entries.flatMap(({ earlier }) => earlier)]
  return (
    <>
      <Section title={words.spent}>
        <Stack>
          {time.entries.length > 0 && (
            <Stats>
              <Stat label={words.total} value={sayMinutes(time.minutes)} />
              <Stat label={words.billable} value={sayMinutes(time.billableMinutes)} />
            </Stats>
          )}
          <DataTable
            caption={words.spent}
            captionHidden
            rows={time.entries}
            {...(href && { href })}
            columns={[
              { title: TIME_LABELS.day, cell: ({ day }) => <DateText day={day} form="short" /> },
              { title: TIME_LABELS.kind, cell: ({ kind }) => <Words of={TIME_KINDS[kind]} /> },
              { title: TIME_LABELS.remark, cell: ({ remark }) => remark },
              { title: words.by, cell: ({ by }) => <ActorText of={by} /> },
              { title: TIME_LABELS.time, cell: ({ minutes }) => sayMinutes(minutes), align: 'end' },
              { title: words.state, cell: (entry) => <InvoiceState entry={entry} /> },
            ]}
            empty={<EmptyState title={words.none} lead={words.noneWhy} icon="clock" />}
          />
        </Stack>
      </Section>
      {corrections.length > 0 && (
        <Section title={words.history}>
          <CorrectionTable corrections={corrections} />
        </Section>
      )}
    </>
  )
}

function InvoiceState({ entry }: { entry: TimeEntryView }): JSX.Element | null {
  if (entry.invoiced) return <Badge label={words.invoiced} tone="success" icon="lock" />
  return entry.billable ? null : <Badge label={words.inside} />
}

function CorrectionTable(props: { corrections: readonly TimeCorrectionView[] }): JSX.Element {
  return (
    <DataTable
      caption={words.history}
      captionHidden
      rows={props.corrections}
      columns={[
        { title: words.corrected, cell: ({ at }) => <Moment at={at} /> },
        {
          title: words.act,
          cell: ({ removed }) => <Words of={removed ? words.removed : words.changed} />,
        },
        {
          title: words.before,
          cell: ({ day, kind, minutes }) => (
            <>
              <DateText day={day} form="short" />, <Words of={TIME_KINDS[kind]} />,{' '}
              {sayMinutes(minutes)}
            </>
          ),
        },
        { title: words.by, cell: ({ by }) => <ActorText of={by} /> },
      ]}
      empty={null}
    />
  )
}
