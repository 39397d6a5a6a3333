import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { DataTable, Section } from '#entry/web/components/index.ts'
import { capital, type Text } from '#kernel/language.ts'
import type { DeclaredWords } from './declared-words.ts'

const words = {
  title: { nl: 'Bewaartermijnen', en: 'Retention' },
  part: { nl: 'Wat', en: 'What' },
  keep: { nl: 'Hoe lang', en: 'How long' },
  from: { nl: 'Gerekend vanaf', en: 'Counted from' },
  choice: { nl: 'Eerder of anders', en: 'Sooner or otherwise' },
  then: { nl: 'Daarna', en: 'After that' },
  sooner: { nl: 'Eerder als {decisions}.', en: 'Sooner if {decisions}.' },
  unless: { nl: 'Tenzij {decision}.', en: 'Unless {decision}.' },
  holds: { nl: 'Alleen {holds}.', en: 'Only {holds}.' },
  because: { nl: 'Omdat {because}.', en: 'Because {because}.' },
  none: { nl: 'Er zijn geen bewaartermijnen', en: 'There are no retention periods' },
} satisfies Record<string, Text>

/** How long each part is kept, from when, and what comes after. */
export function RetentionSection({ said }: { said: DeclaredWords }): JSX.Element {
  const parts = Object.keys(said.statement.declarations.retention)
  const at = (part: string, what: string) => said.at(`retention.${part}.${what}`)
  return (
    <Section title={words.title}>
      <DataTable
        caption={words.title}
        captionHidden
        rows={parts}
        columns={[
          { title: words.part, cell: (part) => said.title('parts', part) },
          { title: words.keep, cell: (part) => capital(at(part, 'keep') ?? '') },
          { title: words.from, cell: (part) => at(part, 'from') },
          { title: words.choice, cell: (part) => choices(part, said) },
          { title: words.then, cell: (part) => at(part, 'then') },
        ]}
        empty={words.none[said.language]}
      />
    </Section>
  )
}

function choices(part: string, said: DeclaredWords): string | null {
  const fill = (text: Text, place: string, what: string) => {
    const value = said.at(`retention.${part}.${what}`)
    return value === undefined ? [] : [text[said.language].replace(`{${place}}`, value)]
  }
  const told = [
    ...fill(words.sooner, 'decisions', 'sooner'),
    ...fill(words.unless, 'decision', 'unless'),
    ...fill(words.holds, 'holds', 'holds'),
    ...fill(words.because, 'because', 'because'),
  ]
  return told.length > 0 ? told.join(' ') : null
}
