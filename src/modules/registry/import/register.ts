import { type List, type ListLimits, type Mapping, readList } from '#modules/lists/index.ts'
import { REGISTER_COLUMNS, type RegisterTarget } from './field.ts'
import type { Places } from './places.ts'
import { type RegisterRow, readRegistration } from './row.ts'

/** How large the file of a register may be: 25 MB. */
export const REGISTER_FILE_BYTES: number = 25 * 1024 * 1024

/** What can be read of a register at once. */
const REGISTER_LIMITS: ListLimits = { bytes: REGISTER_FILE_BYTES, rows: 150_000 }

/** What columns of a register are used for, by letter. */
export type RegisterMapping = Mapping<RegisterTarget>

/** A register that was read as a table. Its rows are read each time they are asked for. */
export class Register {
  readonly list: List<RegisterTarget>
  readonly #places: Places
  readonly #today: string

  constructor(
    bytes: Uint8Array,
    how: {
      readonly places: Places
      /** ISO date of today. */
      readonly today: string
      readonly chosen?: RegisterMapping
    },
  ) {
    const { places, today, chosen } = how
    const limits = REGISTER_LIMITS
    this.list = readList(bytes, REGISTER_COLUMNS, { limits, ...(chosen && { chosen }) })
    this.#places = places
    this.#today = today
  }

  get size(): number {
    return this.list.rows.length
  }

  /**
   * The rows, those of one person together where the file has a number for each; always in the same
   * order.
   */
  *persons(): Generator<readonly RegisterRow[]> {
    const letter = Object.entries(this.list.mapping).find(([, t]) => t === 'personReference')?.[0]
    if (letter === undefined) {
      for (let place = 0; place < this.size; place++) yield [this.#read(place)]
      return
    }
    const groups = new Map<string, number[]>()
    for (let place = 0; place < this.size; place++) {
      const { personReference, line } = this.#read(place)
      const reference = personReference === '' ? `line ${line}` : `number ${personReference}`
      const group = groups.get(reference)
      if (group) group.push(place)
      else groups.set(reference, [place])
    }
    for (const places of groups.values()) yield places.map((place) => this.#read(place))
  }

  #read(place: number): RegisterRow {
    const row = this.list.rows[place] ?? { line: 0, cells: [] }
    const { mapping, width, monthFirst } = this.list
    const context = { mapping, width, monthFirst, places: this.#places, today: this.#today }
    return readRegistration(row, context)
  }
}
