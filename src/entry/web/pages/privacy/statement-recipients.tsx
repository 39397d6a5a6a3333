import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Badge, DataTable, EmptyState, Section } from '#entry/web/components/index.ts'
import { dayOf } from '#entry/web/components/calendar-text.ts'
import { capital, type Text } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import type { Statement } from '#statement/index.ts'
import type { DeclaredWords } from './declared-words.ts'

const words = {
  title: { nl: 'Ontvangers', en: 'Recipients' },
  recipient: { nl: 'Ontvanger', en: 'Recipient' },
  gets: { nl: 'Krijgt', en: 'Gets' },
  for: { nl: 'Voor', en: 'For' },
  country: { nl: 'Land', en: 'Country' },
  agreement: { nl: 'Overeenkomst', en: 'Agreement' },
  after: { nl: 'na toestemming', en: 'after consent' },
  until: { nl: 'Tot en met {day}', en: 'Until {day}' },
  lapsed: { nl: 'Verlopen op {day}', en: 'Lapsed on {day}' },
  missing: { nl: 'Ontbreekt', en: 'Missing' },
  notNeeded: { nl: 'Niet nodig', en: 'Not needed' },
  none: { nl: 'Er zijn geen ontvangers', en: 'There are no recipients' },
} satisfies Record<string, Text>

type Recipient = NonNullable<Statement['declarations']['recipients']>[string]

/** Every recipient: what it gets, what for, and until when there is an agreement. */
export function RecipientSection({ said }: { said: DeclaredWords }): JSX.Element {
  const recipients = Object.entries(said.statement.declarations.recipients ?? {})
  return (
    <Section title={words.title}>
      <DataTable
        caption={words.title}
        captionHidden
        rows={recipients}
        columns={[
          { title: words.recipient, cell: ([id, recipient]) => nameOf(id, recipient, said) },
          {
            title: words.gets,
            cell: ([, { gets, after }]) =>
              gets &&
              `${said.list('categories', gets)}${after ? `, ${words.after[said.language]}` : ''}`,
          },
          {
            title: words.for,
            cell: ([, recipient]) => recipient.for && said.words('activities', recipient.for),
          },
          { title: words.country, cell: ([id]) => said.at(`recipients.${id}.country`) },
          {
            title: words.agreement,
            cell: ([id, recipient]) => <Agreement id={id} recipient={recipient} said={said} />,
          },
        ]}
        empty={<EmptyState title={words.none} icon="people" />}
      />
    </Section>
  )
}

function nameOf(id: string, { name, kind }: Recipient, said: DeclaredWords): string {
  const sort = said.word('recipientKinds', kind)
  return name === undefined ? capital(sort === kind ? id : sort) : `${name} (${sort})`
}

interface AgreementProps {
  readonly id: string
  readonly recipient: Recipient
  readonly said: DeclaredWords
}

function Agreement({ id, recipient, said }: AgreementProps): JSX.Element {
  const { kind, agreement } = recipient
  const { language } = said
  if (!agreement) {
    return VOCABULARY.recipientKinds[kind]?.needsAgreement ? (
      <Badge label={words.missing} tone="error" icon="circleCross" />
    ) : (
      <>{words.notNeeded[language]}</>
    )
  }
  const day = said.at(`recipients.${id}.agreement.until`) ?? agreement.until
  const lapsed = agreement.until < dayOf(new Date())
  const label = (lapsed ? words.lapsed : words.until)[language].replace('{day}', day)
  return lapsed ? <Badge label={label} tone="error" icon="alert" /> : <>{label}</>
}
