/** Longest time on one day, in minutes. */
const DAY_MINUTES = 1_440

/**
 * Reads what somebody typed as a length of time: whole minutes (`90`), or hours and minutes
 * (`1:30`). Undefined when it is neither, nothing at all, or more than a day.
 */
export function readMinutes(text: string): number | undefined {
  const match = /^(?:(\d{1,2})[:.u])?(\d{1,4})$/.exec(text.trim())
  if (!match) return undefined
  const [, hours, rest = ''] = match
  if (hours !== undefined && (rest.length !== 2 || Number(rest) > 59)) return undefined
  const minutes = Number(hours ?? 0) * 60 + Number(rest)
  return minutes >= 1 && minutes <= DAY_MINUTES ? minutes : undefined
}

/** A length of time as hours and minutes: `1:30`. */
export function sayMinutes(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
