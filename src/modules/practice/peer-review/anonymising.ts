/** What a placeholder stands for. */
export type ReplacedKind =
  | 'name'
  | 'date'
  | 'place'
  | 'employer'
  | 'number'
  | 'address'
  | 'email'
  | 'account'

/** A value that is known of a dossier and must not be left in its anonymised version. */
export interface KnownValue {
  readonly kind: ReplacedKind
  readonly value: string
}

/** A text in which known values and what looks like one are placeholders. */
export interface Anonymised {
  readonly text: string
  /** How many different values each kind of placeholder stands for. */
  readonly replaced: Readonly<Partial<Record<ReplacedKind, number>>>
}

const LABELS: Readonly<Record<ReplacedKind, string>> = {
  name: 'naam',
  date: 'datum',
  place: 'plaats',
  employer: 'werkgever',
  number: 'nummer',
  address: 'adres',
  email: 'e-mail',
  account: 'rekening',
}

const MONTHS =
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|' +
  'january|february|march|may|june|july|august|october|jan|feb|mrt|apr|jun|jul|aug|sep|okt|nov|dec'
const SHORTEST_KNOWN = 2

/** What looks like one, the surest first: what one pattern takes another does not see any more. */
const PATTERNS: readonly (readonly [ReplacedKind, RegExp])[] = [
  ['email', /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu],
  ['address', /(?:https?:\/\/|www\.)[^\s<>()]+/giu],
  ['account', /\b[A-Z]{2}\d{2} ?(?:[A-Z0-9]{4} ?){2,7}[A-Z0-9]{0,4}\b/gu],
  ['number', /\b[A-Z]{1,4}[-/]?\d[\d/-]{2,}\b/gu],
  [
    'date',
    new RegExp(String.raw`\b\d{1,2}(?:e|de|ste)? (?:${MONTHS})\b(?:\.? ['’]?\d{2,4})?`, 'giu'),
  ],
  ['date', /\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b/gu],
  ['date', new RegExp(String.raw`\b(?:${MONTHS}) (?:19|20)\d{2}\b`, 'giu')],
  ['date', /\b(?:19|20)\d{2}\b/gu],
  ['address', /\b\d{4} ?[A-Z]{2}\b/gu],
  ['number', /(?:\+|\b00)\d[\d ()-]{6,16}\d\b/gu],
  ['number', /\b0\d{1,3}[- ]?\d[\d -]{4,10}\d\b/gu],
  ['number', /\b\d[\d.,]*\d\b|\b\d\b/gu],
]

const PARTICLES = "van|de|der|den|het|'t|te|ter|ten|op|in|el|al|bin|von|di|da"
/** Capitalised words in a row, with the small words of names between them. */
const CAPITALS = new RegExp(
  String.raw`\p{Lu}[\p{L}'’.-]*(?: (?:(?:${PARTICLES}) )*\p{Lu}[\p{L}'’.-]*)*`,
  'gu',
)

/**
 * Replaces names, dates, places, employers, numbers, addresses and accounts by placeholders, the
 * same value by the same one: first the values that are known, then what looks like one in Dutch.
 * It errs on the side of too much, and still misses things: a nickname in small letters, a job or
 * an event that only one person can have. The professional reads it before anybody else does.
 */
export function anonymise(text: string, known: readonly KnownValue[]): Anonymised {
  const places = new Placeholders()
  let left = text.normalize('NFC')
  const values = known
    .map(({ kind, value }) => ({ kind, value: value.normalize('NFC').trim() }))
    .filter(({ value }) => value.length >= SHORTEST_KNOWN)
    .toSorted((a, b) => b.value.length - a.value.length)
  for (const { kind, value } of values) {
    const written = new RegExp(
      String.raw`(?<![\p{L}\d])${RegExp.escape(value)}(?:['’]?s)?(?![\p{L}\d])`,
      'giu',
    )
    left = left.replace(written, () => places.take(kind, value))
  }
  for (const [kind, pattern] of PATTERNS) {
    left = outside(left, (part) => part.replace(pattern, (found) => places.take(kind, found)))
  }
  left = outside(left, (part, before) =>
    part.replace(CAPITALS, (found, offset: number) =>
      isName(found, before + part.slice(0, offset)) ? places.take('name', found) : found,
    ),
  )
  return { text: left, replaced: places.counts() }
}

/** A row of capitalised words is a name, and so is one such word that begins no sentence. */
function isName(found: string, before: string): boolean {
  if (found.includes(' ')) return true
  const beginsSentence = /(?:^|[.!?:;\n"“«(–-]\s*)$/u.test(before)
  return !beginsSentence && !/^(?:I|A)$/u.test(found)
}

const PLACEHOLDER = /\[\p{L}[\p{L}-]* \d+\]/gu

/** Changes what stands between placeholders. `before` is what stands before a part. */
function outside(text: string, change: (part: string, before: string) => string): string {
  let made = ''
  let end = 0
  for (const match of text.matchAll(PLACEHOLDER)) {
    made += change(text.slice(end, match.index), made) + match[0]
    end = match.index + match[0].length
  }
  return made + change(text.slice(end), made)
}

/** Numbers placeholders by kind, in the order in which their values were found. */
class Placeholders {
  readonly #numbers = new Map<ReplacedKind, Map<string, number>>()

  take(kind: ReplacedKind, value: string): string {
    const known = this.#numbers.get(kind) ?? new Map<string, number>()
    this.#numbers.set(kind, known)
    const key = value.toLocaleLowerCase('nl').replaceAll(/\s+/gu, ' ')
    const number = known.get(key) ?? known.size + 1
    known.set(key, number)
    return `[${LABELS[kind]} ${number}]`
  }

  counts(): Partial<Record<ReplacedKind, number>> {
    return Object.fromEntries([...this.#numbers].map(([kind, values]) => [kind, values.size]))
  }
}
