import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { ClauseMark, type ClauseMarkProps } from './clause.tsx'
import { Heading } from './heading.tsx'
import { Icon } from './icon.tsx'
import { useSay } from './view.ts'

const words = {
  suggest: { nl: 'Suggestie bij deze alinea', en: 'Suggestion on this paragraph' },
}

/** What is within a line, in the shape that statements have once their placeholders are filled. */
export type ProseInline =
  | { readonly kind: 'plain'; readonly text: string }
  | {
      readonly kind: 'emphasis' | 'strong' | 'quote'
      readonly content: readonly ProseInline[]
    }
  | { readonly kind: 'link'; readonly href: string; readonly content: readonly ProseInline[] }

/** A stretch of a block that belongs to one clause, or to none. */
export interface ProseRun {
  readonly clause?: string
  /** The clause begins here: links to it lead here, and here its mark stands. */
  readonly begins?: boolean
  readonly content: readonly ProseInline[]
}

export type ProseBlock =
  | {
      readonly kind: 'heading'
      readonly level: 1 | 2 | 3
      readonly anchor: string
      readonly runs: readonly ProseRun[]
    }
  | { readonly kind: 'paragraph'; readonly runs: readonly ProseRun[] }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly items: readonly (readonly ProseRun[])[]
    }

/** How the clauses in a text stand, by id. A clause that is not in it is shown without a mark. */
export type ClauseStates = Readonly<Record<string, ClauseMarkProps>>

export interface ProseProps {
  readonly blocks: readonly ProseBlock[]
  readonly clauses?: ClauseStates
  /** Where something is suggested at a paragraph or list, by its place among the blocks. */
  readonly suggestHref?: (place: number) => string
}

/** A text that was parsed: the statement, a consent, a notice. Nothing in it is taken for HTML. */
export function Prose({ blocks, clauses = {}, suggestHref }: ProseProps): JSX.Element {
  return (
    <div class="prose">
      {blocks.map((block, place) => (
        <Block block={block} clauses={clauses} suggestHref={suggestHref?.(place)} />
      ))}
    </div>
  )
}

interface BlockProps {
  readonly block: ProseBlock
  readonly clauses: ClauseStates
  readonly suggestHref: string | undefined
}

function Block({ block, clauses, suggestHref }: BlockProps): JSX.Element {
  const suggest = suggestHref !== undefined && <Suggest href={suggestHref} />
  if (block.kind === 'list') {
    const items = block.items.map((runs, place) => (
      <li>
        <Runs runs={runs} clauses={clauses} />
        {place === block.items.length - 1 && suggest}
      </li>
    ))
    return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
  }
  const runs = <Runs runs={block.runs} clauses={clauses} />
  if (block.kind === 'paragraph') {
    return (
      <p>
        {runs}
        {suggest}
      </p>
    )
  }
  // The title of the page is the only heading of the first level.
  return (
    <Heading level={block.level === 3 ? 3 : 2} id={block.anchor}>
      {runs}
    </Heading>
  )
}

/** The way to a suggestion, at the end of what it is about. */
function Suggest({ href }: { href: string }): JSX.Element {
  const title = useSay()(words.suggest)
  return (
    <a class="suggest" href={href} title={title}>
      <Icon name="pencil" />
      <span class="unseen">{title}</span>
    </a>
  )
}

interface RunsProps {
  readonly runs: readonly ProseRun[]
  readonly clauses: ClauseStates
}

function Runs({ runs, clauses }: RunsProps): JSX.Element {
  return (
    <>
      {runs.map(({ clause, begins, content }) => {
        if (clause === undefined || !begins) return <Inlines inlines={content} />
        const standing = clauses[clause]
        return (
          <span class="clause" id={clause}>
            <Inlines inlines={content} />
            {standing && <ClauseMark {...standing} />}{' '}
          </span>
        )
      })}
    </>
  )
}

function Inlines({ inlines }: { inlines: readonly ProseInline[] }): JSX.Element {
  return (
    <>
      {inlines.map((inline) =>
        inline.kind === 'plain' ? inline.text : <Inline inline={inline} />,
      )}
    </>
  )
}

type Nested = Exclude<ProseInline, { kind: 'plain' }>

function Inline({ inline }: { inline: Nested }): JSX.Element {
  const content = <Inlines inlines={inline.content} />
  if (inline.kind === 'link') {
    return isSafeHref(inline.href) ? <a href={inline.href}>{content}</a> : content
  }
  if (inline.kind === 'emphasis') return <em>{content}</em>
  if (inline.kind === 'strong') return <strong>{content}</strong>
  return content
}

/** Only addresses that lead to a page or a mailbox: no `javascript:`, no `data:`, no `//host`. */
function isSafeHref(href: string): boolean {
  return /^(https?:|mailto:|tel:|[/#?])/i.test(href) && !/^[/\\]{2}|^\/\\/.test(href)
}
