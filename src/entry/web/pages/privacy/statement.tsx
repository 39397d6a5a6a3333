import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { DescriptionList, Section, Stack } from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import type { Text } from '#kernel/language.ts'
import { DeclaredWords } from './declared-words.ts'
import { ActivitySection } from './statement-activities.tsx'
import { CategorySection } from './statement-categories.tsx'
import { RecipientSection } from './statement-recipients.tsx'
import { RetentionSection } from './statement-retention.tsx'
import { readStatementBasis, StatementScreen } from './statement-tabs.tsx'

const words = {
  rights: { nl: 'Rechten', en: 'Rights' },
  backups: { nl: 'Reservekopieën', en: 'Backups' },
  every: { nl: 'Hoe vaak', en: 'How often' },
  keep: { nl: 'Hoe lang bewaard', en: 'How long kept' },
  contacts: { nl: 'Bij wie men terechtkan', en: 'Whom people can turn to' },
  officer: { nl: 'Functionaris gegevensbescherming', en: 'Data protection officer' },
  responsible: { nl: 'Verantwoordelijke', en: 'Responsible' },
  complaints: { nl: 'Klachten', en: 'Complaints' },
  security: { nl: 'Beveiliging', en: 'Security' },
} satisfies Record<string, Text>

const CONTACTS = ['officer', 'responsible', 'complaints', 'security'] as const

/** What the statement in force settles, in tables and lists. */
export const statementPage = page('/privacy/verklaring', {
  read: readStatementBasis,
  view: (basis, door) => {
    const said = new DeclaredWords(basis.statement, door.language)
    return (
      <StatementScreen basis={basis} part="declarations" door={door}>
        <Stack gap="large">
          <ActivitySection said={said} />
          <CategorySection said={said} />
          <RecipientSection said={said} />
          <RetentionSection said={said} />
          <RightsSection said={said} />
          <BackupSection said={said} />
          <ContactSection said={said} />
        </Stack>
      </StatementScreen>
    )
  },
})

/** What every part of the statement is said with. */
export interface SaidProps {
  readonly said: DeclaredWords
}

function RightsSection({ said }: SaidProps): JSX.Element {
  const rights = Object.keys(said.statement.declarations.rights)
  return (
    <Section title={words.rights}>
      <DescriptionList
        items={rights.map((right) => ({
          term: said.title('rights', right),
          value: said.at(`rights.${right}`),
        }))}
      />
    </Section>
  )
}

function BackupSection({ said }: SaidProps): JSX.Element {
  return (
    <Section title={words.backups}>
      <DescriptionList
        items={[
          { term: words.every, value: said.at('backups.every') },
          { term: words.keep, value: said.at('backups.keep') },
        ]}
      />
    </Section>
  )
}

function ContactSection({ said }: SaidProps): JSX.Element {
  const { contacts } = said.statement.declarations
  return (
    <Section title={words.contacts}>
      <DescriptionList
        items={CONTACTS.filter((contact) => contacts[contact]).map((contact) => ({
          term: words[contact],
          value: said.at(`contacts.${contact}`),
        }))}
      />
    </Section>
  )
}
