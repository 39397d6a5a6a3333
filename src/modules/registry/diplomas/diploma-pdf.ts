import { sayDay } from '#kernel/day.ts'
import { join } from 'node:path'
import QRCode from 'qrcode'
import type { LetterPress } from '#duties/letter/press.ts'
import type { Language, Text } from '#kernel/language.ts'
import { PROJECT } from '#kernel/project.ts'
import { groupedNumber } from './number.ts'

const TEMPLATE = join(PROJECT, 'src/modules/registry/diplomas/diploma.typ')

/** What is printed on a diploma. */
export interface DiplomaSheet {
  readonly language: Language
  readonly number: string
  /** ISO date. */
  readonly issuedOn: string
  readonly issuer: string
  readonly holder: string
  /** ISO date. */
  readonly bornOn: string | null
  readonly programme: string
  readonly version: string
  /** Page on which anybody checks the number. */
  readonly checkAt: string
  /** The same diploma as a credential, which comes along inside the file. */
  readonly credential: string
}

/**
 * A diploma on paper: tagged, for the archive (PDF/A-3a), with the credential inside.
 *
 * @throws `LETTER_FAILED`
 */
export async function drawDiploma(press: LetterPress, sheet: DiplomaSheet): Promise<Buffer> {
  const { language, number, issuedOn, bornOn, checkAt } = sheet
  const say = ({ [language]: said }: Text, facts: Readonly<Record<string, string>> = {}) =>
    said.replaceAll(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '')
  const [year, month, day] = issuedOn.split('-').map(Number)
  const input = JSON.stringify({
    language,
    title: say(WORDS.title, { number: groupedNumber(number) }),
    heading: say(WORDS.heading),
    issued: { year, month, day },
    issuer: sheet.issuer,
    given: say(WORDS.given),
    holder: sheet.holder,
    born: bornOn === null ? null : say(WORDS.born, { day: sayDay(bornOn, language) }),
    passed: say(WORDS.passed),
    programme: sheet.programme,
    version: say(WORDS.version, { version: sheet.version }),
    facts: [
      [say(WORDS.issuedOn), sayDay(issuedOn, language)],
      [say(WORDS.number), groupedNumber(number)],
    ],
    how: say(WORDS.how, { address: checkAt }),
    code: await QRCode.toString(checkAt, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }),
    codeAbout: say(WORDS.code, { address: checkAt }),
    file: { name: `diploma-${number}.json`, text: sheet.credential, about: say(WORDS.file) },
  })
  return press.draw({ template: TEMPLATE, input, standard: 'a-3a' })
}

const WORDS = {
  title: { nl: 'Diploma {number}', en: 'Diploma {number}' },
  heading: { nl: 'Diploma', en: 'Diploma' },
  given: { nl: 'Dit diploma is van', en: 'This diploma belongs to' },
  born: { nl: 'geboren op {day}', en: 'born on {day}' },
  passed: {
    nl: 'en laat zien dat deze opleiding met goed gevolg is afgerond:',
    en: 'and shows that this training was completed successfully:',
  },
  version: {
    nl: 'volgens versie {version} van de eisen',
    en: 'by version {version} of the requirements',
  },
  issuedOn: { nl: 'Uitgegeven op', en: 'Issued on' },
  number: { nl: 'Nummer', en: 'Number' },
  how: {
    nl: 'Of dit diploma geldig is, ziet iedereen op {address}. Daar controleert u ook of dit bestand onveranderd is.',
    en: 'Anybody sees at {address} whether this diploma is valid. There you also check that this file was not changed.',
  },
  code: { nl: 'QR-code naar {address}', en: 'QR code to {address}' },
  file: {
    nl: 'Dit diploma voor een computer (Open Badges 3.0).',
    en: 'This diploma for a computer (Open Badges 3.0).',
  },
} as const satisfies Readonly<Record<string, Text>>
