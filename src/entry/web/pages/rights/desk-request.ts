import { type DeskRequest, findRequest, listSteps, only } from '#duties/rights/request.ts'
import {
  listNotices,
  listWithdrawable,
  type RecipientNotice,
  type SuggestedDossier,
  suggestDossiers,
  type WithdrawableConsent,
} from '#duties/rights/desk.ts'
import { type CopyLine, listCopies } from '#duties/rights/identity.ts'
import { listRestrictionsOf, type RestrictionLine } from '#duties/rights/restriction.ts'
import { countRelated } from '#modules/practice/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { HANDLING, type ReadStep, readStatement, unsealRequest } from './office.ts'

/** A request with all that its page at the desk shows. */
export interface DeskFile {
  readonly request: Omit<DeskRequest, 'words'>
  readonly words: string
  readonly steps: readonly ReadStep[]
  readonly copies: readonly CopyLine[]
  readonly suggestions: readonly SuggestedDossier[]
  readonly notices: readonly RecipientNotice[]
  readonly restrictions: readonly RestrictionLine[]
  readonly withdrawable: readonly WithdrawableConsent[]
  /** How often whoever asks stands in dossiers of others. */
  readonly related: readonly { readonly amount: number }[]
  /** Whether whoever handles it carries a correction out: the statement has an activity for it. */
  readonly corrects: boolean
}

/**
 * Reads a request for who handles it, in one round trip.
 *
 * @throws `NOT_FOUND` for everybody else.
 */
export async function readDeskFile(door: Door, params: Params): Promise<DeskFile> {
  const id = idOf(params)
  const answers = await door.list(HANDLING, 'request', {
    found: findRequest(id),
    steps: listSteps(id),
    copies: listCopies(id),
    suggestions: suggestDossiers(id),
    notices: listNotices(id),
    restrictions: listRestrictionsOf(id),
    withdrawable: listWithdrawable(id),
    related: countRelated(id),
  })
  const { words: sealed, ...request } = only(answers.found)
  const { words, steps } = await unsealRequest(door, id, { words: sealed, steps: answers.steps })
  const { declarations } = await readStatement(door)
  const corrects = Object.hasOwn(declarations.activities, 'correction')
  return { ...answers, request, words, steps, corrects }
}
