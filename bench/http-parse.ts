import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { PROJECT } from '#kernel/project.ts'
import { asOwner } from '#store/owner.ts'
import type { Bureau } from './bureau.ts'
import type { BenchInstallation } from './installation.ts'
import type { AskedParse } from './http-parse-server.ts'
import { PageClient } from './page-client.ts'

const SERVER = join(PROJECT, 'bench/http-parse-server.ts')
const DATABASE = 'peer_parse'
const MASTER_KEY = 'bench'
const PASSWORD = 'bench-password-1'

/** Where Parse Server was installed, by whoever wants it as a peer: `npm install parse-server`. */
export const PARSE_FOLDER: string | undefined = process.env['BENCH_PARSE']

/** Parse Server with the clients of a bureau, each with an ACL for its coach. */
export interface ParsePeer {
  /** One a coach, signed in. */
  readonly clients: readonly PageClient[]
  readonly port: number
  stop(): Promise<void>
}

/**
 * Starts Parse Server on a database beside ours, and loads it with the same clients: the notes of a
 * client stand in its object, which spares it a query; who may read is an ACL an object, and one
 * field is protected for all. The classes get the indexes that help it.
 */
export async function startParse(
  { url }: BenchInstallation,
  folder: string,
  { bureau, coaches }: { readonly bureau: Bureau; readonly coaches: number },
): Promise<ParsePeer> {
  const own = new URL(url)
  own.pathname = `/${DATABASE}`
  await asOwner(url, async (owner) => {
    await owner.query(`drop database if exists ${DATABASE} with (force)`)
    await owner.query(`create database ${DATABASE}`)
  })
  const asked: AskedParse = { folder, url: own.href, masterKey: MASTER_KEY }
  const child = fork(SERVER, {
    env: { ...process.env, NODE_ENV: 'production', BENCH: JSON.stringify(asked) },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const { promise, resolve, reject } = Promise.withResolvers<{ port: number }>()
  child.once('exit', () => reject(new Error('Parse Server ended')))
  child.once('message', (message) => resolve(message as { port: number })) // of its process
  const { port } = await promise
  await makeClass(port)
  const users: SignedUp[] = []
  for (let coach = 0; coach < coaches; coach += 1) users.push(await signUp(port, coach))
  await load(own.href, bureau, users)
  const clients = users.map(
    ({ sessionToken }) =>
      new PageClient(port, '', {
        'X-Parse-Application-Id': 'bench',
        'X-Parse-Session-Token': sessionToken,
      }),
  )
  return {
    clients,
    port,
    stop: async () => {
      for (const client of clients) client.close()
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

async function makeClass(port: number): Promise<void> {
  const open = { '*': true }
  await send(port, '/schemas/Client', {
    className: 'Client',
    fields: {
      givenName: { type: 'String' },
      prefix: { type: 'String' },
      familyName: { type: 'String' },
      email: { type: 'String' },
      phone: { type: 'String' },
      notes: { type: 'Array' },
    },
    classLevelPermissions: {
      get: open,
      find: open,
      count: {},
      create: {},
      update: {},
      delete: {},
      protectedFields: { '*': ['phone'] },
    },
  })
}

interface SignedUp {
  readonly objectId: string
  readonly sessionToken: string
}

async function signUp(port: number, coach: number): Promise<SignedUp> {
  const user = { username: `coach${coach}`, password: PASSWORD }
  // As Parse documents it for a user that is made.
  return (await send(port, '/users', user)) as SignedUp
}

async function send(port: number, path: string, body: object): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-parse-application-id': 'bench',
      // Who signs up with it gets no session.
      ...(path.startsWith('/schemas') && { 'x-parse-master-key': MASTER_KEY }),
      'x-parse-revocable-session': '1',
    },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`Parse Server refuses ${path}: ${await answer.text()}`)
  return answer.json()
}

/** As many objects as we have dossiers; those of coaches that do not sign in are nobody's. */
async function load(url: string, bureau: Bureau, users: readonly SignedUp[]): Promise<void> {
  const { size, seed } = bureau
  await asOwner(url, async (owner) => {
    await owner.query(
      `insert into "Client" ("objectId", "createdAt", "updatedAt", "givenName", "familyName",
         email, phone, notes, _rperm, _wperm)
       select md5('dossier ' || $2::int || ' ' || n)::uuid, now(), now(), 'Voornaam ' || n % 500,
         'Achternaam ' || n, 'client' || n || '@example.org', '0600000000', $3::jsonb,
         array[coalesce(($5::text[])[n / $4 + 1], 'coach' || n / $4)], array[]::text[]
       from generate_series(0, $1 - 1) n`,
      [
        size.dossiers,
        seed,
        JSON.stringify(Array.from({ length: size.notesEach }, (_, id) => ({ id, ...NOTE }))),
        size.caseload,
        users.map(({ objectId }) => objectId),
      ],
    )
    await owner.query('create index on "Client" using gin (_rperm)')
    await owner.query('create index on "Client" ("familyName")')
    await owner.query('vacuum analyze')
  })
}

const NOTE = { category: 'conversation-reports', source: 'client', channel: 'conversation' }
