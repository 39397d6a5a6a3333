import type { Context } from 'hono'
import { readToken } from '#accounts/index.ts'
import { answerLetter, LETTER_ACTIONS, type ToldRequest } from '#duties/rights/answer-letter.ts'
import { findLinked } from '#duties/rights/own-step.ts'
import { findOwnRequest, listSteps, only } from '#duties/rights/request.ts'
import type { Door } from '#entry/web/http/door.ts'
import { answer, idOf, type Params } from '#entry/web/http/page.tsx'
import { letterAnswer } from '#entry/web/http/press.ts'
import { AppError } from '#kernel/error.ts'
import { readDeskFile } from './desk-request.ts'
import {
  DESK_PATH,
  FORM_PATH,
  OWN_PATH,
  type ReadStep,
  readStatement,
  SELF_SERVICE,
  senderOf,
  unsealRequest,
} from './office.ts'

/** The letter of a step, for the desk to send: in the language of the page. */
export const deskLetter = answer(`${DESK_PATH}/:id/brief/:step`, async (door, params, c) => {
  const { request, steps } = await readDeskFile(door, params)
  const addressee = [request.name, ...(request.address ?? '').split(/[\n,]/)]
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return give(door, c, { request: { ...request, addressee }, steps, params })
})

/** The same letter, for the person. */
export const ownLetter = answer(`${OWN_PATH}/:id/brief/:step`, async (door, params, c) => {
  const id = idOf(params)
  const found = await door.list(SELF_SERVICE, 'own-request', {
    own: findOwnRequest(id),
    steps: listSteps(id),
  })
  const request = only(found.own)
  const { steps } = await unsealRequest(door, id, { steps: found.steps })
  const addressee = door.me ? [door.me.name] : []
  return give(door, c, { request: { ...request, addressee }, steps, params })
})

/** And for who follows a request by a link. */
export const linkedLetter = answer(`${FORM_PATH}/:token/brief/:step`, async (door, params, c) => {
  const { visit } = door
  const secret = readToken(params['token'])
  const { organisation, site } = visit
  const request = secret && (await findLinked(site.accounts, { organisation, secret }))
  if (!request) throw new AppError('NOT_FOUND')
  const { steps } = await unsealRequest(door, request.id, { steps: request.steps })
  return give(door, c, { request: { ...request, addressee: [] }, steps, params })
})

interface Given {
  readonly request: ToldRequest
  readonly steps: readonly ReadStep[]
  readonly params: Params
}

async function give(door: Door, c: Context, { request, steps, params }: Given): Promise<Response> {
  const step = steps.find(({ id }) => id === params['step'])
  if (!step || !LETTER_ACTIONS.has(step.action)) throw new AppError('NOT_FOUND')
  const statement = await readStatement(door)
  const { language } = door
  return letterAnswer(c, answerLetter(senderOf(statement), request, { step, language }))
}
