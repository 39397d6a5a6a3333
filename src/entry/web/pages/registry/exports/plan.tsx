import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  CheckboxGroup,
  DateField,
  dayOf,
  ErrorSummary,
  Form,
  Notice,
  PageHeader,
  RadioGroup,
  Section,
  SelectField,
  Stack,
  TextField,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, type FormState, textList } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { requiredDay } from '#entry/web/pages/work/input.ts'
import type { Text } from '#kernel/language.ts'
import {
  FIELD_WORDS,
  FIELDS,
  listTallies,
  MEASURE_WORDS,
  MEASURES,
  planTally,
  RESEARCH_EXPORTS,
  type WantedTable,
} from '#modules/registry/index.ts'
import { AppError } from '#kernel/error.ts'
import { TALLIES, TALLY_WORDS } from './places.ts'

const PATH = `${TALLIES}/nieuw`
const TABLES = [1, 2, 3] as const
const ROUNDINGS = ['1', '5', '10'] as const
const DEFAULT_SMALLEST = '10'

const words = {
  title: { nl: 'Telling plannen', en: 'Plan a count' },
  lead: {
    nl: 'Kies alles wat u over dit jaar ooit nodig hebt: later komt er geen tabel meer bij.',
    en: 'Choose everything you will ever need for this year: no table can be added later.',
  },
  smallestHint: {
    nl: 'Ten minste 5. Kleinere groepen tellen wij op bij een andere groep.',
    en: 'At least 5. Smaller groups are added to another group.',
  },
  plannedHint: {
    nl: 'Wie vóór deze dag bezwaar maakt, telt niet mee.',
    en: 'People who object before this day are not counted.',
  },
  whole: { nl: 'Niet afronden', en: 'Do not round' },
  rule: {
    nl: 'Tabellen mogen met dezelfde kolommen beginnen. Wat daarna komt, mag niet over hetzelfde gaan: zorginstelling en opleidingsinstituut horen bij elkaar en passen samen alleen in één tabel.',
    en: 'Tables may begin with the same columns. What comes after that may not be about the same thing: care institution and training institute belong together and fit in one table only.',
  },
  more: {
    nl: 'Laat leeg wat u niet nodig hebt.',
    en: 'Leave empty what you do not need.',
  },
  plan: { nl: 'Telling plannen', en: 'Plan the count' },
  wrongSmallest: {
    nl: 'Vul een getal in van 5 tot en met 1000.',
    en: 'Fill in a number from 5 to 1000.',
  },
} satisfies Record<string, Text>

const fields = z.preprocess(textList, z.array(z.enum(FIELD_WORDS)).max(FIELD_WORDS.length))

const input = z.object({
  measure: z.enum(MEASURE_WORDS),
  year: z.coerce.number().int().min(1950).max(2999),
  smallest: z.coerce.number().int().min(5).max(1000),
  rounding: z.enum(ROUNDINGS),
  planned: requiredDay(),
  recipient1: z.string().max(60).default(''),
  recipient2: z.string().max(60).default(''),
  recipient3: z.string().max(60).default(''),
  fields1: fields,
  fields2: fields,
  fields3: fields,
})

interface Recipient {
  readonly word: string
  readonly name: string
}

/** Whoever gets numbers by the statement. */
async function recipientsOf({ visit }: Door): Promise<Recipient[]> {
  const { declarations } = await visit.site.publication.current(visit.organisation)
  return Object.entries(declarations.recipients ?? {})
    .filter(([, { gets = [] }]) => gets.includes('figures'))
    .map(([word, { name }]) => ({ word, name: name ?? word }))
}

/** That the page is not there for others, the counts tell. */
const FIRST_PAGE = { search: '', page: 1 }

