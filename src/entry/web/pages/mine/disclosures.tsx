import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Card,
  DataTable,
  DateText,
  type Description,
  DescriptionList,
  EmptyState,
  LinkButton,
  Muted,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import type { Text } from '#kernel/language.ts'
import {
  type ConsentView,
  type DisclosureView,
  messageReads,
  type PrincipalMessage,
  readMessages,
} from '#modules/practice/index.ts'
import { Basis } from './basis.tsx'
import { DeliverySection } from './deliveries.tsx'
import { effectOfWithdrawal } from './consents/effect.ts'
import { readParticulars } from './consents/wording.ts'
import { itemHref } from './item-href.ts'
import { openOwnFileWith, type OwnFile } from './own-file.ts'
import { ActorText } from './person.tsx'
import { ProgressSection, QuestionSection } from './progress.tsx'
import { OwnScreen } from './screen.tsx'

const words = {
  now: { nl: 'Wat anderen nu kunnen lezen', en: 'What others can read now' },
  recipient: { nl: 'Ontvanger', en: 'Recipient' },
  since: { nl: 'Sinds', en: 'Since' },
  by: { nl: 'Vrijgegeven door', en: 'Released by' },
  read: { nl: 'Zelf lezen', en: 'Read it yourself' },
  withdraw: { nl: 'Toestemming intrekken', en: 'Withdraw consent' },
  none: { nl: 'Er is niets verstrekt', en: 'Nothing was disclosed' },
  noneWhy: {
    nl: 'Niemand buiten ons leest iets uit uw dossier. Dat gebeurt alleen als u het per document goedvindt.',
    en: 'Nobody outside reads anything of your dossier. That happens only when you agree, document by document.',
  },
  waiting: { nl: 'U vond het goed, nog niet verstrekt', en: 'You agreed, not disclosed yet' },
  withdrawn: { nl: 'Ingetrokken', en: 'Withdrawn' },
  withdrawnWhy: {
    nl: 'Hiervoor trok u uw toestemming in. Sinds die dag kan de ontvanger het niet meer openen.',
    en: 'You withdrew your consent to these. Since that day the recipient can no longer open them.',
  },
  what: { nl: 'Wat', en: 'What' },
  given: { nl: 'Toestemming gegeven', en: 'Consent given' },
} satisfies Record<string, Text>

/** What was released to whom and since when, and what no longer is. */
export const disclosuresPage = page('/mijn/dossiers/:id/verstrekt', {
  read: async (door, params): Promise<OwnDisclosures> => {
    const { file, answers, opening } = await openOwnFileWith(door, params, messageReads)
    return { file, messages: readMessages(opening, answers.principalMessages) }
  },
  view: drawDisclosures,
})

interface OwnDisclosures {
  readonly file: OwnFile
  readonly messages: readonly PrincipalMessage[]
}

function drawDisclosures({ file, messages }: OwnDisclosures, door: Door): JSX.Element {
  const { disclosures, consents, progress } = file.dossier
  const asked = consents.filter(({ consent }) => consent === 'disclosure')
  const waiting = asked.filter(({ state, disclosedAt }) => state === 'given' && !disclosedAt)
  const withdrawn = asked.filter(({ state }) => state === 'withdrawn')
  return (
    <OwnScreen door={door} file={file} part="disclosures">
      <Stack gap="large">
        <Section title={words.now}>
          <Stack>
            {disclosures.length === 0 && (
              <EmptyState title={words.none} lead={words.noneWhy} icon="lock" />
            )}
            {disclosures.map((disclosure) => (
              <DisclosureCard file={file} disclosure={disclosure} />
            ))}
          </Stack>
        </Section>
        {messages.length > 0 && <QuestionSection messages={messages} />}
        {progress.length > 0 && <ProgressSection progress={progress} language={door.language} />}
        {waiting.length > 0 && (
          <Section title={words.waiting}>
            <ConsentedTable title={words.waiting} rows={waiting} />
          </Section>
        )}
        {withdrawn.length > 0 && (
          <Section title={words.withdrawn}>
            <Stack gap="small">
              <p>
                <Words of={words.withdrawnWhy} />
              </p>
              <ConsentedTable title={words.withdrawn} rows={withdrawn} />
            </Stack>
          </Section>
        )}
        <DeliverySection file={file} />
        <Basis statement={file.statement} on="recipients.principal" />
      </Stack>
    </OwnScreen>
  )
}

export interface DisclosureCardProps {
  readonly file: OwnFile
  readonly disclosure: DisclosureView
  /** Without buttons, as on paper. */
  readonly quiet?: boolean
}

/** One document that somebody outside can read now. */
export function DisclosureCard({ file, disclosure, quiet }: DisclosureCardProps): JSX.Element {
  const { access, dossier, path } = file
  const { requestId, title, disclosedBy, disclosedAt } = disclosure
  const consent = dossier.consents.find(({ id }) => id === requestId)
  const recipient = disclosure.recipient ?? (consent && recipientIn(consent))
  const items: readonly (Description | undefined)[] = [
    recipient === undefined ? undefined : { term: words.recipient, value: recipient },
    { term: words.since, value: <DateText day={disclosedAt} /> },
    { term: words.by, value: <ActorText of={disclosedBy} /> },
  ]
  const own = consent && itemHref(file, consent)
  return (
    <Card
      title={title}
      actions={
        !quiet && (
          <>
            {own && <LinkButton href={own} label={words.read} look="plain" icon="eye" />}
            {access.can('withdrawals', 'insert') && (
              <ActionForm
                action={`${path}/toestemmingen/${requestId}/intrekking`}
                label={words.withdraw}
                look="plain"
              />
            )}
          </>
        )
      }
    >
      <DescriptionList items={items.filter((item) => item !== undefined)} />
      {consent && !quiet && (
        <Muted>
          <Words of={effectOfWithdrawal(consent, dossier)} />
        </Muted>
      )}
    </Card>
  )
}

/** The question names the recipient where the statement does not let this activity know parties. */
function recipientIn({ wording }: ConsentView): string | undefined {
  return readParticulars(wording).at(-1)?.value
}

function ConsentedTable(props: { title: Text; rows: readonly ConsentView[] }): JSX.Element {
  const isOver = props.rows.some(({ withdrawnAt }) => withdrawnAt)
  return (
    <DataTable
      caption={props.title}
      captionHidden
      rows={props.rows}
      columns={[
        { title: words.what, cell: ({ wording }) => readParticulars(wording)[0]?.value },
        { title: words.recipient, cell: (consent) => recipientIn(consent) },
        { title: words.given, cell: ({ decidedAt }) => decidedAt && <DateText day={decidedAt} /> },
        ...(isOver
          ? [
              {
                title: words.withdrawn,
                cell: ({ withdrawnAt }: ConsentView) =>
                  withdrawnAt && <DateText day={withdrawnAt} />,
              },
            ]
          : []),
      ]}
      empty={null}
    />
  )
}
