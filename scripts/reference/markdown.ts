/** The top of a page that a program writes: its title, where it comes from, and a lead. */
export function pageHead(title: string, source: string, lead: string): string {
  return `# ${title}\n\n<!-- Written by npm run reference, from ${source}. -->\n\n${lead}\n`
}

/** A table in Markdown. Columns that are empty in every row are left out. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const kept = titles.map((_, index) => rows.some((row) => (row[index] ?? '') !== ''))
  const line = (cells: readonly string[]): string =>
    `| ${cells
      .filter((_, index) => kept[index])
      .map((cell) => cell.replaceAll('|', '\\|'))
      .join(' | ')} |`
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A word as it stands in code. */
export function code(word: string): string {
  return `\`${word}\``
}

/** Words as they stand in code, in one line. */
export function codes(words: readonly string[]): string {
  return words.map(code).join(', ')
}

/** Breaks a text at spaces into lines of at most 100 columns. */
export function wrap(text: string, columns = 100): string {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= columns) {
      lines[lines.length - 1] = `${last} ${word}`
    } else {
      lines.push(word)
    }
  }
  return lines.join('\n')
}
