import type { Text } from '#kernel/language.ts'
import {
  ColumnWords,
  type FieldWords,
  PERSON_FIELDS,
  type PersonTarget,
  SPLIT_TARGETS,
} from '#modules/lists/index.ts'

/** What a row tells of a registration, with its words in a report. */
const TRAINING_FIELDS = {
  personReference: { nl: 'nummer van de persoon', en: 'number of the person' },
  birthPlace: { nl: 'geboorteplaats', en: 'place of birth' },
  programme: { nl: 'opleiding', en: 'programme' },
  institution: { nl: 'zorginstelling', en: 'care institution' },
  institute: { nl: 'opleidingsinstituut', en: 'training institute' },
  startedOn: { nl: 'startdatum', en: 'start date' },
  plannedEndOn: { nl: 'geplande einddatum', en: 'planned end date' },
  endedOn: { nl: 'eerder gestopt op', en: 'left early on' },
  completedOn: { nl: 'diplomadatum', en: 'date of the diploma' },
  diplomaNumber: { nl: 'diplomanummer', en: 'diploma number' },
} as const satisfies Record<string, Text>

/** What a column of a register can be used for. */
export type RegisterTarget = PersonTarget | keyof typeof TRAINING_FIELDS

/** The same in words, for a choice and for reports. */
export const REGISTER_TARGETS: FieldWords & Readonly<Record<RegisterTarget, Text>> = {
  ...PERSON_FIELDS,
  ...SPLIT_TARGETS,
  ...TRAINING_FIELDS,
}

/** Tells whether a word, typed by a user, is something a column can be used for. */
export function isRegisterTarget(word: string): word is RegisterTarget {
  return Object.hasOwn(REGISTER_TARGETS, word)
}

/** How registers head their columns. */
export const REGISTER_COLUMNS: ColumnWords<RegisterTarget> = new ColumnWords<RegisterTarget>(
  {
    personReference: `
      persoonsnummer personnumber persoonsid personid studentnummer studentid studentnr
      registratienummer registrationnumber relatienummer kenmerk id`,
    birthPlace: 'geboorteplaats birthplace placeofbirth geborente',
    programme: `
      opleiding programma opleidingsnaam opleidingscode programme program programmecode course
      studie diplomavan`,
    institution: `
      zorginstelling instelling werkgever employer institution careinstitution naaminstelling
      leerinstelling praktijkinstelling`,
    institute: `
      opleidingsinstituut instituut opleider school institute traininginstitute
      naamopleidingsinstituut`,
    startedOn: `
      startdatum start begindatum datumstart startdate startedon ingangsdatum aanvang
      aanvangsdatum begin startopleiding`,
    plannedEndOn: `
      geplandeeinddatum verwachteeinddatum einddatumgepland plannedend plannedenddate
      expectedend verwachteeind einddatum`,
    endedOn: `
      gestopt gestoptop uitgeschreven uitgeschrevenop uitschrijfdatum leftearly lefton
      datumuitschrijving beeindigdop`,
    completedOn: `
      diplomadatum datumdiploma diplomadate behaaldop afgerondop graduatedon completedon
      afstudeerdatum`,
    diplomaNumber: 'diplomanummer diplomanr diplomanumber nummerdiploma certificaatnummer',
  },
  ['student', 'studente', 'cursist', 'professional'],
)
