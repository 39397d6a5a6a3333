import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  DataTable,
  DateText,
  Moment,
  Section,
  Stack,
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
  when: { nl: 'Wanneer', en: 'When' },
  what: { nl: 'Wie en wat', en: 'Who and what' },
} satisfies Record<string, Text>

export interface WholeFileProps {
  readonly whole: Whole
  /** Where the file of a document is. */
  readonly documentHref: (document: DocumentView) => string
  /** Address of our pages, for a file that stands elsewhere. */
  readonly site?: string
}

/** Everything in one's own dossier on one page, to print and to keep. */
export function WholeFile({ whole, documentHref, site }: WholeFileProps): JSX.Element {
  const { file } = whole
  const { access, dossier } = file
  const shows = (table: string): boolean => access.can(table, 'select')
  return (
    <Stack gap="large">
      <Taken whole={whole} />
      <Section title={words.order}>
        <OrderFacts file={file} {...(site && { site })} />
      </Section>
      <Section title={words.details}>
        <ProfileFacts file={file} />
      </Section>
      {shows('summaries') && <Summaries whole={whole} />}
      {shows('notes') && (
        <Listed title={words.notes} items={dossier.notes.map((note) => <NoteCard note={note} />)} />
      )}
      {shows('documents') && (
        <Section title={words.documents}>
          <Documents documents={dossier.documents} href={documentHref} quiet />
        </Section>
      )}
      {shows('consent_requests') && <Consents whole={whole} />}
      {shows('ledger') && <Looks whole={whole} />}
    </Stack>
  )
}

function Taken({ whole: { file, at } }: { whole: Whole }): JSX.Element {
  const { expiresOn } = file.dossier
  return (
    <p>
      <Words of={words.taken} /> <Moment at={at} />.
      {expiresOn && (
        <>
          {' '}
          <Words of={words.held} /> <DateText day={expiresOn} />.
        </>
      )}
    </p>
  )
}

/** What the client was asked, and what went to others because of it. */
function Consents({ whole: { file } }: { whole: Whole }): JSX.Element {
  const { consents, disclosures } = file.dossier
  return (
    <>
      <Listed
        title={MINE.consents}
        items={consents.map((consent) => <ConsentCard file={file} consent={consent} quiet />)}
      />
      <Listed
        title={MINE.disclosures}
        items={disclosures.map((disclosure) => (
          <DisclosureCard file={file} disclosure={disclosure} quiet />
        ))}
      />
    </>
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
      <DataTable
        caption={MINE.looks}
        captionHidden
        rows={days}
        columns={[
          { title: words.when, cell: ({ line }) => <Moment at={line.at} /> },
          {
            title: words.what,
            cell: ({ line, times }) => describeEntry(line, telling, language, times),
          },
        ]}
        empty={<Words of={words.none} />}
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
