import type { ProseBlock, ProseInline } from '#entry/web/components/index.ts'
import type { SaidText } from '#statement/index.ts'

type SaidBlock = SaidText['blocks'][number]

/** The blocks of a statement as a page shows them: its title stands above. */
export function passagesOf({ blocks }: SaidText): SaidBlock[] {
  return blocks.filter((block) => block.kind !== 'heading' || block.level !== 1)
}

/** What a paragraph or list says, as plain text, and the first clause that begins in it. */
export function passageOf(block: ProseBlock): {
  readonly says: string
  readonly clause?: string
} {
  const items = block.kind === 'list' ? block.items : [block.runs]
  const runs = items.flat()
  const says = items
    .map((item) => item.map(({ content }) => plainOf(content)).join(''))
    .join('; ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const clause = runs.find(({ begins }) => begins)?.clause
  return { says, ...(clause !== undefined && { clause }) }
}

function plainOf(inlines: readonly ProseInline[]): string {
  return inlines
    .map((inline) => (inline.kind === 'plain' ? inline.text : plainOf(inline.content)))
    .join('')
}
