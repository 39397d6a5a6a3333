import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'

/** A part of a text that was written with headings, lists and paragraphs. */
export type TextBlock =
  | { readonly kind: 'heading'; readonly text: string; readonly level?: 2 | 3 }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }

/** A form or report as it will stand on paper. Headings begin at the third level of the page. */
export function BlockText({ blocks }: { blocks: readonly TextBlock[] }): JSX.Element {
  return (
    <div class="panel">
      <div class="stack stack-small">{blocks.map(drawBlock)}</div>
    </div>
  )
}

function drawBlock(block: TextBlock): JSX.Element {
  if (block.kind === 'heading')
    return block.level === 3 ? <h4>{block.text}</h4> : <h3>{block.text}</h3>
  if (block.kind === 'paragraph') return <p class="written">{block.text}</p>
  return (
    <ul>
      {block.items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  )
}
