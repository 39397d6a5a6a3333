import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { type IncidentLine, INCIDENTS_MOST, listIncidents } from '#duties/incidents/incident.ts'
import {
  Badge,
  DataTable,
  EmptyState,
  EndOfList,
  LinkButton,
  Moment,
  PageHeader,
  Section,
  Stack,
  Stat,
  Stats,
  useView,
} from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { hoursLook } from '#entry/web/pages/answering/badge-look.ts'
import { readAs } from '#entry/web/pages/answering/reading.ts'
import type { Text } from '#kernel/language.ts'
import { INCIDENTS } from './case.ts'
import { SEVERITY_LOOKS, STATE_LOOKS } from './words.ts'

const words = {
  title: { nl: 'Incidenten', en: 'Incidents' },
  lead: {
    nl: 'Alles wat misging met gegevens. Binnen 72 uur na de ontdekking is besloten of de Autoriteit Persoonsgegevens het moet weten, en weet zij het dan ook.',
    en: 'All that went wrong with data. Within 72 hours after its discovery it is decided whether the Dutch Data Protection Authority must know, and then it does.',
  },
  report: { nl: 'Incident melden', en: 'Report an incident' },
  open: { nl: 'Open', en: 'Open' },
  undecided: { nl: 'nog te besluiten', en: 'still to decide on' },
  late: { nl: 'over de 72 uur', en: 'past the 72 hours' },
  closed: { nl: 'Afgesloten', en: 'Closed' },
  what: { nl: 'Wat er gebeurde', en: 'What happened' },
  number: { nl: 'Nummer', en: 'Number' },
  discovered: { nl: 'Ontdekt', en: 'Discovered' },
  left: { nl: '72 uur', en: '72 hours' },
  severity: { nl: 'Ernst', en: 'Severity' },
  state: { nl: 'Stand', en: 'State' },
  none: { nl: 'Er zijn geen open incidenten', en: 'There are no open incidents' },
  noneWhy: {
    nl: 'Wie hier werkt, meldt een incident met twee vragen. U krijgt dan bericht.',
    en: 'Whoever works here reports an incident with two questions. You are told then.',
  },
  noneClosed: { nl: 'Er is nog geen incident afgesloten', en: 'No incident was closed yet' },
} satisfies Record<string, Text>

/** All incidents. */
export const incidentsPage = page(INCIDENTS, {
  read: async (door) =>
    (await readAs(door, 'incident-handling', 'incidents', { all: listIncidents })).all,
  view: (all, door) => {
    const open = all.filter(({ state }) => state !== 'closed')
    const undecided = open.filter(({ decidedAt }) => decidedAt === null)
    const late = open.filter(({ counts, hoursLeft }) => counts && hoursLeft < 0).length
    return (
      <Screen door={door} title={words.title}>
        <PageHeader
          title={words.title}
          lead={words.lead}
          action={<LinkButton href="/incident" label={words.report} icon="add" />}
        />
        <Stack gap="large">
          <Stats>
            <Stat label={words.open} value={open.length} />
            <Stat
              label={words.undecided}
              value={undecided.length}
              tone={undecided.length > 0 ? 'warning' : 'neutral'}
            />
            <Stat label={words.late} value={late} tone={late > 0 ? 'error' : 'neutral'} />
          </Stats>
          <Section title={words.open}>
            <IncidentTable
              caption={words.open}
              incidents={open}
              empty={<EmptyState title={words.none} lead={words.noneWhy} icon="alert" />}
            />
          </Section>
          <Section title={words.closed}>
            <IncidentTable
              caption={words.closed}
              incidents={all.filter(({ state }) => state === 'closed')}
              empty={<EmptyState title={words.noneClosed} icon="alert" />}
            />
          </Section>
          <EndOfList read={all.length} most={INCIDENTS_MOST} />
        </Stack>
      </Screen>
    )
  },
})

interface TableProps {
  readonly caption: Text
  readonly incidents: readonly IncidentLine[]
  readonly empty: JSX.Element
}

function IncidentTable({ caption, incidents, empty }: TableProps): JSX.Element {
  const { language } = useView()
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={incidents}
      href={({ id }) => `${INCIDENTS}/${id}`}
      columns={[
        { title: words.what, cell: ({ what }) => shorten(what) },
        { title: words.number, cell: ({ number }) => number },
        { title: words.discovered, cell: ({ discoveredAt }) => <Moment at={discoveredAt} /> },
        {
          title: words.left,
          cell: ({ counts, hoursLeft }) => counts && <Badge {...hoursLook(hoursLeft, language)} />,
        },
        {
          title: words.severity,
          cell: ({ severity }) => severity && <Badge {...SEVERITY_LOOKS[severity]} />,
        },
        { title: words.state, cell: ({ state }) => <Badge {...STATE_LOOKS[state]} /> },
      ]}
      empty={empty}
    />
  )
}

const SHORT = 90

/** The first words, up to a space, so that a list keeps its lines. */
function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= SHORT) return line
  return `${line.slice(0, line.lastIndexOf(' ', SHORT))} …`
}
