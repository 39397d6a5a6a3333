import { sql } from 'kysely'
import { written } from './query.ts'

/**
 * Who entered, and which activities are open to them: for menus and first pages, not for
 * permission.
 */
export interface Whoami {
  readonly account_id: string
  readonly name: string
  readonly member: boolean
  readonly activities: string[]
}

/** Asks who entered, along with whatever else is read. */
export const whoami = written(
  sql<Whoami>`select account_id, name, member, activities from whoami()`,
)
