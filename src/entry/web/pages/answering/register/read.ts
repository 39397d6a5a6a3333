import { listAgreements } from '#duties/register/agreement.ts'
import { type RegisterEntry, readRegister } from '#duties/register/register.ts'
import { listRemarks } from '#duties/register/remark.ts'
import type { RegisterContents } from '#duties/register/workbook.ts'
import type { Door } from '#entry/web/http/door.ts'
import { readAs } from '#entry/web/pages/answering/reading.ts'
import { readWholeCatalogue } from '#modules/catalogue.ts'
import type { Catalogue, Statement } from '#statement/index.ts'

/** The register with what the officer wrote in it. */
export interface Register extends RegisterContents {
  readonly entries: readonly RegisterEntry[]
  readonly statement: Statement
  readonly catalogue: Catalogue
}

/** @throws `NOT_FOUND` for whoever does not keep the register. */
export async function readWholeRegister(door: Door): Promise<Register> {
  const { organisation, site } = door.visit
  const [answers, statement, catalogue] = await Promise.all([
    readAs(door, 'register-keeping', 'register', {
      remarks: listRemarks,
      agreements: listAgreements,
    }),
    site.publication.current(organisation),
    readWholeCatalogue(),
  ])
  const entries = readRegister(statement, catalogue, door.language)
  return { ...answers, entries, statement, catalogue }
}
