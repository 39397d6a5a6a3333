import type { Bureau } from './bureau.ts'
import { type ParsePeer, startParse } from './http-parse.ts'
import { REQUESTS, type Request } from './http-requests.ts'
import type { BenchInstallation } from './installation.ts'
import type { PageClient } from './page-client.ts'
import { type Result, toResult } from './report.ts'
import { type Effort, type Operation, race } from './rounds.ts'

const COMPARED = 20

export interface ParseRace {
  readonly installation: BenchInstallation
  readonly bureau: Bureau
  readonly effort: Effort
  /** Who asks ours, one a coach. */
  readonly ours: { readonly clients: readonly PageClient[] }
}

/** The same requests to Parse Server, which keeps no log of who reads. */
export async function raceParse(
  { installation, bureau, effort, ours }: ParseRace,
  folder: string,
): Promise<Result[]> {
  const coaches = ours.clients.length
  const parse = await startParse(installation, folder, { bureau, coaches })
  const results: Result[] = []
  try {
    for (const request of REQUESTS) {
      const speeds = await race(
        {
          peer: askingInTurn(parse.clients, (coach, random) =>
            request.parse.path(bureau, coach, random),
          ),
          ours: askingInTurn(ours.clients, (coach, random) => request.path(bureau, coach, random)),
        },
        { inFlight: coaches, effort, seed: bureau.seed },
      )
      const same = await countLike({ ours, parse, request, bureau })
      const hidden = await isHiddenByParse(parse, bureau)
      results.push(
        toResult({
          name: request.name,
          peer: 'Parse Server with an ACL an object and a protected field',
          seed: bureau.seed,
          speeds,
          goal: request.parse.goal,
          correct: same === COMPARED && hidden,
          verdict: `${same} of ${COMPARED} answers about the same people, ${hidden ? 'not found' : 'FOUND'} when another's`,
        }),
      )
    }
    return results
  } finally {
    await parse.stop()
  }
}

/** Each coach on a connection of its own, one request at a time. */
function askingInTurn(
  clients: readonly PageClient[],
  path: (coach: number, random: number) => string,
): Operation {
  const free = clients.map((_, coach) => coach)
  return async (random) => {
    const coach = free.pop() ?? 0
    await clients[coach]?.get(path(coach, random()))
    free.push(coach)
  }
}

/** The people whom an answer names, and how many notes there are: both products answer that. */
function peopleIn(body: Buffer | undefined): string {
  const text = body?.toString() ?? ''
  const names = [...text.matchAll(/"(?:family_name|familyName)":"([^"]*)"/g)].map(
    ([, name]) => name,
  )
  return `${names.join()} ${text.split('"category"').length - 1}`
}

async function countLike({
  ours,
  parse,
  request,
  bureau,
}: Pick<ParseRace, 'ours' | 'bureau'> & { parse: ParsePeer; request: Request }): Promise<number> {
  let same = 0
  for (let n = 0; n < COMPARED; n += 1) {
    const coach = n % ours.clients.length
    const [one, other] = await Promise.all([
      ours.clients[coach]?.get(request.path(bureau, coach, n / COMPARED)),
      parse.clients[coach]?.get(request.parse.path(bureau, coach, n / COMPARED)),
    ])
    if (one?.includes('family_name') && peopleIn(one) === peopleIn(other)) same += 1
  }
  return same
}

async function isHiddenByParse({ clients }: ParsePeer, bureau: Bureau): Promise<boolean> {
  const others = bureau.dossier(bureau.size.caseload)
  return (clients[0] ?? raise()).get(`/classes/Client/${others}`).then(
    () => false,
    (error: unknown) => String(error).includes('404'),
  )
}

function raise(): never {
  throw new Error('nobody asks')
}
