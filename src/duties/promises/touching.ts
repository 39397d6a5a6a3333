import type { Catalogue, ColumnEntry, TableEntry } from '#statement/catalogue.ts'
import { fillPolicies } from '#statement/index.ts'
import type { Plan } from '#statement/plan.ts'
import type { Difference } from '#store/drift.ts'

/** What a statement says of who may see content: rules, policies and powers keep it. */
const OPENING = 'access-by-opening'

const GRANT = /^grant \w+(?:\((?<column>[^)]+)\))? on (?<table>\S+) to (?<role>\S+)$/
const POLICY = /^policy (?<name>.+) on (?<table>\S+)$/
const TRIGGER = /^trigger (?<name>\S+) on (?<table>\S+)$/
const TABLE = /^table (?<table>\S+)$/
const RULE = /^rule (?<activity>\S+) (?<kind>\S+) (?<relation>\S+) \S+ after (?<after>\S+) during/
const CATEGORY = /^category (?<activity>\S+) (?<kind>\S+) (?<category>\S+) /
const REACH = /^reach of relation \S+ for (?<activity>\S+)$/
/** Other rows name what they are of first, as the statement declares it. */
const ROW = /^(?<of>retention|activity|basis|right|identification|consent|recipient) (?<word>\S+)/
const SECTIONS: Readonly<Record<string, (word: string) => readonly string[]>> = {
  retention: (word) => [`retention.${word}`],
  activity: (word) => [`activities.${word}`],
  basis: (word) => [`activities.${word}`],
  right: (word) => [`rights.${word}`],
  identification: () => ['rights.*'],
  consent: (word) => [`consents.${word}`],
  recipient: (word) => [`recipients.${word}`, 'recipients-gate'],
}
const ROLE = /^(?:role|member \S+ of) (?<role>[a-z0-9_]+)/

/** Tells which promises a difference between plan and database touches. */
export class Touching {
  readonly #tables: ReadonlyMap<string, TableEntry>
  /** What is touched with an activity, by its role: the activity, and those whom it is for. */
  readonly #activities: ReadonlyMap<string, readonly string[]>
  /** The roles that a policy is for, by its name and table. */
  readonly #policies: ReadonlyMap<string, readonly string[]>
  readonly #promised: ReadonlySet<string>

  /** @param promised The mechanisms on which some clause rests. */
  constructor(plan: Plan, { tables }: Catalogue, promised: ReadonlySet<string>) {
    const { roles, rules } = plan
    this.#tables = new Map(tables.map((table) => [table.name, table]))
    this.#activities = new Map(
      roles.map(({ role, activity }) => {
        const own = rules.filter((rule) => rule.activity === activity)
        return [
          role,
          [`activities.${activity}`, ...own.map((rule) => `relations.${rule.relation}`)],
        ]
      }),
    )
    this.#policies = new Map(
      fillPolicies(plan).map((policy) => [`${policy.name} on ${policy.table}`, policy.roles]),
    )
    this.#promised = promised
  }

  /**
   * The mechanisms that a difference touches: the activity it is of with those who do it, the
   * categories of what it shows or hides. Functions and views serve everything, so a difference in
   * one names none. Where no clause rests on what is touched, it is who may see what.
   */
  mechanismsOf({ object }: Difference): string[] {
    const named = this.#named(object)
    const touched = [...new Set(named)].toSorted()
    const promised = (each: string) => each.endsWith('.*') || this.#promised.has(each)
    if (!named || touched.some(promised)) return touched
    return this.#promised.has(OPENING) ? [OPENING] : []
  }

  #named(object: string): string[] | undefined {
    const row = this.#row(object)
    if (row) return row
    const grant = GRANT.exec(object)?.groups
    if (grant) return this.#grant(grant['table'], grant['column'], grant['role'])
    const policy = POLICY.exec(object)?.groups
    if (policy) return this.#policy(policy['name'], policy['table'])
    const trigger = TRIGGER.exec(object)?.groups
    if (trigger) return this.#trigger(trigger['name'], trigger['table'])
    const table = TABLE.exec(object)?.groups
    if (table) return this.#content(table['table'])
    const role = ROLE.exec(object)?.groups
    return role && this.#role(role['role'], object)
  }

  /** A row that the statement was compiled into. */
  #row(object: string): string[] | undefined {
    const rule = RULE.exec(object)?.groups
    if (rule) {
      const { activity, kind, relation, after } = rule
      const consents = after === undefined || after === '-' ? [] : [`consents.${after}`]
      return [`activities.${activity}`, `kinds.${kind}`, `relations.${relation}`, ...consents]
    }
    const category = CATEGORY.exec(object)?.groups
    if (category) {
      const { activity, kind, category: word } = category
      return [`activities.${activity}`, `kinds.${kind}`, `categories.${word}`]
    }
    const reach = REACH.exec(object)?.groups
    if (reach) return [OPENING, `activities.${reach['activity']}`]
    const { of = '', word = '' } = ROW.exec(object)?.groups ?? {}
    return SECTIONS[of]?.(word).slice()
  }

  /** A grant to somebody whom the statement does not know opens what only openings may show. */
  #grant(table = '', column: string | undefined, role = ''): string[] {
    return [...(this.#activities.get(role) ?? [OPENING]), ...this.#categories(table, column)]
  }

  #policy(name = '', table = ''): string[] {
    const roles = this.#policies.get(`${name} on ${table}`) ?? []
    const own = roles.flatMap((role) => this.#activities.get(role) ?? [])
    return [...own, ...this.#content(table)]
  }

  #trigger(name = '', table = ''): string[] {
    const ledger = name.startsWith('append_only') || name.startsWith('record_act')
    return ledger ? ['ledger'] : this.#content(table)
  }

  /** Whoever holds a role reaches what the activity does; powers of its own reach everything. */
  #role(role = '', object: string): string[] {
    const powers = / (?:login|powers|inherits|admin)$/.test(object)
    const own = this.#activities.get(role)
    return [...(own ?? []), ...(powers || !own ? [OPENING] : [])]
  }

  #content(table = ''): string[] {
    const known = this.#tables.get(table)
    return [...(known?.belongs === 'organisation' ? [] : [OPENING]), ...this.#categories(table)]
  }

  /** The categories of a column, or of all columns of a table. */
  #categories(table: string, column?: string): string[] {
    const columns = this.#tables.get(table)?.columns ?? []
    return columns
      .filter(({ name }) => column === undefined || name === column)
      .flatMap(categoriesIn)
      .map((category) => `categories.${category}`)
  }
}

function categoriesIn({ category, categoryIn }: ColumnEntry): readonly string[] {
  return category === undefined ? (categoryIn?.of ?? []) : [category]
}
