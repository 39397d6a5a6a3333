import { randomUUID } from 'node:crypto'
import { closeCheckpoint } from '#ledger/closing.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import { type Bureau, bureau, consent, summary } from '#world/bureau.ts'
import { settle } from '#world/worker.ts'

/**
 * A bureau with something of all that checks look at: openings, a summary that was approved and
 * disclosed, a substitute at work, a ledger that was closed.
 */
export async function busyBureau(): Promise<Bureau> {
  const here = await bureau()
  const { there, coach, dossierId, worker } = here
  await there.store.open(coach.for('coaching'), dossierId, {})
  await substitute(here)
  await disclose(here)
  await there.owner.query(
    `insert into assessments (activity, title, reasons)
     select activity, activity, 'Er is geen groot risico.' from activities`,
  )
  await settle(there)
  await closeCheckpoint(
    worker,
    there.organisation,
    ledgerKey(there.installation.master, there.organisation),
  )
  return here
}

async function substitute(here: Bureau): Promise<void> {
  const { there, coach, dossierId } = here
  const who = await there.account('Marijke Boersma', ['coach'])
  const absenceId = randomUUID()
  await there.owner.query(
    `insert into absences (id, account_id, substitute_id, starts_on, ends_on)
     values ($1, $2, $3, gestand.today(), gestand.today())`,
    [absenceId, coach.id, who.id],
  )
  await there.owner.query(
    `insert into relations (dossier_id, holder_id, relation, absence_id)
     values ($1, $2, 'substitute', $3)`,
    [dossierId, who.id, absenceId],
  )
  await consent(here, { consent: 'substitution', holderId: who.id, itemId: absenceId })
  await there.store.open(who.for('substitution'), dossierId, {})
}

async function disclose(here: Bureau): Promise<void> {
  const summaryId = await summary(here)
  const partyId = await here.there.party('Gemeente Rivierdam')
  await here.there.relate(partyId, here.dossierId, 'principal')
  const requestId = await consent(here, {
    consent: 'disclosure',
    holderId: partyId,
    itemId: summaryId,
  })
  await here.there.owner.query(
    `insert into disclosures (dossier_id, request_id, party_id, title, about)
     values ($1, $2, $3, 'Samenvatting', 'S. Bakker')`,
    [here.dossierId, requestId, partyId],
  )
}
