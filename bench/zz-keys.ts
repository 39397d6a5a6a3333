import { readFileSync } from 'node:fs'
import pg from 'pg'
const env = JSON.parse(readFileSync('/tmp/probe/env.json', 'utf8'))
const o = new pg.Client({ connectionString: env.keysUrl })
await o.connect()
await o.query('set search_path to keys')
await o.query(`set plan_cache_mode=force_generic_plan`)
const show = async (label: string, q: string) => {
  await o.query(`prepare p as ${q}`)
  const ids = `'{${(await o.query('select dossier_id from dossier_keys limit 8')).rows.map((r: any) => r.dossier_id)}}'`
  const r = await o
    .query(
      `explain (analyze, costs) execute p(array_fill('reintegration'::text, array[8]), ${ids})`,
    )
    .catch((e: any) => {
      console.log(e.message)
    })
  console.log(label)
  console.log((r as any)?.rows.map((x: any) => x['QUERY PLAN']).join('\n'))
  await o.query('deallocate p')
}
await show(
  'in',
  `select organisation, dossier_id, wrapped from dossier_keys where (organisation, dossier_id) in (select * from unnest($1::text[], $2::uuid[]))`,
)
await show(
  'join',
  `select k.organisation, k.dossier_id, k.wrapped from unnest($1::text[], $2::uuid[]) as a (organisation, dossier_id) join dossier_keys k using (organisation, dossier_id)`,
)
await show(
  'any',
  `select k.organisation, k.dossier_id, k.wrapped from dossier_keys k where k.organisation = any ($1::text[]) and k.dossier_id = any ($2::uuid[])`,
)
await o.end()
