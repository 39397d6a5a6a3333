import { AppError } from '#kernel/error.ts'
import type { Language, Text } from '#kernel/language.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import { askConsent } from './consent.ts'
import { sayDay } from '#kernel/day.ts'
import { readMemberName } from './member.ts'
import { mailClient, type Post } from './post.ts'
import { relate } from './relation.ts'

const SUBSTITUTE: Text = { nl: 'Waarnemer', en: 'Substitute' }
const PERIOD: Text = { nl: 'Periode: {from} tot en met {to}', en: 'Period: {from} to {to}' }

export interface SubstitutionQuestion {
  /** UUID of the form. */
  readonly id?: string
  readonly absenceId: string
  readonly language: Language
  readonly post: Post
}

/**
 * Asks the client whether the substitute may see the dossier during an absence. It opens and
 * closes with the absence by itself, and not at all without the client's consent.
 *
 * @throws As `askConsent`; `NOT_FOUND` when whoever acts has no such absence; `MEMBER_UNKNOWN`.
 */
export async function askSubstitution(
  tx: OpenedDossier,
  { id, absenceId, language, post }: SubstitutionQuestion,
): Promise<string> {
  const [absence] = await tx.run(
    from
      .selectFrom('absences')
      .select(['substitute_id', 'starts_on', 'ends_on'])
      .where('id', '=', absenceId)
      // The client is asked about these days: they must not change before the question stands.
      .forShare(),
  )
  if (!absence) throw new AppError('NOT_FOUND')
  const { substitute_id: holderId, starts_on: startsOn, ends_on: endsOn } = absence
  const name = await readMemberName(tx, holderId)
  await relate(tx, { holderId, relation: 'substitute', absenceId })
  const period = PERIOD[language]
    .replace('{from}', sayDay(startsOn, language))
    .replace('{to}', sayDay(endsOn, language))
  return askConsent(tx, {
    ...(id && { id }),
    consent: 'substitution',
    holderId,
    itemId: absenceId,
    particulars: [`${SUBSTITUTE[language]}: ${name}`, period],
    language,
    post,
  })
}

/**
 * Tells the client who stands in during an absence of whoever acts, where the statement asks no
 * consent for it. The dossier opens and closes with the absence by itself, and not before this.
 *
 * @throws `SUBSTITUTE_NEEDS_CONSENT` where the statement asks consent; `ABSENCE_CANCELLED`;
 * `NOT_FOUND` when whoever acts has no such absence; `DUPLICATE` when the client was told before.
 */
export async function announceSubstitution(
  tx: OpenedDossier,
  { absenceId, post }: { readonly absenceId: string; readonly post: Post },
): Promise<void> {
  const told = await tx.run(
    from
      .insertInto('substitution_announcements')
      .values({ dossier_id: tx.dossierId, absence_id: absenceId })
      .onConflict((conflict) => conflict.doNothing())
      .returning('dossier_id'),
  )
  if (told.length === 0) throw new AppError('DUPLICATE')
  await mailClient(tx, 'substitution-announced', post)
}
