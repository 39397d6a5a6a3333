import { sayDay } from '#kernel/day.ts'
import type { Letter, LetterBlock } from '#duties/letter/letter.ts'
import type { Text } from '#kernel/language.ts'
import type { Complaint, ComplaintOutcome } from './complaint.ts'

/** Who writes: the controller, as the statement names it. */
export interface Sender {
  readonly name: string
  readonly address?: string | undefined
}

/** Where somebody can turn when they do not agree: the Dutch authority, by post and on the web. */
export const RECOURSE: Text = {
  nl: 'Bent u het hier niet mee eens? Dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens, Postbus 93374, 2509 AJ Den Haag, autoriteitpersoonsgegevens.nl. U kunt ook naar de rechter.',
  en: 'If you do not agree, you can lodge a complaint with the Dutch Data Protection Authority (Autoriteit Persoonsgegevens), P.O. Box 93374, 2509 AJ The Hague, autoriteitpersoonsgegevens.nl. You can also go to court.',
}

const words = {
  arrival: { nl: 'Ontvangst van uw klacht', en: 'Receipt of your complaint' },
  outcome: { nl: 'Uitkomst van uw klacht', en: 'Outcome of your complaint' },
  dear: { nl: 'Beste {name},', en: 'Dear {name},' },
  received: {
    nl: 'Op {day} ontvingen wij uw klacht over “{subject}”. Wij behandelen haar onder nummer {number}.',
    en: 'On {day} we received your complaint about “{subject}”. We deal with it under number {number}.',
  },
  term: {
    nl: 'U hoort uiterlijk op {day} van ons wat de uitkomst is. Wij horen u en de andere kant voordat wij iets besluiten. Over wie de klacht gaat, behandelt haar niet en krijgt haar niet te zien.',
    en: 'You will hear the outcome from us by {day}. We hear you and the other side before we decide anything. Whoever it is about does not handle it and does not get to see it.',
  },
  decided: {
    nl: 'Op {day} ontvingen wij uw klacht over “{subject}”. Wij hebben u en de andere kant gehoord, en daarna besloten.',
    en: 'On {day} we received your complaint about “{subject}”. We heard you and the other side, and then decided.',
  },
  result: { nl: 'Uitkomst', en: 'Outcome' },
  reasons: { nl: 'Waarom', en: 'Why' },
  measures: { nl: 'Wat wij doen', en: 'What we do' },
  recourse: { nl: 'Als u het er niet mee eens bent', en: 'If you do not agree' },
  closing: { nl: 'Met vriendelijke groet,', en: 'Yours sincerely,' },
} satisfies Record<string, Text>

const RESULTS: Readonly<Record<ComplaintOutcome, Text>> = {
  founded: { nl: 'Uw klacht is gegrond.', en: 'Your complaint is well-founded.' },
  'partly-founded': {
    nl: 'Uw klacht is deels gegrond.',
    en: 'Your complaint is partly well-founded.',
  },
  unfounded: { nl: 'Uw klacht is ongegrond.', en: 'Your complaint is unfounded.' },
  settled: { nl: 'Wij zijn er samen uitgekomen.', en: 'We settled it together.' },
  inadmissible: {
    nl: 'Wij nemen uw klacht niet in behandeling.',
    en: 'We do not take up your complaint.',
  },
  withdrawn: { nl: 'U trok uw klacht in.', en: 'You withdrew your complaint.' },
}

/** The letter that says that a complaint arrived and by when there is an outcome. */
export function arrivalLetter(complaint: Complaint, sender: Sender, writtenOn: string): Letter {
  return letter(complaint, sender, {
    title: words.arrival,
    writtenOn,
    blocks: [
      paragraph(complaint, words.received),
      {
        kind: 'paragraph',
        text: fill(complaint, words.term).replace(
          '{day}',
          sayDay(complaint.dueOn, complaint.language),
        ),
      },
      { kind: 'paragraph', text: RECOURSE[complaint.language] },
    ],
  })
}

/**
 * The letter with the outcome, its reasons and where to turn next. For a complaint without outcome
 * it leaves the outcome out.
 */
export function outcomeLetter(complaint: Complaint, sender: Sender, writtenOn: string): Letter {
  const { language, outcome, reasons, measures } = complaint
  const heading = (text: Text): LetterBlock => ({ kind: 'heading', text: text[language], level: 2 })
  return letter(complaint, sender, {
    title: words.outcome,
    writtenOn,
    blocks: [
      paragraph(complaint, words.decided),
      ...(outcome
        ? [heading(words.result), { kind: 'paragraph' as const, text: RESULTS[outcome][language] }]
        : []),
      ...(reasons ? [heading(words.reasons), { kind: 'paragraph' as const, text: reasons }] : []),
      ...(measures
        ? [heading(words.measures), { kind: 'paragraph' as const, text: measures }]
        : []),
      heading(words.recourse),
      { kind: 'paragraph', text: RECOURSE[language] },
    ],
  })
}

function letter(
  { language, name, address, number }: Complaint,
  sender: Sender,
  own: { readonly title: Text; readonly writtenOn: string; readonly blocks: Letter['blocks'] },
): Letter {
  return {
    language,
    title: own.title[language],
    sender: { name: sender.name, lines: sender.address ? [sender.address] : [] },
    addressee: [name, ...address.split('\n').filter(Boolean)],
    writtenOn: own.writtenOn,
    reference: number,
    blocks: [
      { kind: 'paragraph', text: words.dear[language].replace('{name}', name) },
      ...own.blocks,
    ],
    closing: { words: words.closing[language], name: sender.name },
  }
}

function paragraph(complaint: Complaint, text: Text): LetterBlock {
  const said = fill(complaint, text).replace(
    '{day}',
    sayDay(complaint.receivedOn, complaint.language),
  )
  return { kind: 'paragraph', text: said }
}

function fill({ language, subject, number }: Complaint, text: Text): string {
  return text[language].replace('{subject}', subject).replace('{number}', number)
}
