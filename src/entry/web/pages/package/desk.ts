import { z } from 'zod'
import { writeToken } from '#accounts/index.ts'
import { BLANK_LENGTH, BLANKS_LIMIT } from '#duties/package/blanking.ts'
import {
  findPackageRequest,
  finish,
  type PackageRequest,
  readReview,
  takeUp,
} from '#duties/package/handling.ts'
import { letGo } from '#duties/package/order.ts'
import { type PackagedDossier, SUBJECT_ACCESS } from '#duties/package/reading.ts'
import { keepPackage } from '#duties/package/waiting.ts'
import type { Door } from '#entry/web/http/door.ts'
import { because } from '#entry/web/http/faults.ts'
import { act, formPage } from '#entry/web/http/form.tsx'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { packageReadyMail } from '#jobs/mails/package-ready.ts'
import { AppError } from '#kernel/error.ts'
import { drawDone, drawMade, type Made } from './desk-sending.tsx'
import { DESK_WORDS, drawHandled, type Handled } from './desk-view.tsx'
import { findMaking, orderFor, orderPackage, partsOf } from './order.ts'

const REQUESTS = 'request-handling'

const lines = z
  .string()
  .max(BLANKS_LIMIT * BLANK_LENGTH)
  .default('')
  .transform((text) => text.split('\n').map((line) => line.trim()))
  .transform((all) => all.filter((line) => line !== '').slice(0, BLANKS_LIMIT))

const input = z.object({
  blanks: lines,
  files: z
    .union([z.uuid(), z.array(z.uuid())])
    .optional()
    .transform((chosen) => [chosen ?? []].flat()),
  looked: z.literal('yes', { error: because(DESK_WORDS.lookedMissing) }),
})

/** Where whoever handles a request looks the package over, and has it made. */
export const deskPage = formPage('/privacy/verzoeken/:id/pakket', {
  input,
  labels: { blanks: DESK_WORDS.blanks, files: DESK_WORDS.files, looked: DESK_WORDS.looked },
  read: readHandled,
  view: drawHandled,
  act: async ({ door, input: { blanks, files }, params }) => {
    const request = await readRequest(door, params)
    const dossiers = await listDossiers(door, request)
    if (dossiers.length === 0) throw new AppError('NOT_FOUND')
    const { kind, language } = request
    const blanking = { words: blanks, files }
    await orderPackage(door, request.id, { kind, language, dossiers, blanking })
    return { to: `/privacy/verzoeken/${request.id}/pakket/versturen` }
  },
})

/** Where the package is sent once it is made. */
export const sendPage = formPage('/privacy/verzoeken/:id/pakket/versturen', {
  input: z.object({ email: z.email().max(254) }),
  labels: { email: DESK_WORDS.email },
  read: readMade,
  view: drawMade,
  act: async ({ door, input: { email }, params }) => {
    const { request, making } = await readMade(door, params)
    const [first] = await listDossiers(door, request)
    if (!first || !making?.digest) throw new AppError('NOT_FOUND')
    const { bytes, digest, leftOut } = making
    const { site, organisation } = door.visit
    const { declarations } = await site.publication.current(organisation)
    const { id, name, language } = request
    const secrets = await door.changeDossier(SUBJECT_ACCESS, first.id, async (tx) => {
      const kept = await keepPackage(tx, {
        requestId: id,
        language,
        bytes,
        digest,
        content: partsOf(door, id, making, (part) => tx.run(part)),
      })
      const path = `/pakket/${writeToken(kept.link)}`
      const news = { organisation: declarations.controller.name, path }
      await site.outbox.queue(tx, packageReadyMail, news, { name, email, language })
      return kept
    })
    await door.change(SUBJECT_ACCESS, (tx) => tx.run(letGo(id)))
    const outcome = leftOut > 0 ? 'partly' : 'fulfilled'
    await door.change(REQUESTS, (tx) => tx.run(finish(id, outcome)))
    return { show: drawDone(door, secrets.code) }
  },
})

/** Gives reach to the dossiers, or ends a request of somebody on whom nothing is held. */
export const takeUpAct = act('/privacy/verzoeken/:id/pakket/openen', async ({ door, params }) => {
  const id = idOf(params)
  await door.change(REQUESTS, (tx) => tx.run(takeUp(id)))
  return { to: `/privacy/verzoeken/${id}/pakket` }
})

/** Ends the request of somebody on whom nothing is held. */
export const nothingHeldAct = act(
  '/privacy/verzoeken/:id/pakket/niets',
  async ({ door, params }) => {
    const request = await readRequest(door, params)
    if ((await listDossiers(door, request)).length > 0) throw new AppError('NOT_FOUND')
    await door.change(REQUESTS, (tx) => tx.run(finish(request.id, 'nothing-held')))
    return { to: `/privacy/verzoeken/${request.id}` }
  },
)

async function readRequest(door: Door, params: Params): Promise<PackageRequest> {
  const { found } = await door.list(REQUESTS, 'package', {
    found: findPackageRequest(idOf(params)),
  })
  const [request] = found
  if (!request) throw new AppError('NOT_FOUND')
  return request
}

async function readMade(door: Door, params: Params): Promise<Made> {
  const request = await readRequest(door, params)
  return { request, making: await findMaking(door, request.id) }
}

async function listDossiers(door: Door, request: PackageRequest): Promise<PackagedDossier[]> {
  if (!request.personId) return []
  const { reading } = await orderFor(door, request.kind)
  const dossiers = await reading.dossiersOf(request.personId)
  return dossiers.filter(({ id }) => request.dossierId === null || id === request.dossierId)
}

async function readHandled(door: Door, params: Params): Promise<Handled> {
  const request = await readRequest(door, params)
  const { reading } = await orderFor(door, request.kind)
  const dossiers = await listDossiers(door, request)
  const review = dossiers.length > 0 ? await readReview(reading, dossiers) : undefined
  return { request, dossiers, review }
}
