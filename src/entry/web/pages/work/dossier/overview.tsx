import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Columns,
  EmptyState,
  formatDay,
  LinkButton,
  Notice,
  Section,
  Stack,
  Timeline,
  useView,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page, type Route } from '#entry/web/http/page.tsx'
import type { Text } from '#kernel/language.ts'
import {
  invitationReads,
  messageReads,
  readInvitations,
  readMessages,
  readSignings,
  signingReads,
  type StandingInRow,
} from '#modules/practice/index.ts'
import { type Desk, type OpenedFile, openFileWith } from '#entry/web/pages/work/desk.ts'
import type { Access } from '#store/access.ts'
import { type Awaited, listAwaited } from './awaited.ts'
import { Facts } from './facts.tsx'
import { listHistory } from './history.ts'
import { listWaiting, type WaitingMatter } from './next-step.ts'
import { DossierScreen } from './screen.tsx'
import { isOpenForWriting } from './writing.ts'

const words = {
  waits: { nl: 'Wat wacht', en: 'What waits' },
  nothing: { nl: 'Er wacht niets', en: 'Nothing waits' },
  nothingWhy: {
    nl: 'Alles is verstuurd en beantwoord.',
    en: 'Everything was sent and answered.',
  },
  history: { nl: 'Wat er gebeurde', en: 'What happened' },
  all: { nl: 'Alles tonen', en: 'Show all' },
  note: { nl: 'Gesprek noteren', en: 'Note a consult' },
  begin: { nl: 'Dienst beginnen', en: 'Start the service' },
  standingIn: {
    nl: 'U neemt waar voor {away}, tot en met {day}. Daarna gaat dit dossier voor u dicht.',
    en: 'You stand in for {away} until {day}. After that this dossier closes for you.',
  },
  standingInNameless: {
    nl: 'U neemt waar tot en met {day}. Daarna gaat dit dossier voor u dicht.',
    en: 'You stand in until {day}. After that this dossier closes for you.',
  },
  closed: { nl: 'Dit dossier is afgesloten', en: 'This dossier is closed' },
  closedWhy: {
    nl: 'Er kan niets meer bij. Lezen kan nog wel.',
    en: 'Nothing can be added. It can still be read.',
  },
  kept: {
    nl: 'Er kan niets meer bij. Lezen kan nog tot het dossier wordt vernietigd, op {day}.',
    en: 'Nothing can be added. It can be read until the dossier is destroyed, on {day}.',
  },
  paper: { nl: 'Papier vernietigen', en: 'Destroy paper' },
} satisfies Record<string, Text>

const SHOWN_EVENTS = 15

/** A dossier at a glance: what waits, what happened, who it is about. */
export function overviewPage(desk: Desk): Route {
  return page(`${desk.path}/:id`, {
    read: async (door, params) => {
      const { file, answers, opening, actors } = await openFileWith(
        door,
        desk,
        params,
        overviewReads,
      )
      const open = readInvitations(answers.invitations).find(({ state }) => state === 'open')
      const awaited = {
        messages: readMessages(opening, answers.principalMessages),
        signings: readSignings(opening, answers, actors),
      }
      return { file, awaited, invitedAt: open?.invitedAt }
    },
    view: drawOverview,
  })
}

function overviewReads(access: Access, id: string) {
  return {
    ...invitationReads(access, id),
    ...messageReads(access, id),
    ...signingReads(access, id),
  }
}

interface Overview {
  readonly file: OpenedFile
  readonly awaited: Awaited
  /** When the client got an invitation that still works. */
  readonly invitedAt: Date | undefined
}

function drawOverview({ file, awaited, invitedAt }: Overview, door: Door): JSX.Element {
  const { dossier, path } = file
  const history = listHistory(dossier)
  const isWhole = door.visit.query.has('alles')
  const shown = isWhole ? history : history.slice(0, SHOWN_EVENTS)
  return (
    <DossierScreen door={door} file={file} part="overview" action={<NextStep file={file} />}>
      <Columns shape="main">
        <Stack gap="large">
          {file.standingIn && <StandingIn period={file.standingIn} />}
          {dossier.service.state === 'closed' && <Closed file={file} />}
          <Waiting file={file} awaited={awaited} invitedAt={invitedAt} />
          <Section
            title={words.history}
            action={
              shown.length < history.length && (
                <LinkButton href={`${path}?alles`} label={words.all} look="quiet" size="small" />
              )
            }
          >
            <Timeline entries={shown} />
          </Section>
        </Stack>
        <Facts file={file} />
      </Columns>
    </DossierScreen>
  )
}

function NextStep({ file }: { file: OpenedFile }): JSX.Element | null {
  const { access, dossier, path } = file
  if (dossier.service.state === 'intake' && access.can('activations', 'insert')) {
    return <LinkButton href={`${path}/begin`} label={words.begin} icon="circleCheck" />
  }
  if (!isOpenForWriting(file, 'consults')) return null
  return <LinkButton href={`${path}/gesprekken/nieuw`} label={words.note} icon="pencil" />
}

function Waiting({ file, awaited, invitedAt }: Overview): JSX.Element | null {
  const matters = [...listWaiting(file, invitedAt), ...listAwaited(file, awaited)]
  if (matters.length === 0 && file.dossier.service.state === 'closed') return null
  const [first, ...others] = matters.toSorted((a, b) => rank(a) - rank(b))
  if (!first) {
    return (
      <Section title={words.waits}>
        <EmptyState title={words.nothing} lead={words.nothingWhy} icon="circleCheck" />
      </Section>
    )
  }
  return (
    <Section title={words.waits}>
      <Stack gap="small">
        <Notice tone={first.tone} action={<MatterButton matter={first} />}>
          <p>
            <Words of={first.says} />
          </p>
        </Notice>
        {others.length > 0 && (
          <ul>
            {others.map(({ says, href }) => (
              <li>
                <a href={href}>
                  <Words of={says} />
                </a>
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Section>
  )
}

/** What waits for whoever reads comes before what waits for the client. */
function rank({ tone }: WaitingMatter): number {
  return tone === 'warning' ? 0 : 1
}

function MatterButton({ matter }: { matter: WaitingMatter }): JSX.Element {
  const { act, href, icon } = matter
  return <LinkButton href={href} label={act} icon={icon} look="plain" size="small" />
}

function StandingIn({ period }: { period: StandingInRow }): JSX.Element {
  const { language } = useView()
  const { away, ends_on: endsOn } = period
  const places = { away: away ?? '', day: formatDay(endsOn, language) }
  return (
    <Notice tone="info">
      <p>
        <Words of={away ? words.standingIn : words.standingInNameless} places={places} />
      </p>
    </Notice>
  )
}

function Closed({ file }: { file: OpenedFile }): JSX.Element {
  const { language } = useView()
  const { expiresOn } = file.dossier
  const paper = (
    <LinkButton href={`${file.path}/papier`} label={words.paper} look="plain" size="small" />
  )
  return (
    <Notice tone="neutral" title={words.closed} action={paper}>
      <p>
        {expiresOn ? (
          <Words of={words.kept} places={{ day: formatDay(expiresOn, language) }} />
        ) : (
          <Words of={words.closedWhy} />
        )}
      </p>
    </Notice>
  )
}
