import type { Language, Text } from '#kernel/language.ts'
import type { DiplomaLine } from '#modules/registry/index.ts'

/** Words that pages about diplomas share. */
export const DIPLOMA = {
  diploma: { nl: 'Diploma', en: 'Diploma' },
  diplomas: { nl: 'Diploma’s', en: 'Diplomas' },
  number: { nl: 'Nummer', en: 'Number' },
  programme: { nl: 'Opleiding', en: 'Programme' },
  version: { nl: 'Versie van de eisen', en: 'Version of the requirements' },
  issuedOn: { nl: 'Uitgegeven op', en: 'Issued on' },
  holder: { nl: 'Houder', en: 'Holder' },
  state: { nl: 'Stand', en: 'State' },
  valid: { nl: 'Geldig', en: 'Valid' },
  revoked: { nl: 'Ingetrokken', en: 'Revoked' },
  revokedOn: { nl: 'Ingetrokken op', en: 'Revoked on' },
  reason: { nl: 'Reden', en: 'Reason' },
  verified: { nl: 'Gecontroleerd door', en: 'Verified by' },
} satisfies Record<string, Text>

/** Why a diploma was revoked, by its word in the database. */
export const REASONS: Readonly<Record<string, Text>> = {
  replaced: { nl: 'vervangen door een nieuw diploma', en: 'replaced by a new diploma' },
  mistaken: { nl: 'ten onrechte uitgegeven', en: 'issued by mistake' },
  withdrawn: { nl: 'teruggenomen', en: 'taken back' },
}

/** The name of the programme in the language of the page. */
export function programmeOf(
  { programmeNl, programmeEn }: Pick<DiplomaLine, 'programmeNl' | 'programmeEn'>,
  language: Language,
): string {
  return language === 'nl' ? programmeNl : programmeEn
}
