import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { ConsentCount } from '#duties/oversight/consent.ts'
import { DataTable, EmptyState, Section } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { capital, type Text } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'

const words = {
  title: { nl: 'Toestemmingen', en: 'Consents' },
  lead: {
    nl: 'Hoe vaak iets is gevraagd en hoe het antwoord nu staat. Alleen wat geldt, geeft toegang.',
    en: 'How often something was asked and how the answer stands now. Only what stands gives access.',
  },
  about: { nl: 'Waarvoor', en: 'What for' },
  standing: { nl: 'Geldt nu', en: 'Stands now' },
  unanswered: { nl: 'Wacht op antwoord', en: 'Awaits an answer' },
  refused: { nl: 'Geweigerd', en: 'Refused' },
  withdrawn: { nl: 'Ingetrokken', en: 'Withdrawn' },
  expired: { nl: 'Verlopen', en: 'Expired' },
  expiring: { nl: 'Verloopt binnenkort', en: 'Ends soon' },
  none: { nl: 'Er is nog niets gevraagd', en: 'Nothing was asked yet' },
} satisfies Record<string, Text>

export interface ConsentSectionProps {
  readonly consents: readonly ConsentCount[]
  readonly door: Door
}

/** The consents that were asked, in numbers. */
export function ConsentSection({ consents, door }: ConsentSectionProps): JSX.Element {
  const says = (word: string) => VOCABULARY.consents[word]?.says[door.language] ?? word
  return (
    <Section title={words.title} lead={words.lead}>
      <DataTable
        caption={words.title}
        captionHidden
        rows={consents}
        columns={[
          { title: words.about, cell: ({ consent }) => capital(says(consent)) },
          { title: words.standing, cell: ({ standing }) => String(standing), align: 'end' },
          { title: words.unanswered, cell: ({ unanswered }) => String(unanswered), align: 'end' },
          { title: words.refused, cell: ({ refused }) => String(refused), align: 'end' },
          { title: words.withdrawn, cell: ({ withdrawn }) => String(withdrawn), align: 'end' },
          { title: words.expired, cell: ({ expired }) => String(expired), align: 'end' },
          { title: words.expiring, cell: ({ expiring }) => String(expiring), align: 'end' },
        ]}
        empty={<EmptyState title={words.none} icon="check" />}
      />
    </Section>
  )
}
