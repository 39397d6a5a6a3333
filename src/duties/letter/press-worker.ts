// Typst compiles in a thread of its own: a page is not kept waiting, and what it remembers goes
// with the thread.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import typst from '@myriaddreamin/typst-ts-node-compiler'
import type { PdfStandard } from './letter.ts'

/** What the press asks: the letter as JSON. */
export interface PressOrder {
  readonly id: number
  readonly input: string
  readonly standard: PdfStandard
}

/** What it gets: the file, or that the template refused. */
export type PressAnswer =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly refused: true }

const template = readFileSync(join(import.meta.dirname, 'letter.typ'), 'utf8')
const compiler = typst.NodeCompiler.create()

parentPort?.on('message', ({ id, input, standard }: PressOrder) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A thread, no window.
  parentPort?.postMessage(print(id, input, standard))
})

function print(id: number, input: string, standard: PdfStandard): PressAnswer {
  try {
    const pdf = compiler.pdf(
      { mainFileContent: template, inputs: { letter: input } },
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
