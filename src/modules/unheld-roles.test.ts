// With the application's own connection anybody with a session can take the role of any activity.
// What a function answers or does must follow from what the account may do, not from that role.
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { dayFromNow } from '#world/days.ts'
import { registry } from '#world/registry.ts'
import { type World, world } from '#world/world.ts'

/** What ties an answer to the account that asks: its functions, its reach, or itself. */
const TIES =
  /\b(acting|holds|reached|opened|serving|may_oversee|invited_to|own_reach|standing_functions|standing_relations|handles_requests|meets_demands|desk_only|survey_only|actor)\b/

/** Writing down who did it asks nothing. */
const NOTING = /perform record\([^;]*;/g

/** Functions that ask for the activity alone, and why nobody learns or does anything by them. */
const LOOSE: Readonly<Record<string, string>> = {
  in_studio: 'a policy beside one that asks whether somebody acts',
  shielded_dossiers: 'ids of what is hidden, in a policy that takes away',
}

async function looseFunctions({ owner }: World, schema: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; source: string }>(
    `select p.proname as name, coalesce(pg_get_function_sqlbody(p.oid), p.prosrc) as source
     from pg_proc p where p.pronamespace = $1::regnamespace and p.prosecdef
       and p.prorettype <> 'trigger'::regtype
       and has_function_privilege('gestand_app', p.oid, 'execute')`,
    [schema],
  )
  return rows
    .map(({ name, source }) => ({ name, source: source.replaceAll(NOTING, '') }))
    .filter(({ source }) => /current_activity|acting_role/.test(source) && !TIES.test(source))
    .map(({ name }) => name)
    .toSorted()
}

test('every function that asks for the activity asks whether the account has it', async () => {
  const there = await world()
  const schema = 'org_reintegration'
  expect(await looseFunctions(there, schema)).toEqual(Object.keys(LOOSE).toSorted())
  await there.owner.query(
    `create function ${schema}.loose() returns void language plpgsql security definer as $$
     begin
       if ${schema}.current_activity() = 'reporting' then
         perform record('inserted', 'reporting', actor(), null, 'reports', null, null);
       end if;
     end $$`,
  )
  expect(await looseFunctions(there, schema)).toContain('loose')
})

test('reg-04: an auditor who takes the role of who plans audits plans none, and hears of none', async () => {
  const at = await registry()
  await at.inTraining()
  const auditor = await at.there.account('Ada Auditor', ['audit-member'])
  const asPlanner = async (session: Buffer, statement: string, values: unknown[]) => {
    const eve = await at.there.attack()
    await eve.query(`begin; set local search_path to org_registry;
      set local role org_registry__audit_planning`)
    await eve.query(`select set_config('gestand.session', $1, true)`, [session.toString('hex')])
    try {
      return (await eve.query(statement, values)).rowCount
    } finally {
      await eve.query('commit')
    }
  }
  const id = randomUUID()
  const plan = 'select plan_audit($1, $2, null, $3, $4, $4, 10)'
  const audit = [id, at.institutionId, auditor.id, dayFromNow(1)]
  await expect(asPlanner(auditor.session, plan, audit)).rejects.toMatchObject({ code: 'GS404' })
  expect(await asPlanner(at.registrar.session, plan, audit)).toBe(1)
  const hear = 'select from audit_hearers($1)'
  expect(await asPlanner(auditor.session, hear, [id])).toBe(0)
  expect(await asPlanner(at.registrar.session, hear, [id])).toBeGreaterThan(0)
  await expect(asPlanner(auditor.session, 'select end_audit($1)', [id])).rejects.toMatchObject({
    code: 'GS404',
  })
})
