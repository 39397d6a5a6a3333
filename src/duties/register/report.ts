import type { Letter } from '#duties/letter/letter.ts'
import type { Language, Text } from '#kernel/language.ts'
import type { RegisterContents } from './workbook.ts'

const words = {
  title: { nl: 'Register van verwerkingen', en: 'Register of processing' },
  lead: {
    nl: 'Dit register volgt uit de privacyverklaring, versie {version}. De software kan niets anders dan wat hierin staat.',
    en: 'This register follows from the privacy statement, version {version}. The software can do nothing but what stands in it.',
  },
  purpose: { nl: 'Doel: ', en: 'Purpose: ' },
  basis: { nl: 'Grondslag: ', en: 'Lawful basis: ' },
  subjects: { nl: 'Over wie: ', en: 'About whom: ' },
  by: { nl: 'Door wie: ', en: 'By whom: ' },
  recipients: { nl: 'Ontvangers: ', en: 'Recipients: ' },
  special: { nl: 'Bijzondere gegevens: ', en: 'Special data: ' },
  measures: { nl: 'Beveiliging: ', en: 'Security: ' },
  remark: { nl: 'Opmerking: ', en: 'Remark: ' },
  category: { nl: 'Soort gegevens', en: 'Kind of data' },
  kept: { nl: 'Hoe lang', en: 'How long' },
  none: { nl: 'geen', en: 'none' },
  agreements: { nl: 'Overeenkomsten met ontvangers', en: 'Agreements with recipients' },
  agreement: { nl: 'Overeenkomst', en: 'Agreement' },
  recipient: { nl: 'Ontvanger', en: 'Recipient' },
  startsOn: { nl: 'Vanaf', en: 'From' },
  endsOn: { nl: 'Tot en met', en: 'Until' },
  country: { nl: 'Land', en: 'Country' },
} satisfies Record<string, Text>

/** The register of processing on paper. */
export function registerReport(
  contents: RegisterContents,
  facts: {
    readonly language: Language
    readonly controller: string
    readonly version: number
    readonly writtenOn: string
  },
): Letter {
  const { language, controller, version, writtenOn } = facts
  const say = (text: Text) => text[language]
  const list = (items: readonly string[]) => items.join('; ') || say(words.none)
  const remarks = new Map(contents.remarks.map(({ activity, remark }) => [activity, remark]))
  return {
    language,
    title: say(words.title),
    sender: { name: controller, lines: [] },
    writtenOn,
    blocks: [
      { kind: 'paragraph', text: say(words.lead).replace('{version}', String(version)) },
      ...contents.entries.flatMap((entry) => [
        { kind: 'heading' as const, text: `${entry.title} (${entry.id})`, level: 2 as const },
        {
          kind: 'list' as const,
          items: [
            say(words.purpose) + entry.purpose,
            say(words.basis) + [entry.basis, entry.ground].filter(Boolean).join(' – '),
            say(words.subjects) + list(entry.subjects),
            say(words.by) + list(entry.by),
            say(words.recipients) + list(entry.recipients.map(({ name }) => name)),
            ...(entry.special.length > 0 ? [say(words.special) + list(entry.special)] : []),
            say(words.measures) + list(entry.measures),
            ...(remarks.get(entry.activity)
              ? [say(words.remark) + remarks.get(entry.activity)]
              : []),
          ],
        },
        {
          kind: 'table' as const,
          head: [say(words.category), say(words.kept)],
          rows: entry.categories.map(({ says, kept }) => [says, kept ?? '–']),
          widths: [1, 1],
        },
      ]),
      ...agreementBlocks(contents, language),
    ],
  }
}

function agreementBlocks(
  { agreements }: RegisterContents,
  language: Language,
): Letter['blocks'][number][] {
  if (agreements.length === 0) return []
  const heads = [words.recipient, words.agreement, words.startsOn, words.endsOn, words.country]
  return [
    { kind: 'heading', text: words.agreements[language], level: 2 },
    {
      kind: 'table',
      head: heads.map((head) => head[language]),
      rows: agreements.map(({ recipient, title, startsOn, endsOn, country }) => [
        recipient,
        title,
        startsOn,
        endsOn ?? '–',
        country ?? '–',
      ]),
    },
  ]
}
