import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  DataTable,
  DateText,
  dayOf,
  DescriptionList,
  EmptyState,
  LinkButton,
  Muted,
  PageHeader,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { idOf, page, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  AUDIT_PLANNING,
  type AuditedStudent,
  type AuditLine,
  auditReads,
  AUDITS,
  AUDITS_PAGE,
  listAudits,
} from '#modules/registry/index.ts'
import { FoundList } from '#entry/web/pages/registry/found-list.tsx'
import { type PagedAddress, readPagedAddress } from '#entry/web/pages/registry/paged-address.ts'
import { AUDIT_WORDS, AUDITOR_PATH, AUDITS_PATH, programmeName, studentName } from './places.ts'
import { AuditBadge } from './state.tsx'

const words = {
  lead: {
    nl: 'Bij een audit kijkt een auditor of een instelling volgens de eisen opleidt. De studenten worden geloot en krijgen bericht. De auditor en de instelling kunnen in hun portfolio’s kijken zolang de audit duurt.',
    en: 'In an audit, an auditor checks whether an institution meets the training requirements. Students are picked at random and told so. The auditor and the institution can see their portfolios for as long as the audit lasts.',
  },
  ownLead: {
    nl: 'De audits waarvoor u bent gevraagd. U ziet de studenten van de eerste tot en met de laatste dag.',
    en: 'Audits you have been asked to do. You see the students from the first day to the last.',
  },
  plan: { nl: 'Audit plannen', en: 'Plan an audit' },
  search: {
    nl: 'Zoek op instelling, opleiding of auditor',
    en: 'Search by institution, programme or auditor',
  },
  ownSearch: { nl: 'Zoek op instelling of opleiding', en: 'Search by institution or programme' },
  notFound: { nl: 'Geen audits gevonden', en: 'No audits found' },
  notFoundWhy: { nl: 'Zoek op iets anders.', en: 'Try another search.' },
  none: { nl: 'Nog geen audits', en: 'No audits yet' },
  noneWhy: {
    nl: 'Plan een audit om te zien hoe een instelling opleidt.',
    en: 'Plan an audit to see how an institution trains.',
  },
  ownNoneWhy: {
    nl: 'Als u voor een audit wordt gevraagd, staat die hier.',
    en: 'When you are asked to do an audit, it appears here.',
  },
  end: { nl: 'Audit beëindigen', en: 'End the audit' },
  endTitle: { nl: 'Eerder klaar?', en: 'Done earlier?' },
  endWhy: {
    nl: 'Beëindig de audit dan nu: de auditor en de instelling kijken niet langer mee dan nodig is.',
    en: 'Then end the audit now, so that auditor and institution look no longer than needed.',
  },
  nobody: { nl: 'Geen studenten om te zien', en: 'No students to see' },
  nobodyWhy: {
    nl: 'U ziet de studenten zolang de audit loopt.',
    en: 'You see the students as long as the audit runs.',
  },
} satisfies Record<string, Text>

interface AuditList {
  readonly asked: PagedAddress
  readonly rows: readonly AuditLine[]
}

async function readAudits(door: Door, activity: string): Promise<AuditList> {
  const asked = readPagedAddress(door.visit.query)
  const { rows } = await door.list(activity, 'audits', { rows: listAudits(asked) })
  return { asked, rows }
}

interface ListedFor {
  readonly path: string
  readonly title: Text
  readonly search: Text
  /** What is said when there is nothing at all. */
  readonly why: Text
}

const PLANNER: ListedFor = {
  path: AUDITS_PATH,
  title: AUDIT_WORDS.audits,
  search: words.search,
  why: words.noneWhy,
}

const AUDITOR: ListedFor = {
  path: AUDITOR_PATH,
  title: AUDIT_WORDS.ownAudits,
  search: words.ownSearch,
  why: words.ownNoneWhy,
}

function list({ asked, rows }: AuditList, { language }: Door, reader: ListedFor): JSX.Element {
  const { path, title, search, why } = reader
  return (
    <FoundList path={path} label={search} asked={asked} rows={rows} size={AUDITS_PAGE}>
      <DataTable
        caption={title}
        captionHidden
        rows={rows}
        href={({ id }) => `${path}/${id}`}
        columns={[
          { title: AUDIT_WORDS.institution, cell: ({ party }) => party },
          { title: AUDIT_WORDS.programme, cell: (row) => programmeName(row, language) },
          ...(reader === PLANNER
            ? [{ title: AUDIT_WORDS.auditor, cell: ({ auditor }: AuditLine) => auditor ?? '–' }]
            : []),
          {
            title: AUDIT_WORDS.startsOn,
            cell: (row) => <DateText day={row.starts_on} form="short" />,
          },
          { title: AUDIT_WORDS.endsOn, cell: (row) => <DateText day={row.ends_on} form="short" /> },
          { title: AUDIT_WORDS.state, cell: ({ state }) => <AuditBadge state={state} /> },
        ]}
        empty={
          <EmptyState
            title={asked.search === '' ? words.none : words.notFound}
            lead={asked.search === '' ? why : words.notFoundWhy}
            icon="search"
          />
        }
      />
    </FoundList>
  )
}

