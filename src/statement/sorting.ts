/**
 * Orders by code units, so that what is compiled does not depend on the language of the machine.
 */
export function compareWords(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