/** Plans the count of a year. */
export const planTallyPage = formPage(PATH, {
  input,
  labels: {
    measure: TALLY_WORDS.measure,
    year: TALLY_WORDS.year,
    smallest: TALLY_WORDS.smallest,
    rounding: TALLY_WORDS.rounding,
    planned: TALLY_WORDS.plannedOn,
  },
  read: async (door) => {
    await door.list(RESEARCH_EXPORTS, 'tallies', { rows: listTallies(FIRST_PAGE) })
    return recipientsOf(door)
  },
  view: (recipients, form, door) => (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: TALLY_WORDS.title, href: TALLIES }]}
      />
      <ErrorSummary errors={form.faults} />
      <Form action={PATH} submit={words.plan} cancelHref={TALLIES} formId={form.formId}>
        <What form={form} />
        <Notice tone="info">
          <Words of={words.rule} />
        </Notice>
        {TABLES.map((number) => (
          <Table number={number} form={form} recipients={recipients} />
        ))}
      </Form>
    </Screen>
  ),
  act: async ({ door, input: asked, formId }) => {
    const tables: WantedTable[] = TABLES.flatMap((number) => {
      const recipient = asked[`recipient${number}`]
      const chosen = asked[`fields${number}`]
      if (recipient === '' && chosen.length === 0) return []
      if (recipient === '' || chosen.length === 0) throw new AppError('TALLY_FIELD_UNKNOWN')
      return [{ recipient, fields: FIELD_WORDS.filter((field) => chosen.includes(field)) }]
    })
    const { measure, year, smallest, rounding, planned: plannedOn } = asked
    await door.change(RESEARCH_EXPORTS, (tx) =>
      planTally(tx, {
        id: formId,
        measure,
        year,
        smallest,
        rounding: Number(rounding),
        plannedOn,
        tables,
      }),
    )
    return { to: `${TALLIES}/${formId}`, done: 'tally-planned' }
  },
})

function What({ form }: { form: FormState }): JSX.Element {
  return (
    <Stack>
      <RadioGroup
        name="measure"
        label={TALLY_WORDS.measure}
        options={MEASURE_WORDS.map((value) => ({ value, label: MEASURES[value] }))}
        value={form.value('measure', 'enrolments')}
        error={form.fault('measure')}
        required
      />
      <TextField
        name="year"
        label={TALLY_WORDS.year}
        type="number"
        width="short"
        value={form.value('year', String(new Date().getFullYear() - 1))}
        error={form.fault('year')}
        required
      />
      <TextField
        name="smallest"
        label={TALLY_WORDS.smallest}
        hint={words.smallestHint}
        type="number"
        width="short"
        value={form.value('smallest', DEFAULT_SMALLEST)}
        error={form.fault('smallest') && words.wrongSmallest}
        required
      />
      <RadioGroup
        name="rounding"
        label={TALLY_WORDS.rounding}
        options={ROUNDINGS.map((value) => ({ value, label: value === '1' ? words.whole : value }))}
        value={form.value('rounding', '5')}
        error={form.fault('rounding')}
        required
      />
      <DateField
        name="planned"
        label={TALLY_WORDS.plannedOn}
        hint={words.plannedHint}
        value={form.value('planned', dayOf(new Date()))}
        error={form.fault('planned')}
        required
      />
    </Stack>
  )
}

interface TableProps {
  readonly number: number
  readonly form: FormState
  readonly recipients: readonly Recipient[]
}

function Table({ number, form, recipients }: TableProps): JSX.Element {
  const title = {
    nl: TALLY_WORDS.table.nl.replace('{number}', String(number)),
    en: TALLY_WORDS.table.en.replace('{number}', String(number)),
  }
  return (
    <Section title={title} {...(number > 1 && { lead: words.more })}>
      <Stack>
        <SelectField
          name={`recipient${number}`}
          label={TALLY_WORDS.recipient}
          options={recipients.map(({ word, name }) => ({ value: word, label: name }))}
          value={form.value(`recipient${number}`)}
          error={form.fault(`recipient${number}`)}
          required={number === 1}
        />
        <CheckboxGroup
          name={`fields${number}`}
          label={TALLY_WORDS.fields}
          options={FIELD_WORDS.map((value) => ({ value, label: FIELDS[value] }))}
          values={form.chosen(`fields${number}`)}
          error={form.fault(`fields${number}`)}
          required={number === 1}
        />
      </Stack>
    </Section>
  )
}
