import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  DataTable,
  DateText,
  EmptyState,
  LinkButton,
  Muted,
  StatusBadge,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page, type Route } from '#entry/web/http/page.tsx'
import { COACH_AGENDA, SUBSTITUTE_AGENDA } from '#entry/web/pages/work/agenda/desk.ts'
import { type Desk, type OpenedFile, openFile, SUBSTITUTE } from '#entry/web/pages/work/desk.ts'
import { ActorText } from '#entry/web/pages/work/person.tsx'
import { SUMMARY_STATUSES, WORK } from '#entry/web/pages/work/words.ts'
import type { Text } from '#kernel/language.ts'
import { CONSULT_WAYS, type ConsultView } from '#modules/practice/index.ts'
import { DossierScreen } from './screen.tsx'
import { isOpenForWriting } from './writing.ts'

const words = {
  note: { nl: 'Gesprek noteren', en: 'Note a consult' },
  plan: { nl: 'Afspraak plannen', en: 'Plan an appointment' },
  day: { nl: 'Dag', en: 'Day' },
  way: { nl: 'Hoe', en: 'How' },
  minutes: { nl: 'Duur', en: 'Length' },
  amount: { nl: '{minutes} minuten', en: '{minutes} minutes' },
  summary: { nl: 'Samenvatting', en: 'Summary' },
  unwritten: { nl: 'nog niet geschreven', en: 'not written yet' },
  by: { nl: 'Genoteerd door', en: 'Noted by' },
  none: { nl: 'Nog geen gesprekken', en: 'No consults yet' },
  noneWhy: {
    nl: 'Noteer een gesprek en schrijf meteen de samenvatting. De cliënt leest die en zegt of zij klopt.',
    en: 'Note a consult and write its summary at once. The client reads it and says whether it is right.',
  },
  notStarted: {
    nl: 'Gesprekken noteert u zodra de dienst is begonnen.',
    en: 'You can note consults once the service has started.',
  },
} satisfies Record<string, Text>

/** The consults of a dossier, and how far the summary of each is. */
export function consultsPage(desk: Desk): Route {
  return page(`${desk.path}/:id/gesprekken`, {
    read: (door, params) => openFile(door, desk, params),
    view: drawConsults,
  })
}

function drawConsults(file: OpenedFile, door: Door): JSX.Element {
  const { access, dossier, path } = file
  const mayNote = isOpenForWriting(file, 'consults')
  const agenda = file.desk === SUBSTITUTE ? SUBSTITUTE_AGENDA : COACH_AGENDA
  const add = (
    <>
      <LinkButton href={`${path}/gesprekken/nieuw`} label={words.note} icon="add" />
      {access.can('appointments', 'insert') && (
        <LinkButton
          href={`${agenda.path}/nieuw?dossier=${dossier.id}`}
          label={words.plan}
          look="plain"
          icon="calendar"
        />
      )}
    </>
  )
  const hasSummaries = access.can('summaries', 'select')
  return (
    <DossierScreen door={door} file={file} part="consults" action={mayNote && add}>
      <DataTable
        caption={WORK.consults}
        captionHidden
        rows={dossier.consults}
        {...(hasSummaries && { href: ({ id }: ConsultView) => `${path}/gesprekken/${id}` })}
        columns={[
          { title: words.day, cell: ({ heldOn }) => <DateText day={heldOn} /> },
          { title: words.way, cell: ({ way }) => <Words of={CONSULT_WAYS[way]} /> },
          {
            title: words.minutes,
            cell: ({ minutes }) => <Words of={words.amount} places={{ minutes }} />,
          },
          { title: words.by, cell: ({ notedBy }) => <ActorText of={notedBy} /> },
          ...(hasSummaries
            ? [{ title: words.summary, cell: (consult: ConsultView) => summaryState(consult) }]
            : []),
        ]}
        empty={
          <EmptyState
            title={words.none}
            lead={dossier.service.state === 'intake' ? words.notStarted : words.noneWhy}
            icon="speech"
            action={mayNote && add}
          />
        }
      />
    </DossierScreen>
  )
}

function summaryState({ summaries: [newest] }: ConsultView): JSX.Element {
  if (newest) return <StatusBadge status={SUMMARY_STATUSES[newest.state]} />
  return (
    <Muted>
      <Words of={words.unwritten} />
    </Muted>
  )
}
