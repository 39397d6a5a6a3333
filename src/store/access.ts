import type { Pool } from './pool.ts'

export type Right = 'select' | 'insert' | 'update' | 'delete'

/**
 * What an activity may do, as the catalogue of the database says. Only for leaving out of a page
 * what would be refused: the database decides, also about what this says.
 */
export class Access {
  readonly #grants: Grants

  constructor(grants: Grants) {
    this.#grants = grants
  }

  /** Whether the activity has this right on some column of a table, or on the one that is named. */
  can(table: string, right: Right, column?: string): boolean {
    const columns = this.#grants.get(place(table, right))
    if (!columns) return false
    return column === undefined || columns.has(column) || columns.has(WHOLE_TABLE)
  }

  /** Those of the columns that the activity may read, in the same order. */
  columns<Column extends string>(table: string, wanted: readonly Column[]): Column[] {
    return wanted.filter((column) => this.can(table, 'select', column))
  }
}

/** Columns by table and right. */
type Grants = ReadonlyMap<string, ReadonlySet<string>>

interface Known {
  readonly activities: Promise<ReadonlyMap<string, Access>>
  readonly until: number
}

const KNOWN_MS = 2_000
const WHOLE_TABLE = ''
const NOTHING = new Access(new Map())

/**
 * Reads what activities may do. An answer is used for at most two seconds, so that a page follows
 * a new statement, or a grant that was revoked by hand, without a restart.
 */
export class AccessReader {
  readonly #pool: Pool
  readonly #known = new Map<string, Known>()

  constructor(pool: Pool) {
    this.#pool = pool
  }

  /** What an activity may do; nothing when it is not declared. */
  async read(organisation: string, activity: string): Promise<Access> {
    const role = `org_${organisation}__${activity.replaceAll('-', '_')}`
    const activities = await this.#activities(organisation)
    return activities.get(role) ?? NOTHING
  }

  #activities(organisation: string): Known['activities'] {
    const known = this.#known.get(organisation)
    if (known && known.until > Date.now()) return known.activities
    const activities = this.#read(organisation)
    this.#known.set(organisation, { activities, until: Date.now() + KNOWN_MS })
    activities.catch(() => this.#known.delete(organisation))
    return activities
  }

  async #read(organisation: string): Known['activities'] {
    const { rows } = await this.#pool.query<GrantRow>({
      name: 'access',
      text: GRANTS,
      values: [`org_${organisation}`],
    })
    const byRole = Map.groupBy(rows, (row) => row.role)
    return new Map([...byRole].map(([role, grants]) => [role, new Access(toGrants(grants))]))
  }
}

interface GrantRow {
  readonly role: string
  readonly table: string
  readonly right: string
  readonly columns: string[]
}

const GRANTS = `
  with granted as (
    select c.relname, '' as attname, a.grantee, a.privilege_type
    from pg_class c, aclexplode(c.relacl) a
    where c.relnamespace = to_regnamespace($1) and c.relkind = 'r'
    union all
    select c.relname, t.attname, a.grantee, a.privilege_type
    from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a
    where c.relnamespace = to_regnamespace($1) and c.relkind = 'r')
  select r.rolname::text as role, g.relname::text as table, lower(g.privilege_type) as right,
    array_agg(g.attname::text) as columns
  from granted g join pg_roles r on r.oid = g.grantee
  where starts_with(r.rolname, $1 || '__')
  group by 1, 2, 3`

function toGrants(rows: readonly GrantRow[]): Grants {
  return new Map(rows.map((row) => [place(row.table, row.right), new Set(row.columns)]))
}

function place(table: string, right: string): string {
  return `${right} ${table}`
}
