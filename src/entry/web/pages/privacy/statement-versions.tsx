import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  DataTable,
  DateText,
  EmptyState,
  FilterForm,
  Moment,
  Section,
  Stack,
  StatusBadge,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import type { PublishedVersion } from '#entry/web/http/publication.ts'
import { say } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import type { Change } from '#statement/diff/change.ts'
import { diffStatements } from '#statement/index.ts'
import { readStatementBasis, type StatementBasis, StatementScreen } from './statement-tabs.tsx'

const words = {
  compare: { nl: 'Twee versies vergelijken', en: 'Compare two versions' },
  compareLead: {
    nl: 'Van elke verandering ziet u of de organisatie daarna minder of meer mag.',
    en: 'Of every change you see whether the organisation may do less or more after it.',
  },
  before: { nl: 'Van versie', en: 'From version' },
  after: { nl: 'Naar versie', en: 'To version' },
  option: { nl: 'Versie {version}', en: 'Version {version}' },
  between: {
    nl: 'Wat er verandert van versie {before} naar versie {after}',
    en: 'What changes from version {before} to version {after}',
  },
  effect: { nl: 'Gevolg', en: 'Effect' },
  change: { nl: 'Verandering', en: 'Change' },
  path: { nl: 'Waar', en: 'Where' },
  same: { nl: 'Er is geen verschil', en: 'There is no difference' },
  sameWhy: {
    nl: 'Deze twee versies regelen hetzelfde. Kies er twee die verschillen.',
    en: 'These two versions settle the same. Choose two that differ.',
  },
  all: { nl: 'Alle versies', en: 'All versions' },
  version: { nl: 'Versie', en: 'Version' },
  inForce: { nl: 'Van kracht sinds', en: 'In force since' },
  applied: { nl: 'Doorgevoerd', en: 'Carried out' },
  none: { nl: 'Er is nog maar één versie', en: 'There is only one version yet' },
} satisfies Record<string, Text>

interface VersionsData {
  readonly basis: StatementBasis
  readonly versions: readonly PublishedVersion[]
  readonly before: number
  readonly after: number
  readonly changes: readonly Change[]
}

/** Every version, and what differs between any two. */
export const statementVersionsPage = page('/privacy/verklaring/versies', {
  read: async (door): Promise<VersionsData> => {
    const basis = await readStatementBasis(door)
    const { organisation, site, query } = door.visit
    const versions = await site.publication.versions(organisation)
    const known = (asked: string | null, otherwise: PublishedVersion | undefined) =>
      versions.find(({ version }) => String(version) === asked)?.version ??
      otherwise?.version ??
      basis.statement.declarations.version
    const before = known(query.get('van'), versions[1] ?? versions[0])
    const after = known(query.get('naar'), versions[0])
    const [old, now] = await Promise.all([
      site.publication.version(organisation, before),
      site.publication.version(organisation, after),
    ])
    return { basis, versions, before, after, changes: diffStatements(old, now, VOCABULARY) }
  },
  view: (data, door) => (
    <StatementScreen basis={data.basis} part="versions" door={door}>
      <Stack gap="large">
        <Comparison data={data} door={door} />
        <Section title={words.all}>
          <DataTable
            caption={words.all}
            captionHidden
            rows={data.versions}
            href={({ version }) => `/verklaring/versies/${version}`}
            columns={[
              { title: words.version, cell: ({ version }) => String(version) },
              { title: words.inForce, cell: ({ inForce }) => <DateText day={inForce} /> },
              { title: words.applied, cell: ({ appliedAt }) => <Moment at={appliedAt} /> },
            ]}
            empty={null}
          />
        </Section>
      </Stack>
    </StatementScreen>
  ),
})

function Comparison({ data, door }: { data: VersionsData; door: Door }): JSX.Element {
  const { versions, before, after, changes } = data
  const { language } = door
  const options = versions.map(({ version }) => ({
    value: String(version),
    label: say(words.option, language, { version: String(version) }),
  }))
  if (versions.length < 2) return <EmptyState title={words.none} icon="file" />
  const title = say(words.between, language, { before: String(before), after: String(after) })
  return (
    <Section title={words.compare} lead={words.compareLead}>
      <Stack>
        <FilterForm
          action="/privacy/verklaring/versies"
          fields={[
            { name: 'van', label: words.before, value: String(before), options },
            { name: 'naar', label: words.after, value: String(after), options },
          ]}
        />
        <DataTable
          caption={title}
          rows={changes}
          columns={[
            { title: words.change, cell: ({ sentence }) => sentence[language] },
            { title: words.effect, cell: ({ effect }) => <StatusBadge status={effect} /> },
            { title: words.path, cell: ({ path }) => path },
          ]}
          empty={<EmptyState title={words.same} lead={words.sameWhy} icon="check" />}
        />
      </Stack>
    </Section>
  )
}
