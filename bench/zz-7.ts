import { readFileSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { MasterKey } from '#store/master-key.ts'
import { loginUrl } from '#store/install.ts'
import { entryStatement } from '#store/entering.ts'
import { Batch } from '#store/batch.ts'
import { b, d, env_, session, st } from './zz-ab.ts'
const mode = process.argv[2]
const c = new pg.Client({
  connectionString: loginUrl(
    { url: env_.url, keysUrl: '', master: new MasterKey(Buffer.alloc(32, 'bench')) } as any,
    'gestand_app',
  ),
  options: '-c plan_cache_mode=force_generic_plan',
} as any)
await c.connect()
writeFileSync('/tmp/probe/pid', String((await c.query('select pg_backend_pid() p')).rows[0].p))
const run = async (s: any[]) => {
  const x = new Batch(s)
  c.query(x as any)
  await x.result
}
const t0 = Date.now()
let n = 0
const notes = st(
  'n1',
  'select id, category, body, source, channel, written_at from notes order by written_at',
)
let last = 0
while (Date.now() - t0 < 8000) {
  const i = n % 200
  if (Date.now() - last > 5000) {
    last = Date.now()
    const ks = Array.from({ length: 200 }, (_, k) => k)
    await run([
      st('open', `select outcome from org_reintegration.open_dossiers($1, $2, $3) order by place`, [
        ks.map(session),
        ks.map(() => 'coaching'),
        ks.map((k) => b.dossier(d(k))),
      ]),
    ])
  }
  const e = entryStatement(b.authority(b.coachOf(d(i)), 'coaching'), b.dossier(d(i)))
  await run(
    mode === 'enter'
      ? [e]
      : mode === 'list'
        ? [entryStatement(b.authority(b.coachOf(d(i)), 'coaching'), null)]
        : [e, notes],
  )
  n++
}
console.log(n)
await c.end()
