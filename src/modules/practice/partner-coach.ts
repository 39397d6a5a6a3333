import type { Language, Text } from '#kernel/language.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { askConsent } from './consent.ts'
import { readMemberName } from './member.ts'
import type { Post } from './post.ts'
import { relate } from './relation.ts'

const PARTNER: Text = { nl: 'Partnercoach', en: 'Partner coach' }

export interface PartnerQuestion {
  /** UUID of the form. */
  readonly id?: string
  /** The account of the partner coach, a member. */
  readonly coachId: string
  readonly language: Language
  readonly post: Post
}

/**
 * Asks the client whether a partner coach may read and write the dossier. It opens for the partner
 * when the client agrees, and closes when the client withdraws that.
 *
 * @throws As `askConsent`; `MEMBER_UNKNOWN`.
 */
export async function askPartnerAccess(
  tx: OpenedDossier,
  { id, coachId, language, post }: PartnerQuestion,
): Promise<string> {
  const name = await readMemberName(tx, coachId)
  await relate(tx, { holderId: coachId, relation: 'partner-coach' })
  return askConsent(tx, {
    ...(id && { id }),
    consent: 'partner-access',
    holderId: coachId,
    particulars: [`${PARTNER[language]}: ${name}`],
    language,
    post,
  })
}
