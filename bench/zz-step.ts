import { readFileSync } from 'node:fs'
import pg from 'pg'
import { MasterKey } from '#store/master-key.ts'
import { loginUrl } from '#store/install.ts'
import { Batch, type Statement } from '#store/batch.ts'
import { entryStatement } from '#store/entering.ts'
import { Bureau } from './bureau.ts'
const env = JSON.parse(readFileSync('/tmp/probe/env.json', 'utf8'))
const inst = {
  url: env.url,
  keysUrl: env.keysUrl,
  master: new MasterKey(Buffer.alloc(32, 'bench')),
}
const b = new Bureau({ dossiers: env.size, notesEach: 10, caseload: 50 }, 1)
const c = new pg.Client({
  connectionString: loginUrl(inst, 'gestand_app'),
  options: '-c plan_cache_mode=force_generic_plan',
} as any)
await c.connect()
const pid = (await c.query('select pg_backend_pid() p')).rows[0].p
const cpu = () => {
  const e = readFileSync(`/proc/${pid}/schedstat`, 'utf8')
  return Number(e.split(' ')[0]) / 1000
}
async function step(
  label: string,
  make: (i: number) => Statement[],
  before?: (i: number) => Statement[],
  N = 3000,
) {
  let sum = 0
  for (let i = 0; i < 300; i++) {
    for (const m of [before, make])
      if (m) {
        const x = new Batch(m(i))
        c.query(x as any)
        await x.result
      }
  }
  const sums: number[] = []
  let i = 0
  for (let k = 0; k < 30; k++) {
    let sum = 0
    for (let m = 0; m < 100; m++, i++) {
      if (before) {
        const x = new Batch(before(i))
        c.query(x as any)
        await x.result
      }
      const a = cpu()
      const x = new Batch(make(i))
      c.query(x as any)
      await x.result
      await new Promise((r) => setImmediate(r))
      sum += cpu() - a
    }
    sums.push(sum / 100)
  }
  sums.sort((x, y) => x - y)
  console.log(label.padEnd(30), 'min', sums[0]!.toFixed(1), 'median', sums[15]!.toFixed(1))
}
const st = (name: string, text: string, values: unknown[] = []): Statement => ({
  name,
  text,
  values,
})
const d = (i: number) => (i * 7919) % env.size
const openS = (i: number) => [
  st('open', `select outcome from org_reintegration.open_dossiers($1, $2, $3) order by place`, [
    [b.session(b.coachOf(d(i)))],
    ['coaching'],
    [b.dossier(d(i))],
  ]),
]
const enter = (i: number) =>
  entryStatement(b.authority(b.coachOf(d(i)), 'coaching'), b.dossier(d(i)))
const enterL = (i: number) => entryStatement(b.authority(b.coachOf(d(i)), 'coaching'), null)
await step('select 1', () => [st('s1', 'select 1')])
await step('select 1 x2', () => [st('s1', 'select 1'), st('s2', 'select 2')])
await step('set role+path', () => [
  st('s3', `select set_config('role', $1, true), set_config('search_path', $2, true)`, [
    'org_reintegration__coaching',
    'org_reintegration',
  ]),
])
await step('enter list', (i) => [enterL(i)])
await step('open', openS)
await step('open + enter', (i) => [enter(i)], openS)
await step('open + enter + 1', (i) => [enter(i), st('s1', 'select 1')], openS)
await step(
  'open + enter + notes',
  (i) => [
    enter(i),
    st(
      'n1',
      'select id, category, body, source, channel, written_at from notes order by written_at',
    ),
  ],
  openS,
)
await step(
  'open + enter + notes 2x',
  (i) => [
    enter(i),
    st(
      'n1',
      'select id, category, body, source, channel, written_at from notes order by written_at',
    ),
    st(
      'n1',
      'select id, category, body, source, channel, written_at from notes order by written_at',
    ),
  ],
  openS,
)
await step(
  'enter + clients',
  (i) => [
    enterL(i),
    st(
      'n2',
      'select dossier_id, given_name, prefix, family_name, email from clients order by family_name',
    ),
  ],
  undefined,
  1000,
)
await c.end()
const o = new pg.Client({ connectionString: env.url })
await o.connect()
await o.end()
