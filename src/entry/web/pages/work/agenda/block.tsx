import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ActionForm,
  DateField,
  DescriptionList,
  ErrorSummary,
  Form,
  Moment,
  PageHeader,
  Section,
  SelectField,
  Stack,
  TextField,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, page, type Route } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { choiceOf, requiredDay, wholeNumber } from '#entry/web/pages/work/input.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  agendaReads,
  type Block,
  BLOCK_REASONS,
  blockTime,
  type DayHours,
  freeTime,
  keepHours,
  laterDay,
  periodOf,
  readAgenda,
  wallTimeOf,
} from '#modules/practice/index.ts'
import { COACH_AGENDA, expectPlanning } from './desk.ts'
import { clockTime } from './fields.tsx'

const words = {
  agenda: { nl: 'Agenda', en: 'Calendar' },
  title: { nl: 'Tijd blokkeren', en: 'Block time' },
  lead: {
    nl: 'Op deze tijd plant niemand een cliënt bij u. Collega’s zien de tijd en de reden; cliënten zien niets.',
    en: 'Nobody plans a client with you at this time. Colleagues see the time and the reason; clients see nothing.',
  },
  reason: { nl: 'Waarvoor?', en: 'What for?' },
  day: { nl: 'Dag', en: 'Day' },
  time: { nl: 'Van', en: 'From' },
  minutes: { nl: 'Hoe lang, in minuten?', en: 'How long, in minutes?' },
  submit: { nl: 'Blokkeren', en: 'Block' },
  from: { nl: 'Van', en: 'From' },
  until: { nl: 'Tot', en: 'Until' },
  free: { nl: 'Blokkade opheffen', en: 'Free this time' },
  hours: { nl: 'Werktijden', en: 'Working hours' },
  hoursLead: {
    nl: 'Wie buiten deze tijden plant, krijgt een waarschuwing. Laat een dag leeg als u dan niet werkt. Vult u niets in, dan geldt maandag tot en met vrijdag van 8 tot 18 uur.',
    en: 'Whoever plans outside these hours is warned. Leave a day empty if you do not work then. If you fill in nothing, Monday to Friday from 8 to 18 applies.',
  },
  save: { nl: 'Opslaan', en: 'Save' },
  order: { nl: 'Het einde moet na het begin liggen.', en: 'The end must come after the start.' },
} satisfies Record<string, Text>

const DAY_NAMES: readonly Text[] = [
  { nl: 'maandag', en: 'Monday' },
  { nl: 'dinsdag', en: 'Tuesday' },
  { nl: 'woensdag', en: 'Wednesday' },
  { nl: 'donderdag', en: 'Thursday' },
  { nl: 'vrijdag', en: 'Friday' },
  { nl: 'zaterdag', en: 'Saturday' },
  { nl: 'zondag', en: 'Sunday' },
]

const { activity, path } = COACH_AGENDA
const AGENDA_CRUMB = { label: words.agenda, href: path }
const DAY_MINUTES = 24 * 60
/** Blocks that can be looked up: a year around today. */
const AROUND_DAYS = 366

const newBlockPage = formPage(`${path}/blok`, {
  input: z.object({
    reason: choiceOf(BLOCK_REASONS),
    day: requiredDay(),
    time: clockTime(),
    minutes: wholeNumber({ minimum: 5, maximum: DAY_MINUTES }),
  }),
  labels: words,
  read: async (door) => {
    await expectPlanning(door, COACH_AGENDA)
    await door.list(activity, 'agenda', {})
  },
  view: (_, form, door) => (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader title={words.title} lead={words.lead} breadcrumbs={[AGENDA_CRUMB]} />
      <ErrorSummary errors={form.faults} />
      <Form action={`${path}/blok`} submit={words.submit} cancelHref={path} formId={form.formId}>
        <BlockFields form={form} day={door.visit.query.get('dag') ?? ''} />
      </Form>
    </Screen>
  ),
  act: async ({ door, input, formId }) => {
    const { reason, ...wall } = input
    await once(() =>
      door.change(activity, (tx) => blockTime(tx, { id: formId, reason, ...periodOf(wall) })),
    )
    return { to: `${path}?toon=week&vanaf=${wall.day}`, done: 'time-blocked' }
  },
})

function BlockFields({ form, day }: { form: FormState; day: string }): JSX.Element {
  return (
    <>
      <SelectField
        name="reason"
        label={words.reason}
        required
        options={Object.entries(BLOCK_REASONS).map(([value, label]) => ({ value, label }))}
        value={form.value('reason')}
        error={form.fault('reason')}
      />
      <DateField
        name="day"
        label={words.day}
        required
        value={form.value('day', day)}
        error={form.fault('day')}
      />
      <TextField
        name="time"
        label={words.time}
        type="time"
        width="short"
        required
        value={form.value('time')}
        error={form.fault('time')}
      />
      <TextField
        name="minutes"
        label={words.minutes}
        inputmode="numeric"
        width="short"
        required
        value={form.value('minutes', '60')}
        error={form.fault('minutes')}
      />
    </>
  )
}

