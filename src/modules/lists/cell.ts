import { holdsCitizenNumber } from './citizen-number.ts'
import { type Reading, read, refuse } from './reading.ts'

/** Limit on the text in a cell, in characters. */
const MAX_CELL_CHARACTERS = 500

/** What people and programs write when there is nothing to write. */
const NOTHING = new Set(
  `
    -, --, ?, ., n.v.t., nvt, n.v.t, geen, onbekend, leeg, null, #n/a, #n/b, #nb, n/a, none,
    unknown, niet bekend, n.b., undefined, (leeg), (blank), 0000-00-00, 00-00-0000`
    .split(',')
    .map((word) => word.trim().replace(/\s+/g, ' ')),
)

const FORMULA_FAILED = /^#[\p{L}/0-9 ]+[!?]$/u

/** Marks that print nothing: zero-width spaces, direction marks, soft hyphens, byte order marks. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu

const UNPRINTABLE = /[\p{Cc}\p{Cn}\p{Co}\p{Cs}]/u

/**
 * Tidies the text of a cell: one kind of space, no marks that print nothing, composed letters. An
 * empty string when it holds nothing or a word for nothing.
 */
export function readCell(raw: string): Reading<string> {
  const unwrapped = /^="([^"]*)"$/.exec(raw.trim())?.[1] ?? raw
  const text = unwrapped.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim()
  if (NOTHING.has(text.toLowerCase())) return read('')
  if (UNPRINTABLE.test(text)) return refuse('CELL_UNPRINTABLE')
  if (text.length > MAX_CELL_CHARACTERS) return refuse('CELL_TOO_LONG')
  if (FORMULA_FAILED.test(text)) return refuse('CELL_FORMULA_FAILED')
  if (/^[=@]/u.test(text)) return refuse('CELL_FORMULA')
  return read(text)
}

/** Refuses a text in which a citizen number seems to stand. */
export function withoutCitizenNumber(text: string): Reading<string> {
  return holdsCitizenNumber(text) ? refuse('CELL_CITIZEN_NUMBER') : read(text)
}
