import type { GdprOperation, GdprRecord } from './gdpr-records.ts'

/** Rows as lines of text, sorted: what was read, or the keys of what was changed. */
export type Answer = readonly string[]

/** How many records without an objection are read at once. */
export const READ_MOST = 100
/** Lines of the log that are read at once. */
export const LOGS_MOST = 100

/** Applies each operation in memory, where nothing can be wrong but the oracle itself. */
export class Oracle {
  readonly #records = new Map<string, GdprRecord>()

  constructor(records: readonly GdprRecord[]) {
    for (const record of records) this.#records.set(record.key, record)
  }

  apply(operation: GdprOperation): Answer {
    switch (operation.act) {
      case 'create':
        this.#records.set(operation.record.key, operation.record)
        return [operation.record.key]
      case 'delete-purpose':
        return this.#delete(({ purpose }) => purpose === operation.purpose)
      case 'delete-user':
        return this.#delete(({ user }) => user === operation.user)
      case 'delete-key':
        return this.#delete(({ key }) => key === operation.key)
      case 'update-purpose':
        return this.#update(({ purpose }) => purpose === operation.purpose, {
          shared: operation.value,
        })
      case 'update-user':
        return this.#update(({ user }) => user === operation.user, { shared: operation.value })
      case 'update-key':
        return this.#update(({ key }) => key === operation.key, { source: operation.value })
      case 'data-key':
        return this.#update(({ key }) => key === operation.key, { data: operation.value })
      case 'read-user':
        return this.#read(({ user }) => user === operation.user, dataLine)
      case 'read-key':
        return this.#read(({ key }) => key === operation.key, dataLine)
      case 'read-purpose':
        return this.#read(({ purpose }) => purpose === operation.purpose, dataLine)
      case 'read-objection':
        return this.#matching(({ objection }) => objection !== operation.objection)
          .toSorted((one, other) => (one.key < other.key ? -1 : 1))
          .slice(0, READ_MOST)
          .map(dataLine)
          .toSorted()
      case 'metadata-key':
      case 'verify-key':
        return this.#read(({ key }) => key === operation.key, metadataLine)
      case 'metadata-user':
        return this.#read(({ user }) => user === operation.user, metadataLine)
      default:
        // What stands in a log is not foretold.
        return []
    }
  }

  /** Everything that is there. */
  all(): Answer {
    return [...this.#records.values()]
      .map((record) => `${metadataLine(record)}|${record.data}`)
      .toSorted()
  }

  #matching(is: (record: GdprRecord) => boolean): GdprRecord[] {
    return [...this.#records.values()].filter((record) => record.term > 30 && is(record))
  }

  #read(is: (record: GdprRecord) => boolean, line: (record: GdprRecord) => string): Answer {
    return this.#matching(is).map(line).toSorted()
  }

  #delete(is: (record: GdprRecord) => boolean): Answer {
    const gone = this.#matching(is).map(({ key }) => key)
    for (const key of gone) this.#records.delete(key)
    return gone.toSorted()
  }

  #update(is: (record: GdprRecord) => boolean, change: Partial<GdprRecord>): Answer {
    const changed = this.#matching(is)
    for (const record of changed) this.#records.set(record.key, { ...record, ...change })
    return changed.map(({ key }) => key).toSorted()
  }
}

function dataLine({ key, data }: GdprRecord): string {
  return `${key}|${data}`
}

function metadataLine(record: GdprRecord): string {
  const { key, purpose, objection, decision, acl, shared, source, category } = record
  return [key, purpose, objection, decision, acl, shared, source, category].join('|')
}
