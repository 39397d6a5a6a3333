import { readFileSync } from 'node:fs'
import pg from 'pg'
import { MasterKey } from '#store/master-key.ts'
import { loginUrl } from '#store/install.ts'
import { b, env_ } from './zz-ab.ts'
const c = new pg.Client({
  connectionString: loginUrl(
    { url: env_.url, keysUrl: env_.keysUrl, master: new MasterKey(Buffer.alloc(32, 'bench')) },
    'gestand_app',
  ),
})
await c.connect()
const s = b.session(b.coachOf(7)),
  id = b.dossier(7)
await c.query(`select * from org_reintegration.open_dossiers($1,$2,$3)`, [[s], ['coaching'], [id]])
await c.query('begin')
console.log((await c.query(`select org_reintegration.enter($1,$2,$3)`, [s, 'coaching', id])).rows)
await c.query(
  'set local role org_reintegration__coaching; set local search_path to org_reintegration; set local plan_cache_mode = force_generic_plan',
)
for (const q of [
  'select id, category, body, source, channel, written_at from notes order by written_at',
  'select dossier_id, given_name, prefix, family_name, email from clients order by family_name',
]) {
  await c.query(`prepare p as ${q}`)
  await c.query('execute p')
  await c.query('execute p')
  console.log(
    (await c.query(`explain (analyze, buffers, verbose) execute p`)).rows
      .map((x: any) => x['QUERY PLAN'])
      .join('\n'),
  )
  await c.query('deallocate p')
}
await c.end()
