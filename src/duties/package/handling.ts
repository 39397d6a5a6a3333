import { sql } from 'kysely'
import { written, type WrittenQuery } from '#store/query.ts'
import { cellText } from './csv.ts'
import type { PackagedDossier, Reading } from './reading.ts'
import { FileList } from './files.ts'

/** A request that a package is made for. */
export interface PackageRequest {
  readonly id: string
  readonly number: string
  readonly kind: 'access' | 'portability'
  readonly personId: string | null
  readonly dossierId: string | null
  readonly language: 'nl' | 'en'
  readonly accountId: string | null
  readonly name: string
  readonly email: string | null
}

/** Finds a request that waits for its package, for whoever handles requests. */
export function findPackageRequest(id: string): WrittenQuery<PackageRequest> {
  return written(sql<PackageRequest>`
    select id, number, kind, person_id as "personId", dossier_id as "dossierId", language,
      account_id as "accountId", name, email
    from requests
    where id = ${id} and state = 'executing' and kind in ('access', 'portability')`)
}

/** Takes the request up, which gives reach to the dossiers of the person for as long as it runs. */
export function takeUp(requestId: string): WrittenQuery<{ readonly given: string }> {
  return written(sql<{ given: string }>`select take_up_package(${requestId}) as given`)
}

/** Ends the request. */
export function finish(
  requestId: string,
  outcome: 'fulfilled' | 'partly' | 'nothing-held',
): WrittenQuery<unknown> {
  return written(sql`select finish_request(${requestId}, ${outcome})`)
}

/** A text in which others may be named, for who looks a package over. */
export interface ReviewedText {
  readonly table: string
  readonly text: string
}

export interface Review {
  readonly texts: readonly ReviewedText[]
  /** How many texts there are, when these are not all. */
  readonly total: number
  readonly files: readonly { readonly id: string; readonly title: string }[]
}

const TEXTS_LIMIT = 200

/** Reads what somebody must look over before a package leaves: free texts, and names of files. */
export async function readReview(
  reading: Reading,
  dossiers: readonly PackagedDossier[],
): Promise<Review> {
  const texts: ReviewedText[] = []
  const files: { id: string; title: string }[] = []
  let total = 0
  for (const { id } of dossiers) {
    const list = new FileList(reading, id)
    for await (const sheet of reading.sheets(id)) {
      list.see(sheet, sheet)
      const sealed = sheet.table?.columns.filter(
        (column) => column.sealed && column.fileOf === undefined,
      )
      const found = sheet.lines.flatMap((line) =>
        (sealed ?? []).map(({ name }) => cellText(line[name])).filter((text) => text !== ''),
      )
      total += found.length
      const room = Math.max(0, TEXTS_LIMIT - texts.length)
      texts.push(...found.slice(0, room).map((text) => ({ table: sheet.name, text })))
    }
    for await (const file of list.read()) files.push({ id: file.id, title: file.title })
  }
  return { texts, total, files }
}
