import type { JSX } from 'hono/jsx/jsx-runtime'
import {
  DateText,
  Moment,
  Section,
  Stack,
  Timeline,
  useView,
  Words,
} from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import { describeEntry } from '#ledger/telling.ts'
import { LEDGER_WORDS } from '#modules/ledger-words.ts'
import type { DocumentView } from '#modules/practice/index.ts'
import { ConsentCard } from '#entry/web/pages/mine/consents/card.tsx'
import { Documents } from '#entry/web/pages/mine/contents/documents.tsx'
import { NoteCard } from '#entry/web/pages/mine/contents/notes.tsx'
import { OrderFacts } from '#entry/web/pages/mine/contents/order.tsx'
import { ProfileFacts } from '#entry/web/pages/mine/contents/profile.tsx'
import { DisclosureCard } from '#entry/web/pages/mine/disclosures.tsx'
import { takeByDay } from '#entry/web/pages/mine/look-days.ts'
import { SummaryCard } from '#entry/web/pages/mine/summaries/card.tsx'
import { MINE } from '#entry/web/pages/mine/words.ts'
import type { Whole } from './whole.ts'

const words = {
  taken: { nl: 'Opgehaald op', en: 'Taken on' },
  held: {
    nl: 'Bewaard tot',
    en: 'Kept until',
  },
  order: { nl: 'De opdracht', en: 'The assignment' },
  details: { nl: 'Uw gegevens', en: 'Your details' },
  summaries: { nl: 'Samenvattingen van gesprekken', en: 'Summaries of consults' },
  notes: { nl: 'Notities', en: 'Notes' },
  documents: { nl: 'Documenten', en: 'Documents' },
  none: { nl: 'Geen.', en: 'None.' },
} satisfies Record<string, Text>

export interface WholeFileProps {
  readonly whole: Whole
  /** Where the file of a document is. */
  readonly documentHref: (document: DocumentView) => string
}

/** Everything in one's own dossier on one page, to print and to keep. */
export function WholeFile({ whole, documentHref }: WholeFileProps): JSX.Element {
  const { file, at } = whole
  const { dossier } = file
  return (
    <Stack gap="large">
      <p>
        <Words of={words.taken} /> <Moment at={at} />.
        {dossier.expiresOn && (
          <>
            {' '}
            <Words of={words.held} /> <DateText day={dossier.expiresOn} />.
          </>
        )}
      </p>
      <Section title={words.order}>
        <OrderFacts file={file} />
      </Section>
      <Section title={words.details}>
        <ProfileFacts file={file} />
      </Section>
      <Summaries whole={whole} />
      <Listed title={words.notes} items={dossier.notes.map((note) => <NoteCard note={note} />)} />
      <Section title={words.documents}>
        <Documents documents={dossier.documents} href={documentHref} quiet />
      </Section>
      <Listed
        title={MINE.consents}
        items={dossier.consents.map((consent) => (
          <ConsentCard file={file} consent={consent} quiet />
        ))}
      />
      <Listed
        title={MINE.disclosures}
        items={dossier.disclosures.map((disclosure) => (
          <DisclosureCard file={file} disclosure={disclosure} quiet />
        ))}
      />
      <Looks whole={whole} />
    </Stack>
  )
}

function Summaries({ whole: { file } }: { whole: Whole }): JSX.Element {
  const cards = file.dossier.consults.flatMap((consult) =>
    consult.summaries.map((summary) => (
      <SummaryCard file={file} consult={consult} summary={summary} quiet />
    )),
  )
  return <Listed title={words.summaries} items={cards} />
}

function Looks({ whole }: { whole: Whole }): JSX.Element {
  const { lines, telling } = whole
  const { language } = useView()
  const days = takeByDay(lines, LEDGER_WORDS.silent)
  return (
    <Section title={MINE.looks}>
      <Timeline
        entries={days.map(({ line, times }) => ({
          at: line.at,
          says: describeEntry(line, telling, language, times),
        }))}
      />
    </Section>
  )
}

function Listed({ title, items }: { title: Text; items: JSX.Element[] }): JSX.Element {
  return (
    <Section title={title}>
      <Stack>
        {items.length === 0 && (
          <p>
            <Words of={words.none} />
          </p>
        )}
        {items}
      </Stack>
    </Section>
  )
}
