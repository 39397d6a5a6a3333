import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import type { Language, Text } from '#kernel/language.ts'
import type { Agreement } from './agreement.ts'
import type { RegisterEntry } from './register.ts'
import type { RegisterRemark } from './remark.ts'

const words = {
  activities: { nl: 'Verwerkingen', en: 'Processing' },
  agreements: { nl: 'Overeenkomsten', en: 'Agreements' },
  id: { nl: 'Nummer', en: 'Number' },
  activity: { nl: 'Verwerking', en: 'Processing' },
  purpose: { nl: 'Doel', en: 'Purpose' },
  basis: { nl: 'Grondslag', en: 'Lawful basis' },
  ground: { nl: 'Wet of belang', en: 'Law or interest' },
  subjects: { nl: 'Betrokkenen', en: 'Data subjects' },
  categories: { nl: 'Soorten gegevens', en: 'Kinds of data' },
  special: { nl: 'Bijzondere gegevens', en: 'Special data' },
  by: { nl: 'Door wie', en: 'By whom' },
  recipients: { nl: 'Ontvangers', en: 'Recipients' },
  countries: { nl: 'Landen en waarborgen', en: 'Countries and safeguards' },
  kept: { nl: 'Bewaartermijn', en: 'Retention' },
  measures: { nl: 'Beveiliging', en: 'Security' },
  remark: { nl: 'Opmerking', en: 'Remark' },
  recipient: { nl: 'Ontvanger', en: 'Recipient' },
  title: { nl: 'Overeenkomst', en: 'Agreement' },
  startsOn: { nl: 'Vanaf', en: 'From' },
  endsOn: { nl: 'Tot en met', en: 'Until' },
  country: { nl: 'Land', en: 'Country' },
  safeguard: { nl: 'Waarborg', en: 'Safeguard' },
  subProcessors: { nl: 'Subverwerkers', en: 'Sub-processors' },
} satisfies Record<string, Text>

/** What a register holds when it leaves. */
export interface RegisterContents {
  readonly entries: readonly RegisterEntry[]
  readonly remarks: readonly RegisterRemark[]
  readonly agreements: readonly Agreement[]
}

/** The register as a workbook (XLSX), a sheet of processing and one of agreements. */
export function writeWorkbook(contents: RegisterContents, language: Language): Promise<Buffer> {
  const { entries, remarks, agreements } = contents
  const said = new Map(remarks.map(({ activity, remark }) => [activity, remark]))
  return writeXlsxFile([
    {
      data: sheet(
        ENTRY_HEADS.map((head) => head[language]),
        entries.map((entry) => entryCells(entry, said.get(entry.activity) ?? '')),
      ),
      sheet: words.activities[language],
      columns: ENTRY_WIDTHS.map((width) => ({ width })),
      stickyRowsCount: 1,
    },
    {
      data: sheet(
        AGREEMENT_HEADS.map((head) => head[language]),
        agreements.map(agreementCells),
      ),
      sheet: words.agreements[language],
      columns: AGREEMENT_HEADS.map(() => ({ width: 24 })),
      stickyRowsCount: 1,
    },
  ]).toBuffer()
}

const ENTRY_HEADS = [
  words.id,
  words.activity,
  words.purpose,
  words.basis,
  words.ground,
  words.subjects,
  words.categories,
  words.special,
  words.by,
  words.recipients,
  words.countries,
  words.kept,
  words.measures,
  words.remark,
]
const ENTRY_WIDTHS = [18, 26, 40, 26, 36, 24, 50, 36, 30, 30, 30, 50, 50, 40]

/** The cells of an entry, in the order of the heads. */
function entryCells(entry: RegisterEntry, remark: string): string[] {
  return [
    entry.id,
    entry.title,
    entry.purpose,
    entry.basis,
    entry.ground ?? '',
    entry.subjects.join('\n'),
    entry.categories.map(({ says }) => says).join('\n'),
    entry.special.join('\n'),
    entry.by.join('\n'),
    entry.recipients.map(({ name }) => name).join('\n'),
    [
      ...new Set(
        entry.recipients.map(({ country, safeguard }) =>
          [country, safeguard].filter(Boolean).join(': '),
        ),
      ),
    ].join('\n'),
    [...new Set(entry.categories.flatMap(({ kept }) => kept ?? []))].join('\n'),
    entry.measures.join('\n'),
    remark,
  ]
}

const AGREEMENT_HEADS = [
  words.recipient,
  words.title,
  words.startsOn,
  words.endsOn,
  words.country,
  words.safeguard,
  words.subProcessors,
  words.remark,
]

function agreementCells(agreement: Agreement): string[] {
  return [
    agreement.recipient,
    agreement.title,
    agreement.startsOn,
    agreement.endsOn ?? '',
    agreement.country ?? '',
    agreement.safeguard,
    agreement.subProcessors,
    agreement.remark,
  ]
}

/** Cells are texts: what begins with an equals sign stays one and is no formula. */
function sheet(heads: readonly string[], rows: readonly (readonly string[])[]): SheetData {
  return [
    heads.map((value) => ({ value, fontWeight: 'bold' as const, type: String })),
    ...rows.map((cells) =>
      cells.map((value) => ({ value, type: String, wrap: true, alignVertical: 'top' as const })),
    ),
  ]
}
