import type { z } from 'zod'
import { LANGUAGES } from '#kernel/language.ts'
import { describe, knownKeys } from './descriptor.ts'
import { isProblemCode, type Problem, problem } from './problem.ts'
import { type Declarations, declarationsShape } from './shape.ts'
import { suggest } from './suggestion.ts'
import type { Path, Source } from './yaml.ts'

type Issue = z.core.$ZodIssue

/** Types the data of `statement.yaml`, or says what keeps it from being a statement. */
export function readDeclarations(source: Source): {
  declarations: Declarations | undefined
  problems: Problem[]
} {
  if (source.data === undefined || source.data === null) {
    const broken = source.problems.length > 0
    return {
      declarations: undefined,
      problems: broken ? [] : [problem('STATEMENT_EMPTY', source.places.value([]))],
    }
  }
  const parsed = declarationsShape.safeParse(source.data)
  if (parsed.success) return { declarations: parsed.data, problems: [] }
  const problems = parsed.error.issues.flatMap((issue) => issueProblems(source, issue))
  return { declarations: undefined, problems }
}

function issueProblems(source: Source, issue: Issue): Problem[] {
  const path = pathOf(issue)
  const value = valueAt(source.data, path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(source, path, key))
  }
  if (value === undefined && issue.code !== 'invalid_key') return [missing(source, path)]
  const key = String(path.at(-1) ?? 'statement.yaml')
  const place = source.places.value(path)
  if (issue.code === 'invalid_key') {
    return [problem('BAD_ID', source.places.key(path), { value: key })]
  }
  if (isProblemCode(issue.message)) {
    const known = issue.code === 'invalid_value' ? issue.values.map(String) : []
    const details = { key, value: String(value), known: known.join(', ') }
    return [problem(issue.message, place, details, suggest(String(value), known))]
  }
  if (issue.code === 'too_small') return [problem('EMPTY_VALUE', place, { key })]
  if (issue.code === 'too_big') return [problem('VALUE_TOO_LONG', place, { key })]
  return [problem('WRONG_TYPE', place, { key, ...expected(issue) })]
}

function unknownKey(source: Source, path: Path, key: string): Problem {
  const known = knownKeys(path)
  const place = source.places.key([...path, key])
  return problem('UNKNOWN_KEY', place, { key, known: known.join(', ') }, suggest(key, known))
}

function missing(source: Source, path: Path): Problem {
  const key = String(path.at(-1))
  const place = source.places.key(path)
  if (describe(path.slice(0, -1))?.says === 'text') {
    const dutch = key === LANGUAGES[0]
    return problem('MISSING_LANGUAGE', source.places.key(path.slice(0, -1)), {
      language_nl: dutch ? 'Nederlands' : 'Engels',
      language_en: dutch ? 'Dutch' : 'English',
    })
  }
  const code = describe(path)?.missing ?? ''
  if (isProblemCode(code)) return problem(code, place, { parent: String(path.at(-2)) })
  return problem('MISSING_KEY', place, { key })
}

function expected(issue: Issue): { expected_nl: string; expected_en: string } {
  const type = issue.code === 'invalid_type' ? issue.expected : issue.code
  const [nl, en] = TYPES[type] ?? ['iets anders', 'something else']
  return { expected_nl: nl, expected_en: en }
}

const TYPES: Readonly<Record<string, readonly [string, string]>> = {
  string: ['een tekst', 'a text'],
  number: ['een getal', 'a number'],
  int: ['een heel getal', 'a whole number'],
  boolean: ['true of false', 'true or false'],
  array: ['een lijst [a, b]', 'a list [a, b]'],
  object: ['een groep met namen {…}', 'a group of names {…}'],
  record: ['een groep met namen {…}', 'a group of names {…}'],
  invalid_union: ['een woord of een lijst van woorden', 'a word or a list of words'],
}

function pathOf(issue: Issue): Path {
  return issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
}

/** What stands at a path in plain data; undefined when there is nothing. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? Reflect.get(value, step)
        : undefined,
    data,
  )
}
