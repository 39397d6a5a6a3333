import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Badge,
  DataTable,
  dayOf,
  EmptyState,
  LinkButton,
  PageHeader,
  Period,
  useView,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { type CountText, sayCount } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { absenceReads, type AbsenceView, readAbsences } from '#modules/practice/index.ts'
import { COACH, SUBSTITUTE } from './desk.ts'

const words = {
  title: { nl: 'Mijn afwezigheid', en: 'My absence' },
  lead: {
    nl: 'Wanneer u weg bent en wie dan voor u waarneemt. Een waarnemer ziet een dossier pas als de cliënt het goedvindt of ervan weet, zoals onze privacyverklaring zegt, en alleen op die dagen.',
    en: 'When you are away and who stands in for you then. A substitute sees a dossier only once the client agrees or knows of it, as our privacy statement says, and only on those days.',
  },
  plan: { nl: 'Afwezigheid plannen', en: 'Plan an absence' },
  days: { nl: 'Dagen', en: 'Days' },
  substitute: { nl: 'Waarnemer', en: 'Substitute' },
  agreed: { nl: 'Akkoord', en: 'Agreed' },
  state: { nl: 'Stand', en: 'State' },
  planned: { nl: 'Gepland', en: 'Planned' },
  running: { nl: 'Nu', en: 'Now' },
  cancelled: { nl: 'Gaat niet door', en: 'Cancelled' },
  none: { nl: 'U hebt geen afwezigheid gepland', en: 'You have planned no absence' },
  noneWhy: {
    nl: 'Plan uw vakantie of verlof. Daarna vraagt u het uw cliënten, of laat u het hun weten.',
    en: 'Plan your holiday or leave. After that you ask your clients, or let them know.',
  },
} satisfies Record<string, Text>

const AGREED: CountText = {
  one: { nl: '{count} cliënt', en: '{count} client' },
  other: { nl: '{count} cliënten', en: '{count} clients' },
}

/** How an absence stands today. */
type AbsenceState = 'planned' | 'running' | 'cancelled'

const ABSENCE_STATES: Readonly<Record<AbsenceState, Text>> = {
  planned: words.planned,
  running: words.running,
  cancelled: words.cancelled,
}

/** One's own absences that are not over. */
export const absencesPage = page('/werk/afwezigheid', {
  read: readOwnAbsences,
  view: drawAbsences,
})

/**
 * One's own absences that are not over, with the clients and what they said.
 *
 * @throws `NOT_FOUND` where the statement lets nobody stand in.
 */
export async function readOwnAbsences(door: Door): Promise<AbsenceView[]> {
  const { organisation, site } = door.visit
  const { declarations } = await site.publication.current(organisation)
  if (!Object.hasOwn(declarations.activities, SUBSTITUTE.activity)) throw new AppError('NOT_FOUND')
  const access = await door.access(COACH.activity)
  const rows = await door.list(COACH.activity, 'own-absences', absenceReads(access))
  return readAbsences(rows, door.me?.accountId ?? '')
}

export function absenceState({ cancelled, startsOn }: AbsenceView): AbsenceState {
  if (cancelled) return 'cancelled'
  return startsOn > dayOf(new Date()) ? 'planned' : 'running'
}

function drawAbsences(absences: readonly AbsenceView[], door: Door): JSX.Element {
  const plan = <LinkButton href="/werk/afwezigheid/nieuw" label={words.plan} icon="add" />
  return (
    <Screen door={door} title={words.title}>
      <PageHeader title={words.title} lead={words.lead} action={plan} />
      <DataTable
        caption={words.title}
        captionHidden
        rows={absences}
        href={({ id }) => `/werk/afwezigheid/${id}`}
        columns={[
          {
            title: words.days,
            cell: ({ startsOn, endsOn }) => <Period from={startsOn} until={endsOn} />,
          },
          { title: words.substitute, cell: ({ substitute }) => substitute },
          { title: words.agreed, cell: (absence) => <Agreed of={absence} /> },
          { title: words.state, cell: (absence) => <AbsenceBadge of={absence} /> },
        ]}
        empty={<EmptyState title={words.none} lead={words.noneWhy} icon="calendar" action={plan} />}
      />
    </Screen>
  )
}

const TONES = { planned: 'info', running: 'success', cancelled: 'neutral' } as const

/** How an absence stands, in a word. */
export function AbsenceBadge({ of }: { of: AbsenceView }): JSX.Element {
  const state = absenceState(of)
  return <Badge label={ABSENCE_STATES[state]} tone={TONES[state]} />
}

function Agreed({ of }: { of: AbsenceView }): JSX.Element {
  const { language } = useView()
  const count = of.clients.filter(({ answer }) => answer === 'given').length
  return <>{sayCount(AGREED, count, language)}</>
}
