import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { readCatalogue } from '#statement/catalogue/read.ts'
import type { Plan } from '#statement/plan.ts'
import { readSample, SAMPLE_YAML } from '#statement/sample.ts'
import { compile } from './compile.ts'
import { planSentences } from './plan-sentences.ts'
import { planSql } from './plan-sql.ts'

const TABLES = `
create table dossiers (id uuid);
comment on table dossiers is $$A dossier. @belongs dossiers @card @impersonal identifiers only$$;
comment on column dossiers.id is $$@key$$;
comment on column dossiers.kind is $$@key$$;
create table clients (dossier_id uuid);
comment on table clients is $$Who it is. @belongs dossiers @card @insert intake @update coaching$$;
comment on column clients.dossier_id is $$@key$$;
comment on column clients.name is $$@category identity$$;
comment on column clients.email is $$@category contact$$;
create table notes (id uuid);
comment on table notes is $$A note.
@belongs dossiers @insert coaching substitution @update coaching @delete coaching$$;
comment on column notes.id is $$@key$$;
comment on column notes.dossier_id is $$@key$$;
comment on column notes.category is $$@key$$;
comment on column notes.body is $$@category-in category of conversation-reports work-limitations @sealed$$;
comment on column notes.channel is $$@impersonal a word$$;
comment on column notes.written_by is $$@stamp$$;
create table releases (id uuid);
comment on table releases is $$A document let go. @belongs dossiers @while request_id$$;
comment on column releases.request_id is $$@key$$;
comment on column releases.body is $$@category conversation-reports$$;
create table ledger (id uuid);
comment on table ledger is $$Who did what. @belongs dossiers @overseen$$;
comment on column ledger.id is $$@key$$;
comment on column ledger.act is $$@category access-log$$;
create table members (account_id uuid);
comment on table members is $$Who works here. @organisation @insert administration$$;
comment on column members.account_id is $$@key$$;
comment on column members.name is $$@category staff$$;
create table secrets (id uuid);
comment on table secrets is $$Nobody's. @system$$;
comment on column secrets.body is $$@category identity$$;
`

const { catalogue } = readCatalogue([{ name: 'sample.sql', text: TABLES }], VOCABULARY)

function planOf(yaml: string = SAMPLE_YAML): Plan {
  return compile(readSample({ yaml }), catalogue)
}

function rights(plan: Plan, activity: string, table: string): string[] {
  return plan.grants
    .filter((each) => each.role === `org_sample__${activity}` && each.table === table)
    .map((each) => `${each.right} ${each.columns.join(' ')}`.trim())
}

/** The sample with an officer, who oversees, and a coach, who starts dossiers. */
const WITH_OFFICE = SAMPLE_YAML.replace(
  'activities:\n',
  `activities:
  oversight:
    purpose: { nl: toezien, en: overseeing }
    basis: contract
    reads: [access-log]
    by: [officer]
  intake:
    purpose: { nl: beginnen, en: starting }
    basis: contract
    reads: [identity]
    writes: [identity]
    by: [coach]
`,
)
  .replace('relations:\n', 'relations:\n  officer: {}\n  coach: {}\n')
  .replace('categories:\n', 'categories:\n  access-log: {}\n')

test('every activity is a role, and no other activity is', () => {
  expect(planOf().roles).toEqual([
    {
      activity: 'coaching',
      role: 'org_sample__coaching',
      starts: null,
      opens: true,
      basis: 'contract',
    },
    {
      activity: 'substitution',
      role: 'org_sample__substitution',
      starts: null,
      opens: true,
      basis: 'consent',
    },
  ])
  expect(planOf(WITH_OFFICE).roles).toContainEqual({
    activity: 'intake',
    role: 'org_sample__intake',
    starts: 'responsible-coach',
    opens: false,
    basis: 'contract',
  })
})

