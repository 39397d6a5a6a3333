const PERIOD = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/

/**
 * The day a period after a day, as people count: a month after 31 January is the last day of
 * February.
 *
 * @param day ISO date.
 * @param period ISO 8601, of years, months, weeks and days: `P1Y6M`.
 */
export function addPeriod(day: string, period: string): string {
  const [years = 0, months = 0, weeks = 0, days = 0] = (PERIOD.exec(period) ?? [])
    .slice(1)
    .map((amount) => Number(amount ?? 0))
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year + years, month + months, 0)).getUTCDate()
  const moved = Math.min(date, lastOfMonth) + weeks * 7 + days
  return new Date(Date.UTC(year + years, month - 1 + months, moved)).toISOString().slice(0, 10)
}
