/** A value as SQL: `'coaching'`, `null`, `true`, `array['a', 'b']::text[]`. */
export function literal(value: string | boolean | null | readonly string[]): string {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`
  return `array[${value.map(literal).join(', ')}]::text[]`
}
