export const DELIMITERS = [';', ',', '\t', '|'] as const

export type Delimiter = (typeof DELIMITERS)[number]

/** The beginning of the file is enough to tell: this many characters and records are looked at. */
const SAMPLE_CHARACTERS = 64 * 1024
const SAMPLE_RECORDS = 60

/**
 * Finds what separates the cells: the character that cuts the most records into the same number of
 * cells, outside quotation marks. A semicolon when nothing does.
 */
export function findDelimiter(text: string): Delimiter {
  const counts = countPerRecord(text)
  let best: Delimiter = ';'
  let bestScore = 0
  for (const delimiter of DELIMITERS) {
    const score = scoreDelimiter(counts.map((count) => count[delimiter]))
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

/**
 * A first line `sep=;` tells some spreadsheet programs the separator. The line is emptied, so that
 * lines keep their number.
 */
export function takeSeparatorLine(text: string): { text: string; delimiter?: Delimiter } {
  const line = /^"?sep=(.)"?[;,\t|]*(?=\r?\n|\r|$)/i.exec(text)
  const delimiter = DELIMITERS.find((each) => each === line?.[1])
  if (line === null || delimiter === undefined) return { text }
  return { text: text.slice(line[0].length), delimiter }
}

type Count = Record<Delimiter, number>

function countPerRecord(text: string): Count[] {
  const records: Count[] = []
  let count = noDelimiters()
  let quoted = false
  let blank = true
  const end = Math.min(text.length, SAMPLE_CHARACTERS)
  for (let at = 0; at < end && records.length < SAMPLE_RECORDS; at++) {
    const character = text.charAt(at)
    if (character === '"') quoted = !quoted
    else if (character === '\n' && !quoted) {
      if (!blank) records.push(count)
      count = noDelimiters()
      blank = true
      continue
    } else if (!quoted && isDelimiter(character)) count[character] += 1
    blank = blank && character.trim() === ''
  }
  return blank || records.length >= SAMPLE_RECORDS ? records : [...records, count]
}

function noDelimiters(): Count {
  return { ';': 0, ',': 0, '\t': 0, '|': 0 }
}

function isDelimiter(character: string): character is Delimiter {
  return character === ';' || character === ',' || character === '\t' || character === '|'
}

/** How many cells most records are cut into, weighed by the share of records that agree. */
function scoreDelimiter(counts: readonly number[]): number {
  const agreeing = new Map<number, number>()
  for (const count of counts) agreeing.set(count, (agreeing.get(count) ?? 0) + 1)
  let best = 0
  for (const [count, records] of agreeing) best = Math.max(best, (count * records) / counts.length)
  return best
}
