import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ActionForm,
  Badge,
  CheckboxGroup,
  Columns,
  DataTable,
  DateField,
  DateText,
  dayOf,
  EmptyState,
  ErrorSummary,
  Form,
  formatDay,
  HiddenField,
  Muted,
  RadioGroup,
  Section,
  SelectField,
  Stack,
  TextField,
  useView,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage, type FormState, once, textList } from '#entry/web/http/form.tsx'
import { idOf, type Params, type Route } from '#entry/web/http/page.tsx'
import { COACH, openFileWith } from '#entry/web/pages/work/desk.ts'
import { DossierScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import { choiceOf, requiredDay } from '#entry/web/pages/work/input.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  type Billing,
  type DeclaredCharge,
  declareHours,
  declarePiece,
  DESCRIPTIONS,
  findBilling,
  listChargeable,
  listDeclared,
  saveBilling,
  undeclare,
} from '#modules/finance/index.ts'
import { TIME_KINDS } from '#modules/practice/index.ts'
import { formatCents } from './money.ts'
import { MONEY } from './words.ts'

const words = {
  hours: { nl: 'Uren om te declareren', en: 'Hours to declare' },
  hoursLead: {
    nl: 'Wie de facturen maakt, ziet hiervan: naam of code, datum, een woord van een vaste lijst, en de prijs.',
    en: 'Whoever makes the invoices sees of these: name or code, date, a word from a fixed list, and the price.',
  },
  noHours: { nl: 'Geen uren om te declareren', en: 'No hours to declare' },
  noHoursWhy: {
    nl: 'Leg eerst tijd vast die te factureren is.',
    en: 'First record time that is to be invoiced.',
  },
  declare: { nl: 'Declareren', en: 'Declare' },
  piece: { nl: 'Vaste prijs declareren', en: 'Declare a fixed price' },
  description: MONEY.description,
  day: MONEY.date,
  billing: { nl: 'Wie betaalt', en: 'Who pays' },
  payer: { nl: 'Betaler', en: 'Payer' },
  principal: { nl: 'de opdrachtgever', en: 'the principal' },
  client: { nl: 'de cliënt', en: 'the client' },
  shown: { nl: 'Op de factuur', en: 'On the invoice' },
  byName: { nl: 'de naam', en: 'the name' },
  byCode: { nl: 'een code', en: 'a code' },
  code: { nl: 'Code', en: 'Code' },
  codeHint: {
    nl: 'Zoals de betaler de cliënt kent. Leeg: het nummer van het dossier.',
    en: 'As the payer knows the client. Empty: the number of the dossier.',
  },
  declared: { nl: 'Gedeclareerd', en: 'Declared' },
  noneDeclared: { nl: 'Nog niets gedeclareerd', en: 'Nothing declared yet' },
  waits: { nl: 'wacht op factuur', en: 'waits for an invoice' },
  credited: { nl: 'gecrediteerd', en: 'credited' },
  undo: { nl: 'Terughalen', en: 'Take back' },
  minutes: { nl: 'minuten', en: 'minutes' },
} satisfies Record<string, Text>

const PATH = `${COACH.path}/:id/declareren`
const ACTIVITY = COACH.activity
const PAYERS = { principal: words.principal, client: words.client }
const SHOWN = { name: words.byName, code: words.byCode }

/** Hours and pieces of work of one client, handed to whoever makes invoices. */
const declarationPage = formPage(PATH, {
  input: z.discriminatedUnion('part', [
    z.object({ part: z.literal('hours'), entries: z.unknown().transform(textList) }),
    z.object({
      part: z.literal('piece'),
      description: choiceOf(DESCRIPTIONS),
      day: requiredDay(),
    }),
    z.object({
      part: z.literal('billing'),
      payer: choiceOf(PAYERS),
      shown: choiceOf(SHOWN),
      code: z
        .string()
        .trim()
        .regex(/^[A-Za-z0-9./-]{0,30}$/)
        .default(''),
    }),
  ]),
  labels: words,
  read: openDeclaration,
  view: drawDeclaration,
  act: async ({ door, params, input, formId }) => {
    const id = idOf(params)
    await door.changeDossier(ACTIVITY, id, async (tx) => {
      if (input.part === 'hours') await declareHours(tx, input.entries)
      else if (input.part === 'piece') await once(() => declarePiece(tx, { id: formId, ...input }))
      else await saveBilling(tx, input)
    })
    const to = `${COACH.path}/${id}/declareren`
    return { to, done: input.part === 'billing' ? 'saved' : 'declared' }
  },
})

async function openDeclaration(door: Door, params: Params) {
  const { file, answers } = await openFileWith(door, COACH, params, () => ({
    chargeable: listChargeable,
    charges: listDeclared,
    billing: findBilling,
  }))
  if (!file.access.can('billings', 'insert')) throw new AppError('NOT_FOUND')
  return { file, ...answers }
}

