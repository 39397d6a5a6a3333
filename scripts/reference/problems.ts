import { CATALOGUE_MESSAGES } from '#statement/problems/catalogue.ts'
import type { Message } from '#statement/problems/message.ts'
import { PROMISE_MESSAGES } from '#statement/problems/promises.ts'
import { SHAPE_MESSAGES } from '#statement/problems/shape.ts'
import { TEXT_MESSAGES } from '#statement/problems/texts.ts'
import { WORD_MESSAGES } from '#statement/problems/words.ts'
import { code, pageHead, table, wrap } from './markdown.ts'

const GROUPS: readonly (readonly [string, Readonly<Record<string, Message>>])[] = [
  ['The shape of statement.yaml', SHAPE_MESSAGES],
  ['Words', WORD_MESSAGES],
  ['What is promised', PROMISE_MESSAGES],
  ['The texts', TEXT_MESSAGES],
  ['Comments in the database', CATALOGUE_MESSAGES],
]

/** Every problem that the checker knows, with its sentence in English. */
export function problemsPage(): string {
  const lead =
    '`gestand check` tells these with file, line and column; `--language nl` tells them in Dutch. ' +
    'A code never changes its meaning. An error keeps a statement from being applied; a warning ' +
    'is for people to judge.'
  const sections = GROUPS.map(([title, messages]) => {
    const rows = Object.entries(messages).map(([name, message]) => [
      code(name),
      message.severity ?? 'error',
      literally(message.en),
    ])
    return `## ${title}\n\n${table(['code', '', 'says'], rows)}\n`
  })
  return [pageHead('Problems', 'src/statement/problems', wrap(lead)), ...sections].join('\n')
}

/** A sentence in which Markdown sees no marks of its own. */
function literally(sentence: string): string {
  return sentence.replaceAll('\\', '\\\\').replaceAll('](', ']\\(')
}
