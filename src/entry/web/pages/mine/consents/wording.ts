/** One line of a question under its words: `Ontvanger: Gemeente Voorbeeldstad`. */
export interface Particular {
  readonly term: string
  readonly value: string
}

/** The lines under the words of a question, which say about whom or what it is. */
export function readParticulars(wording: string): Particular[] {
  const [, ...rest] = wording.split('\n\n')
  return (rest.at(-1) ?? '').split('\n').flatMap((line) => {
    const at = line.indexOf(': ')
    return at > 0 ? [{ term: line.slice(0, at), value: line.slice(at + 2) }] : []
  })
}
