import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  Badge,
  DataTable,
  DateText,
  dayOf,
  EmptyState,
  ErrorSummary,
  formatDay,
  formatPeriod,
  Form,
  LinkButton,
  PageHeader,
  Section,
  SelectField,
  Stat,
  Stats,
  Toolbar,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { COACH } from '#entry/web/pages/work/desk.ts'
import { atField } from '#entry/web/pages/work/field-error.ts'
import { clientName, ClientNameText } from '#entry/web/pages/work/person.tsx'
import { WORK } from '#entry/web/pages/work/words.ts'
import { say } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  readWeek,
  recordTime,
  sayMinutes,
  TIME_KINDS,
  type Week,
  type WeekClient,
  type WeekEntry,
  weekOf,
  weekReads,
} from '#modules/practice/index.ts'
import { TIME_LABELS, timeInput, TimeFields, timeSpent } from './fields.tsx'

const words = {
  title: { nl: 'Mijn uren', en: 'My hours' },
  lead: { nl: 'De week van {days}', en: 'The week of {days}' },
  before: { nl: 'Vorige week', en: 'Week before' },
  after: { nl: 'Volgende week', en: 'Week after' },
  now: { nl: 'Deze week', en: 'This week' },
  client: { nl: 'Cliënt', en: 'Client' },
  total: { nl: 'Totaal', en: 'Total' },
  billable: { nl: 'Voor de factuur', en: 'For invoices' },
  entries: { nl: 'Geregistreerd', en: 'Recorded' },
  invoiced: { nl: 'Gefactureerd', en: 'Invoiced' },
  inside: { nl: 'Niet op de factuur', en: 'Not on the invoice' },
  none: { nl: 'Nog niets in deze week', en: 'Nothing in this week yet' },
  noneWhy: {
    nl: 'Een gesprek dat u noteert, komt hier vanzelf bij te staan. Ander werk legt u hieronder vast.',
    en: 'A consult that you note comes here by itself. You record other work below.',
  },
  add: { nl: 'Tijd vastleggen', en: 'Record time' },
  noClients: {
    nl: 'U hebt nu geen cliënten met een lopende dienst. Tijd legt u vast bij een cliënt.',
    en: 'You have no clients with a running service now. Time is recorded with a client.',
  },
} satisfies Record<string, Text>

interface WeekPage {
  readonly week: Week
  readonly entries: readonly WeekEntry[]
  readonly clients: readonly WeekClient[]
}

/** A coach's own week over all clients, and quick entry. */
export const weekPage = formPage('/werk/uren', {
  input: z.object({ ...timeInput, client: z.uuid() }),
  labels: { ...TIME_LABELS, client: words.client },
  read: async (door): Promise<WeekPage> => {
    const access = await door.access(COACH.activity)
    if (!access.can('time_entries', 'insert')) throw new AppError('NOT_FOUND')
    const asked = z.iso.date().safeParse(door.visit.query.get('week'))
    const week = weekOf(asked.success ? asked.data : dayOf(new Date()))
    const rows = await door.list(COACH.activity, 'week', weekReads(access, week))
    return { week, ...readWeek(rows) }
  },
  view: drawWeek,
  act: async ({ door, input, formId }) => {
    const { client, ...spent } = input
    await atField(
      once(() =>
        door.changeDossier(COACH.activity, client, (tx) =>
          recordTime(tx, { id: formId, ...timeSpent(spent) }),
        ),
      ),
      { TIME_IN_FUTURE: 'day', TIME_AFTER_END: 'day', NOT_FOUND: 'client' },
    )
    return { to: `/werk/uren?week=${weekOf(input.day).monday}`, done: 'saved' }
  },
})

function drawWeek(page: WeekPage, form: FormState, door: Door): JSX.Element {
  const { clients, entries, week } = page
  const [from = '', , , , , , until = ''] = week.days
  const { language } = door
  const today = dayOf(new Date())
  const total = (chosen: readonly WeekEntry[]): string =>
    sayMinutes(chosen.reduce((sum, { minutes }) => sum + minutes, 0))
  const days = formatPeriod({ from, until }, language)
  return (
    <Screen door={door} title={words.title}>
      <PageHeader title={words.title} lead={say(words.lead, language, { days })} />
      <Toolbar>
        <LinkButton href={`/werk/uren?week=${week.before}`} label={words.before} look="quiet" />
        {!week.days.includes(today) && (
          <LinkButton href="/werk/uren" label={words.now} look="quiet" />
        )}
        <LinkButton href={`/werk/uren?week=${week.after}`} label={words.after} look="quiet" />
      </Toolbar>
      {entries.length > 0 && (
        <Stats>
          <Stat label={words.total} value={total(entries)} />
          <Stat label={words.billable} value={total(entries.filter(({ billable }) => billable))} />
          {week.days
            .map((day) => ({ day, spent: entries.filter((entry) => entry.day === day) }))
            .filter(({ spent }) => spent.length > 0)
            .map(({ day, spent }) => (
              <Stat label={formatDay(day, language)} value={total(spent)} />
            ))}
        </Stats>
      )}
      <Section title={words.entries}>
        <EntryTable entries={entries} />
      </Section>
      <Section title={words.add}>
        {clients.length === 0 ? (
          <EmptyState title={WORK.clients} lead={words.noClients} icon="people" />
        ) : (
          <QuickEntry clients={clients} form={form} week={week} today={today} />
        )}
      </Section>
    </Screen>
  )
}

function EntryTable({ entries }: { entries: readonly WeekEntry[] }): JSX.Element {
  return (
    <DataTable
      caption={words.entries}
      captionHidden
      rows={entries}
      href={({ dossierId, id }: WeekEntry) => `${COACH.path}/${dossierId}/uren/${id}`}
      columns={[
        { title: TIME_LABELS.day, cell: ({ day }) => <DateText day={day} form="short" /> },
        { title: words.client, cell: ({ name }) => <ClientNameText name={name} /> },
        { title: TIME_LABELS.kind, cell: ({ kind }) => <Words of={TIME_KINDS[kind]} /> },
        { title: TIME_LABELS.time, cell: ({ minutes }) => sayMinutes(minutes), align: 'end' },
        {
          title: TIME_LABELS.billable,
          cell: ({ billable, invoiced }) =>
            invoiced ? (
              <Badge label={words.invoiced} tone="success" icon="lock" />
            ) : (
              !billable && <Badge label={words.inside} />
            ),
        },
      ]}
      empty={<EmptyState title={words.none} lead={words.noneWhy} icon="clock" />}
    />
  )
}

function QuickEntry(props: {
  clients: readonly WeekClient[]
  form: FormState
  week: Week
  today: string
}): JSX.Element {
  const { clients, form, today, week } = props
  const day = week.days.includes(today) ? today : week.monday
  return (
    <>
      <ErrorSummary errors={form.faults} />
      <Form action={`/werk/uren?week=${week.monday}`} submit={words.add} formId={form.formId}>
        <SelectField
          name="client"
          label={words.client}
          required
          options={clients.map(({ dossierId, name, reference }) => {
            const called = clientName(name)
            const label =
              typeof called === 'string'
                ? `${called} (${reference})`
                : { nl: `${called.nl} (${reference})`, en: `${called.en} (${reference})` }
            return { value: dossierId, label }
          })}
          value={form.value('client')}
          error={form.fault('client')}
        />
        <TimeFields form={form} day={day < today ? day : today} />
      </Form>
    </>
  )
}
