import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Reach } from '#duties/oversight/reach.ts'
import { DataTable, EmptyState, Section, Stack } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { type CountText, formatNumber, sayCount } from '#entry/web/words.ts'
import { capital, type Language, type Text } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import type { Statement } from '#statement/index.ts'

const words = {
  title: { nl: 'Wie bij dossiers kan', en: 'Who reaches dossiers' },
  lead: {
    nl: 'Per verwerking, met de relatie die de toegang geeft. Wat er dan te lezen is, staat erbij.',
    en: 'By activity, with the relation that gives the access. What can be read then is told with it.',
  },
  who: { nl: 'Wie', en: 'Who' },
  relation: { nl: 'Als', en: 'As' },
  dossiers: { nl: 'Dossiers', en: 'Dossiers' },
  reads: { nl: 'Te lezen: {categories}.', en: 'Can be read: {categories}.' },
  nobody: { nl: 'Niemand kan hiervoor bij een dossier', en: 'Nobody reaches a dossier for this' },
  somebody: { nl: 'Iemand die hier niet meer werkt', en: 'Somebody who no longer works here' },
} satisfies Record<string, Text>

const ACCOUNTS: CountText = {
  one: { nl: '{count} account van buiten', en: '{count} account from outside' },
  other: { nl: '{count} accounts van buiten', en: '{count} accounts from outside' },
}
const SUBJECTS: CountText = {
  one: { nl: '{count} betrokkene zelf', en: '{count} person concerned' },
  other: { nl: '{count} betrokkenen zelf', en: '{count} persons concerned' },
}

export interface ReachData {
  readonly reach: readonly Reach[]
  /** Members and parties by id. */
  readonly names: ReadonlyMap<string, string>
  readonly statement: Statement
}

/** For each activity that is for dossiers: who reaches how many, and as what. */
export function ReachSections({ data, door }: { data: ReachData; door: Door }): JSX.Element {
  const { language } = door
  const activities = Object.entries(data.statement.declarations.activities).filter(([, { by }]) =>
    by.some((relation) => VOCABULARY.relations[relation]?.to === 'dossier'),
  )
  return (
    <Section title={words.title} lead={words.lead}>
      <Stack gap="large">
        {activities.map(([activity, { reads = [] }]) => (
          <ActivityReach
            title={capital(VOCABULARY.activities[activity]?.says[language] ?? activity)}
            reads={reads}
            lines={data.reach.filter((line) => line.activity === activity)}
            names={data.names}
            language={language}
          />
        ))}
      </Stack>
    </Section>
  )
}

interface ActivityReachProps {
  readonly title: string
  readonly reads: readonly string[]
  readonly lines: readonly Reach[]
  readonly names: ReachData['names']
  readonly language: Language
}

function ActivityReach(props: ActivityReachProps): JSX.Element {
  const { title, reads, lines, names, language } = props
  const says = (word: string) => VOCABULARY.categories[word]?.says[language] ?? word
  const categories = reads.map(says).join('; ')
  return (
    <Stack gap="small">
      <h3>{title}</h3>
      <p>{words.reads[language].replace('{categories}', categories)}</p>
      <DataTable
        caption={title}
        captionHidden
        rows={lines}
        columns={[
          { title: words.who, cell: (line) => holderOf(line, names, language) },
          {
            title: words.relation,
            cell: ({ relation }) => VOCABULARY.relations[relation]?.says[language] ?? relation,
          },
          {
            title: words.dossiers,
            cell: ({ dossiers }) => formatNumber(dossiers, language),
            align: 'end',
          },
        ]}
        empty={<EmptyState title={words.nobody} icon="lock" />}
      />
    </Stack>
  )
}

function holderOf(
  { holderId, holders, relation }: Reach,
  names: ReachData['names'],
  language: Language,
): string {
  if (holderId !== null) return names.get(holderId) ?? words.somebody[language]
  const text = VOCABULARY.relations[relation]?.subject ? SUBJECTS : ACCOUNTS
  return sayCount(text, holders, language)
}
