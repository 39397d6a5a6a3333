import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  DELIVERIES_PAGE,
  type DeliveryChannel,
  type DeliveryLine,
} from '#duties/recipients/delivery.ts'
import {
  DataTable,
  DateText,
  EmptyState,
  Filters,
  Pagination,
  Section,
  Stack,
  Reference,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { capital, type Text } from '#kernel/language.ts'
import type { PersonName } from '#ledger/telling.ts'
import type { Statement } from '#statement/index.ts'
import { DeclaredWords } from './declared-words.ts'

const words = {
  title: { nl: 'Wat er naar buiten ging', en: 'What went out' },
  lead: {
    nl: 'Elke verstrekking, met het nummer van het dossier. Van wie dat is, ziet u niet.',
    en: 'Each delivery, with the number of the dossier. Whose that is you do not see.',
  },
  to: { nl: 'Aan', en: 'To' },
  dossier: { nl: 'Dossier', en: 'Dossier' },
  what: { nl: 'Soort gegevens', en: 'Kind of data' },
  channel: { nl: 'Hoe', en: 'How' },
  by: { nl: 'Door', en: 'By' },
  when: { nl: 'Wanneer', en: 'When' },
  everything: { nl: 'Alles', en: 'Everything' },
  demand: { nl: 'Op vordering van een overheid', en: 'On demand of an authority' },
  none: { nl: 'Er ging nog niets naar buiten', en: 'Nothing went out yet' },
  gone: { nl: 'niet meer in zicht', en: 'no longer in sight' },
} satisfies Record<string, Text>

const CHANNELS: Readonly<Record<DeliveryChannel, Text>> = {
  link: { nl: 'Klaargezet om te lezen', en: 'Put ready to read' },
  mail: { nl: 'E-mail', en: 'E-mail' },
  export: { nl: 'Bestand', en: 'File' },
  api: { nl: 'Koppeling', en: 'Interface' },
  letter: { nl: 'Brief', en: 'Letter' },
}

export interface AskedDeliveries {
  readonly recipient?: string | undefined
  readonly page: number
}

export interface DeliveryListData {
  readonly asked: AskedDeliveries
  /** One more than a page when there is a next one. */
  readonly lines: readonly DeliveryLine[]
  readonly names: ReadonlyMap<string, PersonName>
}

const LAST_PAGE = 1_000

/** Which deliveries the address asks for; what cannot be used asks for nothing. */
export function readAskedDeliveries(query: URLSearchParams): AskedDeliveries {
  const page = Number(query.get('pagina') ?? 1)
  const recipient = query.get('ontvanger') ?? undefined
  return {
    recipient: recipient?.slice(0, 100),
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  }
}

export interface DeliveryListProps {
  readonly data: DeliveryListData
  readonly statement: Statement
  readonly door: Door
}

/** Everything that went out, the newest first. */
export function DeliveryList({ data, statement, door }: DeliveryListProps): JSX.Element {
  const { asked, lines, names } = data
  const { language } = door
  const said = new DeclaredWords(statement, language)
  const rows = lines.slice(0, DELIVERIES_PAGE)
  const before = (asked.page - 1) * DELIVERIES_PAGE
  return (
    <Section title={words.title} lead={words.lead}>
      <Stack>
        <RecipientFilters asked={asked} statement={statement} said={said} />
        <DataTable
          caption={words.title}
          captionHidden
          rows={rows}
          columns={[
            {
              title: words.to,
              cell: ({ recipient, party }) => party ?? sayRecipient(recipient, statement, said),
            },
            {
              title: words.dossier,
              cell: ({ reference }) =>
                reference === null ? words.gone[language] : <Reference of={reference} />,
            },
            { title: words.what, cell: ({ categories }) => said.list('categories', categories) },
            { title: words.channel, cell: ({ channel }) => CHANNELS[channel][language] },
            { title: words.by, cell: ({ deliveredBy }) => names.get(deliveredBy ?? '')?.name },
            {
              title: words.when,
              cell: ({ deliveredAt }) => <DateText day={deliveredAt} form="short" />,
            },
          ]}
          empty={<EmptyState title={words.none} icon="send" />}
        />
        <Pagination
          from={before + 1}
          to={before + rows.length}
          {...(asked.page > 1 && { previousHref: addressOf(asked.recipient, asked.page - 1) })}
          {...(lines.length > DELIVERIES_PAGE && {
            nextHref: addressOf(asked.recipient, asked.page + 1),
          })}
        />
      </Stack>
    </Section>
  )
}

function RecipientFilters(props: {
  asked: AskedDeliveries
  statement: Statement
  said: DeclaredWords
}): JSX.Element {
  const { asked, statement, said } = props
  const known = [...Object.keys(statement.declarations.recipients ?? {}), 'legal-demand']
  return (
    <Filters
      groups={[
        {
          label: words.to,
          options: [
            {
              label: words.everything,
              href: addressOf(undefined),
              current: asked.recipient === undefined,
            },
            ...known.map((word) => ({
              label: sayRecipient(word, statement, said),
              href: addressOf(word),
              current: asked.recipient === word,
            })),
          ],
        },
      ]}
    />
  )
}

/** By its name, or by what sort it is; one that the statement no longer names by its word. */
function sayRecipient(word: string, { declarations }: Statement, said: DeclaredWords): string {
  if (word === 'legal-demand') return words.demand[said.language]
  const declared = declarations.recipients?.[word]
  if (!declared) return word
  return declared.name ?? capital(said.word('recipientKinds', declared.kind))
}

function addressOf(recipient: string | undefined, page = 1): string {
  const query = new URLSearchParams({
    ...(recipient !== undefined && { ontvanger: recipient }),
    ...(page > 1 && { pagina: String(page) }),
  })
  return `/privacy/ontvangers${query.size > 0 ? `?${query}` : ''}`
}
