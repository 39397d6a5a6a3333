import { readFileSync } from 'node:fs'
import pg from 'pg'
import { MasterKey } from '#store/master-key.ts'
import { loginUrl } from '#store/install.ts'
import { Batch, type Statement } from '#store/batch.ts'
import { Bureau } from './bureau.ts'
const env = JSON.parse(readFileSync('/tmp/probe/env.json', 'utf8'))
const inst = {
  url: env.url,
  keysUrl: env.keysUrl,
  master: new MasterKey(Buffer.alloc(32, 'bench')),
}
export const b = new Bureau({ dossiers: env.size, notesEach: 10, caseload: 50 }, 1)
export const st = (name: string, text: string, values: unknown[] = []): Statement => ({
  name,
  text,
  values,
})
export const d = (i: number) => (i * 7919) % env.size
export const session = (i: number) => b.session(b.coachOf(d(i)))
export interface Variant {
  label: string
  make: (i: number) => Statement[]
  before?: (i: number) => Statement[]
  url?: string
}
export async function ab(variants: Variant[], rounds = 25, per = 60) {
  const clients = new Map<string, any>()
  for (const v of variants) {
    const url = v.url ?? loginUrl(inst, 'gestand_app')
    if (!clients.has(url)) {
      const c = new pg.Client({
        connectionString: url,
        options: '-c plan_cache_mode=force_generic_plan',
      } as any)
      await c.connect()
      const pid = (await c.query('select pg_backend_pid() p')).rows[0].p
      clients.set(url, {
        c,
        cpu: () => Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1000,
      })
    }
  }
  const got = variants.map(() => [] as number[])
  let i = 0
  for (let r = 0; r < rounds + 2; r++)
    for (const [k, v] of variants.entries()) {
      const { c, cpu } = clients.get(v.url ?? loginUrl(inst, 'gestand_app'))
      const send = async (s: Statement[]) => {
        const x = new Batch(s)
        c.query(x)
        await x.result
        await new Promise((f) => setImmediate(f))
      }
      let sum = 0
      for (let m = 0; m < per; m++, i++) {
        if (v.before) await send(v.before(i))
        const a = cpu()
        await send(v.make(i))
        sum += cpu() - a
      }
      if (r >= 2) got[k]!.push(sum / per)
    }
  for (const [k, v] of variants.entries()) {
    const s = got[k]!.sort((x, y) => x - y)
    console.log(
      v.label.padEnd(34),
      'min',
      s[0]!.toFixed(1),
      'q1',
      s[Math.floor(s.length / 4)]!.toFixed(1),
      'median',
      s[Math.floor(s.length / 2)]!.toFixed(1),
    )
  }
  for (const { c } of clients.values()) await c.end()
}
export const env_ = env
