import type { LetterBlock } from '#duties/letter/letter.ts'
import type { Language, Text } from '#kernel/language.ts'

/** A page that any browser shows without us and without a connection. */
export interface Hypertext {
  readonly language: Language
  readonly title: string
  readonly blocks: readonly LetterBlock[]
  /** Files in the same archive, by where they stand from this page. */
  readonly links?: readonly { readonly href: string; readonly text: string }[]
}

const STYLE = `
body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430;
  font: 1rem/1.6 system-ui, sans-serif; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 2.5rem; border-bottom: 2px solid #1c2430; padding-bottom: .25rem; }
table { width: 100%; border-collapse: collapse; margin: 1rem 0; break-inside: avoid; }
th, td { padding: .375rem .75rem .375rem 0; border-bottom: 1px solid #b8c0cc; text-align: start;
  vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere; }
@media (min-width: 40rem) {
  th, td:first-child { overflow-wrap: break-word; }
  nav ul { columns: 2; }
}
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 4px solid #b8c0cc; }
p, blockquote, li { white-space: pre-wrap; }
@media print { body { margin: 0; max-width: none; } }
`

/** Draws blocks as a page of HTML. What stands in them is text, never markup. */
export function drawHypertext({ language, title, blocks, links = [] }: Hypertext): string {
  const list = links.map(({ href, text }) => {
    return `<li><a href="${escape(encodePath(href))}">${escape(text)}</a></li>`
  })
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<title>${escape(title)}</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<style>${STYLE}</style></head><body><main><h1>${escape(title)}</h1>`,
    ...drawContents(blocks, language),
    ...blocks.map(drawBlock),
    ...(list.length > 0 ? [`<ul>${list.join('')}</ul>`] : []),
    '</main></body></html>\n',
  ].join('\n')
}

const CONTENTS: Text = { nl: 'Inhoud', en: 'Contents' }
/** So many chapters can be overseen without a list of them. */
const OVERSEEN = 5

/** The chapters of a long page, each as a link to where it begins. */
function drawContents(blocks: readonly LetterBlock[], language: Language): string[] {
  const chapters = blocks.flatMap((block, index) =>
    block.kind === 'heading' && block.level !== 3 ? [{ index, text: block.text }] : [],
  )
  if (chapters.length <= OVERSEEN) return []
  const list = chapters.map(
    ({ index, text }) => `<li><a href="#part-${index}">${escape(text)}</a></li>`,
  )
  return [`<nav aria-label="${CONTENTS[language]}"><ul>${list.join('')}</ul></nav>`]
}

function drawBlock(block: LetterBlock, index: number): string {
  switch (block.kind) {
    case 'heading':
      return block.level === 3
        ? `<h3>${escape(block.text)}</h3>`
        : `<h2 id="part-${index}">${escape(block.text)}</h2>`
    case 'paragraph':
      return `<p>${escape(block.text)}</p>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`
    case 'quote':
      return `<blockquote>${escape(block.text)}</blockquote>`
    case 'table':
      return drawTable(block)
    default:
      // A new page is for paper.
      return ''
  }
}

function drawTable({ head, rows }: Extract<LetterBlock, { kind: 'table' }>): string {
  const heads = head.map((cell) => `<th scope="col">${escape(cell)}</th>`).join('')
  const body = rows.map(
    (row) => `<tr>${row.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`,
  )
  return `<table><thead><tr>${heads}</tr></thead>\n<tbody>${body.join('\n')}</tbody></table>`
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (mark) => ESCAPES[mark] ?? mark)
}
