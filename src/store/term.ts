/** A term as PostgreSQL keeps it: months over twelve are years, weeks are days. */
export function spellTerm(term: string | null): string {
  const amounts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(term ?? '')
  if (!amounts) return ''
  const [years = 0, months = 0, weeks = 0, days = 0] = amounts.slice(1).map((n) => Number(n ?? 0))
  const all = years * 12 + months
  const spelt = [
    [Math.floor(all / 12), 'Y'],
    [all % 12, 'M'],
    [weeks * 7 + days, 'D'],
  ] as const
  return spelt.map(([amount, unit]) => (amount ? `${amount}${unit}` : '')).join('')
}
