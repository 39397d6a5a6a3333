import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { FunctionHolder } from '#duties/oversight/reach.ts'
import { DataTable, EmptyState, Muted, Section, Words } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { functionOptions } from '#entry/web/pages/administration/function-words.ts'
import { joinWords, type Text } from '#kernel/language.ts'
import type { Statement } from '#statement/index.ts'

const words = {
  title: { nl: 'Wie welke functie heeft', en: 'Who has which function' },
  lead: {
    nl: 'Een functie opent pagina’s voor de hele organisatie. De inhoud van dossiers hoort daar niet bij.',
    en: 'A function opens pages for the whole organisation. The contents of dossiers do not belong to it.',
  },
  function: { nl: 'Functie', en: 'Function' },
  opens: { nl: 'Opent', en: 'Opens' },
  holders: { nl: 'Wie', en: 'Who' },
  nobody: { nl: 'niemand', en: 'nobody' },
  none: { nl: 'De verklaring kent geen functies', en: 'The statement knows no functions' },
} satisfies Record<string, Text>

export interface FunctionData {
  readonly functions: readonly FunctionHolder[]
  readonly statement: Statement
}

/** The functions that the statement knows, and who holds them. */
export function FunctionSection({ data, door }: { data: FunctionData; door: Door }): JSX.Element {
  const { language } = door
  const holders = Map.groupBy(data.functions, (each) => each.function)
  return (
    <Section title={words.title} lead={words.lead}>
      <DataTable
        caption={words.title}
        captionHidden
        rows={functionOptions(data.statement, language)}
        columns={[
          { title: words.function, cell: ({ label }) => <Words of={label} /> },
          { title: words.opens, cell: ({ hint }) => hint && <Words of={hint} /> },
          {
            title: words.holders,
            cell: ({ value }) =>
              joinWords(
                (holders.get(value) ?? []).map(({ name }) => name),
                language,
              ) || (
                <Muted>
                  <Words of={words.nobody} />
                </Muted>
              ),
          },
        ]}
        empty={<EmptyState title={words.none} icon="people" />}
      />
    </Section>
  )
}