/** Every audit, for who plans them. */
export const auditsPage = page(AUDITS_PATH, {
  read: (door) => readAudits(door, AUDIT_PLANNING),
  view: (audits, door) => (
    <Screen door={door} title={AUDIT_WORDS.audits}>
      <PageHeader
        title={AUDIT_WORDS.audits}
        lead={words.lead}
        action={<LinkButton href={`${AUDITS_PATH}/nieuw`} label={words.plan} icon="add" />}
      />
      {list(audits, door, PLANNER)}
    </Screen>
  ),
})

/** The audits of an auditor. */
export const ownAuditsPage = page(AUDITOR_PATH, {
  read: (door) => readAudits(door, AUDITS),
  view: (audits, door) => (
    <Screen door={door} title={AUDITOR.title}>
      <PageHeader title={AUDITOR.title} lead={words.ownLead} />
      {list(audits, door, AUDITOR)}
    </Screen>
  ),
})

interface AuditPage {
  readonly audit: AuditLine
  readonly students: readonly AuditedStudent[]
}

/** @throws `NOT_FOUND` for an audit that is not there for whoever asks. */
export async function readAudit(door: Door, params: Params, activity: string): Promise<AuditPage> {
  const { audit, students } = await door.list(activity, 'audit', auditReads(idOf(params)))
  const [found] = audit
  if (!found) throw new AppError('NOT_FOUND')
  return { audit: found, students }
}

/** One audit, for who planned it. */
export const auditPage = page(`${AUDITS_PATH}/:id`, {
  read: (door, params) => readAudit(door, params, AUDIT_PLANNING),
  view: (data, door) => (
    <Audit data={data} door={door} reader={PLANNER}>
      {data.audit.state !== 'over' && (
        <Section title={words.endTitle} lead={words.endWhy}>
          <LinkButton
            href={`${AUDITS_PATH}/${data.audit.id}/beeindigen`}
            label={words.end}
            look="plain"
          />
        </Section>
      )}
    </Audit>
  ),
})

/** One audit, for its auditor: each student leads to a portfolio. */
export const ownAuditPage = page(`${AUDITOR_PATH}/:id`, {
  read: (door, params) => readAudit(door, params, AUDITS),
  view: (data, door) => <Audit data={data} door={door} reader={AUDITOR} />,
})

interface AuditProps {
  readonly data: AuditPage
  readonly door: Door
  readonly reader: ListedFor
  readonly children?: JSX.Element | false
}

function Audit({ data, door, reader, children }: AuditProps): JSX.Element {
  const { audit, students } = data
  const { language } = door
  const { path, title } = reader
  return (
    <Screen door={door} title={audit.party}>
      <PageHeader
        title={audit.party}
        status={<AuditBadge state={audit.state} />}
        breadcrumbs={[{ label: title, href: path }]}
      />
      <Stack gap="large">
        <DescriptionList
          items={[
            { term: AUDIT_WORDS.programme, value: programmeName(audit, language) },
            { term: AUDIT_WORDS.auditor, value: audit.auditor ?? '–' },
            { term: AUDIT_WORDS.startsOn, value: <DateText day={audit.starts_on} /> },
            audit.ended_at
              ? { term: AUDIT_WORDS.endedOn, value: <DateText day={dayOf(audit.ended_at)} /> }
              : { term: AUDIT_WORDS.endsOn, value: <DateText day={audit.ends_on} /> },
            {
              term: AUDIT_WORDS.partner,
              value: audit.partner ?? <Words of={AUDIT_WORDS.notNamed} />,
            },
          ]}
        />
        <Section title={AUDIT_WORDS.students}>
          <DataTable
            caption={AUDIT_WORDS.students}
            captionHidden
            rows={students}
            {...(reader === AUDITOR &&
              audit.state === 'running' && {
                href: ({ dossier_id: dossier }: AuditedStudent) => `${path}/${audit.id}/${dossier}`,
              })}
            columns={[
              { title: AUDIT_WORDS.student, cell: (row) => studentName(row) },
              { title: AUDIT_WORDS.programme, cell: (row) => programmeName(row, language) },
              {
                title: AUDIT_WORDS.judgedAt,
                cell: ({ judged_at: at }) =>
                  at ? (
                    <DateText day={dayOf(at)} form="short" />
                  ) : (
                    <Muted>
                      <Words of={AUDIT_WORDS.notJudged} />
                    </Muted>
                  ),
              },
            ]}
            empty={<EmptyState title={words.nobody} lead={words.nobodyWhy} icon="people" />}
          />
        </Section>
        {children}
      </Stack>
    </Screen>
  )
}
