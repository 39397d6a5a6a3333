import type { Context } from 'hono'
import type { Letter } from '#duties/letter/letter.ts'
import { LetterPress } from '#duties/letter/press.ts'
import { fileNames } from './file-answer.ts'

/** One press for all pages: its thread begins with the first letter. */
export const press = new LetterPress()

/** Prints a letter as an accessible PDF. */
export function printLetter(letter: Letter): Promise<Buffer> {
  return press.print(letter)
}

/** Answers with a letter as an accessible PDF, named after its title and reference. */
export async function letterAnswer(c: Context, letter: Letter): Promise<Response> {
  const pdf = await press.print(letter)
  const title = [letter.title, letter.reference].filter(Boolean).join(' ')
  return bytesAnswer(c, pdf, { type: 'application/pdf', title, ending: 'pdf' })
}

/** Answers with bytes as a download under a title. */
export function bytesAnswer(
  c: Context,
  bytes: Buffer | string,
  file: { readonly type: string; readonly title: string; readonly ending: string },
): Response {
  c.header('content-type', file.type)
  c.header('content-disposition', `attachment; ${fileNames(file.title, file.ending)}`)
  return c.body(typeof bytes === 'string' ? bytes : Uint8Array.from(bytes))
}
