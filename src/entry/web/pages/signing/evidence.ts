import type { Context } from 'hono'
import { dayOf } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { bytesAnswer, letterAnswer } from '#entry/web/http/press.ts'
import { AppError, isAppError } from '#kernel/error.ts'
import { evidenceLetter, signingEvidence, type SigningView } from '#modules/practice/index.ts'
import { VERIFICATION_PATH } from './verification.tsx'
import type { Statement } from '#statement/index.ts'

export interface EvidenceOf {
  readonly signing: SigningView
  readonly title: string
  readonly reference: string
  readonly statement: Statement
}

/** Answers with the evidence of a signing: a PDF to read, or JSON to verify with. */
export function evidenceAnswer(
  c: Context,
  door: Door,
  { signing, title, reference, statement }: EvidenceOf,
): Promise<Response> | Response {
  if (signing.signatures.length === 0) throw new AppError('NOT_FOUND')
  if (c.req.path.endsWith('.json')) {
    const { keyOf } = door.visit.site
    const text = signingEvidence(signing, { title, keys: [keyOf(door.visit.organisation)] })
    return bytesAnswer(c, text, {
      type: 'application/json',
      title: `${title} ${door.language === 'nl' ? 'bewijs' : 'evidence'}`,
      ending: 'json',
    })
  }
  const { name, address } = statement.declarations.controller
  const sender = { name, lines: address === undefined ? [] : [address] }
  const writtenOn = dayOf(new Date())
  const { language } = door
  const verifyAt = door.visit.site.publicUrl + VERIFICATION_PATH
  const facts = { signing, title, reference, sender, language, writtenOn, verifyAt }
  // A drawing that is no picture after all is left out rather than the evidence refused.
  return letterAnswer(c, evidenceLetter(facts)).catch((error: unknown) => {
    if (!isAppError(error, 'LETTER_FAILED')) throw error
    const signatures = signing.signatures.map(({ drawing: _, ...rest }) => rest)
    return letterAnswer(c, evidenceLetter({ ...facts, signing: { ...signing, signatures } }))
  })
}
