import { type RawBuilder, sql } from 'kysely'
import type { Text } from '#kernel/language.ts'
import type { Access } from '#store/access.ts'
import { type WrittenQuery, written } from '#store/query.ts'

/** How far a registration is. */
export type RegistrationState =
  | 'invited'
  | 'submitted'
  | 'rejected'
  | 'enrolled'
  | 'interrupted'
  | 'graduated'
  | 'ended'

export const REGISTRATION_STATES: readonly RegistrationState[] = [
  'invited',
  'submitted',
  'rejected',
  'enrolled',
  'interrupted',
  'graduated',
  'ended',
]

/** A registration as lists show it. */
export interface RegistrationLine {
  readonly dossierId: string
  readonly reference: string
  readonly givenNames: string | null
  readonly prefix: string | null
  readonly familyName: string | null
  /** How the institution named who did not enter a name yet. */
  readonly announcedName: string | null
  readonly programmeId: string
  readonly programmeNl: string
  readonly programmeEn: string
  readonly institutionId: string
  readonly institution: string | null
  readonly instituteId: string
  readonly institute: string | null
  readonly startsOn: string
  readonly plannedEndOn: string
  readonly state: RegistrationState
  readonly stateSince: Date
  readonly submissionId: string | null
  readonly about: 'enrolment' | 'diploma' | null
  readonly submittedAt: Date | null
}

/** Where a page of a list goes on: after this line. */
export interface Place {
  readonly startsOn: string
  readonly dossierId: string
}

/** Lines on a page of registrations. */
export const REGISTRATIONS_PAGE = 50

/** As which of the two an institution stands in a registration. */
export type Side = 'institution' | 'institute'

/** The own institution whose registrations are listed: the first by name when none is given. */
export interface Own {
  readonly side: Side
  readonly partyId?: string | undefined
}

const SIDES = { institution: 'institution_id', institute: 'institute_id' } as const

const WAITS = {
  institution: 'g.waits_institution_since',
  institute: 'g.waits_institute_since',
} as const

export interface ListAsked {
  readonly state?: RegistrationState | undefined
  /** The beginning of a family name, or a whole number of a registration. */
  readonly search?: string | undefined
  readonly after?: Place | undefined
  /** Lines, one more than a page when left out: so that it shows whether there are more. */
  readonly limit?: number
}

/**
 * Registrations by their start, the latest first. For an institution those of its own party, by the
 * index of that party.
 *
 * @param access Of the activity in which they are listed.
 */
export function listRegistrations(
  access: Access,
  asked: ListAsked & { readonly of?: Own },
): WrittenQuery<RegistrationLine> {
  const { state, search = '', after, of, limit = REGISTRATIONS_PAGE + 1 } = asked
  return written(sql<RegistrationLine>`${selectLines(access)}
    where ${of ? ofOwnParty(of) : sql`true`}
      and ${state ? sql`g.state = ${state}` : sql`true`}
      and ${search === '' ? sql`true` : found(search)}
      and ${
        after
          ? sql`(g.starts_on, g.dossier_id) < (${after.startsOn}::date, ${after.dossierId}::uuid)`
          : sql`true`
      }
    order by g.starts_on desc, g.dossier_id desc limit ${limit}`)
}

/** What is with an institution for verification and was not judged by it, the oldest first. */
export function listToVerify(
  access: Access,
  { limit = REGISTRATIONS_PAGE + 1, ...of }: Own & { readonly limit?: number },
): WrittenQuery<RegistrationLine> {
  const since = sql.ref(WAITS[of.side])
  return written(sql<RegistrationLine>`${selectLines(access)}
    where ${ofOwnParty(of)} and ${since} is not null
    order by ${since}, g.dossier_id limit ${limit}`)
}

/** The programme of the registration that is open. */
export function programmeOfOpened(dossierId: string): WrittenQuery<Text> {
  return written(sql<Text>`
    select p.name_nl as nl, p.name_en as en
    from registrations g join programme_versions v on v.id = g.version_id
    join programmes p on p.id = v.programme_id where g.dossier_id = ${dossierId}::uuid`)
}

/** One's own registrations, the latest first. */
export function listOwnRegistrations(access: Access): WrittenQuery<RegistrationLine> {
  return written(sql<RegistrationLine>`${selectLines(access)}
    order by g.starts_on desc, g.dossier_id desc limit 100`)
}

/** The line of one registration. */
export function findRegistration(
  access: Access,
  dossierId: string,
): WrittenQuery<RegistrationLine> {
  return written(sql<RegistrationLine>`${selectLines(access)} where g.dossier_id = ${dossierId}`)
}

/** The parties that whoever asks acts for, with what each is. */
export interface OwnInstitution {
  readonly partyId: string
  readonly name: string
  readonly sort: 'care' | 'training'
}

export const listOwnInstitutions = written(sql<OwnInstitution>`
  select i.party_id as "partyId", p.name, i.sort
  from institutions i join parties p on p.id = i.party_id
  where i.party_id in (select own_parties()) order by p.name, i.party_id limit 100`)

/** Those of which whoever asks looks after the accounts and accreditations. */
export const listKeptInstitutions = written(sql<OwnInstitution>`
  select i.party_id as "partyId", p.name, i.sort
  from institutions i join parties p on p.id = i.party_id
  where i.party_id in (select kept_parties()) order by p.name, i.party_id limit 100`)

function selectLines(access: Access): RawBuilder<unknown> {
  const names = access.can('parties', 'select', 'name')
  return sql`
    select g.dossier_id as "dossierId", d.reference, r.given_names as "givenNames", r.prefix,
      r.family_name as "familyName", g.announced_name as "announcedName",
      p.id as "programmeId", p.name_nl as "programmeNl", p.name_en as "programmeEn",
      g.institution_id as "institutionId", g.institute_id as "instituteId",
      ${names ? sql`(select i.name from parties i where i.id = g.institution_id)` : sql`null`}
        as institution,
      ${names ? sql`(select i.name from parties i where i.id = g.institute_id)` : sql`null`}
        as institute,
      g.starts_on::text as "startsOn", g.planned_end_on::text as "plannedEndOn", g.state,
      g.state_since as "stateSince", s.id as "submissionId", s.about,
      s.submitted_at as "submittedAt"
    from registrations g
    join dossiers d on d.id = g.dossier_id
    join programme_versions v on v.id = g.version_id
    join programmes p on p.id = v.programme_id
    left join registrants r on r.dossier_id = g.dossier_id
    left join submissions s on s.id = g.open_submission_id`
}

/** One party, so that its index gives the order. Which is the first is as `listOwnInstitutions`. */
function ofOwnParty({ side, partyId }: Own): RawBuilder<boolean> {
  const sort = side === 'institution' ? 'care' : 'training'
  return sql<boolean>`${sql.ref(`g.${SIDES[side]}`)} = (
    select f.party_id from (
      select i.party_id, i.sort from institutions i join parties p on p.id = i.party_id
      where i.party_id in (select own_parties())
        and ${partyId === undefined ? sql`true` : sql`i.party_id = ${partyId}::uuid`}
      order by p.name, i.party_id limit 1) f
    where f.sort = ${sort})`
}

function found(search: string): RawBuilder<boolean> {
  return sql<boolean>`g.dossier_id = any (array(select found_registrations(${search})))`
}
