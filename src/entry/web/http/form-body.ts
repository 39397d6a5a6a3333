import type { Context } from 'hono'
import { AppError, isAppError } from '#kernel/error.ts'
import { boundaryOf, type FormPart, readMultipart } from './multipart.ts'

/** Takes in a file as it comes, and gives what the form gets in its place. */
export type Receive = (content: AsyncIterable<Uint8Array>, name: string) => Promise<unknown>

/** How a form takes in its files, by the name of the field. */
export type Receivers = Readonly<Record<string, Receive>>

/** A field that was sent more than once is a list. */
export type Fields = Readonly<Record<string, unknown>>

const MEGABYTE = 1024 * 1024
/** The largest form is an upload of 25 MB with its fields around it. */
const BODY_LIMIT = 26 * MEGABYTE
/** How much of a form is held in memory: its texts, and files that nothing receives. */
const MEMORY_LIMIT = 11 * MEGABYTE

interface Reading {
  readonly receivers: Receivers
  /** Whether the form is ours, by the fields that came before a file: files of others stay out. */
  readonly isOurs: (fields: Fields) => boolean
}

/**
 * Reads the fields of a form. A file goes to its receiver while it comes in; what that refuses
 * stands in its field as the error. A file without a receiver is a `File`, and no field when none
 * was chosen in it. A form that is not ours gets no field for a file that a receiver would take.
 *
 * @throws `FORM_FOREIGN` when it breaks off, `BODY_TOO_LARGE`.
 */
export async function readFields(c: Context, reading: Reading): Promise<Fields> {
  const limit = Object.keys(reading.receivers).length > 0 ? BODY_LIMIT : MEMORY_LIMIT
  if (Number(c.req.header('content-length') ?? 0) > limit) throw tooLarge(limit)
  const boundary = boundaryOf(c.req.header('content-type') ?? '')
  const body = bytesOf(c, limit)
  const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown> // empty
  try {
    if (boundary === undefined) await readPairs(body, fields)
    else await readParts(body, boundary, { ...reading, fields })
    return fields
  } catch (error) {
    await discardFiles(fields)
    throw error
  }
}

/** A file has a megabyte less than its form, for the fields around it. */
function tooLarge(limit: number): AppError {
  return new AppError('BODY_TOO_LARGE', { most: Math.floor(limit / MEGABYTE) - 1 })
}

/** Lets go of the files that a form brought and that nothing needs any more. */
export async function discardFiles(fields: Fields): Promise<void> {
  for (const value of Object.values(fields).flat()) {
    if (isDisposable(value)) await value[Symbol.asyncDispose]()
  }
}

function isDisposable(value: unknown): value is AsyncDisposable {
  return typeof value === 'object' && value !== null && Symbol.asyncDispose in value
}

type Filling = Reading & { readonly fields: Record<string, unknown> }

async function readPairs(
  body: AsyncIterable<Uint8Array>,
  fields: Filling['fields'],
): Promise<void> {
  const text = (await holdAll(body, MEMORY_LIMIT)).toString('utf8')
  for (const [name, value] of new URLSearchParams(text)) add(fields, name, value)
}

async function readParts(
  body: AsyncIterator<Uint8Array>,
  boundary: string,
  filling: Filling,
): Promise<void> {
  let room = MEMORY_LIMIT
  for await (const part of readMultipart(body, boundary)) {
    const value = await readPart(part, filling, room)
    if (typeof value === 'string') room -= value.length
    if (value instanceof File) room -= value.size
    if (value !== undefined) add(filling.fields, part.name, value)
  }
}

/** @param room How many bytes may still be held. */
async function readPart(part: FormPart, filling: Filling, room: number): Promise<unknown> {
  const { content, filename, name } = part
  if (filename === undefined) return (await holdAll(content, room)).toString('utf8')
  if (filename === '') return undefined
  const receive = filling.receivers[name]
  if (!receive) return new File([await holdAll(content, room)], filename)
  if (!filling.isOurs(filling.fields)) return passOver(content)
  try {
    return await receive(content, filename)
  } catch (error) {
    if (isAppError(error)) return error
    throw error
  }
}

/** Reads what nobody takes, so that the rest of the form can be read. */
export async function passOver(content: AsyncIterable<Uint8Array>): Promise<undefined> {
  const pieces = content[Symbol.asyncIterator]()
  let next = await pieces.next()
  while (!next.done) next = await pieces.next()
}

function add(fields: Record<string, unknown>, name: string, value: unknown): void {
  const before = fields[name]
  if (before === undefined) fields[name] = value
  else if (Array.isArray(before)) before.push(value)
  else fields[name] = [before, value]
}

async function holdAll(
  content: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Buffer<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of content) {
    length += piece.length
    if (length > limit) throw tooLarge(MEMORY_LIMIT)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/**
 * The body as it comes in. It is never cancelled: the connection would be gone, and with it the
 * answer that says what was wrong.
 */
async function* bytesOf(c: Context, limit: number): AsyncGenerator<Uint8Array> {
  const reader = c.req.raw.body?.getReader()
  let length = 0
  for (;;) {
    const next = await reader?.read()
    if (!next || next.done) return
    length += next.value.length
    if (length > limit) throw tooLarge(limit)
    yield next.value
  }
}
