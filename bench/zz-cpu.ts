import { readFileSync, readdirSync } from 'node:fs'
import { MasterKey } from '#store/master-key.ts'
import { connectStore } from '#store/connect.ts'
import { createPool } from '#store/pool.ts'
import { from } from '#store/query.ts'
import { Bureau } from './bureau.ts'
const env = JSON.parse(readFileSync('/tmp/probe/env.json', 'utf8'))
const inst = {
  url: env.url,
  keysUrl: env.keysUrl,
  master: new MasterKey(Buffer.alloc(32, 'bench')),
}
const b = new Bureau({ dossiers: env.size, notesEach: 10, caseload: 50 }, 1)
const CONN = Number(process.argv[2] ?? 10)
const MS = Number(process.argv[3] ?? 2500)
import pg from 'pg'
const o = new pg.Client({ connectionString: env.url })
await o.connect()
async function byName() {
  const r = await o.query(
    `select pid, coalesce(nullif(application_name,''), backend_type) n from pg_stat_activity`,
  )
  const m: Record<string, number> = {}
  for (const { pid, n } of r.rows) {
    try {
      const e = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const f = e.slice(e.lastIndexOf(')') + 2).split(' ')
      m[n] = (m[n] ?? 0) + (Number(f[11]) + Number(f[12])) * 10_000
    } catch {}
  }
  return m
}
function serverCpu(): number {
  let total = 0
  for (const p of readdirSync('/proc')) {
    if (!/^\d+$/.test(p)) continue
    try {
      const cmd = readFileSync(`/proc/${p}/cmdline`, 'utf8')
      if (!cmd.includes('postgres')) continue
      const env2 = readFileSync(`/proc/${p}/stat`, 'utf8')
      const f = env2.slice(env2.lastIndexOf(')') + 2).split(' ')
      total += Number(f[11]) + Number(f[12])
    } catch {}
  }
  return total * 10_000
}
const notes = from
  .selectFrom('notes')
  .select(['id', 'category', 'body', 'source', 'channel', 'written_at'])
  .orderBy('written_at')
const cards = from
  .selectFrom('clients')
  .select(['dossier_id', 'given_name', 'prefix', 'family_name', 'email'])
  .orderBy('family_name')
const pool = createPool({ url: env.url, max: CONN, name: 'peer' })
const { store, close } = connectStore(inst, { connections: CONN })
const pick = () => Math.floor(Math.random() * env.size)
const ops: Record<string, () => Promise<unknown>> = {
  raw: () =>
    pool.query({
      name: 'n',
      text: `select id, category, body, source, channel, written_at from org_reintegration.notes where dossier_id = $1 order by written_at`,
      values: [b.dossier(pick())],
    }),
  open: () => {
    const i = pick()
    return store.open(b.authority(b.coachOf(i), 'coaching'), b.dossier(i), { notes })
  },
  rawlist: () =>
    pool.query({
      name: 'l',
      text: `select c.dossier_id, c.given_name, c.prefix, c.family_name, c.email from org_reintegration.clients c join org_reintegration.relations r on r.dossier_id = c.dossier_id where r.holder_id = $1 and r.relation = 'responsible-coach' order by c.family_name`,
      values: [b.coachId(b.coachOf(pick()))],
    }),
  list: () => store.list(b.authority(b.coachOf(pick()), 'coaching'), 'x', { cards }),
}
const only = (process.argv[4] ?? 'raw,open').split(',')
for (const inFlight of (process.argv[5] ?? '8,64').split(',').map(Number))
  for (const name of only) {
    const op = ops[name]!
    const run = async (ms: number) => {
      const t0 = performance.now()
      let n = 0
      await Promise.all(
        Array.from({ length: inFlight }, async () => {
          while (performance.now() - t0 < ms) {
            await op()
            n++
          }
        }),
      )
      return [n, performance.now() - t0] as const
    }
    await run(1000)
    const c0 = process.cpuUsage(),
      s0 = serverCpu(),
      b0 = await byName()
    const [n, ms] = await run(MS)
    const c = process.cpuUsage(c0),
      s = serverCpu() - s0
    const b1 = await byName()
    const parts = Object.entries(b1)
      .map(([k, v]) => [k, (v - (b0[k] ?? 0)) / n] as const)
      .filter(([, v]) => v > 1)
      .map(([k, v]) => `${k}=${v.toFixed(0)}`)
      .join(' ')
    console.log(parts)
    console.log(
      `${name.padEnd(8)} ${String(inFlight).padStart(3)} in flight ${Math.round((n * 1000) / ms)}/s  node ${((c.user + c.system) / n).toFixed(0)} µs  server ${(s / n).toFixed(0)} µs`,
    )
  }
await close()
await pool.end()
await o.end()
