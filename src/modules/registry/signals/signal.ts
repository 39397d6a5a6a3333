import { sql } from 'kysely'
import { type RegistryPost, tellAccount } from '#modules/registry/news.ts'
import type { OpenedDossier, Opening } from '#store/opened-dossier.ts'
import { from, type WrittenQuery, written } from '#store/query.ts'

/** The activity in which institutions are told that training may not follow its requirements. */
export const SIGNALLING = 'signalling'
/** Longest signal or answer, in characters. */
export const SIGNAL_LIMIT = 5_000
const LIST_LIMIT = 200

export interface NewSignal {
  /** UUID of the form. */
  readonly id: string
  readonly requirementId: string
  /** An institution that is tied to the student. */
  readonly partyId: string
  /** At most 5,000 characters; the student reads them too. */
  readonly words: string
}

/**
 * Tells an institution that the training in the opened dossier may not follow a requirement. The
 * institution and the student are told that there is something to read.
 *
 * @throws `RECIPIENT_UNRELATED` for an institution that is not tied to the student;
 * `REQUIREMENT_UNKNOWN` for a requirement of another programme; what else the gate refuses;
 * `DUPLICATE` when this form was sent before.
 */
export async function sendSignal(
  tx: OpenedDossier,
  post: RegistryPost,
  { id, requirementId, partyId, words }: NewSignal,
): Promise<void> {
  const { dossierId } = tx
  await tx.run(
    from
      .insertInto('signals')
      .values({ id, dossier_id: dossierId, requirement_id: requirementId, party_id: partyId }),
  )
  const sealed = tx.seal('signal_words.words', words)
  await tx.run(
    from.insertInto('signal_words').values({ signal_id: id, dossier_id: dossierId, words: sealed }),
  )
  await tell(tx, post, { id, answered: false })
}

/**
 * Answers a signal, for the institution that got it.
 *
 * @throws `NOT_FOUND`; `DUPLICATE` when it was answered.
 */
export async function answerSignal(
  tx: OpenedDossier,
  post: RegistryPost,
  { id, words }: { readonly id: string; readonly words: string },
): Promise<void> {
  const sealed = tx.seal('signal_answers.words', words)
  await tx.run(
    from
      .insertInto('signal_answers')
      .values({ signal_id: id, dossier_id: tx.dossierId, words: sealed }),
  )
  await tell(tx, post, { id, answered: true })
}

async function tell(
  tx: OpenedDossier,
  post: RegistryPost,
  { id, answered }: { readonly id: string; readonly answered: boolean },
): Promise<void> {
  const hearers = await tx.run(
    written(sql<{ account_id: string; subject: boolean }>`
      select account_id, subject from signal_hearers(${id}::uuid, ${answered})`),
  )
  for (const { account_id: accountId, subject } of hearers) {
    if (subject) {
      const path = `/mijn/registraties/${tx.dossierId}/signalen`
      const news = answered ? 'signal-answered' : 'signal-student'
      await tellAccount(tx, post, { accountId, news, path })
    } else if (answered) {
      const path = `/register/signalen/${tx.dossierId}`
      await tellAccount(tx, post, { accountId, news: 'signal-answered', path })
    } else {
      const path = `/instelling/signalen/${tx.dossierId}`
      await tellAccount(tx, post, { accountId, news: 'signal-institution', path })
    }
  }
}

/** A signal as lists show it. */
export interface SignalLine {
  readonly id: string
  readonly dossier_id: string
  readonly party: string
  readonly requirement_nl: string
  readonly requirement_en: string
  readonly sent_at: Date
  readonly given_names: string | null
  readonly prefix: string | null
  readonly family_name: string | null
  /** How many the list has in all. */
  readonly total: number
}

/** Signals on a page of the list. */
export const SIGNALS_PAGE = 50

/**
 * Signals within reach, the newest first.
 *
 * @param search A part of a name or of the requirement; empty finds all.
 * @param page Counted from 1.
 */
export function listSignals({
  search,
  page,
}: {
  readonly search: string
  readonly page: number
}): WrittenQuery<SignalLine> {
  return written(sql<SignalLine>`
    select s.id, s.dossier_id, p.name as party, q.text_nl as requirement_nl,
      q.text_en as requirement_en, s.sent_at, n.given_names, n.prefix, n.family_name,
      count(*) over ()::integer as total
    from signals s join parties p on p.id = s.party_id
    join programme_requirements q on q.id = s.requirement_id
    left join registrants n on n.dossier_id = s.dossier_id
    where strpos(
      lower(concat_ws(' ', n.given_names, n.prefix, n.family_name)), lower(${search})) > 0
      or strpos(lower(concat_ws(E'\\n', p.name, q.text_nl, q.text_en)), lower(${search})) > 0
    order by s.sent_at desc, s.id
    limit ${SIGNALS_PAGE} offset ${(page - 1) * SIGNALS_PAGE}`)
}

interface SignalRow {
  readonly id: string
  readonly party_id: string
  readonly party: string
  readonly requirement_nl: string
  readonly requirement_en: string
  readonly sent_at: Date
  readonly words: Buffer
  readonly answer: Buffer | null
  readonly answered_at: Date | null
}

/** The signals of one opened dossier, as far as whoever asks may read them. */
export function signalsOf(dossierId: string): WrittenQuery<SignalRow> {
  return written(sql<SignalRow>`
    select s.id, s.party_id, p.name as party, q.text_nl as requirement_nl,
      q.text_en as requirement_en, s.sent_at, w.words, a.words as answer, a.answered_at
    from signals s join parties p on p.id = s.party_id
    join programme_requirements q on q.id = s.requirement_id
    join signal_words w on w.signal_id = s.id
    left join signal_answers a on a.signal_id = s.id
    where s.dossier_id = ${dossierId} order by s.sent_at desc limit ${LIST_LIMIT}`)
}

/** A signal with its words. */
export interface Signal extends Omit<SignalRow, 'words' | 'answer'> {
  readonly words: string
  readonly answer: string | undefined
}

export function readSignals(opening: Opening, rows: readonly SignalRow[]): Signal[] {
  return rows.map((row) => ({
    ...row,
    words: opening.unseal('signal_words.words', row.words),
    answer: row.answer ? opening.unseal('signal_answers.words', row.answer) : undefined,
  }))
}

/** The institutions to which a signal on the opened dossier can go. */
export function signalReceivers(
  dossierId: string,
): WrittenQuery<{ readonly id: string; readonly name: string }> {
  return written(sql<{ id: string; name: string }>`
    select p.id, p.name from registrations r
    join parties p on p.id in (r.institution_id, r.institute_id)
    where r.dossier_id = ${dossierId} order by p.id = r.institution_id desc`)
}
