import pg from 'pg'
import { b, env_ } from './zz-ab.ts'
const c = new pg.Client({ connectionString: env_.url })
await c.connect()
await c.query(
  'set search_path to org_reintegration, gestand; set plan_cache_mode=force_generic_plan',
)
const q =
  process.argv[2] ??
  `select r.dossier_id from standing_relations r
    where r.activity = $1 and r.holder_id = any (array(select f.party_id from affiliations f where f.account_id = $2) || $2)`
await c.query(`prepare p(text, uuid) as ${q}`)
for (let i = 0; i < 3; i++) await c.query(`execute p('coaching', '${b.coachId(3)}')`)
console.log(
  (await c.query(`explain (analyze, buffers) execute p('coaching', '${b.coachId(3)}')`)).rows
    .map((x: any) => x['QUERY PLAN'])
    .join('\n'),
)
await c.end()
