import { COLUMN_HEADINGS, type PersonTarget } from './person-columns.ts'

/** How the lists of one module head their columns, beside what every list has of a person. */
export class ColumnWords<Target extends string> {
  readonly #targetOf = new Map<string, Target>()
  readonly #targets: ReadonlySet<string>
  readonly #around: RegExp
  readonly #guess: Guess<Target>

  /**
   * @param headings For each target its headings, written together in small letters without
   * accents, with a space between one and the next.
   * @param persons Words for whom the list is about, that may stand before or after the heading
   * proper: "Naam cliënt".
   */
  constructor(
    headings: Readonly<
      Record<Exclude<Target, PersonTarget>, string> & Partial<Record<PersonTarget, string>>
    >,
    persons: readonly string[],
    guess: Guess<Target> = () => undefined,
  ) {
    const all = [...Object.entries(COLUMN_HEADINGS), ...Object.entries<string>(headings)]
    for (const [target, words] of all) {
      // The keys of both records are the targets.
      for (const word of words.trim().split(/\s+/)) this.#targetOf.set(word, target as Target)
    }
    this.#targets = new Set(all.map(([target]) => target))
    const person = `(?:${persons.join('|')})`
    this.#around = new RegExp(
      `^${person}(?:en|s)?(?=.)|(?<=.)(?:van)?(?:de)?${person}(?:en|s)?$`,
      'g',
    )
    this.#guess = guess
  }

  /** Tells whether a word is something that a column can be used for. */
  is(word: string): word is Target {
    return this.#targets.has(word)
  }

  /** Tells what a column is used for by its heading alone. */
  find(heading: string): Target | undefined {
    const word = plainHeading(heading)
    return this.#targetOf.get(word) ?? this.#targetOf.get(word.replace(this.#around, ''))
  }

  /** The same, also by what stands in it and before it. */
  guess(heading: string, before: Target | undefined, cells: readonly string[]): Target | undefined {
    const number = 'houseNumber'
    if (before === 'street' && NUMBERS.has(plainHeading(heading)) && this.is(number)) return number
    const own = this.#guess(plainHeading(heading), cells)
    return own === undefined ? this.find(heading) : (own ?? undefined)
  }

  /** Tells whether a heading says that the column holds citizen numbers. */
  isCitizenNumber(heading: string): boolean {
    return CITIZEN_NUMBER.test(plainHeading(heading).replace(this.#around, ''))
  }

  /** Tells whether a heading says anything. */
  knows(heading: string): boolean {
    return this.find(heading) !== undefined || this.isCitizenNumber(heading)
  }
}

/**
 * What a module makes of a heading (plain, in small letters) with what stands below it: a target,
 * null when it is none, undefined when the heading alone tells.
 */
export type Guess<Target> = (heading: string, cells: readonly string[]) => Target | null | undefined

/** Headings that are a house number beside a street, and anything elsewhere. */
const NUMBERS = new Set(['nr', 'nummer', 'no', 'num', 'number'])

const CITIZEN_NUMBER =
  /^(?:bsn|sofi|burgerservice|citizenservice|citizen|socialsecurity|ssn)(?:nr|nummer|number)?$/

function plainHeading(heading: string): string {
  const bare = heading
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
  return bare.toLowerCase().replace(/[^\p{L}\d]/gu, '')
}
