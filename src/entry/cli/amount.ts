/** "1 error", "3 errors": a number with what it counts; the plural ends in s unless it is given. */
export function amount(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`
}
