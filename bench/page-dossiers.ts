import { randomUUID } from 'node:crypto'
import {
  noteConsult,
  type Post,
  sendSummary,
  writeNote,
  writeSummary,
} from '#modules/practice/index.ts'
import { Outbox } from '#jobs/outbox.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import { connectStore } from '#store/connect.ts'
import { asOwner } from '#store/owner.ts'
import type { Bureau } from './bureau.ts'
import { type BenchInstallation, ORGANISATION } from './installation.ts'

const NOTES = 10
const CONSULTS = 4
const TEXT = 'Wij spraken over de weken die komen, en over wat er al goed gaat. '.repeat(6)

/** Puts into some dossiers of a coach what such a dossier has after some months, and gives them. */
export async function fillDossiers(
  installation: BenchInstallation,
  bureau: Bureau,
  { coach, amount }: { readonly coach: number; readonly amount: number },
): Promise<string[]> {
  const dossierIds = Array.from({ length: amount }, (_, place) =>
    bureau.dossier(coach * bureau.size.caseload + place),
  )
  await asOwner(installation.url, async (owner) => {
    await owner.query(`set search_path to org_${ORGANISATION}, gestand`)
    await owner.query('set session_replication_role = replica')
    await owner.query('delete from notes where dossier_id = any ($1)', [dossierIds])
    for (const dossierId of dossierIds) {
      const notice = randomUUID()
      await owner.query(
        `insert into statement_notices (id, dossier_id, version, way, language)
         select $1, $2, max(version), 'shown', 'nl' from statements`,
        [notice, dossierId],
      )
      await owner.query('insert into activations (dossier_id, notice_id) values ($1, $2)', [
        dossierId,
        notice,
      ])
    }
    await owner.query(`update dossiers set service_state = 'active' where id = any ($1)`, [
      dossierIds,
    ])
  })
  const post: Post = {
    outbox: new Outbox(installation.master),
    key: ledgerKey(installation.master, ORGANISATION),
    organisation: 'Bureau De Brug',
    path: '/mijn',
  }
  const { store, close } = connectStore(installation)
  const authority = bureau.authority(coach, 'coaching')
  for (const dossierId of dossierIds) {
    await store.changeDossier(authority, dossierId, async (tx) => {
      const shared = { category: 'conversation-reports', source: 'own', channel: 'email' } as const
      for (let note = 0; note < NOTES; note += 1) await writeNote(tx, { ...shared, body: TEXT })
      for (let day = 1; day <= CONSULTS; day += 1) {
        const heldOn = `2026-0${day}-10`
        const consultId = await noteConsult(tx, { heldOn, minutes: 60, way: 'office' })
        const summaryId = await writeSummary(tx, { consultId, body: TEXT })
        await sendSummary(tx, { summaryId, post })
      }
    })
  }
  await close()
  return dossierIds
}
