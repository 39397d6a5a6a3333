import { type AbsenceLine, ABSENCES_MOST, listAbsences } from '#duties/administration/absence.ts'
import {
  Badge,
  DataTable,
  EmptyState,
  LinkButton,
  PageHeader,
  Period,
} from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { readOffice } from './office.ts'

const words = {
  title: { nl: 'Afwezigheid', en: 'Absence' },
  lead: {
    nl: 'Wie weg is en wie waarneemt. Een waarnemer komt pas in een dossier als de cliënt dat goedvindt of ervan weet, en alleen op deze dagen.',
    en: 'Who is away and who stands in. A substitute enters a dossier only once the client agrees or knows of it, and only on these days.',
  },
  plan: { nl: 'Afwezigheid plannen', en: 'Plan an absence' },
  name: { nl: 'Wie', en: 'Who' },
  substitute: { nl: 'Waarnemer', en: 'Substitute' },
  days: { nl: 'Dagen', en: 'Days' },
  state: { nl: 'Stand', en: 'State' },
  action: { nl: 'Actie', en: 'Action' },
  change: { nl: 'Wijzigen', en: 'Change' },
  none: { nl: 'Niemand is afwezig', en: 'Nobody is away' },
  noneWhy: {
    nl: 'Plan een afwezigheid zodra u weet wie weg is en wie waarneemt.',
    en: 'Plan an absence as soon as you know who is away and who stands in.',
  },
} satisfies Record<string, Text>

const STATES = {
  planned: { label: { nl: 'Gepland', en: 'Planned' }, tone: 'info', icon: 'calendar' },
  running: { label: { nl: 'Nu afwezig', en: 'Away now' }, tone: 'warning', icon: 'clock' },
  cancelled: { label: { nl: 'Gaat niet door', en: 'Cancelled' }, tone: 'neutral', icon: 'cross' },
  over: { label: { nl: 'Voorbij', en: 'Over' }, tone: 'neutral', icon: 'check' },
} as const satisfies Record<AbsenceLine['state'], object>

/** Everybody's absences. */
export const absencesPage = page('/beheer/afwezigheid', {
  read: async (door) => (await readOffice(door, 'absences', { absences: listAbsences })).absences,
  view: (absences, door) => {
    const plan = <LinkButton href="/beheer/afwezigheid/nieuw" label={words.plan} icon="add" />
    return (
      <Screen door={door} title={words.title}>
        <PageHeader title={words.title} lead={words.lead} action={plan} />
        <DataTable
          caption={words.title}
          captionHidden
          rows={absences}
          most={ABSENCES_MOST}
          columns={[
            { title: words.name, cell: ({ name }) => name },
            { title: words.substitute, cell: ({ substitute }) => substitute },
            {
              title: words.days,
              cell: ({ startsOn, endsOn }) => <Period from={startsOn} until={endsOn} />,
            },
            { title: words.state, cell: ({ state }) => <Badge {...STATES[state]} /> },
            {
              title: words.action,
              cell: ({ id, state }) =>
                state === 'over' || state === 'cancelled' ? null : (
                  <LinkButton
                    href={`/beheer/afwezigheid/${id}`}
                    label={words.change}
                    look="quiet"
                    size="small"
                  />
                ),
            },
          ]}
          empty={<EmptyState title={words.none} lead={words.noneWhy} icon="calendar" />}
        />
      </Screen>
    )
  },
})
