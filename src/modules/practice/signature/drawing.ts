import { AppError } from '#kernel/error.ts'

/** Largest drawing of a name, in bytes. */
const LARGEST_BYTES = 100_000
const PREFIX = 'data:image/png;base64,'
const PNG = Buffer.from('89504e470d0a1a0a', 'hex')

/**
 * Reads a drawn name as a form sends it: a PNG as a data address, or nothing.
 *
 * @throws `DRAWING_UNREADABLE` when it is something else, or larger than 100 kB.
 */
export function readDrawing(sent: string): Buffer | undefined {
  if (sent === '') return undefined
  const bytes = Buffer.from(sent.slice(PREFIX.length), 'base64')
  const isPng = sent.startsWith(PREFIX) && bytes.subarray(0, PNG.length).equals(PNG)
  if (!isPng || bytes.length > LARGEST_BYTES) throw new AppError('DRAWING_UNREADABLE')
  return bytes
}
