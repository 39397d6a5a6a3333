import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { listStaff, STAFF_MOST, type StaffMember } from '#duties/administration/staff.ts'
import {
  Badge,
  DataTable,
  EmptyState,
  EndOfList,
  Filters,
  formatDay,
  LinkButton,
  Muted,
  PageHeader,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { say } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import { functionNames } from './function-words.ts'
import { readOffice } from './office.ts'

const words = {
  title: { nl: 'Medewerkers', en: 'Staff' },
  lead: {
    nl: 'Wie hier werkt en in welke functie. Een functie geeft toegang tot pagina’s, nooit tot de inhoud van een dossier.',
    en: 'Who works here and in which function. A function opens pages, never the contents of a dossier.',
  },
  invite: { nl: 'Iemand uitnodigen', en: 'Invite somebody' },
  name: { nl: 'Naam', en: 'Name' },
  functions: { nl: 'Functies', en: 'Functions' },
  secondFactor: { nl: 'Tweede stap', en: 'Second step' },
  state: { nl: 'Dienstverband', en: 'Employment' },
  none: { nl: 'geen', en: 'none' },
  set: { nl: 'Ingesteld', en: 'Set up' },
  missing: { nl: 'Ontbreekt', en: 'Missing' },
  works: { nl: 'In dienst', en: 'Employed' },
  leaves: { nl: 'Tot en met {day}', en: 'Until {day}' },
  left: { nl: 'Vertrokken na {day}', en: 'Left after {day}' },
  who: { nl: 'Wie', en: 'Who' },
  present: { nl: 'Nu in dienst', en: 'Employed now' },
  gone: { nl: 'Vertrokken', en: 'Left' },
  nobody: { nl: 'Niemand', en: 'Nobody' },
  nobodyGone: { nl: 'Er is nog niemand vertrokken.', en: 'Nobody has left yet.' },
} satisfies Record<string, Text>

/** Everybody who works here, and those who left. */
export const staffPage = page('/beheer', {
  read: async (door) => (await readOffice(door, 'staff', { staff: listStaff })).staff,
  view: (staff, door) => {
    const gone = door.visit.query.get('wie') === 'vertrokken'
    const shown = staff.filter(({ left }) => left === gone)
    return (
      <Screen door={door} title={words.title}>
        <PageHeader
          title={words.title}
          lead={words.lead}
          action={<LinkButton href="/beheer/uitnodigingen/nieuw" label={words.invite} icon="add" />}
        />
        <Filters
          groups={[
            {
              label: words.who,
              options: [
                {
                  label: words.present,
                  href: '/beheer',
                  current: !gone,
                  count: staff.filter(({ left }) => !left).length,
                },
                {
                  label: words.gone,
                  href: '/beheer?wie=vertrokken',
                  current: gone,
                  count: staff.filter(({ left }) => left).length,
                },
              ],
            },
          ]}
        />
        <StaffTable staff={shown} door={door} />
        <EndOfList read={staff.length} most={STAFF_MOST} />
      </Screen>
    )
  },
})

function StaffTable({ staff, door }: { staff: readonly StaffMember[]; door: Door }): JSX.Element {
  return (
    <DataTable
      caption={words.title}
      captionHidden
      rows={staff}
      href={({ accountId }) => `/beheer/medewerkers/${accountId}`}
      columns={[
        { title: words.name, cell: ({ name }) => name },
        { title: words.functions, cell: ({ functions }) => drawFunctions(functions, door) },
        { title: words.secondFactor, cell: drawSecondFactor },
        { title: words.state, cell: (member) => <Employment member={member} door={door} /> },
      ]}
      empty={<EmptyState title={words.nobody} lead={words.nobodyGone} icon="people" />}
    />
  )
}

function drawFunctions(functions: readonly string[], { language }: Door): JSX.Element | string {
  if (functions.length > 0) return functionNames(functions, language)
  return (
    <Muted>
      <Words of={words.none} />
    </Muted>
  )
}

function drawSecondFactor({ secondFactor }: StaffMember): JSX.Element | null {
  if (secondFactor === null) return null
  return secondFactor ? (
    <Words of={words.set} />
  ) : (
    <Badge label={words.missing} tone="warning" icon="alert" />
  )
}

interface EmploymentProps {
  readonly member: StaffMember
  readonly door: Door
}

/** Whether somebody works here, and until when. */
export function Employment({ member, door }: EmploymentProps): JSX.Element {
  const { lastDay, left } = member
  const { language } = door
  if (lastDay === null) return <Badge label={words.works} tone="success" icon="check" />
  const day = formatDay(lastDay, language)
  const label = say(left ? words.left : words.leaves, language, { day })
  return <Badge label={label} tone={left ? 'neutral' : 'warning'} icon="clock" />
}
