import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { type Place, type Problem, problem } from './problem.ts'

/** Longest file of a statement, in characters. */
const LONGEST_FILE = 400_000

/** A path into the declarations: `['retention', 'dossier', 'keep']`. */
export type Path = readonly (string | number)[]

/** Data of a YAML file, and where each key and value of it stands. */
export interface Source {
  readonly data: unknown
  readonly places: Places
  readonly problems: readonly Problem[]
}

/** Finds where something stands in a file. */
export class Places {
  readonly #file: string
  readonly #keys = new Map<string, Place>()
  readonly #values = new Map<string, Place>()

  constructor(file: string) {
    this.#file = file
  }

  note(path: Path, value: Place, key?: Place): void {
    this.#values.set(path.join('/'), value)
    if (key) this.#keys.set(path.join('/'), key)
  }

  /** Where a value stands; for what is not there, its nearest parent. */
  value(path: Path): Place {
    const place = this.#values.get(path.join('/'))
    if (place) return place
    return path.length > 0 ? this.key(path.slice(0, -1)) : { file: this.#file, line: 1, column: 1 }
  }

  /** Where a key stands; for what has none, its value. */
  key(path: Path): Place {
    return this.#keys.get(path.join('/')) ?? this.value(path)
  }
}

/** Reads a YAML file into plain data and places. With a syntax error the data are undefined. */
export function readYaml(file: string, text: string): Source {
  const lines = new LineCounter()
  const places = new Places(file)
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  if (text.length > LONGEST_FILE) {
    return {
      data: undefined,
      places,
      problems: [problem('FILE_TOO_LARGE', placeOf(0), { limit: LONGEST_FILE })],
    }
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const problems = document.errors.map((error) =>
    error.code === 'DUPLICATE_KEY'
      ? problem('DUPLICATE_KEY', placeOf(error.pos[0]), { key: wordAt(text, error.pos[0]) })
      : problem('YAML_SYNTAX', placeOf(error.pos[0]), { reason: error.message }),
  )
  const reader: Reader = { places, placeOf, problems }
  const broken = problems.some((each) => each.code === 'YAML_SYNTAX')
  return { data: broken ? undefined : readNode(reader, document.contents, []), places, problems }
}

interface Reader {
  readonly places: Places
  readonly placeOf: (offset: number) => Place
  readonly problems: Problem[]
}

function readNode(reader: Reader, node: Node | null | undefined, path: Path, key?: Place): unknown {
  const start = node?.range?.[0]
  const place = start === undefined ? reader.places.value(path) : reader.placeOf(start)
  reader.places.note(path, place, key)
  if (isAlias(node)) {
    reader.problems.push(problem('YAML_ALIAS', place))
    return undefined
  }
  if (isScalar(node)) return node.value
  if (isSeq<Node>(node)) {
    return node.items.map((item, index) => readNode(reader, item, [...path, index]))
  }
  if (!isMap<Node, Node>(node)) return undefined
  // Object.fromEntries makes own properties of every key, `__proto__` included.
  return Object.fromEntries(
    node.items.map((pair) => {
      const name = isScalar(pair.key) ? String(pair.key.value) : ''
      const keyStart = pair.key?.range?.[0]
      const keyPlace = keyStart === undefined ? place : reader.placeOf(keyStart)
      return [name, readNode(reader, pair.value, [...path, name], keyPlace)]
    }),
  )
}

function wordAt(text: string, offset: number): string {
  return /^[^\s:]+/.exec(text.slice(offset, offset + 100))?.[0] ?? ''
}
