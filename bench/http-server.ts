/**
 * One process that serves dossiers as JSON over the framework of the product: by the store, or with
 * plain queries as the owner, of an application that decides by itself.
 */
import { once } from 'node:events'
import { createAdaptorServer } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { AppError } from '#kernel/error.ts'
import { connectStore } from '#store/connect.ts'
import { MasterKey } from '#store/master-key.ts'
import { createPool } from '#store/pool.ts'
import { from } from '#store/query.ts'
import { ORGANISATION } from './installation.ts'
import type { Asked } from './page-server.ts'

const CONNECTIONS = 10
const LIST = 20

const COLUMNS = ['dossier_id', 'given_name', 'prefix', 'family_name', 'email'] as const
const client = from.selectFrom('clients').select(COLUMNS)
const notes = from
  .selectFrom('notes')
  .select(['id', 'category', 'source', 'channel'])
  .orderBy('written_at')

/** What answers the three requests; undefined is answered as not found. */
interface Source {
  /** A dossier with its notes. */
  open(session: Buffer, id: string): Promise<object | undefined>
  /** What lists show of one dossier. */
  card(session: Buffer, id: string): Promise<object | undefined>
  list(session: Buffer, after: string): Promise<object[]>
}

// The process that measures gives exactly this.
const asked = JSON.parse(process.env['BENCH'] ?? '') as Asked
const source = asked.enforced ? byTheStore() : byHand()
const app = new Hono()
  .get('/dossiers', async (c) =>
    c.json(await source.list(sessionOf(c), c.req.query('after') ?? '')),
  )
  .get('/dossiers/:id', async (c) => {
    const found = await source.open(sessionOf(c), c.req.param('id'))
    return found ? c.json(found) : c.notFound()
  })
  .get('/cards/:id', async (c) => {
    const found = await source.card(sessionOf(c), c.req.param('id'))
    return found ? c.json(found) : c.notFound()
  })
const server = createAdaptorServer({ fetch: app.fetch })
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
process.send?.({ port: typeof address === 'object' ? address?.port : 0 })

function sessionOf(c: Context): Buffer {
  return Buffer.from(getCookie(c, 'gestand') ?? '', 'base64url')
}

function byTheStore(): Source {
  const master = new MasterKey(Buffer.from(asked.master, 'base64'))
  const { store } = connectStore({ ...asked, master }, { connections: CONNECTIONS })
  const authority = (session: Buffer) => ({
    organisation: ORGANISATION,
    session,
    activity: 'coaching',
  })
  return {
    open: async (session, id) => {
      try {
        const reads = { client: client.where('dossier_id', '=', id), notes }
        const { answers } = await store.open(authority(session), id, reads)
        return { ...answers.client[0], notes: answers.notes }
      } catch (error) {
        if (error instanceof AppError && error.code === 'NOT_FOUND') return undefined
        throw error
      }
    },
    card: async (session, id) => {
      const reads = { client: client.where('dossier_id', '=', id) }
      return (await store.list(authority(session), 'api', reads)).client[0]
    },
    list: async (session, after) => {
      const some = client.where('family_name', '>', after).orderBy('family_name').limit(LIST)
      return (await store.list(authority(session), 'api', { some })).some
    },
  }
}

/** One prepared statement each: who is signed in, what is theirs, and the rows. */
function byHand(): Source {
  const pool = createPool({ url: asked.url, max: CONNECTIONS, name: 'bare', planOnce: true })
  const columns = COLUMNS.map((column) => `c.${column}`).join(', ')
  const own = `from org_${ORGANISATION}.clients c
    where exists (select from org_${ORGANISATION}.relations r
      join gestand.sessions s on s.account_id = r.holder_id
      where r.dossier_id = c.dossier_id and r.relation = 'responsible-coach'
        and s.token_hash = sha256($1) and s.ends_at > now())`
  const listed = `from gestand.sessions s
    join org_${ORGANISATION}.relations r on r.holder_id = s.account_id
      and r.relation = 'responsible-coach'
    join org_${ORGANISATION}.clients c on c.dossier_id = r.dossier_id
    where s.token_hash = sha256($1) and s.ends_at > now()`
  const texts = {
    open: `select ${columns}, (select json_agg(n) from (
        select id, category, source, channel from org_${ORGANISATION}.notes
        where dossier_id = c.dossier_id order by written_at) n) as notes
      ${own} and c.dossier_id = $2`,
    card: `select ${columns} ${own} and c.dossier_id = $2`,
    list: `select ${columns} ${listed} and c.family_name > $2 order by c.family_name limit ${LIST}`,
  }
  const read = async (name: keyof typeof texts, session: Buffer, value: string) =>
    (await pool.query<object>({ name, text: texts[name], values: [session, value] })).rows
  return {
    open: async (session, id) => (await read('open', session, id))[0],
    card: async (session, id) => (await read('card', session, id))[0],
    list: (session, after) => read('list', session, after),
  }
}
