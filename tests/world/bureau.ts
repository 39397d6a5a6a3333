import { randomBytes, randomUUID } from 'node:crypto'
import { signQuestion, wordingDigest } from '#duties/consent/question-signature.ts'
import type { Check, CheckRun } from '#duties/promises/check.ts'
import { type Proof, prove } from '#duties/promises/proving.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import { inProof } from '#ledger/proof-transaction.ts'
import { readWholeCatalogue } from '#modules/catalogue.ts'
import { listChecks } from '#modules/checks.ts'
import type { Catalogue } from '#statement/index.ts'
import type { Pool } from '#store/pool.ts'
import { workerOf } from './worker.ts'
import { type World, type WorldAccount, world } from './world.ts'

/** The example bureau with one client at work, and everything that checks need. */
export interface Bureau {
  readonly there: World
  readonly worker: Pool
  readonly catalogue: Catalogue
  readonly checks: readonly Check[]
  readonly coach: WorldAccount
  readonly client: WorldAccount
  readonly dossierId: string
}

/**
 * A bureau in which a coach started a dossier and the service began after the statement was shown.
 */
export async function bureau(organisation?: string): Promise<Bureau> {
  const there = await world(organisation)
  const catalogue = await readWholeCatalogue()
  const checks = listChecks({
    catalogue,
    ledgerKey: ledgerKey(there.installation.master, there.organisation),
  })
  const coach = await there.account('Ilse Kramer', ['coach'])
  const client = await there.account('Sam Bakker')
  const { dossierId } = await there.store.change(coach.for('intake'), (tx) =>
    tx.startDossier({ kind: organisation === 'casework' ? 'case-management' : 're-integration' }),
  )
  await there.relate(client.id, dossierId, 'client')
  const { owner } = there
  await owner.query(`insert into clients (dossier_id, family_name) values ($1, 'Bakker')`, [
    dossierId,
  ])
  await owner.query('insert into engagements (dossier_id) values ($1)', [dossierId])
  const notice = randomUUID()
  await owner.query(
    `insert into statement_notices (id, dossier_id, version, way, language, shown_at)
     select $1, $2, version, 'shown', 'nl', now() - interval '1 hour' from statements limit 1`,
    [notice, dossierId],
  )
  await owner.query('insert into activations (dossier_id, notice_id) values ($1, $2)', [
    dossierId,
    notice,
  ])
  return { there, worker: workerOf(there), catalogue, checks, coach, client, dossierId }
}

/** Runs one check, by its name, and tells what it found. */
export async function runCheck(
  { there, worker, checks }: Bureau,
  name: string,
): Promise<CheckRun & { readonly codes: string[] }> {
  const check = checks.find((each) => each.name === name)
  if (!check) throw new Error(`there is no check ${name}`)
  const run = await inProof(worker, there.organisation, (tx) => check.run(tx))
  return { ...run, codes: run.findings.map(({ code }) => code) }
}

/** Runs all checks and keeps their proofs. */
export function proveAll({ there, worker, checks }: Bureau): Promise<Proof[]> {
  return prove(worker, there.organisation, checks, { all: true })
}

/** A question for consent that the client answered, as the owner. */
export async function consent(
  { there, dossierId, client }: Bureau,
  asked: { consent: string; holderId: string; itemId?: string; decision?: 'given' | 'refused' },
): Promise<string> {
  const id = randomUUID()
  const { consent: word, holderId, itemId = null } = asked
  const wording = sealed()
  const key = ledgerKey(there.installation.master, there.organisation)
  const question = { id, dossierId, consent: word, holderId, itemId, language: 'nl', statement: 4 }
  const signature = signQuestion(key, {
    ...question,
    organisation: there.organisation,
    digest: wordingDigest(wording),
  })
  await there.owner.query(
    `insert into consent_requests
       (id, dossier_id, consent, holder_id, item_id, wording, language, statement, signature,
         signed_by)
     values ($1, $2, $3, $4, $5, $6, 'nl', 4, $7, $8)`,
    [id, dossierId, word, holderId, itemId, wording, signature, key.id],
  )
  await there.owner.query(
    `insert into consents (request_id, dossier_id, decision, decided_by)
     values ($1, $2, $3, $4)`,
    [id, dossierId, asked.decision ?? 'given', client.id],
  )
  return id
}

/** A consult of which a summary was written and sent; approved unless that is left out. */
export async function summary(
  { there, dossierId }: Bureau,
  { approved = true }: { approved?: boolean } = {},
): Promise<string> {
  const [consultId, id] = [randomUUID(), randomUUID()]
  const { owner } = there
  await owner.query(
    `insert into consults (id, dossier_id, held_on, minutes, way)
     values ($1, $2, current_date, 60, 'office')`,
    [consultId, dossierId],
  )
  await owner.query(
    'insert into summaries (id, dossier_id, consult_id, body) values ($1, $2, $3, $4)',
    [id, dossierId, consultId, sealed()],
  )
  await owner.query('insert into dispatches (summary_id, dossier_id) values ($1, $2)', [
    id,
    dossierId,
  ])
  if (approved) {
    await owner.query('insert into approvals (summary_id, dossier_id) values ($1, $2)', [
      id,
      dossierId,
    ])
  }
  return id
}

/** Runs a statement past every trigger, as an owner who means harm. */
export async function byHand(
  { there }: Bureau,
  statement: string,
  values: unknown[] = [],
): Promise<void> {
  const { owner } = there
  await owner.query('begin')
  await owner.query('set local session_replication_role = replica')
  await owner.query(statement, values)
  await owner.query('commit')
}

/** Bytes that look as sealed content does. */
export function sealed(): Buffer {
  return Buffer.concat([Buffer.of(1), randomBytes(60)])
}
