import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  DataTable,
  EmptyState,
  Filters,
  LinkButton,
  PageHeader,
  Pagination,
  SearchForm,
  Toolbar,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import {
  type Caseload,
  CASELOAD_PAGE,
  caseloadReads,
  readCaseload,
  type ServiceState,
  standingIn,
  type StandingInRow,
} from '#modules/practice/index.ts'
import { addressOf, type CaseloadAddress, readAddress } from './caseload-address.ts'
import { clientColumns, standingInColumns } from './caseload-columns.tsx'
import { COACH, SUBSTITUTE } from './desk.ts'
import { WORK } from './words.ts'

const words = {
  lead: {
    nl: 'De mensen die u begeleidt. Anderen ziet u hier niet.',
    en: 'The people you coach. You see nobody else here.',
  },
  leadStandingIn: {
    nl: 'De mensen die u begeleidt zolang hun eigen coach er niet is. Daarna ziet u hen hier niet meer.',
    en: 'The people you coach while their own coach is away. After that you no longer see them here.',
  },
  add: { nl: 'Nieuwe cliënt', en: 'New client' },
  import: { nl: 'Een lijst inlezen', en: 'Import a list' },
  search: { nl: 'Zoek op naam of dossiernummer', en: 'Search by name or dossier number' },
  state: { nl: 'Toon', en: 'Show' },
  all: { nl: 'Alle', en: 'All' },
  intake: { nl: 'Intake', en: 'Intake' },
  active: { nl: 'Lopend', en: 'Active' },
  closed: { nl: 'Afgesloten', en: 'Closed' },
  standingIn: { nl: 'Waarneming', en: 'Standing in' },
  none: { nl: 'U hebt nog geen cliënten', en: 'You have no clients yet' },
  noneWhy: {
    nl: 'Meld uw eerste cliënt aan, of lees een lijst in die u al hebt.',
    en: 'Register your first client, or import a list that you have already.',
  },
  noneHere: { nl: 'Hier is nu niemand', en: 'There is nobody here now' },
  noneStandingIn: {
    nl: 'U neemt nu voor niemand waar. Een dossier gaat pas open als de cliënt het goedvindt of ervan weet, en de afwezigheid is begonnen.',
    en: 'You stand in for nobody now. A dossier opens only when the client agrees or knows of it, and the absence has begun.',
  },
  noneFound: { nl: 'Niemand gevonden', en: 'Nobody found' },
  noneFoundWhy: {
    nl: 'Kijk na wat u typte, of zoek bij alle cliënten.',
    en: 'Check what you typed, or search all clients.',
  },
  showAll: { nl: 'Alle cliënten tonen', en: 'Show all clients' },
} satisfies Record<string, Text>

interface CaseloadView extends Caseload {
  readonly address: CaseloadAddress
  /** For the dossiers that one stands in for. */
  readonly periods: ReadonlyMap<string, StandingInRow>
}

/** The clients of a coach, or those whom a substitute stands in for now. */
export const caseloadPage = page('/werk', { read: readClients, view: drawClients })

async function readClients(door: Door): Promise<CaseloadView> {
  const address = readAddress(door.visit.query)
  const { activity } = address.standingIn ? SUBSTITUTE : COACH
  const access = await door.access(activity)
  const reads = caseloadReads(access, address)
  if (!address.standingIn) {
    const answers = await door.list(activity, 'caseload', reads)
    return { ...readCaseload(answers), address, periods: new Map() }
  }
  const answers = await door.list(activity, 'substitution', {
    ...reads,
    periods: standingIn(access),
  })
  const periods = new Map(answers.periods.map((row) => [row.dossier_id, row]))
  return { ...readCaseload(answers), address, periods }
}

