import { Filters, Prose, type ProseBlock, Section } from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import type { Text } from '#kernel/language.ts'
import { readWholeCatalogue } from '#modules/catalogue.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { compile, planSentences } from '#statement/index.ts'
import type { Plan } from '#statement/plan.ts'
import { readStatementBasis, StatementScreen } from './statement-tabs.tsx'

/** The parts of a plan in its own order, by the word in the address. */
const PARTS = [
  {
    part: 'roles',
    place: 'rollen',
    title: { nl: 'Rollen', en: 'Roles' },
    lead: {
      nl: 'Elke verwerking is een rol in de database. Zonder rol kan niemand iets doen.',
      en: 'Every activity is a role in the database. Without a role nobody can do anything.',
    },
  },
  {
    part: 'rules',
    place: 'bereik',
    title: { nl: 'Wie wat bereikt', en: 'Who reaches what' },
    lead: {
      nl: 'Welke relatie of functie welke dossiers binnen bereik brengt.',
      en: 'Which relation or function brings which dossiers within reach.',
    },
  },
  {
    part: 'categoryRules',
    place: 'inhoud',
    title: { nl: 'Inhoud', en: 'Contents' },
    lead: {
      nl: 'Welke soorten gegevens bij welke soort dienst horen.',
      en: 'Which kinds of data belong to which kind of service.',
    },
  },
  {
    part: 'grants',
    place: 'kolommen',
    title: { nl: 'Kolommen', en: 'Columns' },
    lead: {
      nl: 'Welke kolommen van welke tabel een verwerking mag lezen of schrijven.',
      en: 'Which columns of which table an activity may read or write.',
    },
  },
  {
    part: 'policies',
    place: 'rijen',
    title: { nl: 'Rijen', en: 'Rows' },
    lead: {
      nl: 'Wanneer een rij te zien of te wijzigen is.',
      en: 'When a row can be seen or changed.',
    },
  },
  {
    part: 'retention',
    place: 'bewaren',
    title: { nl: 'Bewaren', en: 'Keeping' },
    lead: {
      nl: 'Hoe lang elk deel blijft, en vanaf wanneer dat telt.',
      en: 'How long each part stays, and from when that counts.',
    },
  },
  {
    part: 'consents',
    place: 'toestemmingen',
    title: { nl: 'Toestemmingen', en: 'Consents' },
    lead: {
      nl: 'Hoe lang een ja geldt.',
      en: 'How long a yes stands.',
    },
  },
  {
    part: 'recipients',
    place: 'ontvangers',
    title: { nl: 'Ontvangers', en: 'Recipients' },
    lead: {
      nl: 'Wie wat krijgt, en onder welke voorwaarde.',
      en: 'Who gets what, and on which condition.',
    },
  },
] as const satisfies readonly {
  readonly part: keyof Plan
  readonly place: string
  readonly title: Text
  readonly lead: Text
}[]

const NOTHING = {
  roles: [],
  rules: [],
  categoryRules: [],
  grants: [],
  policies: [],
  retention: [],
  consents: [],
  recipients: [],
}

const show: Text = { nl: 'Tonen', en: 'Show' }

/** What the statement makes of the database, as sentences. */
export const statementPlanPage = page('/privacy/verklaring/plan', {
  read: async (door) => {
    const basis = await readStatementBasis(door)
    const plan = compile(basis.statement, await readWholeCatalogue())
    const all = planSentences(plan, VOCABULARY, door.language)
    // How many sentences a part has is how many it has by itself.
    let start = 0
    const parts = PARTS.map((each) => {
      const alone = { ...plan, ...NOTHING, [each.part]: plan[each.part] }
      const { length } = planSentences(alone, VOCABULARY, door.language)
      const sentences = all.slice(start, start + length)
      start += length
      return { ...each, sentences }
    })
    return { basis, parts }
  },
  view: ({ basis, parts }, door) => {
    const asked = door.visit.query.get('deel') ?? PARTS[1].place
    const shown = parts.find(({ place }) => place === asked) ?? parts[0]
    const options = parts.map(({ place, title, sentences }) => ({
      label: title,
      href: `/privacy/verklaring/plan?deel=${place}`,
      current: place === shown?.place,
      count: sentences.length,
    }))
    return (
      <StatementScreen basis={basis} part="plan" door={door}>
        <Filters groups={[{ label: show, options }]} />
        {shown && (
          <Section title={shown.title} lead={shown.lead}>
            <Prose blocks={[toList(shown.sentences)]} />
          </Section>
        )}
      </StatementScreen>
    )
  },
})

function toList(sentences: readonly string[]): ProseBlock {
  const items = sentences.map((text) => [{ content: [{ kind: 'plain' as const, text }] }])
  return { kind: 'list', ordered: false, items }
}
