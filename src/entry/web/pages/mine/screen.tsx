import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { type Breadcrumb, Notice, PageHeader, Tabs, Words } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { Screen } from '#entry/web/http/screen.tsx'
import { say, type Wording } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import { sayName } from '#modules/practice/index.ts'
import type { Access } from '#store/access.ts'
import { listWaitingSummaries } from './matters.ts'
import type { OwnFile } from './own-file.ts'
import { StandingBadge } from './person.tsx'
import { MINE, SERVICE_STANDINGS } from './words.ts'
import { kindTitle } from '#entry/web/titles.ts'

const words = {
  parts: { nl: 'Onderdelen van uw dossier', en: 'Parts of your dossier' },
  overview: { nl: 'Overzicht', en: 'Overview' },
  trajectory: { nl: 'Traject', en: 'Trajectory' },
  training: { nl: 'Opleiding', en: 'Training' },
  trainings: { nl: 'Mijn opleidingen', en: 'My programmes' },
  lead: { nl: 'Uw dossier {reference}', en: 'Your dossier {reference}' },
  represented: {
    nl: 'U handelt voor {name}. Waar hier “u” staat, gaat het om die persoon.',
    en: 'You act for {name}. Where it says “you” here, that person is meant.',
  },
} satisfies Record<string, Text>

interface PartLink {
  readonly label: Text
  /** Under the path of the dossier. */
  readonly path: string
  /** The table without which there is nothing to see there. */
  readonly table?: string
  /** The table that stands in its place. */
  readonly unless?: string
  /** How many things wait there for the client. */
  readonly waiting?: (file: OwnFile) => number
}

const PARTS = {
  training: { label: words.training, path: '/opleiding', table: 'registrations' },
  overview: { label: words.overview, path: '', unless: 'registrations' },
  appointments: { label: MINE.appointments, path: '/afspraken', table: 'appointments' },
  summaries: {
    label: MINE.summaries,
    path: '/samenvattingen',
    table: 'summaries',
    waiting: (file) => listWaitingSummaries(file).length,
  },
  trajectory: { label: words.trajectory, path: '/traject', table: 'goals' },
  contents: { label: MINE.contents, path: '/inhoud', unless: 'registrations' },
  consents: {
    label: MINE.consents,
    path: '/toestemmingen',
    table: 'consent_requests',
    waiting: ({ dossier }) => dossier.consents.filter(({ state }) => state === 'asked').length,
  },
  disclosures: { label: MINE.disclosures, path: '/verstrekt', table: 'disclosures' },
  looks: { label: MINE.looks, path: '/wie-keek', table: 'ledger' },
  details: {
    label: MINE.details,
    path: '/gegevens',
    table: 'clients',
    unless: 'registrations',
  },
  keeping: { label: MINE.keeping, path: '/bewaren' },
  taking: { label: MINE.taking, path: '/meenemen', unless: 'registrations' },
} satisfies Record<string, PartLink>

export type Part = keyof typeof PARTS

export interface OwnScreenProps {
  readonly door: Door
  readonly file: OwnFile
  readonly part: Part
  readonly children?: Child
}

/** A part of one's own dossier: which dossier it is, how it stands, and the other parts. */
export function OwnScreen({ door, file, part, children }: OwnScreenProps): JSX.Element {
  const { dossier, access, path, name } = file
  const { kind, state } = dossier.service
  const service = name ?? kindTitle(kind)
  const title = `${say(PARTS[part].label, door.language)} – ${say(service, door.language)}`
  const links: [string, PartLink][] = Object.entries(PARTS)
  return (
    <Screen door={door} title={title} open>
      <PageHeader
        title={service}
        status={state && <StandingBadge of={SERVICE_STANDINGS[state]} />}
        lead={[
          name && say(kindTitle(kind), door.language),
          say(words.lead, door.language, { reference: dossier.reference }),
        ]
          .filter(Boolean)
          .join(' · ')}
        breadcrumbs={crumbsOf(file)}
      />
      <Represented door={door} file={file} />
      <Tabs
        label={words.parts}
        tabs={links
          .filter(([, link]) => isThere(link, access))
          .map(([name, link]) => ({
            label: link.label,
            href: `${path}${link.path}`,
            current: name === part,
            count: link.waiting?.(file) ?? 0,
          }))}
      />
      {children}
    </Screen>
  )
}

/** Who acts for somebody else is told for whom: a parent can have several children here. */
function Represented({ door, file }: Pick<OwnScreenProps, 'door' | 'file'>): JSX.Element | null {
  const { client, relations } = file.dossier
  const isRepresentative = relations.some(
    ({ relation, holderId }) => relation === 'representative' && holderId === door.me?.accountId,
  )
  if (!isRepresentative || !client) return null
  return (
    <Notice>
      <Words of={words.represented} places={{ name: sayName(client) }} />
    </Notice>
  )
}

function isThere({ table, unless }: PartLink, access: Access): boolean {
  const has = (name: string): boolean => access.can(name, 'select')
  return (table === undefined || has(table)) && (unless === undefined || !has(unless))
}

export interface OwnStepScreenProps extends OwnScreenProps {
  readonly title: Wording
  readonly lead?: Wording
  readonly status?: Child
  readonly width?: 'wide' | 'narrow'
}

/** A page under a part of one's own dossier: one form, or one thing in it. */
export function OwnStepScreen(props: OwnStepScreenProps): JSX.Element {
  const { door, file, part, title, lead, status, width = 'narrow', children } = props
  const { label, path } = PARTS[part]
  return (
    <Screen door={door} title={title} width={width} open>
      <PageHeader
        title={title}
        {...(lead && { lead })}
        status={status}
        breadcrumbs={[
          ...crumbsOf(file),
          { label: file.name ?? kindTitle(file.dossier.service.kind), href: file.path },
          { label, href: `${file.path}${path}` },
        ]}
      />
      {children}
    </Screen>
  )
}

/** The list of dossiers, for who has several; a register lists each registration. */
function crumbsOf({ dossier, access }: OwnFile): Breadcrumb[] {
  if (access.can('registrations', 'select')) return [{ label: words.trainings, href: '/mijn' }]
  return dossier.others.length > 0 ? [{ label: MINE.dossiers, href: '/mijn' }] : []
}
