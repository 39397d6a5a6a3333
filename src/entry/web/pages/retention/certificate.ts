import { sayMonth } from '#kernel/day.ts'
import type { Figure } from '#duties/erasure/list.ts'
import type { Letter } from '#duties/letter/letter.ts'
import { formatNumber } from '#entry/web/words.ts'
import type { Language, Text } from '#kernel/language.ts'
import type { Statement } from '#statement/index.ts'
import { CAUSE_WORDS, kindTitle, partTitle } from './words.ts'

const words = {
  title: { nl: 'Certificaat van vernietiging', en: 'Certificate of destruction' },
  what: {
    nl: 'In {month} is het volgende vernietigd. Dit certificaat noemt geen personen: van wie iets was, is nergens meer bewaard.',
    en: 'In {month} the following was destroyed. This certificate names no persons: whose something was is kept nowhere any more.',
  },
  kind: { nl: 'Soort', en: 'Kind' },
  year: { nl: 'Begonnen in', en: 'Begun in' },
  part: { nl: 'Deel', en: 'Part' },
  cause: { nl: 'Waarom', en: 'Why' },
  amount: { nl: 'Aantal', en: 'Number' },
  how: { nl: 'Hoe', en: 'How' },
  key: {
    nl: 'Elk dossier staat eerst in een register dat buiten de reservekopieën ligt.',
    en: 'Each dossier is first entered in a register that is kept outside the backups.',
  },
  rows: {
    nl: 'Daarna is de sleutel vernietigd waarmee de inhoud was versleuteld. Geen kopie ervan is nog te lezen, ook niet in reservekopieën.',
    en: 'Then the key that encrypted the contents was destroyed. No copy of them can be read any more, nor in backups.',
  },
  reread: {
    nl: 'Daarna zijn alle gegevens verwijderd, en is overal nagelezen of er iets was achtergebleven. Pas toen telde het als vernietigd.',
    en: 'Then all data were deleted, and everything was read over to see whether anything was left. Only then it counted as destroyed.',
  },
  hand: {
    nl: 'Papier is met de hand vernietigd; wie dat deed, heeft dat vastgelegd.',
    en: 'Paper was destroyed by hand; whoever did so recorded it.',
  },
  proof: { nl: 'Kenmerken', en: 'Marks' },
  digest: {
    nl: 'Per regel een kenmerk (SHA-256) van de nummers van deze verwijderingen. Daarmee is dit certificaat met het register te vergelijken.',
    en: 'For each line a mark (SHA-256) of the numbers of these erasures. With it this certificate can be compared with the register.',
  },
} satisfies Record<string, Text>

export interface CertificateData {
  readonly statement: Statement
  /** `2026-10`. */
  readonly month: string
  readonly figures: readonly Figure[]
  /** ISO date. */
  readonly today: string
}

/** What was destroyed in a month, as a letter without anybody's data. */
export function certificateLetter(
  { statement, month, figures, today }: CertificateData,
  language: Language,
): Letter {
  const { controller, contacts, version } = statement.declarations
  const say = (text: Text): string => text[language]
  return {
    language,
    title: say(words.title),
    sender: {
      name: controller.name,
      lines: [controller.address ?? '', contacts.officer?.email ?? ''].filter((l) => l !== ''),
    },
    writtenOn: today,
    reference: `${month} v${version}`,
    blocks: [
      { kind: 'paragraph', text: say(words.what).replace('{month}', sayMonth(month, language)) },
      {
        kind: 'table',
        head: [words.kind, words.year, words.part, words.cause, words.amount].map(say),
        rows: figures.map((figure) => [
          kindTitle(figure.kind, language),
          String(figure.year),
          partTitle(figure.part, language),
          CAUSE_WORDS[figure.cause]?.[language] ?? figure.cause,
          formatNumber(figure.amount, language),
        ]),
        widths: [6, 4, 6, 7, 3],
      },
      { kind: 'heading', text: say(words.how), level: 2 },
      { kind: 'list', items: [words.key, words.rows, words.reread, words.hand].map(say) },
      { kind: 'heading', text: say(words.proof), level: 2 },
      { kind: 'paragraph', text: say(words.digest) },
      { kind: 'list', items: figures.map(({ digest }) => digest) },
    ],
  }
}
