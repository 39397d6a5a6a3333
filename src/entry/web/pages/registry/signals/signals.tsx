import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  DataTable,
  DateText,
  EmptyState,
  PageHeader,
  useView,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { studentName } from '#entry/web/pages/registry/audits/places.ts'
import { FoundList } from '#entry/web/pages/registry/found-list.tsx'
import { type PagedAddress, readPagedAddress } from '#entry/web/pages/registry/paged-address.ts'
import type { Text } from '#kernel/language.ts'
import {
  listSignals,
  readSignals,
  SIGNALLING,
  type SignalLine,
  SIGNALS_PAGE,
  signalsOf,
} from '#modules/registry/index.ts'
import { RECEIVED_PATH, SignalCards, SIGNALS_PATH } from './cards.tsx'

const SELF_SERVICE = 'self-service'

const words = {
  title: { nl: 'Signalen', en: 'Signals' },
  lead: {
    nl: 'Wat wij aan instellingen lieten weten als een opleiding misschien niet volgens de eisen gaat. De student leest het ook. Een nieuw signaal begint u op de pagina van een inschrijving.',
    en: 'What we told institutions when training may not meet the requirements. The student can read it too. To send a new signal, open a registration.',
  },
  receivedLead: {
    nl: 'Wat het register ziet aan opleidingen bij uw instelling. De student leest mee, ook wat u antwoordt.',
    en: 'What the register notices about training at your institution. The student can read it, including your answer.',
  },
  ownLead: {
    nl: 'Wat wij aan uw werkgever of opleidingsinstituut lieten weten over uw opleiding, en wat zij antwoordden.',
    en: 'What we told your employer or training institute about your training, and what they answered.',
  },
  student: { nl: 'Student', en: 'Student' },
  requirement: { nl: 'Eis', en: 'Requirement' },
  to: { nl: 'Aan', en: 'To' },
  sent: { nl: 'Verstuurd', en: 'Sent' },
  search: {
    nl: 'Zoek op student, instelling of eis',
    en: 'Search by student, institution or requirement',
  },
  notFound: { nl: 'Geen signalen gevonden', en: 'No signals found' },
  notFoundWhy: { nl: 'Zoek op iets anders.', en: 'Try another search.' },
  none: { nl: 'Geen signalen', en: 'No signals' },
  noneWhy: {
    nl: 'Open een inschrijving en kies daar Signalen.',
    en: 'Open a registration and choose Signals there.',
  },
  receivedNoneWhy: {
    nl: 'Ziet het register iets aan een opleiding bij u, dan staat het hier.',
    en: 'If the register notices something about training at your institution, it appears here.',
  },
  ownNoneWhy: {
    nl: 'Zien wij iets aan uw opleiding, dan staat het hier.',
    en: 'If we notice something about your training, it appears here.',
  },
} satisfies Record<string, Text>

interface SignalList {
  readonly asked: PagedAddress
  readonly rows: readonly SignalLine[]
}

async function readLines(door: Door): Promise<SignalList> {
  const asked = readPagedAddress(door.visit.query)
  const { rows } = await door.list(SIGNALLING, 'signals', { rows: listSignals(asked) })
  return { asked, rows }
}

function Lines(props: SignalList & { path: string; why: Text }): JSX.Element {
  const { language } = useView()
  const { path, asked, rows } = props
  const isAll = asked.search === ''
  return (
    <FoundList path={path} label={words.search} asked={asked} rows={rows} size={SIGNALS_PAGE}>
      <DataTable
        caption={words.title}
        captionHidden
        rows={rows}
        href={({ dossier_id: id }) => `${path}/${id}`}
        columns={[
          { title: words.student, cell: (row) => studentName(row) },
          {
            title: words.requirement,
            cell: (row) => (language === 'nl' ? row.requirement_nl : row.requirement_en),
          },
          { title: words.to, cell: ({ party }) => party },
          { title: words.sent, cell: (row) => <DateText day={row.sent_at} form="short" /> },
        ]}
        empty={
          <EmptyState
            title={isAll ? words.none : words.notFound}
            lead={isAll ? props.why : words.notFoundWhy}
            icon="send"
          />
        }
      />
    </FoundList>
  )
}

/** Every signal that the register sent. */
export const signalsPage = page(SIGNALS_PATH, {
  read: readLines,
  view: (lines, door) => (
    <Screen door={door} title={words.title}>
      <PageHeader title={words.title} lead={words.lead} />
      <Lines {...lines} path={SIGNALS_PATH} why={words.noneWhy} />
    </Screen>
  ),
})

/** The signals that an institution got. */
export const receivedSignalsPage = page(RECEIVED_PATH, {
  read: readLines,
  view: (lines, door) => (
    <Screen door={door} title={words.title}>
      <PageHeader title={words.title} lead={words.receivedLead} />
      <Lines {...lines} path={RECEIVED_PATH} why={words.receivedNoneWhy} />
    </Screen>
  ),
})

/** What institutions were told on the own training. */
export const ownSignalsPage = page('/mijn/registraties/:id/signalen', {
  read: async (door, params) => {
    const id = idOf(params)
    const { dossier, answers } = await door.open(SELF_SERVICE, id, { rows: signalsOf(id) })
    return readSignals(dossier, answers.rows)
  },
  view: (signals, door) => (
    <Screen door={door} title={words.title} width="narrow" open>
      <PageHeader
        title={words.title}
        lead={words.ownLead}
        breadcrumbs={[{ label: { nl: 'Mijn', en: 'Mine' }, href: '/mijn' }]}
      />
      <SignalCards signals={signals} why={words.ownNoneWhy} />
    </Screen>
  ),
})
