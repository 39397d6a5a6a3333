import type { Place } from '#duties/rights/rectification.ts'
import type { Text } from '#kernel/language.ts'

/** A value that can be put right from a form, by the name it has there. */
interface Rectifiable {
  readonly says: Text
  readonly table: string
  readonly column: string
  readonly sealed?: true
}

function field(nl: string, en: string, place: string, sealed?: true): Rectifiable {
  const [table = '', column = ''] = place.split('.')
  return { says: { nl, en }, table, column, ...(sealed && { sealed }) }
}

/** What stands once in a dossier, by table and column. */
export const RECTIFIABLE: readonly Rectifiable[] = [
  field('Voornaam', 'Given name', 'clients.given_name'),
  field('Initialen', 'Initials', 'clients.initials'),
  field('Tussenvoegsel', 'Prefix', 'clients.prefix'),
  field('Achternaam', 'Family name', 'clients.family_name'),
  field('E-mailadres', 'E-mail address', 'clients.email'),
  field('Telefoonnummer', 'Phone number', 'clients.phone'),
  field('Geboortedatum (jjjj-mm-dd)', 'Date of birth (yyyy-mm-dd)', 'profiles.born_on'),
  field('Straat', 'Street', 'profiles.street'),
  field('Huisnummer', 'House number', 'profiles.house_number'),
  field('Toevoeging', 'Addition', 'profiles.house_number_addition'),
  field('Postcode', 'Postcode', 'profiles.postcode'),
  field('Plaats', 'City', 'profiles.city'),
  field('Opleiding', 'Education', 'profiles.education', true),
  field('Loopbaan', 'Career', 'profiles.career', true),
]

/** The place of a field, or of a note by its id; undefined for what no form offers. */
export function placeOf(name: string, dossierId: string): Place | undefined {
  const note = /^notes\.body:([0-9a-f-]{36})$/.exec(name)?.[1]
  if (note !== undefined) {
    const key = { column: 'id', value: note }
    return { table: 'notes', column: 'body', key, sealed: true }
  }
  const known = RECTIFIABLE.find(({ table, column }) => `${table}.${column}` === name)
  if (!known) return undefined
  const { table, column, sealed = false } = known
  return { table, column, key: { column: 'dossier_id', value: dossierId }, sealed }
}
