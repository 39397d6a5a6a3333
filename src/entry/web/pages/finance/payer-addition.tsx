import { z } from 'zod'
import {
  EmptyState,
  ErrorSummary,
  Form,
  PageHeader,
  SelectField,
} from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { addPayer, listUnpaying } from '#modules/finance/index.ts'
import { invoicing, PAYERS, readBooks } from './books.ts'
import { MONEY } from './words.ts'

const words = {
  title: { nl: 'Betaler toevoegen', en: 'Add a payer' },
  lead: {
    nl: 'Een opdrachtgever die gaat betalen. Vul daarna in wat op de factuur moet staan.',
    en: 'A principal who is going to pay. After that fill in what the invoice must say.',
  },
  party: { nl: 'Opdrachtgever', en: 'Principal' },
  choose: { nl: 'Kies een opdrachtgever.', en: 'Choose a principal.' },
  none: { nl: 'Alle opdrachtgevers staan er al', en: 'All principals are listed already' },
  noneWhy: {
    nl: 'Een nieuwe opdrachtgever komt er bij de intake, of door de beheerder.',
    en: 'A new principal is added at an intake, or by the administrator.',
  },
} satisfies Record<string, Text>

const PATH = `${PAYERS}/nieuw`

/** Makes a principal a payer before anything of them is charged. */
export const payerAdditionPage = formPage(PATH, {
  input: z.object({ party: z.uuid(because(words.choose)) }),
  labels: words,
  read: async (door) => (await readBooks(door, 'payers', { unpaying: listUnpaying })).unpaying,
  view: (unpaying, form, door) => (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: MONEY.payers, href: PAYERS }]}
      />
      <ErrorSummary errors={form.faults} />
      {unpaying.length === 0 ? (
        <EmptyState title={words.none} lead={words.noneWhy} icon="people" />
      ) : (
        <Form action={PATH} submit={words.title} cancelHref={PAYERS} formId={form.formId}>
          <SelectField
            name="party"
            label={words.party}
            required
            value={form.value('party')}
            error={form.fault('party')}
            options={unpaying.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form>
      )}
    </Screen>
  ),
  act: async ({ door, formId, input: { party } }) => {
    await once(() => invoicing(door, (tx) => addPayer(tx, formId, party)))
    return { to: `${PAYERS}/${formId}`, done: 'saved' }
  },
})
