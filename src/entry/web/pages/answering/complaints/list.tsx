import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  type ComplaintLine,
  COMPLAINTS_MOST,
  listComplaints,
} from '#duties/complaints/complaint.ts'
import {
  Badge,
  DataTable,
  DateText,
  EmptyState,
  EndOfList,
  LinkButton,
  PageHeader,
  Section,
  Stack,
  Stat,
  Stats,
  useView,
} from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { daysLook } from '#entry/web/pages/answering/badge-look.ts'
import { readAs } from '#entry/web/pages/answering/reading.ts'
import type { Text } from '#kernel/language.ts'
import { stateLook } from './words.ts'

const words = {
  title: { nl: 'Klachten', en: 'Complaints' },
  lead: {
    nl: 'Klachten die u mag behandelen. Een klacht over uzelf ziet u niet; een ander behandelt haar.',
    en: 'Complaints that you may handle. One about yourself you do not see; somebody else handles it.',
  },
  enter: { nl: 'Klacht invoeren', en: 'Enter a complaint' },
  open: { nl: 'Open', en: 'Open' },
  closed: { nl: 'Afgehandeld', en: 'Decided' },
  near: { nl: 'termijn bijna voorbij', en: 'near the end of their term' },
  late: { nl: 'te laat', en: 'late' },
  subject: { nl: 'Onderwerp', en: 'Subject' },
  number: { nl: 'Nummer', en: 'Number' },
  name: { nl: 'Van', en: 'From' },
  received: { nl: 'Ontvangen', en: 'Received' },
  term: { nl: 'Termijn', en: 'Term' },
  state: { nl: 'Stand', en: 'State' },
  decided: { nl: 'Uitkomst op', en: 'Decided on' },
  none: { nl: 'Er zijn geen open klachten', en: 'There are no open complaints' },
  noneWhy: {
    nl: 'Cliënten klagen via hun eigen omgeving of het formulier op de site. Wat per brief of telefoon komt, voert u hier in.',
    en: 'Clients complain by their own pages or the form on the site. What comes by letter or phone you enter here.',
  },
  noneClosed: { nl: 'Er is nog geen klacht afgehandeld', en: 'No complaint was decided yet' },
} satisfies Record<string, Text>

const HOME = '/privacy/klachten'
/** Days before the end of the term from which it is near. */
export const NEAR_DAYS = 7

/** All complaints that whoever looks may handle. */
export const complaintsPage = page(HOME, {
  read: async (door) =>
    (await readAs(door, 'complaint-handling', 'complaints', { all: listComplaints })).all,
  view: (all, door) => {
    const open = all.filter(({ state }) => state !== 'decided')
    const late = open.filter(({ daysLeft }) => daysLeft < 0).length
    const near = open.filter(({ daysLeft }) => daysLeft >= 0 && daysLeft <= NEAR_DAYS).length
    return (
      <Screen door={door} title={words.title}>
        <PageHeader
          title={words.title}
          lead={words.lead}
          action={<LinkButton href={`${HOME}/nieuw`} label={words.enter} icon="add" />}
        />
        <Stack gap="large">
          <Stats>
            <Stat label={words.open} value={open.length} />
            <Stat label={words.near} value={near} tone={near > 0 ? 'warning' : 'neutral'} />
            <Stat label={words.late} value={late} tone={late > 0 ? 'error' : 'neutral'} />
          </Stats>
          <Section title={words.open}>
            <OpenTable complaints={open} />
          </Section>
          <Section title={words.closed}>
            <ClosedTable complaints={all.filter(({ state }) => state === 'decided')} />
          </Section>
          <EndOfList read={all.length} most={COMPLAINTS_MOST} />
        </Stack>
      </Screen>
    )
  },
})

interface TableProps {
  readonly complaints: readonly ComplaintLine[]
}

function OpenTable({ complaints }: TableProps): JSX.Element {
  const { language } = useView()
  return (
    <DataTable
      caption={words.open}
      captionHidden
      rows={complaints}
      href={({ id }) => `${HOME}/${id}`}
      columns={[
        { title: words.subject, cell: ({ subject }) => subject },
        { title: words.number, cell: ({ number }) => number },
        { title: words.name, cell: ({ name }) => name },
        {
          title: words.received,
          cell: ({ receivedOn }) => <DateText day={receivedOn} form="short" />,
        },
        {
          title: words.term,
          cell: ({ daysLeft }) => <Badge {...daysLook(daysLeft, NEAR_DAYS, language)} />,
        },
        { title: words.state, cell: (complaint) => <Badge {...stateLook(complaint)} /> },
      ]}
      empty={<EmptyState title={words.none} lead={words.noneWhy} icon="speech" />}
    />
  )
}

function ClosedTable({ complaints }: TableProps): JSX.Element {
  return (
    <DataTable
      caption={words.closed}
      captionHidden
      rows={complaints}
      href={({ id }) => `${HOME}/${id}`}
      columns={[
        { title: words.subject, cell: ({ subject }) => subject },
        { title: words.number, cell: ({ number }) => number },
        { title: words.name, cell: ({ name }) => name },
        {
          title: words.decided,
          cell: ({ decidedAt }) => decidedAt && <DateText day={decidedAt} form="short" />,
        },
        { title: words.state, cell: (complaint) => <Badge {...stateLook(complaint)} /> },
      ]}
      empty={<EmptyState title={words.noneClosed} icon="speech" />}
    />
  )
}
