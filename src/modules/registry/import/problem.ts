import type { Language } from '#kernel/language.ts'
import { describeProblem, type OwnProblem, type Problem } from '#modules/lists/index.ts'
import { REGISTER_TARGETS } from './field.ts'

/** One problem as a line: `regel 12, kolom C (diplomadatum), fout: …` */
export function describeRegisterProblem(problem: Problem, language: Language): string {
  return describeProblem(problem, REGISTER_TARGETS, language)
}

/** What can be wrong in the list of a register alone. */
export const REGISTER_PROBLEMS = {
  birthMissing: {
    code: 'BIRTH_MISSING',
    nl: 'De geboortedatum ontbreekt.',
    en: 'The birth date is missing.',
  },
  givenNameMissing: {
    code: 'GIVEN_NAME_MISSING',
    nl: 'De voornaam ontbreekt, en er zijn geen voorletters.',
    en: 'The given name is missing, and there are no initials.',
  },
  startMissing: {
    code: 'START_MISSING',
    nl: 'De startdatum ontbreekt.',
    en: 'The start date is missing.',
  },
  programmeMissing: {
    code: 'PROGRAMME_MISSING',
    nl: 'De opleiding ontbreekt.',
    en: 'The programme is missing.',
  },
  programmeUnknown: {
    code: 'PROGRAMME_UNKNOWN',
    nl: 'Deze opleiding staat niet in het register. Voeg de opleiding eerst toe.',
    en: 'This programme is not in the register. Add the programme first.',
  },
  institutionMissing: {
    code: 'INSTITUTION_MISSING',
    nl: 'De zorginstelling ontbreekt.',
    en: 'The care institution is missing.',
  },
  institutionUnknown: {
    code: 'INSTITUTION_UNKNOWN',
    nl: 'Deze zorginstelling staat niet in het register. Voeg haar eerst toe.',
    en: 'This care institution is not in the register. Add it first.',
  },
  instituteMissing: {
    code: 'INSTITUTE_MISSING',
    nl: 'Het opleidingsinstituut ontbreekt.',
    en: 'The training institute is missing.',
  },
  instituteUnknown: {
    code: 'INSTITUTE_UNKNOWN',
    nl: 'Dit opleidingsinstituut staat niet in het register. Voeg het eerst toe.',
    en: 'This training institute is not in the register. Add it first.',
  },
  dayInFuture: {
    code: 'DAY_IN_FUTURE',
    nl: 'Deze datum ligt in de toekomst.',
    en: 'This date lies in the future.',
  },
  endBeforeStart: {
    code: 'END_BEFORE_START',
    nl: 'Deze datum ligt niet na de startdatum.',
    en: 'This date does not lie after the start date.',
  },
  numberWithoutDay: {
    code: 'DIPLOMA_WITHOUT_DAY',
    nl: 'Er is een diplomanummer, maar geen diplomadatum.',
    en: 'There is a diploma number, but no date of the diploma.',
  },
  numberOfOurs: {
    code: 'DIPLOMA_NUMBER_OF_OURS',
    nl: 'Nummers van negen cijfers geeft het register zelf uit. Zet er een letter of streepje bij.',
    en: 'Numbers of nine digits are issued by the register itself. Add a letter or a hyphen.',
  },
  numberUnfit: {
    code: 'DIPLOMA_NUMBER_UNFIT',
    nl: 'Een diplomanummer heeft 3 tot 30 tekens.',
    en: 'A diploma number has 3 to 30 characters.',
  },
  numberTaken: {
    code: 'DIPLOMA_NUMBER_TAKEN',
    nl: 'Dit diplomanummer is al van een ander diploma.',
    en: 'This diploma number belongs to another diploma already.',
  },
} as const satisfies Record<string, OwnProblem>
