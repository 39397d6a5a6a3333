import type { Language } from '#kernel/language.ts'
import type { Vocabulary } from '#statement/catalogue.ts'
import type { Declarations } from '#statement/shape.ts'
import type { Link, Plain } from '#statement/text/block.ts'

/** What is said: words, and links for addresses. */
export type Content = readonly (Plain | Link<Plain>)[]

/** All that it takes to say a declaration. */
export interface Speaker {
  readonly declarations: Declarations
  readonly vocabulary: Vocabulary
  readonly language: Language
}

export function plain(text: string): Content {
  return [{ kind: 'plain', text }]
}

/** "a, b en c", where each may hold a link. */
export function joinContent(
  parts: readonly Content[],
  language: Language,
  conjunction: 'and' | 'or' = 'and',
): Content {
  const last = { and: { nl: ' en ', en: ' and ' }, or: { nl: ' of ', en: ' or ' } }
  return parts.flatMap((part, index) => {
    if (index === 0) return part
    const between = index === parts.length - 1 ? last[conjunction][language] : ', '
    return [...plain(between), ...part]
  })
}

/** What is said, without its links. */
export function contentText(content: Content): string {
  return content
    .map((each) => (each.kind === 'plain' ? each.text : contentText(each.content)))
    .join('')
}
