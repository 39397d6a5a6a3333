import type { ErasureRegister } from '#store/erasure-register.ts'
import type { MasterKey } from '#store/master-key.ts'
import { type Newcomer, TraceSeal, wordsOf } from './trace.ts'

/** Knows again who asked to be erased, by marks that nobody can read a person from. */
export class Recognition {
  readonly #register: ErasureRegister
  readonly #traces: TraceSeal

  constructor(register: ErasureRegister, master: MasterKey) {
    this.#register = register
    this.#traces = new TraceSeal(master)
  }

  /** The day, as an ISO date, on which somebody with this address, or name and birthday, went. */
  erasedOn(organisation: string, newcomer: Newcomer): Promise<string | undefined> {
    return this.#register.findMark(
      organisation,
      this.#traces.marks(organisation, wordsOf(newcomer)),
    )
  }

  /**
   * The same for many at once, with one question to the register: the day of each, in their order,
   * undefined for who was not erased.
   */
  async erasedAmong(
    organisation: string,
    newcomers: readonly Newcomer[],
  ): Promise<(string | undefined)[]> {
    const own = newcomers.map((each) => this.#traces.marks(organisation, wordsOf(each)))
    const known = await this.#register.listMarks(organisation, own.flat())
    return own.map((marks) =>
      marks
        .flatMap((mark) => known.get(mark.toString('hex')) ?? [])
        .toSorted()
        .at(-1),
    )
  }
}
