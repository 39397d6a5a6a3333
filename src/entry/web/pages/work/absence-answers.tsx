import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { DataTable, DateText, Section, StatusBadge } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { AbsenceClient } from '#modules/practice/index.ts'
import { COACH } from './desk.ts'
import { ClientNameText } from './person.tsx'
import { CONSENT_STATUSES, WORK } from './words.ts'

const words = {
  told: { nl: 'Wie het weet', en: 'Who knows' },
  toldOn: { nl: 'Bericht op', en: 'Told on' },
  answers: { nl: 'Wat zij zeiden', en: 'What they said' },
  answer: { nl: 'Antwoord', en: 'Answer' },
} satisfies Record<string, Text>

/** Who was told, and when. */
export function Told({ clients }: { clients: readonly AbsenceClient[] }): JSX.Element | null {
  if (clients.length === 0) return null
  return (
    <Section title={words.told}>
      <DataTable
        caption={words.told}
        captionHidden
        rows={clients}
        href={({ dossierId }) => `${COACH.path}/${dossierId}`}
        columns={[
          { title: WORK.client, cell: ({ name }) => <ClientNameText name={name} order="listed" /> },
          {
            title: words.toldOn,
            cell: ({ announcedAt }) => announcedAt && <DateText day={announcedAt} form="short" />,
          },
        ]}
        empty={null}
      />
    </Section>
  )
}

/** What clients said who were asked. */
export function Answers({ clients }: { clients: readonly AbsenceClient[] }): JSX.Element {
  return (
    <Section title={words.answers}>
      <DataTable
        caption={words.answers}
        captionHidden
        rows={clients}
        href={({ dossierId }) => `${COACH.path}/${dossierId}/toestemmingen`}
        columns={[
          { title: WORK.client, cell: ({ name }) => <ClientNameText name={name} order="listed" /> },
          {
            title: words.answer,
            cell: ({ answer }) => answer && <StatusBadge status={CONSENT_STATUSES[answer]} />,
          },
        ]}
        empty={null}
      />
    </Section>
  )
}
