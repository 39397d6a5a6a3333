import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { DataTable, Section } from '#entry/web/components/index.ts'
import { capital, type Text } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import type { DeclaredWords } from './declared-words.ts'

const words = {
  title: { nl: 'Soorten gegevens', en: 'Kinds of data' },
  category: { nl: 'Soort', en: 'Kind' },
  special: { nl: 'Bijzonder', en: 'Special' },
  onlyIn: { nl: 'Alleen bij', en: 'Only with' },
  kept: { nl: 'Bewaard als', en: 'Kept as' },
  because: { nl: '{special}, op grond van {exception}', en: '{special}, by {exception}' },
  none: { nl: 'Er zijn geen soorten gegevens', en: 'There are no kinds of data' },
} satisfies Record<string, Text>

/** Every kind of data, what is special about it and with which part it goes. */
export function CategorySection({ said }: { said: DeclaredWords }): JSX.Element {
  const categories = Object.entries(said.statement.declarations.categories)
  return (
    <Section title={words.title}>
      <DataTable
        caption={words.title}
        captionHidden
        rows={categories}
        columns={[
          { title: words.category, cell: ([word]) => said.title('categories', word) },
          { title: words.special, cell: ([word]) => special(word, said) },
          {
            title: words.onlyIn,
            cell: ([, { 'only-in': onlyIn }]) => onlyIn && said.words('kinds', onlyIn),
          },
          {
            title: words.kept,
            cell: ([word]) => said.title('parts', VOCABULARY.categories[word]?.part ?? 'dossier'),
          },
        ]}
        empty={words.none[said.language]}
      />
    </Section>
  )
}

function special(word: string, said: DeclaredWords): string | null {
  const path = `categories.${word}`
  const kind = said.at(`${path}.special`)
  if (kind === undefined) return null
  const exception = said.at(`${path}.exception`)
  if (exception === undefined) return capital(kind)
  const law = said.statement.declarations.categories[word]?.law
  const told = words.because[said.language]
    .replace('{special}', capital(kind))
    .replace('{exception}', exception)
  return law === undefined ? told : `${told} (${law})`
}
