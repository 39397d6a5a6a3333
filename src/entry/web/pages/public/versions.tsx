import { DataTable, DateText, EmptyState, Moment, PageHeader } from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'

const words = {
  title: { nl: 'Versies van de verklaring', en: 'Versions of the statement' },
  lead: {
    nl: 'Elke versie blijft te lezen. De bovenste geldt nu.',
    en: 'Every version stays readable. The topmost holds now.',
  },
  statement: { nl: 'Privacyverklaring', en: 'Privacy statement' },
  version: { nl: 'Versie', en: 'Version' },
  inForce: { nl: 'Van kracht sinds', en: 'In force since' },
  applied: { nl: 'Doorgevoerd', en: 'Carried out' },
  none: { nl: 'Er is nog geen verklaring', en: 'There is no statement yet' },
} satisfies Record<string, Text>

/** Every version of the statement there was. */
export const versionsPage = page('/verklaring/versies', {
  read: async (door) => {
    await door.publicly({})
    return door.visit.site.publication.versions(door.visit.organisation)
  },
  view: (versions, door) => (
    <Screen door={door} title={words.title} width="narrow" open>
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: words.statement, href: '/verklaring' }]}
      />
      <DataTable
        caption={words.title}
        captionHidden
        rows={versions}
        href={({ version }) => `/verklaring/versies/${version}`}
        columns={[
          { title: words.version, cell: ({ version }) => String(version) },
          { title: words.inForce, cell: ({ inForce }) => <DateText day={inForce} /> },
          { title: words.applied, cell: ({ appliedAt }) => <Moment at={appliedAt} /> },
        ]}
        empty={<EmptyState title={words.none} />}
      />
    </Screen>
  ),
})
