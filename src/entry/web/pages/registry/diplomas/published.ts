import type { Context } from 'hono'
import type { Door } from '#entry/web/http/door.ts'
import { answer, type Params } from '#entry/web/http/page.tsx'
import { AppError } from '#kernel/error.ts'
import { didDocument, findRevocations, issuerKeys } from '#modules/registry/index.ts'
import type { Answers, Reads } from '#store/store.ts'
import { publicIssuer } from './issuing.ts'

/** What software of others reads may be as old as this. */
const SECONDS_KEPT = 60

/** The keys of an organisation, for software of others (did:web). */
export const issuerDocument = answer(
  '/uitgevers/:organisation/did.json',
  async (door, params, c) => {
    const issuer = publicIssuer(door, organisationOf(params))
    const { keys } = await readPublic(door, params, { keys: issuerKeys })
    if (keys.length === 0) throw new AppError('NOT_FOUND')
    return publish(c, JSON.stringify(didDocument(issuer, keys)), 'application/did+ld+json')
  },
)

/** Which diplomas of one list were revoked, for software of others. */
export const revocationList = answer(
  '/uitgevers/:organisation/ingetrokken/:list',
  async (door, params, c) => {
    publicIssuer(door, organisationOf(params))
    const list = /^\d{1,4}$/.exec(params['list'] ?? '')?.[0]
    if (list === undefined) throw new AppError('NOT_FOUND')
    const { lists } = await readPublic(door, params, { lists: findRevocations(Number(list)) })
    const [found] = lists
    if (!found) throw new AppError('NOT_FOUND')
    return publish(c, found.credential, 'application/vc')
  },
)

/** Reads of the organisation that the address names, whichever these pages are of. */
export function readPublic<R extends Reads>(
  { visit }: Door,
  params: Params,
  reads: R,
): Promise<Answers<R>> {
  return visit.site.store.publicly(organisationOf(params), reads)
}

export function organisationOf(params: Params): string {
  return params['organisation'] ?? ''
}

function publish(c: Context, text: string, type: string): Response {
  c.header('content-type', type)
  c.header('cache-control', `public, max-age=${SECONDS_KEPT}`)
  c.header('access-control-allow-origin', '*')
  return c.body(text)
}