test('an activity reads the columns of its categories, and no others', () => {
  const plan = planOf()
  expect(rights(plan, 'coaching', 'clients')).toContain('select dossier_id email name')
  expect(rights(plan, 'substitution', 'clients')).toEqual(['select dossier_id name'])
  expect(rights(plan, 'coaching', 'members')).toEqual([])
})

test('an activity writes what the table lets it and the statement gives it', () => {
  const plan = planOf()
  expect(rights(plan, 'coaching', 'clients')).toContain('update name')
  expect(rights(plan, 'coaching', 'notes')).toEqual([
    'delete',
    'insert body category channel dossier_id id',
    'select body category channel dossier_id id written_by',
    'update body channel',
  ])
  // The table lets substitution insert, the statement lets it write nothing.
  expect(rights(plan, 'substitution', 'notes')).toEqual([
    'select body category channel dossier_id id written_by',
  ])
})

test('a table of the system is granted to nobody, one without personal data to everybody', () => {
  const plan = planOf()
  expect(plan.grants.filter((each) => each.table === 'secrets')).toEqual([])
  expect(rights(plan, 'substitution', 'dossiers')).toEqual(['select id kind'])
})

test('a rule says by which relation, after which consent and in which period', () => {
  const { rules } = planOf()
  expect(rules.filter((each) => each.activity === 'substitution')).toEqual([
    {
      activity: 'substitution',
      kind: 're-integration',
      relation: 'substitute',
      scope: 'dossier',
      after: 'substitution',
      during: 'absence',
    },
  ])
  expect(rules.filter((each) => each.relation === 'responsible-coach')).toMatchObject([
    { kind: 'outplacement', after: null, during: null },
    { kind: 're-integration', after: null, during: null },
  ])
})

test('a category is readable only in the kinds of dossier that it belongs to', () => {
  const kinds = planOf()
    .categoryRules.filter((each) => each.category === 'work-limitations')
    .map(({ activity, kind, writes }) => `${activity} ${kind} ${writes}`)
  expect(kinds).toEqual(['coaching re-integration false', 'coaching re-integration true'])
})

const NO_SAY = { kinds: [], atLeast: null, sooner: [], later: [] }

test('what is kept indefinitely has no period', () => {
  expect(planOf().retention).toEqual([
    {
      ...NO_SAY,
      part: 'dossier',
      from: ['engagement.ended'],
      keep: 'P5Y',
      sooner: ['client-asks', 'client-objects'],
    },
    { ...NO_SAY, part: 'relation-line', from: [], keep: null },
  ])
})

test('content shows in the opened dossier, a card within reach', () => {
  const policies = planOf().policies.map((each) => `${each.table} ${each.name} ${each.command}`)
  expect(policies).toEqual([
    'clients opened_update update',
    'clients reach select',
    'dossiers reach select',
    'notes category all',
    'notes opened all',
    'releases consent select',
    'releases opened all',
  ])
})

test('a function sees cards and overseen tables; one that only starts dossiers sees neither', () => {
  const policies = planOf(WITH_OFFICE).policies.filter((each) => each.roles.length > 0)
  expect(policies.map(({ table, name, roles }) => ({ table, name, roles }))).toEqual([
    { table: 'dossiers', name: 'scope', roles: ['org_sample__oversight'] },
    { table: 'ledger', name: 'oversight', roles: ['org_sample__oversight'] },
  ])
})

test('the same statement in another order gives the same plan', () => {
  const plan = planOf()
  fc.assert(
    fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (stream) => {
      const shuffled = shuffle(parse(SAMPLE_YAML), () => Number(stream.next().value))
      expect(planOf(stringify(shuffled))).toEqual(plan)
    }),
    { numRuns: 50 },
  )
})

