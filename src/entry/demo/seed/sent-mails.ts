import type { Load } from './load.ts'

/** Which mail each row of a history stands for, who did it and when. */
const TOLD: readonly (readonly [kind: string, receiver: string, rows: string])[] = [
  ['summary-sent', 'client', 'select dossier_id, sent_by, sent_at from dispatches'],
  ['consent-asked', 'client', 'select dossier_id, null, asked_at from consent_requests'],
  ['signature-asked', 'client', 'select dossier_id, asked_by, asked_at from signings'],
  ['appointment-news', 'client', 'select dossier_id, planned_by, planned_at from appointments'],
  ['disclosure-made', 'party', 'select dossier_id, disclosed_by, disclosed_at from disclosures'],
  ['invitation', 'client', 'select dossier_id, null, invited_at from invitations'],
]

/** Lists what the software would have sent in this history, as it came in with its rows. */
export async function insertSentMails({ owner }: Load): Promise<void> {
  await owner.query('delete from sent_mails')
  for (const [kind, receiver, rows] of TOLD) {
    await owner.query(
      `insert into sent_mails (dossier_id, kind, receiver, sent_by, sent_at)
       select t.dossier_id, $1, $2, t.who::uuid, t.at from (${rows}) t (dossier_id, who, at)`,
      [kind, receiver],
    )
  }
}
