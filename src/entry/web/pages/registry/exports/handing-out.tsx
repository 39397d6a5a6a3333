import { z } from 'zod'
import { ErrorSummary, Form, PageHeader, RadioGroup, Words } from '#entry/web/components/index.ts'
import { formPage } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { bytesAnswer } from '#entry/web/http/press.ts'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { exportTable, RESEARCH_EXPORTS, tableCsv, tableWorkbook } from '#modules/registry/index.ts'
import { TALLIES, TALLY_WORDS } from './places.ts'
import { readTally, tallyTitle } from './tally.tsx'

const words = {
  hand: { nl: 'Tabel afgeven', en: 'Hand out a table' },
  form: { nl: 'Als wat voor bestand?', en: 'As which kind of file?' },
  csv: { nl: 'CSV, voor een programma', en: 'CSV, for a program' },
  xlsx: { nl: 'Excel (XLSX), om in te kijken', en: 'Excel (XLSX), to look at' },
  confirm: {
    nl: 'U geeft deze tabel aan {recipient}, voor: {purpose}. Dat u dit doet, wordt vastgelegd.',
    en: 'You hand this table out to {recipient}, for: {purpose}. That you do so is recorded.',
  },
  download: { nl: 'Vastleggen en downloaden', en: 'Record and download' },
} satisfies Record<string, Text>

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** Hands a table out, after saying to whom and what for. */
export const exportTablePage = formPage(`${TALLIES}/:id/:number{[1-5]}`, {
  input: z.object({ form: z.enum(['csv', 'xlsx']) }),
  labels: { form: words.form },
  read: async (door, params) => {
    const data = await readTally(door, params)
    const table = data.tables.find(({ number }) => number === Number(params['number']))
    if (!table || !data.tally.made_at) throw new AppError('NOT_FOUND')
    return { ...data, table }
  },
  view: ({ tally, table, names, purpose }, form, door) => {
    const path = `${TALLIES}/${tally.id}`
    const recipient = names.get(table.recipient) ?? table.recipient
    return (
      <Screen door={door} title={words.hand} width="narrow">
        <PageHeader
          title={words.hand}
          breadcrumbs={[
            { label: TALLY_WORDS.title, href: TALLIES },
            { label: tallyTitle(tally, door.language), href: path },
          ]}
        />
        <ErrorSummary errors={form.faults} />
        <Form
          action={`${path}/${table.number}`}
          submit={words.download}
          cancelHref={path}
          formId={form.formId}
        >
          <p>
            <Words of={words.confirm} places={{ recipient, purpose }} />
          </p>
          <RadioGroup
            name="form"
            label={words.form}
            options={[
              { value: 'csv', label: words.csv },
              { value: 'xlsx', label: words.xlsx },
            ]}
            value={form.value('form', 'csv')}
            error={form.fault('form')}
            required
          />
        </Form>
      </Screen>
    )
  },
  act: async ({ door, params, context, input: { form } }) => {
    const asked = { tallyId: idOf(params), number: Number(params['number']) }
    const table = await door.change(RESEARCH_EXPORTS, (tx) => exportTable(tx, asked))
    const title = `${table.year} ${table.measure} ${asked.number}`
    const bytes =
      form === 'xlsx' ? await tableWorkbook(table, door.language) : tableCsv(table, door.language)
    return { send: bytesAnswer(context, bytes, { type: TYPES[form], title, ending: form }) }
  },
})
