import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ActionForm,
  Badge,
  ConfirmPanel,
  DataTable,
  EmptyState,
  ErrorSummary,
  LinkButton,
  Moment,
  Muted,
  PageHeader,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage } from '#entry/web/http/form.tsx'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  issuerKeys,
  type PublishedKey,
  renewIssuerKey,
  withdrawIssuerKey,
} from '#modules/registry/index.ts'
import { DIPLOMAS, issuingOf } from './issuing.ts'
import { DiplomaTabs, KEYS_PATH } from './tabs.tsx'

const words = {
  title: { nl: 'Sleutels', en: 'Keys' },
  lead: {
    nl: 'Met een sleutel ondertekent uw organisatie diploma’s. Anderen gaan daarmee na dat ze echt zijn. Alle sleutels blijven openbaar, ook oude.',
    en: 'With a key your organisation signs diplomas. Others use it to check that they are genuine. All keys stay public, old ones too.',
  },
  address: { nl: 'Waar anderen de sleutels vinden', en: 'Where others find the keys' },
  key: { nl: 'Sleutel', en: 'Key' },
  since: { nl: 'Vanaf', en: 'Since' },
  state: { nl: 'Stand', en: 'State' },
  current: { nl: 'ondertekent nu', en: 'signs now' },
  retired: { nl: 'afgelost, blijft geldig', en: 'retired, stays good' },
  withdrawn: { nl: 'ingetrokken', en: 'withdrawn' },
  withdraw: { nl: 'Intrekken', en: 'Withdraw' },
  none: { nl: 'Nog geen sleutel', en: 'No key yet' },
  noneWhy: {
    nl: 'Maak een sleutel. Daarna kunt u diploma’s uitgeven.',
    en: 'Make a key. After that you can issue diplomas.',
  },
  first: { nl: 'Sleutel maken', en: 'Make a key' },
  renew: { nl: 'Nieuwe sleutel maken', en: 'Make a new key' },
  renewWhy: {
    nl: 'De nieuwe sleutel neemt het meteen over. Wat met de oude is ondertekend, blijft geldig. Doe dit elk jaar.',
    en: 'The new key takes over at once. What the old one signed stays good. Do this every year.',
  },
  question: { nl: 'Deze sleutel intrekken?', en: 'Withdraw this key?' },
  questionWhy: {
    nl: 'Doe dit als iemand anders de sleutel kan hebben. Niets wat ermee is ondertekend, wordt dan nog vertrouwd. Wie een diploma heeft, kan het daarna opnieuw downloaden. Dit kunt u niet ongedaan maken.',
    en: 'Do this when somebody else may have the key. Nothing that it signed is trusted any more. Who has a diploma can download it again after that. This cannot be undone.',
  },
} satisfies Record<string, Text>

/** The keys of the organisation, with their history. */
export const keysPage = page(KEYS_PATH, {
  read: async (door) => (await door.list(DIPLOMAS, 'issuer-keys', { keys: issuerKeys })).keys,
  view: (keys, door) => (
    <Screen door={door} title={words.title}>
      <PageHeader title={words.title} lead={words.lead} />
      <DiplomaTabs current={KEYS_PATH} />
      <Stack gap="large">
        <DataTable
          caption={words.title}
          captionHidden
          rows={keys}
          columns={[
            { title: words.key, cell: ({ publicKey }) => `${publicKey.slice(0, 16)}…` },
            { title: words.since, cell: ({ since }) => <Moment at={since} /> },
            { title: words.state, cell: (key) => <KeyState of={key} /> },
            {
              title: words.withdraw,
              cell: ({ id, withdrawnAt }) =>
                withdrawnAt === null ? (
                  <LinkButton
                    href={`${KEYS_PATH}/${id}/intrekken`}
                    label={words.withdraw}
                    look="plain"
                    size="small"
                  />
                ) : null,
            },
          ]}
          empty={<EmptyState title={words.none} lead={words.noneWhy} icon="lock" />}
        />
        <Section
          title={keys.length === 0 ? words.first : words.renew}
          {...(keys.length > 0 && { lead: words.renewWhy })}
        >
          <ActionForm
            action={KEYS_PATH}
            label={keys.length === 0 ? words.first : words.renew}
            look={keys.length === 0 ? 'primary' : 'plain'}
          />
        </Section>
        <Muted>
          <Words of={words.address} />: {issuingOf(door).issuer.base}/did.json
        </Muted>
      </Stack>
    </Screen>
  ),
})

/** Makes a key, which signs from now on. */
export const renewKeyAct = act(KEYS_PATH, async ({ door }) => {
  await door.change(DIPLOMAS, (tx) => renewIssuerKey(tx, issuingOf(door)))
  return { to: KEYS_PATH, done: 'key-renewed' }
})

/** Asks once more before a key is withdrawn. */
export const withdrawKeyPage = formPage(`${KEYS_PATH}/:id/intrekken`, {
  input: z.object({}),
  read: async (door: Door, params): Promise<PublishedKey> => {
    const { keys } = await door.list(DIPLOMAS, 'issuer-keys', { keys: issuerKeys })
    const key = keys.find(({ id }) => id === idOf(params))
    if (!key) throw new AppError('NOT_FOUND')
    return key
  },
  view: (key, form, door) => (
    <Screen door={door} title={words.question} width="narrow">
      <PageHeader title={words.withdraw} breadcrumbs={[{ label: words.title, href: KEYS_PATH }]} />
      <ErrorSummary errors={form.faults} />
      <ConfirmPanel
        title={words.question}
        lead={words.questionWhy}
        action={`${KEYS_PATH}/${key.id}/intrekken`}
        confirm={words.withdraw}
        cancelHref={KEYS_PATH}
      />
    </Screen>
  ),
  act: async ({ door, params }) => {
    await door.change(DIPLOMAS, (tx) => withdrawIssuerKey(tx, issuingOf(door), idOf(params)))
    return { to: KEYS_PATH, done: 'key-withdrawn' }
  },
})

function KeyState({ of }: { of: PublishedKey }): JSX.Element {
  if (of.withdrawnAt) return <Badge label={words.withdrawn} tone="error" />
  if (of.retiredAt) return <Badge label={words.retired} tone="neutral" />
  return <Badge label={words.current} tone="success" />
}
