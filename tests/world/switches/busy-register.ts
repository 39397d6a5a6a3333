import { closeCheckpoint } from '#ledger/closing.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import { readWholeCatalogue } from '#modules/catalogue.ts'
import { listChecks } from '#modules/checks.ts'
import type { Bureau } from '#world/bureau.ts'
import { graduates } from '#world/graduates.ts'
import { settle, workerOf } from '#world/worker.ts'

/** A register with diplomas that were issued, replaced and left by their holder. */
export async function busyRegister(): Promise<Bureau> {
  const register = await graduates()
  const { there, registrar } = register
  const key = ledgerKey(there.installation.master, there.organisation)
  const catalogue = await readWholeCatalogue()
  const student = await register.student()
  await student.issue(await student.issue())
  const gone = await register.student({ given: 'Bo' })
  const number = await gone.issue()
  await there.owner.query('update diplomas set dossier_id = null where number = $1', [number])
  await there.owner.query(
    `insert into assessments (activity, title, reasons)
     select activity, activity, 'Er is geen groot risico.' from activities`,
  )
  await settle(there)
  const worker = workerOf(there)
  await closeCheckpoint(worker, there.organisation, key)
  return {
    there,
    worker,
    catalogue,
    checks: listChecks({ catalogue, ledgerKey: key }),
    coach: registrar,
    client: student.account,
    dossierId: student.dossierId,
  }
}
