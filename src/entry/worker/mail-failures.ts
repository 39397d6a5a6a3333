/**
 * Gathers what mail fails with, to be told once a round: as codes and numbers, for the words of a
 * mail server may hold an address.
 */
export class MailFailures {
  readonly #counts = new Map<string, number>()

  readonly add = (failure: string): void => {
    this.#counts.set(failure, (this.#counts.get(failure) ?? 0) + 1)
  }

  tellThem(tell: (line: string) => void): void {
    for (const [failure, count] of this.#counts) {
      tell(`mail: ${count} not handed over (${failure}). Look at GESTAND_SMTP_URL and its server`)
    }
    this.#counts.clear()
  }
}