async function readOwn(door: Door) {
  await expectPlanning(door, COACH_AGENDA)
  const access = await door.access(activity)
  const today = wallTimeOf(new Date()).day
  const around = { from: laterDay(today, -AROUND_DAYS), until: laterDay(today, AROUND_DAYS) }
  const { blocks, hours, members } = agendaReads(access, around)
  const rows = await door.list(activity, 'working-hours', { blocks, hours, members })
  const nothing = { appointments: [], absences: [], cancellations: [] }
  return readAgenda({ ...nothing, ...rows }, door.me?.accountId ?? '')
}

const blockPage = page(`${path}/blok/:id`, {
  read: async (door, params): Promise<Block> => {
    const id = idOf(params)
    const block = (await readOwn(door)).blocks.find((each) => each.id === id)
    if (!block) throw new AppError('NOT_FOUND')
    return block
  },
  view: (block, door) => (
    <Screen door={door} title={BLOCK_REASONS[block.reason]} width="narrow">
      <PageHeader title={BLOCK_REASONS[block.reason]} breadcrumbs={[AGENDA_CRUMB]} />
      <Stack>
        <DescriptionList
          items={[
            { term: words.from, value: <Moment at={block.startsAt} /> },
            { term: words.until, value: <Moment at={block.endsAt} /> },
          ]}
        />
        <ActionForm action={`${path}/blok/${block.id}/weg`} label={words.free} look="danger" />
      </Stack>
    </Screen>
  ),
})

const freeAct = act(`${path}/blok/:id/weg`, async ({ door, params }) => {
  await door.change(activity, (tx) => freeTime(tx, idOf(params)))
  return { to: path, done: 'time-freed' }
})

const anHour = z.union([z.literal(''), clockTime()]).default('')
const HOURS_INPUT = z
  .object(
    Object.fromEntries(
      DAY_NAMES.flatMap((_, index) => [
        [`starts${index + 1}`, anHour],
        [`ends${index + 1}`, anHour],
      ]),
    ),
  )
  .superRefine((input, context) => {
    for (const [index] of DAY_NAMES.entries()) {
      const [starts = '', ends = ''] = [input[`starts${index + 1}`], input[`ends${index + 1}`]]
      if (starts === ends ? starts === '' : starts !== '' && starts < ends) continue
      const message = JSON.stringify(words.order)
      context.addIssue({ code: 'custom', path: [`ends${index + 1}`], message })
    }
  })

const hoursPage = formPage(`${path}/werktijden`, {
  input: HOURS_INPUT,
  read: readOwn,
  view: ({ hours }, form, door) => (
    <Screen door={door} title={words.hours} width="narrow">
      <PageHeader title={words.hours} lead={words.hoursLead} breadcrumbs={[AGENDA_CRUMB]} />
      <ErrorSummary errors={form.faults} />
      <Form action={`${path}/werktijden`} submit={words.save} cancelHref={path}>
        {DAY_NAMES.map((name, index) => {
          const own = hours.find(({ weekday }) => weekday === index + 1)
          return (
            <Section title={name}>
              <HourField form={form} name={`starts${index + 1}`} own={own?.starts} />
              <HourField form={form} name={`ends${index + 1}`} own={own?.ends} />
            </Section>
          )
        })}
      </Form>
    </Screen>
  ),
  act: async ({ door, input }) => {
    await readOwn(door)
    const hours: DayHours[] = DAY_NAMES.flatMap((_, index) => {
      const [starts, ends] = [input[`starts${index + 1}`], input[`ends${index + 1}`]]
      return starts && ends ? [{ weekday: index + 1, starts, ends }] : []
    })
    const accountId = door.me?.accountId ?? ''
    await door.change(activity, (tx) => keepHours(tx, accountId, hours))
    return { to: path, done: 'hours-kept' }
  },
})

function HourField(props: { form: FormState; name: string; own: string | undefined }): JSX.Element {
  const { form, name, own } = props
  return (
    <TextField
      name={name}
      label={name.startsWith('starts') ? words.from : words.until}
      type="time"
      width="short"
      value={form.value(name, own)}
      error={form.fault(name)}
    />
  )
}

/** Time of one's own: blocking it, freeing it, and the hours of work. */
export const blockPages: readonly Route[] = [newBlockPage, blockPage, freeAct, hoursPage]
