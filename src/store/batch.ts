import pg from 'pg'
import { serialize } from 'pg-protocol'

/** One statement of a batch: text with $1…, and its parameters. */
export interface Statement {
  /**
   * Name under which the connection keeps it prepared; statements that differ in text or role
   * differ in name.
   */
  readonly name: string
  readonly text: string
  readonly values: readonly unknown[]
}

export type Row = Record<string, unknown>

interface Field {
  readonly name: string
  readonly parse: (text: string) => unknown
}

/** What the rows of an answer look like. */
interface Shape {
  readonly fields: readonly Field[]
  /** A row that is copied and filled: built up column by column it takes three times the memory. */
  readonly empty: Row
}

const NO_SHAPE: Shape = { fields: [], empty: {} }

const DESCRIBE = serialize.describe({ type: 'P' })
const EXECUTE = serialize.execute()
const SYNC = serialize.sync()

/**
 * What one connection has prepared, with the shape of each answer, so that it need not be described
 * again.
 */
const prepared = new WeakMap<pg.Connection, Map<string, Shape>>()

/**
 * Sends statements with a single Sync: one implicit transaction and one round trip. Settings made
 * with `set_config(…, true)` hold for the statements after it and end by themselves.
 *
 * Pass it to `client.query`; `result` is settled when the server is ready again. When a statement
 * fails the whole batch is rolled back; `rowsBefore` tells what the statements before it had
 * answered.
 */
export class Batch implements pg.Submittable {
  readonly result: Promise<Row[][]>
  readonly #statements: readonly Statement[]
  readonly #rows: Row[][] = []
  readonly #settle: { resolve: (rows: Row[][]) => void; reject: (error: unknown) => void }
  #known = new Map<string, Shape>()
  /** The shape of each answer, as far as it was known when this was sent. */
  #shapes: (Shape | undefined)[] = []
  #shape: Shape = NO_SHAPE
  #current: Row[] = []

  constructor(statements: readonly Statement[]) {
    this.#statements = statements
    const { promise, resolve, reject } = Promise.withResolvers<Row[][]>()
    this.result = promise
    this.#settle = { resolve, reject }
  }

  get rowsBefore(): readonly Row[][] {
    return this.#rows
  }

  submit(connection: pg.Connection): void {
    this.#known = prepared.get(connection) ?? new Map<string, Shape>()
    prepared.set(connection, this.#known)
    // One write, together with other batches of this moment: a message each would cost as much as
    // the rest of the work here.
    const { stream } = connection
    stream.cork()
    stream.write(Buffer.concat(this.#messages()))
    process.nextTick(() => stream.uncork())
    this.#expectNext()
  }

  #messages(): Buffer[] {
    const messages: Buffer[] = []
    const parsedHere = new Set<string>()
    this.#shapes = this.#statements.map(({ name }) => this.#known.get(name))
    for (const { name, text, values } of this.#statements) {
      const fresh = !this.#known.has(name)
      if (fresh && !parsedHere.has(name)) {
        // Whether a statement that failed before is still prepared is unknown: closing what is not
        // there is no error.
        messages.push(serialize.close({ type: 'S', name }), serialize.parse({ name, text }))
        parsedHere.add(name)
      }
      messages.push(serialize.bind({ statement: name, values: values.map(toParameter) }))
      if (fresh) messages.push(DESCRIBE)
      messages.push(EXECUTE)
    }
    messages.push(SYNC)
    return messages
  }

  handleRowDescription(message: { fields: { name: string; dataTypeID: number }[] }): void {
    const fields = message.fields.map(({ name, dataTypeID }) => ({
      name,
      parse: pg.types.getTypeParser(dataTypeID, 'text') as (text: string) => unknown,
    }))
    this.#shape = { fields, empty: Object.fromEntries(fields.map(({ name }) => [name, null])) }
  }

  handleDataRow(message: { fields: (string | null)[] }): void {
    const { fields, empty } = this.#shape
    const row = { ...empty }
    let index = 0
    for (const { name, parse } of fields) {
      const value = message.fields[index++] ?? null
      row[name] = value === null ? null : parse(value)
    }
    this.#current.push(row)
  }

  handleCommandComplete(): void {
    const statement = this.#statements[this.#rows.length]
    if (statement) this.#known.set(statement.name, this.#shape)
    this.#rows.push(this.#current)
    this.#expectNext()
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete()
  }

  handlePortalSuspended(): void {
    this.#settle.reject(new Error('a portal was suspended, though no row limit was asked for'))
  }

  handleError(error: unknown): void {
    for (const { name } of this.#statements.slice(this.#rows.length)) this.#known.delete(name)
    // After an error the driver tells no more; what is sent next waits until the server is ready.
    this.#settle.reject(error)
  }

  handleReadyForQuery(): void {
    this.#settle.resolve(this.#rows)
  }

  #expectNext(): void {
    this.#current = []
    this.#shape = this.#shapes[this.#rows.length] ?? NO_SHAPE
  }
}

// The driver sends without waiting only what it takes for a query of its own; this leaves no portal
// open, which is why it asks.
Object.setPrototypeOf(Batch.prototype, pg.Query.prototype)

type Parameter = string | Buffer | null

/**
 * A value as the protocol takes it: bytes as they are, everything else as text. Arrays become array
 * literals.
 */
function toParameter(value: unknown): Parameter {
  if (value === null || value === undefined) return null
  if (Buffer.isBuffer(value)) return value
  if (Array.isArray(value)) return `{${value.map(toArrayItem).join(',')}}`
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string') return value
  return JSON.stringify(value)
}

function toArrayItem(item: unknown): string {
  if (Buffer.isBuffer(item)) return `"\\\\x${item.toString('hex')}"`
  const text = toParameter(item)
  return text === null ? 'NULL' : `"${text.toString().replaceAll(/["\\]/g, '\\$&')}"`
}
