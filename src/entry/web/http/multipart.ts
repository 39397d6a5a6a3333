import { AppError } from '#kernel/error.ts'

/** One field of a form: its name, and for a file what it was called. */
export interface FormPart {
  readonly name: string
  /** Empty for a file field in which nothing was chosen; undefined for a text. */
  readonly filename?: string
  /** To be read before the next part is asked for; what is left of it is passed over. */
  readonly content: AsyncIterable<Buffer>
}

/** More than any form has fields. */
const PARTS_LIMIT = 5_000
/** More than any browser sends about a field. */
const HEADER_LIMIT = 16_384
const BREAK = '\r\n'

/**
 * Reads a form as it comes in (RFC 7578), so that a file in it need not be in memory.
 *
 * @throws `FORM_FOREIGN` when it is none, or breaks off.
 */
export async function* readMultipart(
  body: AsyncIterator<Uint8Array>,
  boundary: string,
): AsyncGenerator<FormPart> {
  const source = new Source(body)
  const delimiter = `${BREAK}--${boundary}`
  await passOver(source.until(delimiter))
  for (let count = 0; !(await source.startsWith('--')); count += 1) {
    if (count === PARTS_LIMIT) throw new AppError('FORM_FOREIGN')
    await passOver(source.until(BREAK))
    const part = { ...readHeader(await source.header()), content: source.until(delimiter) }
    yield part
    await passOver(part.content)
  }
}

/** The boundary of a multipart form, from its content type; undefined when it is another kind. */
export function boundaryOf(contentType: string): string | undefined {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) return undefined
  const [, quoted, bare] =
    /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? []
  return quoted ?? bare
}

async function passOver(content: AsyncIterable<Buffer>): Promise<void> {
  const pieces = content[Symbol.asyncIterator]()
  while (!(await pieces.next()).done);
}

function readHeader(header: string): Pick<FormPart, 'name' | 'filename'> {
  const line = /^content-disposition:\s*form-data\s*(;.*)$/im.exec(header)?.[1] ?? ''
  const name = /;\s*name="([^"]*)"/i.exec(line)?.[1]
  const filename = /;\s*filename="([^"]*)"/i.exec(line)?.[1]
  if (name === undefined) throw new AppError('FORM_FOREIGN')
  return {
    name: unescapeName(name),
    ...(filename !== undefined && { filename: unescapeName(filename) }),
  }
}

/** As browsers write what cannot stand between quotes. */
function unescapeName(text: string): string {
  return text.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n')
}

/** Bytes as they come in, of which as little as can be is held. */
class Source {
  readonly #body: AsyncIterator<Uint8Array>
  /** A form begins with its boundary; a break before it makes that one as the others are. */
  #held: Buffer = Buffer.from(BREAK)

  constructor(body: AsyncIterator<Uint8Array>) {
    this.#body = body
  }

  /** What comes before a mark; the mark is passed too. Whoever stops halfway can go on with it. */
  until(mark: string): AsyncIterable<Buffer> {
    let ended = false
    const next = async (): Promise<IteratorResult<Buffer, undefined>> => {
      while (!ended) {
        const place = this.#held.indexOf(mark)
        ended = place >= 0
        // The end of what is held can be the beginning of the mark.
        const piece = this.#take(ended ? place : Math.max(0, this.#held.length - mark.length + 1))
        if (ended) this.#take(mark.length)
        if (piece.length > 0) return { value: piece, done: false }
        if (!ended) await this.#more()
      }
      return { value: undefined, done: true }
    }
    return { [Symbol.asyncIterator]: () => ({ next }) }
  }

  async startsWith(mark: string): Promise<boolean> {
    while (this.#held.length < mark.length) await this.#more()
    return this.#held.subarray(0, mark.length).equals(Buffer.from(mark))
  }

  async header(): Promise<string> {
    const pieces: Buffer[] = []
    let length = 0
    for await (const piece of this.until(BREAK + BREAK)) {
      length += piece.length
      if (length > HEADER_LIMIT) throw new AppError('FORM_FOREIGN')
      pieces.push(piece)
    }
    return Buffer.concat(pieces).toString('utf8')
  }

  #take(length: number): Buffer {
    const taken = this.#held.subarray(0, length)
    this.#held = this.#held.subarray(length)
    return taken
  }

  async #more(): Promise<void> {
    const next = await this.#body.next()
    if (next.done) throw new AppError('FORM_FOREIGN')
    this.#held = Buffer.concat([this.#held, next.value])
  }
}
