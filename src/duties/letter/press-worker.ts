// Typst compiles in a thread of its own: a page is not kept waiting, and what it remembers goes
// with the thread.
import { readFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import typst from '@myriaddreamin/typst-ts-node-compiler'
import { sayAccessible } from './accessible.ts'
import { drawable } from './drawable.ts'
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
    const mainFileContent = read(template)
    const draw = (data: string) =>
      compiler.pdf({ mainFileContent, inputs: { data } }, { pdfStandard: standard })
    return { id, pdf: sayAccessible(drawSomehow(draw, input)) }
  } catch {
    // What Typst says quotes the letter: it is not told.
    return { id, refused: true }
  } finally {
    compiler.evictCache(0)
  }
}

/** An archive takes no sign without a shape: with squares for those there is paper after all. */
function drawSomehow(draw: (data: string) => Buffer, input: string): Buffer {
  try {
    return draw(input)
  } catch (error) {
    const plain = JSON.stringify(drawable(JSON.parse(input)))
    if (plain === input) throw error
    return draw(plain)
  }
}

function read(template: string): string {
  const known = templates.get(template) ?? readFileSync(template, 'utf8')
  templates.set(template, known)
  return known
}
