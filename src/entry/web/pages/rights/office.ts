import type { AskedOf } from '#duties/rights/asking.ts'
import type { Desk } from '#duties/rights/desk.ts'
import type { LetterSender } from '#duties/rights/answer-letter.ts'
import type { StepRow } from '#duties/rights/request.ts'
import { unsealNote, unsealWords } from '#duties/rights/request-seal.ts'
import type { Door } from '#entry/web/http/door.ts'
import type { Statement } from '#statement/index.ts'

/** The activity in which requests are handled. */
export const HANDLING = 'request-handling'
export const SELF_SERVICE = 'self-service'
export const DESK_PATH = '/privacy/verzoeken'
export const OWN_PATH = '/mijn/rechten'
export const FORM_PATH = '/verzoek'

/** Where a request is asked, and with what it is sealed. */
export function askedOf({ visit }: Door): AskedOf {
  const { keys, requestLinks } = visit.site
  return { organisation: visit.organisation, keys, links: requestLinks }
}

/** With what the desk works. */
export function deskOf(door: Door): Desk {
  return { ...askedOf(door), title: titleOf(door), outbox: door.visit.site.outbox }
}

/** The name of the organisation as people know it. */
export function titleOf({ visit }: Door): string {
  const { organisations, home } = visit.site
  return organisations.get(visit.organisation)?.label ?? home.label
}

export function readStatement({ visit }: Door): Promise<Statement> {
  return visit.site.publication.current(visit.organisation)
}

/** Who writes letters. */
export function senderOf({ declarations }: Statement): LetterSender {
  const { controller, contacts, retention } = declarations
  const officerEmail = contacts.officer?.email
  const keepingLaw = retention['dossier']?.['at-least']?.law
  return {
    name: controller.name,
    ...(controller.address !== undefined && { address: controller.address }),
    ...(officerEmail !== undefined && { officerEmail }),
    ...(keepingLaw !== undefined && { keepingLaw }),
  }
}

/** A step with its note in plain words. */
export interface ReadStep extends Omit<StepRow, 'note' | 'place'> {
  readonly note: string
}

/** Unseals what was written in a request. After an erasure there is nothing to unseal. */
export async function unsealRequest(
  door: Door,
  requestId: string,
  { words, steps }: { words?: Buffer | null; steps: readonly Omit<StepRow, 'place'>[] },
): Promise<{ readonly words: string; readonly steps: readonly ReadStep[] }> {
  const { organisation, site } = door.visit
  if (!words && steps.every(({ note }) => !note)) {
    return { words: '', steps: steps.map((step) => ({ ...step, note: '' })) }
  }
  const opening = await site.keys.open(organisation, requestId)
  return {
    words: unsealWords(opening, words ?? null),
    steps: steps.map((step) => ({ ...step, note: unsealNote(opening, step.note) })),
  }
}
