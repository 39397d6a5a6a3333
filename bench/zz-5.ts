import pg from 'pg'
import { b, d, env_, session } from './zz-ab.ts'
const c = new pg.Client({ connectionString: env_.url })
await c.connect()
await c.query(
  'set search_path to org_reintegration, gestand, pg_temp; set plan_cache_mode=force_generic_plan',
)
await c.query(`prepare o(bytea[], text[], uuid[]) as select * from open_dossiers($1,$2,$3)`)
const i = 77
const s = `'\\x${session(i).toString('hex')}'`,
  id = b.dossier(d(i))
await c.query(
  `select * from open_dossiers(array[${s}::bytea], array['coaching'], array['${id}'::uuid])`,
)
await c.query(`prepare p(bytea, text, uuid) as select
      case
        when e.weak then 'weak'
        when e.words is null then 'refused'
        else 'opened|' || set_config('gestand.act',
          e.words || '|' || gestand.signature(gestand.said_here(e.words), a.value), true)
      end, e.seen_at < now() - interval '1 minute'
    from (
      select e.*, (
        select concat_ws('|', e.account_id, v.role, d.id, v.activity, d.kind)
        from ledger l
        join living_dossiers d on d.id = l.dossier_id
        join activities v on v.activity = l.activity
        where l.dossier_id = $3 and l.act = 'opened' and l.account_id = e.account_id
          and l.activity = $2 and l.at > clock_timestamp() - interval '10 seconds'
          and l.xid is distinct from pg_current_xact_id_if_assigned()
        order by l.id desc limit 1) as words
      from entrants e where e.token_hash = sha256($1)
      offset 0) e, gestand.secrets a
    where a.name = 'act'`)
for (let k = 0; k < 3; k++) await c.query(`execute p(${s}, 'coaching', '${id}')`)
console.log(
  (
    await c.query(`explain (analyze, buffers, timing off) execute p(${s}, 'coaching', '${id}')`)
  ).rows
    .map((x: any) => x['QUERY PLAN'])
    .join('\n'),
)
await c.end()
