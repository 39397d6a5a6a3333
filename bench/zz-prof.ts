import { readFileSync } from 'node:fs'
import pg from 'pg'
import { MasterKey } from '#store/master-key.ts'
import { loginUrl } from '#store/install.ts'
import { Bureau } from './bureau.ts'
const env = JSON.parse(readFileSync('/tmp/probe/env.json', 'utf8'))
const inst = {
  url: env.url,
  keysUrl: env.keysUrl,
  master: new MasterKey(Buffer.alloc(32, 'bench')),
}
const b = new Bureau({ dossiers: env.size, notesEach: 10, caseload: 50 }, 1)
const c = new pg.Client({ connectionString: loginUrl(inst, 'gestand_app') })
await c.connect()
await c.query('set search_path to org_reintegration')
const N = 3000
async function time(label: string, body: string, n = N, pre = '') {
  const sql = `do $x$ declare t timestamptz; i int; dummy text; r record; begin ${pre} for i in 1..50 loop ${body} end loop; t := clock_timestamp(); for i in 1..${n} loop ${body} end loop; perform set_config('x.t', (extract(epoch from clock_timestamp()-t)*1e6/${n})::numeric(10,2)::text, false); end $x$`
  await c.query(sql)
  console.log(label.padEnd(40), (await c.query(`select current_setting('x.t') t`)).rows[0].t, 'µs')
}
const d = 7
const sess = `'\\x${b.session(b.coachOf(d)).toString('hex')}'::bytea`
await time('empty perform', 'perform 1;')
await time('enter list', `perform org_reintegration.enter(${sess}, 'coaching');`)
await c.query(
  `select * from org_reintegration.open_dossiers(array[${sess}], array['coaching'], array['${b.dossier(d)}'::uuid])`,
)
await time(
  'enter dossier',
  `perform org_reintegration.enter(${sess}, 'coaching', '${b.dossier(d)}');`,
)
for (const k of [1, 8, 32]) {
  const ix = Array.from({ length: k }, (_, i) => i * 101)
  const arr = (f: (i: number) => string) => `array[${ix.map(f).join(',')}]`
  await time(
    `open_dossiers of ${k}`,
    `perform org_reintegration.open_dossiers(${arr((i) => `'\\x${b.session(b.coachOf(i)).toString('hex')}'::bytea`)}, ${arr(() => `'coaching'`)}, ${arr((i) => `'${b.dossier(i)}'::uuid`)});`,
    300,
  )
}
const pre = `perform set_config('role', e.role, true) from org_reintegration.enter(${sess}, 'coaching', '${b.dossier(d)}') e;`
await c.query(
  `select * from org_reintegration.open_dossiers(array[${sess}], array['coaching'], array['${b.dossier(d)}'::uuid])`,
)
await c.query('begin')
await c.query(
  `select set_config('role', e.role, true) from org_reintegration.enter(${sess}, 'coaching', '${b.dossier(d)}') e`,
)
await time('read_act', `perform gestand.read_act('org_reintegration__coaching');`)
await time('opened', `perform org_reintegration.opened('org_reintegration__coaching');`)
await time('readable', `perform org_reintegration.readable();`)
await time(
  'reached',
  `perform count(*) from org_reintegration.reached('org_reintegration__coaching');`,
)
await time(
  'notes',
  `perform id, category, body, source, channel, written_at from notes order by written_at;`,
)
await time(
  'clients',
  `perform dossier_id, given_name, prefix, family_name, email from clients order by family_name;`,
  1000,
)
await c.query('rollback')
const o = new pg.Client({ connectionString: env.url })
await o.connect()
await o.query('set search_path to org_reintegration, gestand')
const ot = async (label: string, body: string, n = N) => {
  await o.query(
    `do $x$ declare t timestamptz; i int; dummy text; k bytea; begin select value into k from gestand.secrets limit 1; for i in 1..50 loop ${body} end loop; t := clock_timestamp(); for i in 1..${n} loop ${body} end loop; perform set_config('x.t', (extract(epoch from clock_timestamp()-t)*1e6/${n})::numeric(10,2)::text, false); end $x$`,
  )
  console.log(
    'owner',
    label.padEnd(34),
    (await o.query(`select current_setting('x.t') t`)).rows[0].t,
    'µs',
  )
}
await ot(
  'raw notes',
  `perform id, category, body, source, channel, written_at from notes where dossier_id = '${b.dossier(d)}' order by written_at;`,
)
await ot(
  'raw caseload',
  `perform c.dossier_id, c.given_name, c.prefix, c.family_name, c.email from clients c join relations r on r.dossier_id = c.dossier_id where r.holder_id = '${b.coachId(0)}' and r.relation = 'responsible-coach' order by c.family_name;`,
  1000,
)
await ot('select secret', `select value into k from gestand.secrets where name = 'act';`)
await ot('keyed_hash', `dummy := gestand.keyed_hash(k, 'abcabcabc|' || i);`)
await ot('this_transaction', `dummy := gestand.this_transaction();`)
await ot(
  'entrant',
  `perform e.account_id, e.seen_at, e.weak, v.role, k.value from entrants e join gestand.secrets k on k.name = 'receipt' left join activities v on v.activity = 'coaching' where e.token_hash = sha256(${sess});`,
)
await ot(
  'ledger',
  `perform d.kind from ledger l join living_dossiers d on d.id = l.dossier_id where l.dossier_id = '${b.dossier(d)}' and l.act = 'opened' and l.account_id = '${b.coachId(0)}' and l.activity = 'coaching' and l.at > clock_timestamp() - interval '10 seconds' and l.xid is distinct from pg_current_xact_id_if_assigned() order by l.id desc limit 1;`,
)
await ot(
  'leave_act',
  `perform gestand.leave_act('${b.coachId(0)}', 'org_reintegration__coaching', '${b.dossier(d)}', 'coaching', 're-integration');`,
)
await ot('set_config', `perform set_config('gestand.act', 'abababab', true);`)
if (process.argv[2]) {
  const r = await o.query(process.argv[2])
  console.log(r.rows.map((x: any) => Object.values(x).join(' ')).join('\n'))
}
await o.end()
await c.end()
