import { sayShortDay } from '#kernel/day.ts'
import type { Letter, LetterBlock } from '#duties/letter/letter.ts'
import type { Language, Text } from '#kernel/language.ts'
import type { DossierTime } from './dossier-time.ts'
import { sayMinutes } from './minutes.ts'
import { TIME_KINDS } from './words.ts'

const words = {
  title: { nl: 'Tijdregistratie', en: 'Time registration' },
  of: { nl: 'Cliënt: {name}', en: 'Client: {name}' },
  service: { nl: 'Dienst: {service}', en: 'Service: {service}' },
  day: { nl: 'Dag', en: 'Day' },
  kind: { nl: 'Soort werk', en: 'Kind of work' },
  by: { nl: 'Door', en: 'By' },
  time: { nl: 'Tijd', en: 'Time' },
  remark: { nl: 'Opmerking', en: 'Remark' },
  total: {
    nl: 'Totaal {total} uur, waarvan {billable} uur voor de factuur.',
    en: 'Total {total} hours, of which {billable} hours for the invoice.',
  },
  none: { nl: 'Er is nog niets vastgelegd.', en: 'Nothing was recorded yet.' },
  mails: { nl: 'E-mails', en: 'Emails' },
  subject: { nl: 'Onderwerp', en: 'Subject' },
  between: { nl: 'Van', en: 'From' },
  noMails: { nl: 'Er zijn geen e-mails opgeborgen.', en: 'No emails were filed.' },
} satisfies Record<string, Text>

/** What the form on paper is made of. */
export interface TimeForm {
  readonly language: Language
  readonly sender: Letter['sender']
  /** ISO date. */
  readonly writtenOn: string
  readonly client: string
  readonly service: string
  readonly reference: string
  readonly time: DossierTime
  readonly mails: readonly TimeFormMail[]
}

export interface TimeFormMail {
  /** ISO date. */
  readonly day: string
  readonly from: string
  readonly subject: string
}

/** The time registration of one client on paper: consults, other work and mails, with totals. */
export function timeForm(form: TimeForm): Letter {
  const { client, language, reference, sender, service, writtenOn } = form
  const fill = (text: Text, places: Readonly<Record<string, string>>): string =>
    Object.entries(places).reduce(
      (said, [name, value]) => said.replace(`{${name}}`, () => value),
      text[language],
    )
  return {
    language,
    title: words.title[language],
    sender,
    writtenOn,
    reference,
    blocks: [
      {
        kind: 'paragraph',
        text: `${fill(words.of, { name: client })}\n${fill(words.service, { service })}`,
      },
      ...entryBlocks(form),
      {
        kind: 'paragraph',
        text: fill(words.total, {
          total: sayMinutes(form.time.minutes),
          billable: sayMinutes(form.time.billableMinutes),
        }),
      },
      { kind: 'heading', text: words.mails[language] },
      ...mailBlocks(form),
    ],
  }
}

function entryBlocks({ language, time }: TimeForm): LetterBlock[] {
  if (time.entries.length === 0) return [{ kind: 'paragraph', text: words.none[language] }]
  return [
    {
      kind: 'table',
      head: [words.day, words.kind, words.by, words.time, words.remark].map((at) => at[language]),
      widths: [2, 3, 3, 1.3, 4],
      rows: time.entries
        .toReversed()
        .map(({ by, day, kind, minutes, remark = '' }) => [
          sayShortDay(day, language),
          TIME_KINDS[kind][language],
          by.name ?? '',
          sayMinutes(minutes),
          remark,
        ]),
    },
  ]
}

function mailBlocks({ language, mails }: TimeForm): LetterBlock[] {
  if (mails.length === 0) return [{ kind: 'paragraph', text: words.noMails[language] }]
  return [
    {
      kind: 'table',
      head: [words.day, words.between, words.subject].map((at) => at[language]),
      widths: [2, 4, 6],
      rows: mails.map(({ day, from, subject }) => [sayShortDay(day, language), from, subject]),
    },
  ]
}