function drawClients(view: CaseloadView, door: Door): JSX.Element {
  const { address, rows, counts, periods } = view
  const mayStart = door.me?.activities.includes('intake') ?? false
  const total = address.state ? counts[address.state] : counts.all
  const before = (address.page - 1) * CASELOAD_PAGE
  const desk = address.standingIn ? SUBSTITUTE : COACH
  const untouched = counts.all === 0 && address.search === undefined
  return (
    <Screen door={door} title={WORK.clients}>
      <PageHeader
        title={WORK.clients}
        lead={address.standingIn ? words.leadStandingIn : words.lead}
        action={mayStart && <LinkButton href="/werk/nieuw" label={words.add} icon="add" />}
      />
      {(!untouched || address.standingIn || mayStandIn(door)) && (
        <ClientTools view={view} withStandingIn={address.standingIn || mayStandIn(door)} />
      )}
      <DataTable
        caption={WORK.clients}
        captionHidden
        columns={address.standingIn ? standingInColumns(address, periods) : clientColumns(address)}
        rows={rows}
        href={({ dossierId }) => `${desk.path}/${dossierId}`}
        empty={<NoClients view={view} mayStart={mayStart} />}
      />
      <Pagination
        from={before + 1}
        to={before + rows.length}
        total={total}
        {...(address.page > 1 && { previousHref: addressOf(address, { page: address.page - 1 }) })}
        {...(before + rows.length < total && {
          nextHref: addressOf(address, { page: address.page + 1 }),
        })}
      />
    </Screen>
  )
}

function mayStandIn({ me }: Door): boolean {
  return me?.activities.includes(SUBSTITUTE.activity) ?? false
}

const STATES: readonly ServiceState[] = ['intake', 'active', 'closed']

function ClientTools(props: { view: CaseloadView; withStandingIn: boolean }): JSX.Element {
  const { address, counts } = props.view
  const { search, standingIn: isStandingIn, state } = address
  const own = { standingIn: false, state: undefined }
  return (
    <Toolbar>
      <SearchForm
        action="/werk"
        label={words.search}
        {...(search !== undefined && { value: search })}
        keep={keptQuery(address)}
        clearHref={addressOf(address, { search: undefined })}
      />
      <Filters
        groups={[
          {
            label: words.state,
            options: [
              {
                label: words.all,
                href: addressOf(address, own),
                current: !isStandingIn && state === undefined,
                ...(!isStandingIn && { count: counts.all }),
              },
              ...STATES.map((each) => ({
                label: words[each],
                href: addressOf(address, { standingIn: false, state: each }),
                current: !isStandingIn && state === each,
                ...(!isStandingIn && { count: counts[each] }),
              })),
              ...(props.withStandingIn
                ? [
                    {
                      label: words.standingIn,
                      href: addressOf(address, { standingIn: true, state: undefined }),
                      current: isStandingIn,
                      ...(isStandingIn && { count: counts.all }),
                    },
                  ]
                : []),
            ],
          },
        ]}
      />
    </Toolbar>
  )
}

/** What a new search leaves as it is. */
function keptQuery(address: CaseloadAddress): Record<string, string> {
  const query = addressOf(address, { search: undefined }).split('?')[1]
  return Object.fromEntries(new URLSearchParams(query))
}

function NoClients(props: { view: CaseloadView; mayStart: boolean }): JSX.Element {
  const { address, counts } = props.view
  if (address.search !== undefined) {
    return (
      <EmptyState
        title={words.noneFound}
        lead={words.noneFoundWhy}
        icon="search"
        action={<LinkButton href="/werk" label={words.showAll} look="plain" />}
      />
    )
  }
  if (address.standingIn) {
    return <EmptyState title={words.noneHere} lead={words.noneStandingIn} icon="people" />
  }
  if (counts.all > 0) return <EmptyState title={words.noneHere} icon="people" />
  return (
    <EmptyState
      title={words.none}
      {...(props.mayStart && { lead: words.noneWhy })}
      icon="people"
      action={
        props.mayStart && (
          <>
            <LinkButton href="/werk/nieuw" label={words.add} icon="add" />
            <LinkButton href="/werk/inlezen" label={words.import} look="plain" />
          </>
        )
      }
    />
  )
}
