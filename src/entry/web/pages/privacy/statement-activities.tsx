import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Card,
  type Description,
  DescriptionList,
  Section,
  Stack,
} from '#entry/web/components/index.ts'
import { capital, joinWords, type Text } from '#kernel/language.ts'
import type { DeclaredWords } from './declared-words.ts'

const words = {
  title: { nl: 'Verwerkingen', en: 'Activities' },
  lead: {
    nl: 'Wat hier niet staat, kan niemand doen: er bestaat dan geen rol voor in de database.',
    en: 'What does not stand here nobody can do: then the database has no role for it.',
  },
  purpose: { nl: 'Doel', en: 'Purpose' },
  basis: { nl: 'Grondslag', en: 'Basis' },
  interest: { nl: 'Belang', en: 'Interest' },
  law: { nl: 'Wet', en: 'Law' },
  by: { nl: 'Door', en: 'By' },
  reads: { nl: 'Leest', en: 'Reads' },
  writes: { nl: 'Schrijft', en: 'Writes' },
  same: { nl: 'Alles wat hierboven staat', en: 'All that stands above' },
  except: {
    nl: 'Alles wat hierboven staat, behalve: {categories}',
    en: 'All that stands above, except: {categories}',
  },
  after: { nl: 'na toestemming voor {consent}', en: 'after consent to {consent}' },
  during: { nl: 'alleen tijdens {period}', en: 'only during {period}' },
} satisfies Record<string, Text>

/** Every activity: purpose, basis, who does it and which data it takes. */
export function ActivitySection({ said }: { said: DeclaredWords }): JSX.Element {
  const activities = Object.keys(said.statement.declarations.activities)
  return (
    <Section title={words.title} lead={words.lead}>
      <Stack>
        {activities.map((activity) => (
          <Card title={said.title('activities', activity)}>
            <DescriptionList items={facts(activity, said)} />
          </Card>
        ))}
      </Stack>
    </Section>
  )
}

function facts(activity: string, said: DeclaredWords): Description[] {
  const declared = said.statement.declarations.activities[activity]
  if (!declared) return []
  const path = `activities.${activity}`
  const optional = (term: Text, value: string | undefined): Description[] =>
    value ? [{ term, value }] : []
  return [
    { term: words.purpose, value: said.at(`${path}.purpose`) },
    { term: words.basis, value: said.at(`${path}.basis`) },
    ...optional(words.interest, declared.interest?.[said.language]),
    ...optional(words.law, declared.law),
    {
      term: words.by,
      value: joinWords(
        declared.by.map((relation) => holder(relation, said)),
        said.language,
      ),
    },
    ...optional(words.reads, capital(said.list('categories', declared.reads))),
    ...optional(words.writes, writing(declared, said)),
  ]
}

interface Taken {
  readonly reads?: readonly string[] | undefined
  readonly writes?: readonly string[] | undefined
}

/** What it writes; told from what it reads where that is shorter. */
function writing({ reads = [], writes = [] }: Taken, said: DeclaredWords): string {
  const not = reads.filter((category) => !writes.includes(category))
  const all = writes.every((category) => reads.includes(category))
  if (!all || not.length * 2 >= reads.length) return capital(said.list('categories', writes))
  if (not.length === 0) return words.same[said.language]
  return words.except[said.language].replace('{categories}', said.list('categories', not))
}

/** Who does it, with the consent and the period that this needs. */
function holder(relation: string, said: DeclaredWords): string {
  const { after, during } = said.statement.declarations.relations[relation] ?? {}
  const consent = after?.replace(/^consent\./, '')
  const conditions = [
    consent && words.after[said.language].replace('{consent}', said.word('consents', consent)),
    during && words.during[said.language].replace('{period}', said.word('periods', during)),
  ].filter(Boolean)
  const who = said.word('relations', relation)
  return conditions.length > 0 ? `${who} (${conditions.join(', ')})` : who
}
