import { createHash } from 'node:crypto'
import pg from 'pg'
import { ab, b, d, env_, session, st } from './zz-ab.ts'
import { entryStatement } from '#store/entering.ts'
const o = new pg.Client({ connectionString: env_.url }); await o.connect()
const enter = (i: number) => entryStatement(b.authority(b.coachOf(d(i)), 'coaching'), b.dossier(d(i)))
const open = (i: number) => [st('open', `select outcome from org_reintegration.open_dossiers($1, $2, $3) order by place`, [[session(i)], ['coaching'], [b.dossier(d(i))]])]
const cols = 'id, category, body, source, channel, written_at'
const notes = (t: string) => st('n' + t, `select ${cols} from ${t} order by written_at`)
const ids = new Map<number, number>()
// fresh openings for a set of dossiers
const S = 400
async function refresh() {
  const ks = Array.from({ length: S }, (_, k) => k)
  await o.query(`select * from org_reintegration.open_dossiers($1,$2,$3)`, [ks.map(session), ks.map(() => 'coaching'), ks.map(k => b.dossier(d(k)))])
  const r = await o.query(`select max(id)::text id, dossier_id from org_reintegration.ledger where act='opened' and dossier_id = any($1) group by 2`, [ks.map(k => b.dossier(d(k)))])
  const m = new Map(r.rows.map((x: any) => [x.dossier_id, x.id])); ks.forEach(k => ids.set(k, m.get(b.dossier(d(k)))!))
}
await refresh(); setInterval(refresh, 4000).unref()
const set = (i: number) => st('set', `select set_config('gestand.session', $1, true), set_config('gestand.opening', $2, true), set_config('search_path', $3, true), set_config('role', $4, true)`, [createHash('sha256').update(session(i % S)).digest('hex'), String(ids.get(i % S)), 'org_reintegration', 'org_reintegration__coaching'])
await ab([
  { label: 'select 1', make: () => [st('s1', 'select 1')] },
  { label: 'raw notes', url: env_.url, make: (i) => [st('rn', `select ${cols} from org_reintegration.notes where dossier_id = $1 order by written_at`, [b.dossier(d(i % S))])] },
  { label: 'enter', make: (i) => [enter(i % S)] },
  { label: 'enter+notes', make: (i) => [enter(i % S), notes('notes')] },
  { label: 'set', make: (i) => [set(i)] },
  { label: 'set+notes2 (literal)', make: (i) => [set(i), notes('notes2')] },
  { label: 'set+notes3 (readable)', make: (i) => [set(i), notes('notes3')] },
  { label: 'set+notes2+notes2', make: (i) => [set(i), notes('notes2'), notes('notes2')] },
], 40, 60)
await o.end()
process.exit()
