import { Prose, type ProseBlock, Section, Stack } from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import { type CountText, sayCount } from '#entry/web/words.ts'
import type { Language, Text } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { compile, planSentences } from '#statement/index.ts'
import type { Plan } from '#statement/plan.ts'
import { readStatementBasis, StatementScreen } from './statement-tabs.tsx'

const SENTENCES: CountText = {
  one: { nl: '{count} zin', en: '{count} sentence' },
  other: { nl: '{count} zinnen', en: '{count} sentences' },
}

/** The parts of a plan in its own order. */
const PARTS = [
  ['roles', { nl: 'Rollen', en: 'Roles' }],
  ['rules', { nl: 'Wie welke dossiers bereikt', en: 'Who reaches which dossiers' }],
  ['categoryRules', { nl: 'Welke inhoud waarbij hoort', en: 'Which content belongs where' }],
  ['grants', { nl: 'Rechten op kolommen', en: 'Rights on columns' }],
  ['policies', { nl: 'Regels voor rijen', en: 'Rules for rows' }],
  ['retention', { nl: 'Bewaartermijnen', en: 'Retention' }],
] as const satisfies readonly (readonly [keyof Plan, Text])[]

const NOTHING = {
  roles: [],
  rules: [],
  categoryRules: [],
  grants: [],
  policies: [],
  retention: [],
}

/** What the statement makes of the database, as sentences. */
export const statementPlanPage = page('/privacy/verklaring/plan', {
  read: async (door) => {
    const basis = await readStatementBasis(door)
    const plan = compile(basis.statement, await door.visit.site.prover.catalogue())
    return { basis, plan }
  },
  view: ({ basis, plan }, door) => (
    <StatementScreen basis={basis} part="plan" door={door}>
      <Stack gap="large">
        {sentencesByPart(plan, door.language).map(({ title, sentences }) => (
          <Section title={title} lead={sayCount(SENTENCES, sentences.length, door.language)}>
            <Prose blocks={[toList(sentences)]} />
          </Section>
        ))}
      </Stack>
    </StatementScreen>
  ),
})

/** All sentences, cut where the next part begins: how many a part has is what it has by itself. */
function sentencesByPart(
  plan: Plan,
  language: Language,
): { readonly title: Text; readonly sentences: readonly string[] }[] {
  const all = planSentences(plan, VOCABULARY, language)
  let start = 0
  return PARTS.map(([part, title]) => {
    const alone = planSentences({ ...plan, ...NOTHING, [part]: plan[part] }, VOCABULARY, language)
    const sentences = all.slice(start, start + alone.length)
    start += alone.length
    return { title, sentences }
  })
}

function toList(sentences: readonly string[]): ProseBlock {
  const items = sentences.map((text) => [{ content: [{ kind: 'plain' as const, text }] }])
  return { kind: 'list', ordered: false, items }
}
