import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ActionForm,
  DataTable,
  DateField,
  DateText,
  dayOf,
  EmptyState,
  ErrorSummary,
  Form,
  Muted,
  PageHeader,
  Section,
  SelectField,
  TextField,
  useView,
  Words,
} from '#entry/web/components/index.ts'
import { act, formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { choiceOf, requiredDay } from '#entry/web/pages/work/input.ts'
import { kindTitle } from '#entry/web/titles.ts'
import type { Text } from '#kernel/language.ts'
import {
  addTariff,
  DESCRIPTIONS,
  endTariff,
  listPrincipals,
  listTariffs,
  type Tariff,
  VAT_TITLES,
} from '#modules/finance/index.ts'
import { FINANCE, invoicing, readBooks } from './books.ts'
import { amountInput, formatCents } from './money.ts'
import { MONEY, UNITS, VAT_RATES } from './words.ts'

const words = {
  title: { nl: 'Tarieven', en: 'Tariffs' },
  lead: {
    nl: 'Het best passende tarief geldt: eerst van de opdrachtgever, dan van de soort dienst, dan voor alles.',
    en: 'The tariff that fits best counts: of the principal first, then of the kind of service, then for all.',
  },
  none: { nl: 'Nog geen tarieven', en: 'No tariffs yet' },
  noneWhy: {
    nl: 'Voeg hieronder uw uurtarief toe. Regels die op een prijs wachten, krijgen die dan.',
    en: 'Add your hourly tariff below. Lines that wait for a price get it then.',
  },
  add: { nl: 'Tarief toevoegen', en: 'Add a tariff' },
  kind: { nl: 'Soort dienst', en: 'Kind of service' },
  party: { nl: 'Opdrachtgever', en: 'Principal' },
  whom: { nl: 'Voor wie', en: 'For whom' },
  everybody: { nl: 'iedereen', en: 'everybody' },
  description: { nl: 'Waarvoor', en: 'What for' },
  unit: { nl: 'Eenheid', en: 'Unit' },
  unitPrice: { nl: 'Prijs zonder btw', en: 'Price without VAT' },
  vat: { nl: 'Btw', en: 'VAT' },
  startsOn: { nl: 'Vanaf', en: 'From' },
  all: { nl: 'alle', en: 'all' },
  anything: { nl: 'alles', en: 'anything' },
  ended: { nl: 'vervallen', en: 'ended' },
  end: { nl: 'Laten vervallen', en: 'End' },
} satisfies Record<string, Text>

const PATH = `${FINANCE}/tarieven`
const ANY = 'any'

const input = z.object({
  kind: z.string().max(60).default(''),
  party: z.union([z.literal(''), z.uuid()]).default(''),
  description: choiceOf({ any: 1, ...DESCRIPTIONS }),
  unit: choiceOf(UNITS),
  unitPrice: amountInput,
  vat: choiceOf(VAT_TITLES),
  startsOn: requiredDay(),
})

/** All tariffs, and a form for one more. */
export const tariffsPage = formPage(PATH, {
  input,
  labels: words,
  read: async (door) => {
    const { organisation, site } = door.visit
    const read = await readBooks(door, 'tariffs', { tariffs: listTariffs, parties: listPrincipals })
    const { declarations } = await site.publication.current(organisation)
    return { ...read, kinds: Object.keys(declarations.kinds) }
  },
  view: ({ tariffs, parties, kinds }, form, door) => (
    <Screen door={door} title={words.title}>
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: MONEY.finance, href: FINANCE }]}
      />
      <TariffTable tariffs={tariffs} />
      <Section title={words.add}>
        <ErrorSummary errors={form.faults} />
        <Form action={PATH} submit={words.add} formId={form.formId}>
          <TariffFields form={form} parties={parties} kinds={kinds} />
        </Form>
      </Section>
    </Screen>
  ),
  act: async ({ door, input: { kind, party, ...rest }, formId }) => {
    const tariff = { ...rest, id: formId, kind: kind || null, partyId: party || null }
    await once(() => invoicing(door, (tx) => addTariff(tx, tariff)))
    return { to: PATH, done: 'saved' }
  },
})

/** Ends a tariff. */
export const tariffEnd = act(`${PATH}/:id/vervallen`, async ({ door, params }) => {
  await invoicing(door, (tx) => endTariff(tx, idOf(params)))
  return { to: PATH, done: 'saved' }
})

function TariffTable({ tariffs }: { tariffs: readonly Tariff[] }): JSX.Element {
  const { language } = useView()
  return (
    <DataTable
      caption={words.title}
      captionHidden
      rows={tariffs}
      columns={[
        {
          title: words.description,
          cell: ({ description }) => (
            <Words of={description === ANY ? words.anything : DESCRIPTIONS[description]} />
          ),
        },
        {
          title: words.whom,
          cell: ({ party, kind }) => (
            <>
              {party ?? <Words of={words.everybody} />}
              {kind && (
                <>
                  , <Words of={kindTitle(kind)} />
                </>
              )}
            </>
          ),
        },
        {
          title: words.unitPrice,
          cell: ({ unitPrice, unit }) =>
            `${formatCents(unitPrice, language)} ${UNITS[unit][language]}`,
          align: 'end',
        },
        { title: words.vat, cell: ({ vat }) => <Words of={VAT_RATES[vat]} /> },
        { title: words.startsOn, cell: ({ startsOn }) => <DateText day={startsOn} form="short" /> },
        {
          title: MONEY.acts,
          cell: ({ id, ended }) =>
            ended ? (
              <Muted>
                <Words of={words.ended} />
              </Muted>
            ) : (
              <ActionForm action={`${PATH}/${id}/vervallen`} label={words.end} look="quiet" />
            ),
        },
      ]}
      empty={<EmptyState title={words.none} lead={words.noneWhy} icon="file" />}
    />
  )
}

interface TariffFieldsProps {
  readonly form: FormState
  readonly parties: readonly { readonly id: string; readonly name: string }[]
  readonly kinds: readonly string[]
}

function TariffFields({ form, parties, kinds }: TariffFieldsProps): JSX.Element {
  const field = (name: keyof z.infer<typeof input>, preset = '') => ({
    name,
    label: words[name],
    value: form.value(name, preset),
    error: form.fault(name),
  })
  const listed = (texts: Readonly<Record<string, Text>>) =>
    Object.entries(texts).map(([value, label]) => ({ value, label }))
  return (
    <>
      <SelectField
        {...field('description', ANY)}
        required
        options={[{ value: ANY, label: words.anything }, ...listed(DESCRIPTIONS)]}
      />
      <SelectField
        {...field('party')}
        options={[
          { value: '', label: words.all },
          ...parties.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <SelectField
        {...field('kind')}
        options={[
          { value: '', label: words.all },
          ...kinds.map((kind) => ({ value: kind, label: kindTitle(kind) })),
        ]}
      />
      <SelectField {...field('unit', 'hour')} required options={listed(UNITS)} />
      <TextField {...field('unitPrice')} required width="short" inputmode="decimal" />
      <SelectField {...field('vat', '21')} required options={listed(VAT_TITLES)} />
      <DateField {...field('startsOn', dayOf(new Date()))} required />
    </>
  )
}
