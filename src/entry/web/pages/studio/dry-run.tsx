import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { ReachChange, TermChange } from '#duties/studio/preview.ts'
import { DataTable, EmptyState, Section, Stack } from '#entry/web/components/index.ts'
import { formatNumber, say } from '#entry/web/words.ts'
import type { Language, Text } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'

const words = {
  title: {
    nl: 'Wat het doet met de dossiers van nu',
    en: 'What it does to the dossiers there are',
  },
  lead: {
    nl: 'Geteld met de gegevens van dit moment. Er is niets veranderd.',
    en: 'Counted on the data of this moment. Nothing was changed.',
  },
  reach: { nl: 'Wie toegang krijgt of verliest', en: 'Who gains or loses access' },
  who: { nl: 'Wie', en: 'Who' },
  activity: { nl: 'Verwerking', en: 'Activity' },
  gains: { nl: 'Krijgt erbij', en: 'Gains' },
  loses: { nl: 'Verliest', en: 'Loses' },
  others: { nl: 'Cliënten en partijen ({count})', en: 'Clients and parties ({count})' },
  whole: { nl: 'de verwerking zelf', en: 'the activity itself' },
  sameReach: { nl: 'Niemand krijgt of verliest toegang', en: 'Nobody gains or loses access' },
  terms: { nl: 'Wat wanneer wordt vernietigd', en: 'What is destroyed when' },
  part: { nl: 'Deel', en: 'Part' },
  changed: { nl: 'Andere einddatum', en: 'Another end date' },
  gone: { nl: 'Gaan meteen weg', en: 'Go at once' },
  back: { nl: 'Komen terug', en: 'Come back' },
  sameTerms: { nl: 'Geen dossier krijgt een andere einddatum', en: 'No dossier gets another end' },
  years: { nl: '{part}: hoeveel er per jaar weggaan', en: '{part}: how many go in each year' },
  year: { nl: 'Jaar', en: 'Year' },
  now: { nl: 'Nu', en: 'Now' },
  later: { nl: 'Met dit concept', en: 'With this draft' },
} satisfies Record<string, Text>

export interface DryRunProps {
  readonly reach: readonly ReachChange[]
  readonly terms: readonly TermChange[]
  readonly names: ReadonlyMap<string, string>
  readonly language: Language
}

/** What a draft would do to the data that there are: who would see what, and what would go when. */
export function DryRun({ reach, terms, names, language }: DryRunProps): JSX.Element {
  const dossiers = (count: number, byFunction: boolean) =>
    count === 0 ? '' : byFunction ? words.whole[language] : formatNumber(count, language)
  return (
    <Section title={words.title} lead={words.lead}>
      <Stack>
        <DataTable
          caption={words.reach}
          rows={reach}
          columns={[
            { title: words.who, cell: (row) => holderOf(row, names, language) },
            { title: words.activity, cell: ({ activity }) => sayActivity(activity, language) },
            {
              title: words.gains,
              cell: ({ gained, byFunction }) => dossiers(gained, byFunction),
              align: 'end',
            },
            {
              title: words.loses,
              cell: ({ lost, byFunction }) => dossiers(lost, byFunction),
              align: 'end',
            },
          ]}
          empty={<EmptyState title={words.sameReach} icon="people" />}
        />
        <Terms terms={terms} language={language} />
      </Stack>
    </Section>
  )
}

function Terms({ terms, language }: Pick<DryRunProps, 'terms' | 'language'>): JSX.Element {
  const number = (count: number) => formatNumber(count, language)
  return (
    <>
      <DataTable
        caption={words.terms}
        rows={terms}
        columns={[
          { title: words.part, cell: ({ part }) => sayPart(part, language) },
          { title: words.changed, cell: ({ changed }) => number(changed), align: 'end' },
          { title: words.gone, cell: ({ gone }) => number(gone), align: 'end' },
          { title: words.back, cell: ({ back }) => number(back), align: 'end' },
        ]}
        empty={<EmptyState title={words.sameTerms} icon="clock" />}
      />
      {terms
        .filter(({ years }) => years.length > 0)
        .map(({ part, years }) => (
          <DataTable
            caption={say(words.years, language, { part: sayPart(part, language) })}
            rows={years}
            columns={[
              { title: words.year, cell: ({ year }) => String(year) },
              { title: words.now, cell: ({ now }) => number(now), align: 'end' },
              { title: words.later, cell: ({ later }) => number(later), align: 'end' },
            ]}
            empty={null}
          />
        ))}
    </>
  )
}

function holderOf(
  { holderId, holders }: ReachChange,
  names: ReadonlyMap<string, string>,
  language: Language,
): string {
  const name = holderId === null ? undefined : names.get(holderId)
  return name ?? say(words.others, language, { count: holders })
}

function sayActivity(activity: string, language: Language): string {
  return VOCABULARY.activities[activity]?.says[language] ?? activity
}

function sayPart(part: string, language: Language): string {
  const said = VOCABULARY.parts[part]?.says[language] ?? part
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`
}
