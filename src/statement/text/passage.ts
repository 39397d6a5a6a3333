import type { Place } from '#statement/problem.ts'

export interface Line {
  readonly text: string
  readonly place: Place
}

/** Lines that read as one text, and the place of each character in it. */
export class Passage {
  readonly text: string
  readonly #lines: readonly { readonly start: number; readonly place: Place }[]

  /**
   * @param skip Characters of the first line that are not of the text: the mark of a heading or
   * item.
   */
  constructor(lines: readonly Line[], skip = 0) {
    const starts: { start: number; place: Place }[] = []
    let text = ''
    for (const [index, line] of lines.entries()) {
      const indent = index === 0 ? skip : line.text.length - line.text.trimStart().length
      starts.push({
        start: text.length,
        place: { ...line.place, column: line.place.column + indent },
      })
      text += `${line.text.slice(indent).trimEnd()}${index < lines.length - 1 ? '\n' : ''}`
    }
    this.text = text
    this.#lines = starts
  }

  placeAt(offset: number): Place {
    const line = this.#lines.findLast((each) => each.start <= offset)
    if (!line) return { file: '', line: 1, column: 1 }
    return { ...line.place, column: line.place.column + offset - line.start }
  }
}
