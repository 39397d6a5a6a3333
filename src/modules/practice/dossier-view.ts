import { AppError } from '#kernel/error.ts'
import { type DeliveryView, readDeliveries } from '#duties/recipients/delivery.ts'
import { type DemandView, readDemands } from '#duties/recipients/demand.ts'
import type { Access } from '#store/access.ts'
import type { Opening } from '#store/opened-dossier.ts'
import { knowsState } from './card-query.ts'
import { type ConsentView, readConsents } from '#duties/consent/consent.ts'
import { type DisclosureView, readDisclosures } from './disclosure-view.ts'
import { readRelations, type RelationView } from './relation-view.ts'
import { type ConsultView, readConsults } from './consult-view.ts'
import { type DocumentView, type NoteView, readDocuments, readNotes } from './content-view.ts'
import type { DossierRows } from './dossier-reads.ts'
import { endWithAbsence } from './ended-consent.ts'
import { Actors } from './actors.ts'
import type { Person } from './person.ts'
import { type ProgressView, readProgress } from './principal/progress.ts'
import type { Profile } from './profile.ts'
import { readSwitched, type SwitchedCategory } from './surroundings/switched-category.ts'
import { readValueSources, type ValueSource } from './files/value-source.ts'
import { type NoticeView, readNotices, readService, type ServiceView } from './service-view.ts'

/**
 * Everything that was read of a dossier, unsealed. What the statement does not give is not there.
 */
export interface DossierView {
  readonly id: string
  readonly reference: string
  readonly startedAt: Date
  /** ISO date from which nobody sees it any more. */
  readonly expiresOn?: string
  readonly client?: Person
  readonly profile: Profile
  /** From whom the details of the client came. */
  readonly valueSources: readonly ValueSource[]
  /** Kinds of data that were switched on here. */
  readonly switched: readonly SwitchedCategory[]
  readonly service: ServiceView
  readonly notices: readonly NoticeView[]
  readonly consults: readonly ConsultView[]
  readonly notes: readonly NoteView[]
  readonly documents: readonly DocumentView[]
  /** How the service goes, in agreed fields; the newest first. */
  readonly progress: readonly ProgressView[]
  readonly consents: readonly ConsentView[]
  readonly disclosures: readonly DisclosureView[]
  /** What went to others, as far as whoever reads may know. */
  readonly deliveries: readonly DeliveryView[]
  readonly demands: readonly DemandView[]
  readonly relations: readonly RelationView[]
  /** Other dossiers of the same person within reach, the newest first. */
  readonly others: readonly OtherDossier[]
}

export interface OtherDossier {
  readonly id: string
  readonly kind: string
  readonly reference: string
  readonly startedAt: Date
}

/**
 * Unseals what `dossierReads` answered.
 *
 * @param access As it was given to `dossierReads`.
 * @throws `UNREADABLE` when something in it was changed outside the application.
 */
export function readDossier(opening: Opening, rows: DossierRows, access: Access): DossierView {
  const [dossier] = rows.dossiers
  if (!dossier) throw new AppError('NOT_FOUND')
  const actors = new Actors(rows.members, rows.relations)
  const client = readClient(rows)
  return {
    id: dossier.id,
    reference: dossier.reference,
    startedAt: dossier.started_at,
    ...(dossier.expires_on && { expiresOn: dossier.expires_on }),
    ...(client && { client }),
    profile: readProfile(opening, rows),
    valueSources: readValueSources(opening, rows),
    switched: readSwitched(opening, rows.switched, actors),
    service: readService({ kind: dossier.kind, known: knowsState(access) }, rows, actors),
    notices: readNotices(rows, actors),
    consults: readConsults(opening, rows, actors),
    notes: readNotes(opening, rows, actors),
    documents: readDocuments(opening, rows, actors),
    progress: readProgress(rows.progress),
    consents: endWithAbsence(readConsents(opening, rows), rows),
    disclosures: readDisclosures(rows, actors),
    deliveries: readDeliveries(rows.deliveries),
    demands: readDemands(rows),
    relations: readRelations(rows, actors),
    others: rows.others.map(({ id, kind, reference, started_at: startedAt }) => ({
      id,
      kind,
      reference,
      startedAt,
    })),
  }
}

/** The card; undefined when the statement does not give the name. */
function readClient({ clients: [row] }: DossierRows): Person | undefined {
  if (row?.family_name === undefined) return undefined
  return {
    familyName: row.family_name,
    ...(row.given_name && { givenName: row.given_name }),
    ...(row.initials && { initials: row.initials }),
    ...(row.prefix && { prefix: row.prefix }),
    ...(row.email && { email: row.email }),
    ...(row.phone && { phone: row.phone }),
  }
}

function readProfile(opening: Opening, { profiles: [row] }: DossierRows): Profile {
  if (!row) return {}
  return {
    ...(row.born_on && { bornOn: row.born_on }),
    ...(row.street && { street: row.street }),
    ...(row.house_number && { houseNumber: row.house_number }),
    ...(row.house_number_addition && { houseNumberAddition: row.house_number_addition }),
    ...(row.postcode && { postcode: row.postcode }),
    ...(row.city && { city: row.city }),
    ...(row.education && { education: opening.unseal('profiles.education', row.education) }),
    ...(row.career && { career: opening.unseal('profiles.career', row.career) }),
  }
}
