import { type Problem, problem } from '#statement/problem.ts'
import type { Run, Written } from './block.ts'
import type { Passage } from './passage.ts'

const CLAUSE_ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
const SAFE_LINK = /^(?:https:\/\/[^\s<>"]+|mailto:[^\s<>"]+|\/(?!\/)[^\s<>"]*|#[a-z0-9-]+)$/

/**
 * Reads what stands within a block into runs: one before the first mark, and one from each mark.
 */
export function parseInline(
  passage: Passage,
  clause: string | undefined,
  problems: Problem[],
): Run<Written>[] {
  return new InlineReader(passage, problems).readRuns(clause)
}

class InlineReader {
  readonly #passage: Passage
  readonly #text: string
  readonly #problems: Problem[]
  #at = 0

  constructor(passage: Passage, problems: Problem[]) {
    this.#passage = passage
    this.#text = passage.text
    this.#problems = problems
  }

  readRuns(inherited: string | undefined): Run<Written>[] {
    const runs: Run<Written>[] = []
    let head: { clause?: string; begins?: boolean } = inherited ? { clause: inherited } : {}
    let place = this.#passage.placeAt(0)
    while (this.#at < this.#text.length) {
      const content = this.#readUntil('{#')
      if (content.length > 0 || head.begins) runs.push({ ...head, place, content })
      if (this.#at >= this.#text.length) break
      place = this.#passage.placeAt(this.#at)
      head = this.#readMark()
      if (this.#at >= this.#text.length) runs.push({ ...head, place, content: [] })
    }
    return runs
  }

  /** `{#rei-16} `, with the space after it. */
  #readMark(): { clause: string; begins: boolean } {
    const place = this.#passage.placeAt(this.#at)
    const clause = this.#braces().slice(1)
    if (!CLAUSE_ID.test(clause)) {
      this.#problems.push(problem('CLAUSE_ID_BAD', place, { word: clause }))
    }
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at++
    return { clause, begins: true }
  }

  /** Reads up to a stop, which is left standing, or to the end. */
  #readUntil(stop: string): Written[] {
    const content: Written[] = []
    while (this.#at < this.#text.length && !this.#text.startsWith(stop, this.#at)) {
      content.push(this.#readOne(stop))
    }
    return content
  }

  #readOne(stop: string): Written {
    const rest = this.#text.slice(this.#at, this.#at + 2)
    if (rest[0] === '{') return this.#readPlaceholder()
    if (rest === '**') return this.#readEmphasis('**')
    if (rest[0] === '*') return this.#readEmphasis('*')
    if (rest[0] === '[') return this.#readLink()
    return this.#readPlain(stop)
  }

  #readPlaceholder(): Written {
    const place = this.#passage.placeAt(this.#at)
    return { kind: 'placeholder', path: this.#braces(), place }
  }

  /** What is between { and }; without a closing brace the rest of the word. */
  #braces(): string {
    const rest = this.#text.slice(this.#at)
    const closed = /^\{([^{}\n]*)\}/.exec(rest)
    if (!closed) {
      this.#problems.push(problem('BRACE_UNCLOSED', this.#passage.placeAt(this.#at)))
      const word = /^\{\S*/.exec(rest)?.[0] ?? '{'
      this.#at += word.length
      return word.slice(1)
    }
    this.#at += closed[0].length
    return closed[1] ?? ''
  }

  #readEmphasis(mark: '*' | '**'): Written {
    const start = this.#at
    this.#at += mark.length
    const content = this.#readUntil(mark)
    if (this.#at >= this.#text.length) {
      this.#problems.push(problem('EMPHASIS_UNCLOSED', this.#passage.placeAt(start), { mark }))
    }
    this.#at += mark.length
    return { kind: mark === '**' ? 'strong' : 'emphasis', content }
  }

  #readLink(): Written {
    const place = this.#passage.placeAt(this.#at)
    const whole = /^\[[^[\]]*\]\(([^)\s]*)\)/.exec(this.#text.slice(this.#at))
    if (!whole) {
      this.#problems.push(problem('LINK_UNCLOSED', place))
      this.#at++
      return { kind: 'plain', text: '[', place }
    }
    const end = this.#at + whole[0].length
    const href = whole[1] ?? ''
    this.#at++
    const content = this.#readUntil(']')
    this.#at = end
    if (SAFE_LINK.test(href)) return { kind: 'link', href, content }
    this.#problems.push(problem('LINK_UNSAFE', place))
    return { kind: 'emphasis', content }
  }

  #readPlain(stop: string): Written {
    const place = this.#passage.placeAt(this.#at)
    if (this.#text[this.#at] === '\n') {
      this.#at++
      return { kind: 'plain', text: ' ', place }
    }
    if (this.#text[this.#at] === '\\' && this.#at + 1 < this.#text.length) {
      this.#at += 2
      return { kind: 'plain', text: this.#text[this.#at - 1] ?? '', place }
    }
    const start = this.#at
    do this.#at++
    while (
      this.#at < this.#text.length &&
      !'{*[\\\n'.includes(this.#text[this.#at] ?? '') &&
      !this.#text.startsWith(stop, this.#at)
    )
    return { kind: 'plain', text: this.#text.slice(start, this.#at), place }
  }
}
