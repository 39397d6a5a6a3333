import { z } from 'zod'
import { act, once } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { AppError } from '#kernel/error.ts'
import { answerConsent, renewConsent, withdrawConsent } from '#modules/practice/index.ts'
import { ownPath, SELF_SERVICE } from '#entry/web/pages/mine/own-file.ts'
import { postToCoach } from '#entry/web/pages/mine/post.ts'

const input = z.object({ decision: z.enum(['given', 'refused']) })

/** The client answers a question for consent, with yes or no. */
export const consentAnswerAct = act(
  '/mijn/dossiers/:id/toestemmingen/:request/antwoord',
  async ({ door, params, input: sent }) => {
    const id = idOf(params)
    const requestId = idOf(params, 'request')
    const parsed = input.safeParse(sent)
    if (!parsed.success) throw new AppError('INVALID')
    const { decision } = parsed.data
    const answer = { requestId, decision, post: postToCoach(door, id) }
    await once(() => door.changeDossier(SELF_SERVICE, id, (tx) => answerConsent(tx, answer)))
    return {
      to: `${ownPath(id)}/toestemmingen`,
      done: decision === 'given' ? 'consent-given' : 'consent-refused',
    }
  },
)

/** The client withdraws a consent, in one act as it was given. */
export const withdrawalAct = act(
  '/mijn/dossiers/:id/toestemmingen/:request/intrekking',
  async ({ door, params }) => {
    const id = idOf(params)
    const withdrawal = { requestId: idOf(params, 'request'), post: postToCoach(door, id) }
    await once(() => door.changeDossier(SELF_SERVICE, id, (tx) => withdrawConsent(tx, withdrawal)))
    return { to: `${ownPath(id)}/toestemmingen`, done: 'consent-withdrawn' }
  },
)

/** The client says yes once more to a consent that ends. */
export const renewalAct = act(
  '/mijn/dossiers/:id/toestemmingen/:request/verlenging',
  async ({ door, params, formId }) => {
    const id = idOf(params)
    const earlierId = idOf(params, 'request')
    const renewal = { id: formId, earlierId, post: postToCoach(door, id) }
    await once(() => door.changeDossier(SELF_SERVICE, id, (tx) => renewConsent(tx, renewal)))
    return { to: `${ownPath(id)}/toestemmingen`, done: 'consent-renewed' }
  },
)
