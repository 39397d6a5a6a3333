import { FILLED, type Plan, type Policy } from '#statement/plan.ts'
import { literal } from './literal.ts'

/**
 * The policies as the database has them. One that names its activity is made once for each role;
 * one that asks who acts, once for all roles that have the same grants on the table: what any of
 * them may see there, the others may see too.
 */
export function fillPolicies(plan: Plan): Policy[] {
  return plan.policies.flatMap((policy) =>
    rolesTogether(policy, plan).map((roles) => fill(policy, roles, plan)),
  )
}

/** Groups of roles, with a policy for each; as the plan has it where no activity is named. */
function rolesTogether(policy: Policy, plan: Plan): readonly (readonly string[])[] {
  const text = `${policy.using} ${policy.check}`
  const grants = Map.groupBy(
    plan.grants.filter(({ table }) => table === policy.table),
    ({ role }) => role,
  )
  const roles = policy.roles.length > 0 ? policy.roles : [...grants.keys()]
  if (text.includes(FILLED.activity)) return roles.map((role) => [role])
  if (!text.includes(FILLED.activities)) return [policy.roles]
  const rights = (role: string): string =>
    JSON.stringify((grants.get(role) ?? []).map(({ right, columns }) => [right, columns]))
  return [...Map.groupBy(roles, rights).values()]
}

function fill(policy: Policy, roles: readonly string[], plan: Plan): Policy {
  const [role, ...others] = roles
  if (role === undefined || roles === policy.roles) return policy
  const activities = plan.roles.filter((each) => roles.includes(each.role))
  const [activity = ''] = activities.map((each) => each.activity)
  const filled = (text: string): string =>
    text
      .replaceAll(FILLED.activities, literal(activities.map((each) => each.activity)))
      .replaceAll(FILLED.activity, literal(activity))
      .replaceAll(FILLED.reads, literal(categoriesInEveryKind(plan, activity, false)))
      .replaceAll(FILLED.writes, literal(categoriesInEveryKind(plan, activity, true)))
  const whose = role.slice(`${plan.schema}__`.length)
  return {
    ...policy,
    name: [policy.name, whose, ...(others.length > 0 ? [`and ${others.length} more`] : [])].join(
      ' ',
    ),
    roles,
    ...(policy.using && { using: filled(policy.using) }),
    ...(policy.check && { check: filled(policy.check) }),
  }
}

/** Categories that an activity reads, or writes, in whatever kind of dossier it is for. */
function categoriesInEveryKind(plan: Plan, activity: string, writes: boolean): string[] {
  const kinds = new Set(plan.rules.filter((r) => r.activity === activity).map(({ kind }) => kind))
  const ruled = plan.categoryRules.filter((r) => r.activity === activity && r.writes === writes)
  const byCategory = Map.groupBy(ruled, ({ category }) => category)
  return [...byCategory].filter(([, rules]) => rules.length === kinds.size).map(([word]) => word)
}
