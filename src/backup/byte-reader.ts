/** Reads bytes in the lengths that are asked for, however they come. */
export class ByteReader {
  readonly #source: AsyncIterator<Buffer>
  #held: Buffer[] = []
  #length = 0

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /**
   * Exactly this many bytes.
   *
   * @returns Undefined when there are fewer: what is left then stays.
   */
  async read(length: number): Promise<Buffer | undefined> {
    while (this.#length < length) {
      const next = await this.#source.next()
      if (next.done === true) return undefined
      this.#held.push(next.value)
      this.#length += next.value.length
    }
    const whole = this.#held.length === 1 ? this.#held[0] : Buffer.concat(this.#held)
    const bytes = whole ?? Buffer.alloc(0)
    this.#held = bytes.length > length ? [bytes.subarray(length)] : []
    this.#length -= length
    return bytes.subarray(0, length)
  }

  /** Whether everything was read. */
  async isAtEnd(): Promise<boolean> {
    if (this.#length > 0) return false
    const next = await this.read(1)
    if (!next) return true
    this.#held.unshift(next)
    this.#length += 1
    return false
  }
}
