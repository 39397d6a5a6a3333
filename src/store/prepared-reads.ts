import type { Access } from './access.ts'
import type { Reads } from './store.ts'

/** Stands in the place of the id while the queries are built. */
const PLACE = '00000000-0000-4000-8000-00000000aaaa'

interface Template {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/**
 * Queries about one row, such as a dossier, that are built and compiled once for what an activity
 * may do: a page with twenty of them spends more on building than on asking.
 *
 * @param build Gives the id to the database as a value by itself, and decides nothing by it.
 */
export function preparedReads<R extends Reads>(
  build: (access: Access, id: string) => R,
): (access: Access, id: string) => R {
  const built = new WeakMap<Access, readonly (readonly [string, Template])[]>()
  return (access, id) => {
    const templates = built.get(access) ?? prepare(build(access, PLACE))
    built.set(access, templates)
    const reads = templates.map(([name, { sql, parameters }]) => {
      const filled = parameters.map((value) => (value === PLACE ? id : value))
      return [name, { compile: () => ({ sql, parameters: filled }) }]
    })
    return Object.fromEntries(reads) as R // what was built, by the same names
  }
}

function prepare(reads: Reads): [string, Template][] {
  return Object.entries(reads).map(([name, query]) => {
    const { sql, parameters } = query.compile()
    const others = parameters.filter((value) => value !== PLACE)
    if (`${sql} ${JSON.stringify(others)}`.includes(PLACE)) {
      throw new Error(`${name} does not give the id as a value by itself`)
    }
    return [name, { sql, parameters }]
  })
}
