import { randomUUID } from 'node:crypto'
import { closeCheckpoint } from '#ledger/closing.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import { askSignatures, signDocument } from '#modules/practice/signature/index.ts'
import { from } from '#store/query.ts'
import { type Bureau, bureau, consent, summary } from '#world/bureau.ts'
import { POST } from '#world/practice.ts'
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
  await invoice(here)
  await sign(here)
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

/** A document that the client signed. */
async function sign(here: Bureau): Promise<void> {
  const { there, coach, client, dossierId } = here
  const documentId = randomUUID()
  const signingId = await there.store.changeDossier(
    coach.for('coaching'),
    dossierId,
    async (tx) => {
      await tx.run(
        from.insertInto('documents').values({
          id: documentId,
          dossier_id: dossierId,
          category: 'agreement',
          title: tx.seal('documents.title', 'Overeenkomst'),
          media_type: 'application/pdf',
          bytes: 1,
          digest: Buffer.alloc(32, 1),
          source: 'own',
          channel: 'conversation',
        }),
      )
      return askSignatures(tx, { documentId, post: POST })
    },
  )
  await there.owner.query('update gestand.sessions set proved_at = now()')
  await there.store.changeDossier(client.for('self-service'), dossierId, (tx) =>
    signDocument(tx, { signingId, signatory: 'client', mark: { name: 'S. Bakker' }, post: POST }),
  )
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

/** An invoice that was issued, and is disputed. */
async function invoice({ there, coach }: Bureau): Promise<void> {
  const { owner, store } = there
  // On a dossier of its own: a dispute keeps it, and others are to come to their term.
  const { dossierId } = await store.change(coach.for('intake'), (tx) =>
    tx.startDossier({ kind: 're-integration' }),
  )
  const [payer, id] = [randomUUID(), randomUUID()]
  await owner.query(`insert into payers (id, dossier_id, name) values ($1, $2, 'S. Bakker')`, [
    payer,
    dossierId,
  ])
  await owner.query('insert into invoices (id, payer_id) values ($1, $2)', [id, payer])
  await owner.query(
    `insert into charges (payer_id, dossier_id, invoice_id, subject, day, description, quantity,
       unit, unit_price, vat)
     values ($1, $2, $3, 'S. Bakker', gestand.today(), 'consult', 100, 'hour', 10000, '21')`,
    [payer, dossierId, id],
  )
  await owner.query('alter table issuances disable trigger guard_issuance')
  await owner.query(
    `insert into issuances (invoice_id, year, serial, number, issued_on, due_on, net, vat, gross,
       payer_name, payer_street, payer_postcode, payer_city, payer_country, supplier)
     values ($1, extract(year from gestand.today()), 1, 'F-1', gestand.today(),
       gestand.today() + 30, 10000, 2100, 12100, 'S. Bakker', '', '', '', 'NL', '{}')`,
    [id],
  )
  await owner.query('alter table issuances enable trigger guard_issuance')
  await owner.query(
    'insert into invoice_series (year, last) values (extract(year from gestand.today()), 1)',
  )
  await owner.query(
    `insert into invoice_disputes (invoice_id, reason, ends_on, opened_by)
     values ($1, 'amount', gestand.today() + 60, $2)`,
    [id, coach.id],
  )
}
