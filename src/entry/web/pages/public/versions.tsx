import {
  DataTable,
  DateText,
  EmptyState,
  LinkButton,
  Moment,
  PageHeader,
  StatusBadge,
} from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'

const words = {
  title: { nl: 'Versies van de verklaring', en: 'Versions of the statement' },
  lead: {
    nl: 'Elke versie blijft te lezen. Wat is aangekondigd, gaat op zijn dag in.',
    en: 'Every version stays readable. What is announced takes effect on its day.',
  },
  statement: { nl: 'Privacyverklaring', en: 'Privacy statement' },
  version: { nl: 'Versie', en: 'Version' },
  inForce: { nl: 'Van kracht vanaf', en: 'In force from' },
  compare: { nl: 'Twee versies vergelijken', en: 'Compare two versions' },
  applied: { nl: 'Doorgevoerd', en: 'Carried out' },
  none: { nl: 'Er is nog geen verklaring', en: 'There is no statement yet' },
} satisfies Record<string, Text>

/** Every version of the statement there was. */
export const versionsPage = page('/verklaring/versies', {
  read: async (door) => {
    await door.publicly({})
    const { organisation, site } = door.visit
    const [announced, retracted, applied] = await Promise.all([
      site.publication.announced(organisation),
      site.publication.retracted(organisation),
      site.publication.versions(organisation),
    ])
    const waiting = announced.map((each) => ({ ...each, appliedAt: undefined, back: false }))
    const back = retracted.map((each) => ({ ...each, appliedAt: undefined, back: true }))
    const done = applied.map((each) => ({ ...each, back: false }))
    return [...waiting, ...back, ...done].toSorted((a, b) => b.version - a.version)
  },
  view: (versions, door) => (
    <Screen door={door} title={words.title} width="narrow" open>
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: words.statement, href: '/verklaring' }]}
        action={
          versions.length > 1 && (
            <LinkButton href="/verklaring/verschil" label={words.compare} look="plain" />
          )
        }
      />
      <DataTable
        caption={words.title}
        captionHidden
        rows={versions}
        href={({ version }) => `/verklaring/versies/${version}`}
        columns={[
          { title: words.version, cell: ({ version }) => String(version) },
          { title: words.inForce, cell: ({ inForce }) => <DateText day={inForce} /> },
          {
            title: words.applied,
            cell: ({ appliedAt, back }) =>
              appliedAt ? (
                <Moment at={appliedAt} />
              ) : (
                <StatusBadge status={back ? 'retracted' : 'announced'} />
              ),
          },
        ]}
        empty={<EmptyState title={words.none} />}
      />
    </Screen>
  ),
})
