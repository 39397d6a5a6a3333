import { formatDay } from '#entry/web/components/index.ts'
import type { Params } from '#entry/web/http/page.tsx'
import { categoryTitle } from '#entry/web/titles.ts'
import { say } from '#entry/web/words.ts'
import type { Language, Text } from '#kernel/language.ts'
import type { DossierView, PrintKind } from '#modules/practice/index.ts'

const words = {
  summary: { nl: 'Samenvatting van {day}', en: 'Summary of {day}' },
  note: { nl: 'Notitie: {category}', en: 'Note: {category}' },
  hours: { nl: 'Tijdregistratie', en: 'Time registration' },
} satisfies Record<string, Text>

/** Something of a dossier that can be put on paper. */
export interface Printable {
  readonly kind: PrintKind
  readonly itemId?: string
  /** What the register calls it. */
  readonly title: string
  /** What it says, for what is text. */
  readonly text?: string
  /** Where its file is, under the path of the dossier. */
  readonly href?: string
}

/** Finds in a dossier what an address names; undefined when it is not there. */
export function findPrintable(
  dossier: DossierView,
  { kind, item }: Params,
  language: Language,
): Printable | undefined {
  if (kind === 'hours') {
    return { kind, title: words.hours[language], href: '/uren/formulier.pdf' }
  }
  if (kind === 'document') {
    const document = dossier.documents.find(({ id }) => id === item)
    if (!document) return undefined
    const { id, title } = document
    return { kind, itemId: id, title, href: `/documenten/${id}/bestand` }
  }
  if (kind === 'note') {
    const note = dossier.notes.find(({ id }) => id === item)
    if (!note) return undefined
    const category = say(categoryTitle(note.category), language)
    const title = say(words.note, language, { category })
    return { kind, itemId: note.id, title, text: note.body }
  }
  return kind === 'summary' ? findSummary(dossier, item, language) : undefined
}

function findSummary(
  { consults }: DossierView,
  item: string | undefined,
  language: Language,
): Printable | undefined {
  const [found] = consults.flatMap(({ heldOn, summaries }) =>
    summaries.filter(({ id }) => id === item).map(({ body, id }) => ({ body, heldOn, id })),
  )
  if (!found) return undefined
  const title = say(words.summary, language, { day: formatDay(found.heldOn, language) })
  return { kind: 'summary', itemId: found.id, title, text: found.body }
}
