// Typst compiles in a thread of its own: a page is not kept waiting, and what it remembers goes
// with the thread.
import { readFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import typst from '@myriaddreamin/typst-ts-node-compiler'
import type { PdfStandard } from './letter.ts'

/** What the press asks: a template, and what it draws as JSON. */
export interface PressOrder {
  readonly id: number
  /** Path of the template. */
  readonly template: string
  readonly input: string
  readonly standard: PdfStandard
}

/** What it gets: the file, or that the template refused. */
export type PressAnswer =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly refused: true }

const templates = new Map<string, string>()
const compiler = typst.NodeCompiler.create()

parentPort?.on('message', (order: PressOrder) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A thread, no window.
  parentPort?.postMessage(print(order))
})

function print({ id, template, input, standard }: PressOrder): PressAnswer {
  try {
    const pdf = compiler.pdf(
      { mainFileContent: read(template), inputs: { data: input } },
      { pdfStandard: standard },
    )
    return { id, pdf }
  } catch {
    // What Typst says quotes the letter: it is not told.
    return { id, refused: true }
  } finally {
    compiler.evictCache(0)
  }
}

function read(template: string): string {
  const known = templates.get(template) ?? readFileSync(template, 'utf8')
  templates.set(template, known)
  return known
}
