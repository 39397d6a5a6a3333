import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { PageHeader, StatusBadge, Tabs } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { Screen } from '#entry/web/http/screen.tsx'
import { say, type Wording } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import type { OpenedFile } from '#entry/web/pages/work/desk.ts'
import { clientName } from '#entry/web/pages/work/person.tsx'
import { SERVICE_STATUSES, WORK } from '#entry/web/pages/work/words.ts'
import { kindTitle } from '#entry/web/titles.ts'

const words = {
  parts: { nl: 'Onderdelen van het dossier', en: 'Parts of the dossier' },
  overview: { nl: 'Overzicht', en: 'Overview' },
  time: { nl: 'Uren', en: 'Hours' },
  paper: { nl: 'Papier', en: 'Paper' },
  professionals: { nl: 'Anderen', en: 'Others' },
  peers: { nl: 'Toetsing', en: 'Peer review' },
  ledger: { nl: 'Wie keek', en: 'Who looked' },
  search: { nl: 'Zoeken', en: 'Search' },
  trajectory: { nl: 'Traject', en: 'Trajectory' },
  forms: { nl: 'Formulieren', en: 'Forms' },
  lead: { nl: '{service}, dossier {reference}', en: '{service}, dossier {reference}' },
} satisfies Record<string, Text>

export type Part =
  | 'overview'
  | 'trajectory'
  | 'forms'
  | 'consults'
  | 'notes'
  | 'documents'
  | 'time'
  | 'paper'
  | 'consents'
  | 'disclosures'
  | 'professionals'
  | 'peer-review'
  | 'ledger'
  | 'search'

interface PartLink {
  readonly part: Part
  readonly label: Text
  /** Under the path of the dossier. */
  readonly path: string
  /** The table without which there is nothing to see there. */
  readonly table?: string
}

const PARTS: readonly PartLink[] = [
  { part: 'overview', label: words.overview, path: '' },
  { part: 'trajectory', label: words.trajectory, path: '/traject', table: 'goals' },
  { part: 'consults', label: WORK.consults, path: '/gesprekken', table: 'consults' },
  { part: 'notes', label: WORK.notes, path: '/notities', table: 'notes' },
  { part: 'forms', label: words.forms, path: '/formulieren', table: 'forms' },
  { part: 'documents', label: WORK.documents, path: '/documenten', table: 'documents' },
  { part: 'time', label: words.time, path: '/uren', table: 'time_entries' },
  { part: 'paper', label: words.paper, path: '/papier', table: 'paper_files' },
  { part: 'consents', label: WORK.consents, path: '/toestemmingen', table: 'consent_requests' },
  { part: 'disclosures', label: WORK.disclosures, path: '/verstrekkingen', table: 'disclosures' },
  {
    part: 'professionals',
    label: words.professionals,
    path: '/professionals',
    table: 'professional_requests',
  },
  { part: 'peer-review', label: words.peers, path: '/toetsing', table: 'anonymised_cases' },
  { part: 'ledger', label: words.ledger, path: '/wie-keek', table: 'ledger' },
  { part: 'search', label: words.search, path: '/zoeken' },
]

export interface DossierScreenProps {
  readonly door: Door
  readonly file: OpenedFile
  readonly part: Part
  /** The one next step on this page. */
  readonly action?: Child
  readonly children?: Child
}

/** A part of an opened dossier: whose it is, how it stands, and the other parts. */
export function DossierScreen(props: DossierScreenProps): JSX.Element {
  const { door, file, part, action, children } = props
  const { dossier, access, path } = file
  const { kind, state } = dossier.service
  const name = clientName(dossier.client)
  const parts = PARTS.filter(({ table }) => !table || access.can(table, 'select'))
  const current = PARTS.find((each) => each.part === part)
  const title = `${say(current?.label ?? '', door.language)} – ${say(name, door.language)}`
  const service = say(kindTitle(kind), door.language)
  return (
    <Screen door={door} title={title}>
      <PageHeader
        title={name}
        status={state && <StatusBadge status={SERVICE_STATUSES[state]} />}
        lead={say(words.lead, door.language, { service, reference: dossier.reference })}
        breadcrumbs={[clientsCrumb(file)]}
        action={action}
      />
      <Tabs
        label={words.parts}
        tabs={parts.map((each) => ({
          label: each.label,
          href: `${path}${each.path}`,
          current: each.part === part,
        }))}
      />
      {children}
    </Screen>
  )
}

export interface DossierStepScreenProps {
  readonly door: Door
  readonly file: OpenedFile
  readonly part: Part
  readonly title: Wording
  readonly lead?: Wording
  readonly status?: Child
  readonly action?: Child
  readonly width?: 'wide' | 'narrow'
  readonly children?: Child
}

/** A page under a part of an opened dossier: one form, or one thing in it. */
export function DossierStepScreen(props: DossierStepScreenProps): JSX.Element {
  const { door, file, part, title, lead, status, action, width = 'narrow', children } = props
  const above = PARTS.find((each) => each.part === part)
  const name = clientName(file.dossier.client)
  return (
    <Screen
      door={door}
      title={`${say(title, door.language)} – ${say(name, door.language)}`}
      width={width}
    >
      <PageHeader
        title={title}
        lead={lead}
        status={status}
        action={action}
        breadcrumbs={[
          clientsCrumb(file),
          { label: name, href: file.path },
          ...(above?.path ? [{ label: above.label, href: `${file.path}${above.path}` }] : []),
        ]}
      />
      {children}
    </Screen>
  )
}

function clientsCrumb({ desk }: OpenedFile): { label: Text; href: string } {
  const href = desk.activity === 'substitution' ? '/werk?staat=waarneming' : '/werk'
  return { label: WORK.clients, href }
}