type Declaration = Awaited<ReturnType<typeof openDeclaration>>

function drawDeclaration(own: Declaration, form: FormState, door: Door): JSX.Element {
  const { file, chargeable, charges, billing } = own
  const path = `${file.path}/declareren`
  const options = chargeable.map(({ id, day, minutes, kind }) => ({
    value: id,
    label: `${formatDay(day, door.language)}, ${wordOf(kind, door)}, ${minutes} ${words.minutes[door.language]}`,
  }))
  return (
    <DossierScreen door={door} file={file} part="time">
      <ErrorSummary errors={form.faults} />
      <Columns shape="main">
        <Stack gap="large">
          <Section title={words.hours} lead={words.hoursLead}>
            {options.length === 0 ? (
              <EmptyState title={words.noHours} lead={words.noHoursWhy} icon="clock" />
            ) : (
              <Form action={path} submit={words.declare}>
                <HiddenField name="part" value="hours" />
                <CheckboxGroup
                  name="entries"
                  label={words.hours}
                  options={options}
                  values={options.map(({ value }) => value)}
                />
              </Form>
            )}
          </Section>
        </Stack>
        <Stack gap="large">
          <Section title={words.piece}>
            <Form action={path} submit={words.declare} formId={form.formId}>
              <HiddenField name="part" value="piece" />
              <SelectField
                name="description"
                label={words.description}
                required
                value={form.value('description', 'trajectory')}
                options={Object.entries(DESCRIPTIONS).map(([value, label]) => ({ value, label }))}
              />
              <DateField
                name="day"
                label={words.day}
                required
                value={form.value('day', dayOf(new Date()))}
                error={form.fault('day')}
              />
            </Form>
          </Section>
          <Section title={words.billing}>
            <BillingForm form={form} path={path} billing={billing[0]} />
          </Section>
        </Stack>
      </Columns>
      <Section title={words.declared}>
        <Declared charges={charges} path={path} />
      </Section>
    </DossierScreen>
  )
}

function wordOf(kind: string, door: Door): string {
  const word = Object.entries(TIME_KINDS).find(([each]) => each === kind)?.[1]
  return word?.[door.language] ?? kind
}

interface BillingFormProps {
  readonly form: FormState
  readonly path: string
  readonly billing: Billing | undefined
}

function BillingForm({ form, path, billing }: BillingFormProps): JSX.Element {
  const listed = (texts: Readonly<Record<string, Text>>) =>
    Object.entries(texts).map(([value, label]) => ({ value, label }))
  return (
    <Form action={path} submit={MONEY.save}>
      <HiddenField name="part" value="billing" />
      <RadioGroup
        name="payer"
        label={words.payer}
        required
        options={listed(PAYERS)}
        value={form.value('payer', billing?.payer ?? 'principal')}
      />
      <RadioGroup
        name="shown"
        label={words.shown}
        required
        options={listed(SHOWN)}
        value={form.value('shown', billing?.shown ?? 'name')}
      />
      <TextField
        name="code"
        label={words.code}
        hint={words.codeHint}
        width="medium"
        value={form.value('code', billing?.code)}
        error={form.fault('code')}
      />
    </Form>
  )
}

interface DeclaredProps {
  readonly charges: readonly DeclaredCharge[]
  readonly path: string
}

function Declared({ charges, path }: DeclaredProps): JSX.Element {
  const { language } = useView()
  return (
    <DataTable
      caption={words.declared}
      captionHidden
      rows={charges}
      columns={[
        {
          title: MONEY.description,
          cell: ({ description }) => <Words of={DESCRIPTIONS[description]} />,
        },
        { title: MONEY.date, cell: ({ day }) => <DateText day={day} form="short" /> },
        { title: MONEY.name, cell: ({ subject }) => subject },
        {
          title: MONEY.net,
          cell: ({ net, credit }) =>
            net === null ? null : formatCents(credit ? -net : net, language),
          align: 'end',
        },
        {
          title: MONEY.state,
          cell: ({ id, number, credit, drafted }) =>
            number !== null ? (
              <>
                {number} {credit && <Badge label={words.credited} tone="warning" />}
              </>
            ) : drafted ? (
              <Muted>
                <Words of={MONEY.draft} />
              </Muted>
            ) : (
              <ActionForm action={`${path}/${id}/terug`} label={words.undo} look="quiet" />
            ),
        },
      ]}
      empty={<EmptyState title={words.noneDeclared} icon="file" />}
    />
  )
}

const undeclareAct = act(`${PATH}/:charge/terug`, async ({ door, params }) => {
  const id = idOf(params)
  await door.changeDossier(ACTIVITY, id, (tx) => undeclare(tx, idOf(params, 'charge')))
  return { to: `${COACH.path}/${id}/declareren`, done: 'saved' }
})

/** Declaring, for whoever works in a dossier. */
export const declarationRoutes: readonly Route[] = [declarationPage, undeclareAct]
