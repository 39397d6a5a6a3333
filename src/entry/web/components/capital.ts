/** What stands by itself, such as a badge or a figure's name, begins as a sentence does. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