test('taking an activity out takes its role, grants and rules, and adds nothing', () => {
  const plan = planOf(WITH_OFFICE)
  fc.assert(
    fc.property(fc.subarray(plan.roles.map((each) => each.activity)), (removed) => {
      const declared = parse(WITH_OFFICE) as { activities: Record<string, unknown> } // as written
      for (const activity of removed) delete declared.activities[activity]
      const less = planOf(stringify(declared))
      const gone = removed.map((activity) => `org_sample__${activity}`)
      const remaining = plan.grants.filter((each) => !gone.includes(each.role))
      expect(less.grants).toEqual(remaining)
      expect(less.rules).toEqual(plan.rules.filter((r) => !removed.includes(r.activity)))
      for (const policy of less.policies) {
        const before = plan.policies.find((p) => p.table === policy.table && p.name === policy.name)
        expect(before).toBeDefined()
        expect(policy.roles.every((role) => before?.roles.includes(role))).toBe(true)
      }
    }),
  )
})

test('the plan as SQL quotes names and values, and puts policies before grants', () => {
  const sql = planSql(planOf())
  expect(sql[0]).toBe('set local search_path to "org_sample", pg_temp')
  expect(sql).toContain('create role "org_sample__coaching" nologin noinherit')
  expect(sql).toContain(
    `create policy "category substitution" on "notes" as restrictive for all to "org_sample__substitution" using (category = any (array['conversation-reports', 'identity']::text[]) or category = any (array(select readable('substitution')))) with check (category = any (array[]::text[]) or category = any (array(select writable('substitution'))))`,
  )
  expect(sql).toContain(
    'grant select ("dossier_id", "name") on "clients" to "org_sample__substitution"',
  )
  expect(sql).toContain('grant delete on "notes" to "org_sample__coaching"')
  expect(sql.at(-1)).toBe(
    `insert into "retention_rules" (part, events, keep) values
  ('dossier', array['engagement.ended']::text[], 'P5Y'),
  ('relation-line', array[]::text[], null)`,
  )
  const first = (start: string) => sql.findIndex((each) => each.startsWith(start))
  expect(first('create policy')).toBeLessThan(first('grant select'))
})

test('a policy that asks who is acting is made for each role, and names its activity', () => {
  const sql = planSql(planOf()).filter((each) => /policy "(opened|reach)/.test(each))
  expect(sql).toContain(
    `create policy "opened substitution" on "notes" as permissive for all to "org_sample__substitution" using (dossier_id = (select opened('substitution')))`,
  )
  for (const policy of sql) {
    const [, role] = / to "([^"]+)"/.exec(policy) ?? []
    const named = [...policy.matchAll(/'([^']+)'/g)].map(([, name]) => name)
    expect(new Set(named)).toEqual(
      new Set([role?.replace('org_sample__', '').replaceAll('_', '-')]),
    )
  }
})

test('the plan as sentences says who reaches what, in both languages', () => {
  const plan = planOf(WITH_OFFICE)
  const dutch = planSentences(plan, VOCABULARY, 'nl')
  expect(dutch).toContain(
    'In “waarneming” bereikt de waarnemende coach de eigen dossiers van re-integratie, na toestemming voor waarneming door een andere coach, alleen tijdens de afwezigheid van uw coach.',
  )
  expect(dutch).toContain(
    'In “aanmelding en start” kan een coach een dossier beginnen van alle soorten.',
  )
  const english = planSentences(plan, VOCABULARY, 'en')
  expect(english).toContain(
    'Retention of the digital dossier: five years after the end of the service.',
  )
  expect(english).toHaveLength(dutch.length)
  expect([...dutch, ...english].filter((each) => /undefined|\{|""/.test(each))).toEqual([])
})

/**
 * Keys of mappings and words of lists in another order; what a list of words means does not hang on
 * it.
 */
function shuffle(value: unknown, random: () => number): unknown {
  if (typeof value !== 'object' || value === null) return value
  const order = <T>(items: T[]) =>
    items
      .map((item) => [random(), item] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([, i]) => i)
  if (Array.isArray(value)) return order(value.map((each) => shuffle(each, random)))
  const entries = Object.entries(value).map(([key, each]) => [key, shuffle(each, random)] as const)
  return Object.fromEntries(order(entries))
}
