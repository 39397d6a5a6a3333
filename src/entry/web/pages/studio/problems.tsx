import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { SourceLines, Words } from '#entry/web/components/index.ts'
import { say } from '#entry/web/words.ts'
import type { Language, Text } from '#kernel/language.ts'
import type { Problem } from '#statement/index.ts'

const words = {
  error: { nl: 'Fout', en: 'Error' },
  warning: { nl: 'Let op', en: 'Warning' },
  place: { nl: 'regel {line}, teken {column}', en: 'line {line}, column {column}' },
  meant: { nl: 'Bedoelde u "{word}"?', en: 'Did you mean "{word}"?' },
} satisfies Record<string, Text>

/** Lines around a problem, for reading it in its place. */
const AROUND = 1

export interface ProblemsProps {
  readonly file: string
  readonly text: string
  readonly problems: readonly Problem[]
  readonly language: Language
}

/** What is wrong with a file, under the lines that it is about. */
export function Problems({ file, text, problems, language }: ProblemsProps): JSX.Element {
  const lines = text.split('\n')
  const shown = new Set(
    problems.flatMap(({ line }) =>
      Array.from({ length: 2 * AROUND + 1 }, (_, place) => line - AROUND + place),
    ),
  )
  const numbers = [...shown]
    .filter((number) => number >= 1 && number <= lines.length)
    .toSorted((a, b) => a - b)
  return (
    <SourceLines
      label={file}
      lines={numbers.map((number) => ({
        number,
        text: lines[number - 1] ?? '',
        notes: problems
          .filter(({ line }) => line === number)
          .map((problem) => <ProblemNote problem={problem} language={language} />),
      }))}
    />
  )
}

function ProblemNote({ problem, language }: { problem: Problem; language: Language }): JSX.Element {
  const { severity, message, suggestion, line, column } = problem
  const place = say(words.place, language, { line: String(line), column: String(column) })
  return (
    <p>
      <strong>
        <Words of={words[severity]} />, {place}:
      </strong>{' '}
      <Words of={message} />{' '}
      {suggestion !== undefined && say(words.meant, language, { word: suggestion })}
    </p>
  )
}
