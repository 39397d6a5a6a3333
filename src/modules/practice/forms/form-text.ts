/** A heading, list or paragraph; a letter and a page can both draw it. */
export type FormBlock =
  | { readonly kind: 'heading'; readonly text: string; readonly level: 2 | 3 }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }

/** Longest text of a template or a form, in characters. */
export const FORM_LIMIT = 20_000
/** Longest answer to one question, in characters. */
export const ANSWER_LIMIT = 4_000

const TOKEN = /\{([a-z-]{1,40})\}/g
const QUESTION = '? '
const NO_ANSWER = '–'

/** The names between braces in a text, each once. */
export function tokensIn(text: string): string[] {
  return [...new Set([...text.matchAll(TOKEN)].map(([, name = '']) => name))]
}

/** Puts values in the place of names between braces; a name without a value becomes dots. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(TOKEN, (_, name: string) => orElse(values[name], UNKNOWN))
}

const UNKNOWN = '……………'

/** An empty text is no value either. */
function orElse(value: string | undefined, other: string): string {
  return value === undefined || value === '' ? other : value
}

/** The questions in a text: its lines that begin with a question mark and a space. */
export function questionsIn(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith(QUESTION))
    .map((line) => line.slice(QUESTION.length).trim())
}

/** A text in which each question has become a heading with its answer below it. */
export function withAnswers(text: string, answers: Readonly<Record<string, string>>): string {
  return text
    .split('\n')
    .map((line) => {
      if (!line.startsWith(QUESTION)) return line
      const question = line.slice(QUESTION.length).trim()
      return `## ${question}\n\n${orElse(answers[question]?.trim(), NO_ANSWER)}\n`
    })
    .join('\n')
}

/**
 * The blocks of a text: `# ` and `## ` begin a heading, `- ` a point of a list, and an empty line
 * ends a paragraph. There is no other markup, so that nothing in it can become anything else.
 */
export function blocksOf(text: string): FormBlock[] {
  const blocks: FormBlock[] = []
  let hasHeading = false
  for (const part of text.split(/\n\s*\n/)) {
    let lines: string[] = []
    let points: string[] = []
    const end = (): void => {
      if (lines.length > 0) blocks.push({ kind: 'paragraph', text: lines.join('\n') })
      if (points.length > 0) blocks.push({ kind: 'list', items: points })
      lines = []
      points = []
    }
    for (const line of part.split('\n').map((each) => each.trim())) {
      const [, marks, words = ''] = /^(#{1,2}|-) +(.+)$/.exec(line) ?? []
      if (marks === undefined) {
        if (points.length > 0) end()
        if (line !== '') lines.push(line)
      } else if (marks === '-') {
        if (lines.length > 0) end()
        points.push(words)
      } else {
        end()
        // A sub-heading under no heading is one itself: accessible paper skips no level.
        hasHeading ||= marks === '#'
        blocks.push({ kind: 'heading', text: words, level: marks === '##' && hasHeading ? 3 : 2 })
      }
    }
    end()
  }
  return blocks
}
