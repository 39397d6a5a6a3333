import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { PROJECT } from '#kernel/project.ts'
import { asOwner } from '#store/owner.ts'
import type { Bureau } from './bureau.ts'
import { BENCH_MASTER, type BenchInstallation, ORGANISATION } from './installation.ts'
import { PageClient } from './page-client.ts'
import type { Asked } from './page-server.ts'
import { PARSE_FOLDER } from './http-parse.ts'
import { raceParse } from './http-parse-race.ts'
import { REQUESTS, type Request } from './http-requests.ts'
import { type Result, toResult } from './report.ts'
import { type Effort, type Operation, race } from './rounds.ts'

/** Each of another coach, on a connection of its own. */
const CONNECTIONS = 10
const COMPARED = 20
const SERVER = join(PROJECT, 'bench/http-server.ts')

/**
 * Dossiers as JSON over http, by relation and column, against the same framework with plain
 * queries: each server a process of its own; and against Parse Server where `BENCH_PARSE` names a
 * folder in which it was installed.
 */
export async function benchHttp(
  installation: BenchInstallation,
  bureau: Bureau,
  effort: Effort,
): Promise<Result[]> {
  const coaches = Math.min(CONNECTIONS, bureau.coaches)
  const ours = await startServer(installation, bureau, { enforced: true, coaches })
  const peer = await startServer(installation, bureau, { enforced: false, coaches })
  try {
    const results: Result[] = []
    for (const request of REQUESTS) {
      const before = await countOpenings(installation)
      let asked = 0
      const asking = ({ clients }: Server): Operation => {
        const free = clients.map((_, coach) => coach)
        return async (random) => {
          const coach = free.pop() ?? 0
          await clients[coach]?.get(request.path(bureau, coach, random()))
          free.push(coach)
          if (clients === ours.clients) asked += 1
        }
      }
      const contenders = { peer: asking(peer), ours: asking(ours) }
      const speeds = await race(contenders, { inFlight: coaches, effort, seed: bureau.seed })
      const same = await countSame({ ours, peer, request, bureau, coaches })
      const hidden = await areHidden([ours, peer], bureau)
      const noted = (await countOpenings(installation)) - before
      const wanted = request === REQUESTS[0] ? asked + COMPARED : 0
      results.push(
        toResult({
          name: request.name,
          peer: 'the framework with plain queries',
          seed: bureau.seed,
          speeds,
          goal: request.goal,
          correct: same === COMPARED && hidden && noted === wanted,
          verdict: `${same} of ${COMPARED} answers equal, ${hidden ? 'not found' : 'FOUND'} when another's, ${noted} openings in the ledger`,
        }),
      )
    }
    if (PARSE_FOLDER === undefined) return results
    return [...results, ...(await raceParse({ installation, bureau, effort, ours }, PARSE_FOLDER))]
  } finally {
    await Promise.all([ours.stop(), peer.stop()])
  }
}

interface Server {
  readonly port: number
  /** One a coach. */
  readonly clients: readonly PageClient[]
  stop(): Promise<void>
}

async function startServer(
  { url, keysUrl }: BenchInstallation,
  bureau: Bureau,
  { enforced, coaches }: { readonly enforced: boolean; readonly coaches: number },
): Promise<Server> {
  const asked: Asked = { url, keysUrl, master: BENCH_MASTER.toString('base64'), enforced }
  const child = fork(SERVER, {
    env: { ...process.env, BENCH: JSON.stringify(asked) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const { promise, resolve, reject } = Promise.withResolvers<{ port: number }>()
  child.once('exit', () => reject(new Error('the server ended')))
  child.once('message', (message) => resolve(message as { port: number })) // of `http-server.ts`
  const { port } = await promise
  const clients = Array.from(
    { length: coaches },
    (_, coach) => new PageClient(port, cookieOf(bureau, coach)),
  )
  return {
    port,
    clients,
    stop: async () => {
      for (const client of clients) client.close()
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

function cookieOf(bureau: Bureau, coach: number): string {
  return `gestand=${bureau.session(coach).toString('base64url')}`
}

interface Compared {
  readonly ours: Server
  readonly peer: Server
  readonly request: Request
  readonly bureau: Bureau
  readonly coaches: number
}

async function countSame({ ours, peer, request, bureau, coaches }: Compared): Promise<number> {
  let same = 0
  for (let n = 0; n < COMPARED; n += 1) {
    const coach = n % coaches
    const path = request.path(bureau, coach, n / COMPARED)
    const [one, other] = await Promise.all(
      [ours, peer].map(async ({ clients }): Promise<unknown> => {
        const body = await clients[coach]?.get(path)
        return JSON.parse(body?.toString() ?? 'null')
      }),
    )
    const filled = typeof one === 'object' && one !== null && Object.keys(one).length > 0
    if (filled && isDeepStrictEqual(one, other)) same += 1
  }
  return same
}

/** Whether neither gives a coach the dossier of another. */
async function areHidden(servers: readonly Server[], bureau: Bureau): Promise<boolean> {
  const others = bureau.dossier(bureau.size.caseload)
  const statuses = await Promise.all(
    servers.flatMap(({ port }) =>
      ['dossiers', 'cards'].map(async (path) => {
        const headers = { cookie: cookieOf(bureau, 0) }
        return (await fetch(`http://127.0.0.1:${port}/${path}/${others}`, { headers })).status
      }),
    ),
  )
  return statuses.every((status) => status === 404)
}

async function countOpenings({ url }: BenchInstallation): Promise<number> {
  return asOwner(url, async (owner) => {
    const { rows } = await owner.query<{ entries: number }>(
      `select count(*)::int as entries from org_${ORGANISATION}.ledger where act = 'opened'`,
    )
    return rows[0]?.entries ?? 0
  })
}
