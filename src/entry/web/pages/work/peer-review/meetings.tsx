import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  CheckboxGroup,
  DataTable,
  DateField,
  dayOf,
  EmptyState,
  ErrorSummary,
  Form,
  LinkButton,
  Moment,
  Times,
  type Option,
  PageHeader,
  Section,
  SelectField,
  Stack,
  type Status,
  StatusBadge,
  TextField,
  Words,
  WrittenText,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, once, textList } from '#entry/web/http/form.tsx'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { choiceReads, colleagueOptions } from '#entry/web/pages/work/choices.ts'
import { requiredDay, requiredText, wholeNumber } from '#entry/web/pages/work/input.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  callMeeting,
  casesOf,
  PEER_MEETINGS_MOST,
  type PeerMeeting,
  peerMeetings,
} from '#modules/practice/index.ts'

const words = {
  title: { nl: 'Intercollegiale toetsing', en: 'Peer review' },
  lead: {
    nl: 'Bespreek met collega’s een casus waarin niemand te herkennen is. Wat gedeeld is, is alleen tijdens de bijeenkomst te lezen.',
    en: 'Discuss with colleagues a case in which nobody can be recognised. What is shared can be read during the meeting only.',
  },
  plan: { nl: 'Bijeenkomst plannen', en: 'Plan a meeting' },
  none: { nl: 'Nog geen bijeenkomsten', en: 'No meetings yet' },
  noneWhy: {
    nl: 'Plan een bijeenkomst en kies wie erbij is. Daarna deelt u een casus vanuit het dossier, onder Toetsing.',
    en: 'Plan a meeting and choose who takes part. After that you share a case from the dossier, under Peer review.',
  },
  name: { nl: 'Naam', en: 'Name' },
  when: { nl: 'Wanneer', en: 'When' },
  who: { nl: 'Wie', en: 'Who' },
  state: { nl: 'Stand', en: 'State' },
  day: { nl: 'Dag', en: 'Day' },
  from: { nl: 'Begint om', en: 'Starts at' },
  hours: { nl: 'Hoeveel uur?', en: 'How many hours?' },
  whom: { nl: 'Wie is erbij?', en: 'Who takes part?' },
  cases: { nl: 'Casussen', en: 'Cases' },
  noCases: { nl: 'Er is geen casus gedeeld', en: 'No case was shared' },
  notNow: {
    nl: 'Casussen zijn alleen tijdens de bijeenkomst te lezen.',
    en: 'Cases can be read during the meeting only.',
  },
  one: { nl: 'Casus {number}', en: 'Case {number}' },
} satisfies Record<string, Text>

const ACTIVITY = 'peer-review'
const PATH = '/werk/toetsing'
const AT_ONCE = 50
const STATES: Readonly<Record<PeerMeeting['state'], Status>> = {
  planned: 'waiting',
  open: 'active',
  over: 'closed',
}

/** The meetings that one belongs to. */
export const meetingsPage = page(PATH, {
  read: (door) => door.list(ACTIVITY, 'peer-meetings', { meetings: peerMeetings }),
  view: ({ meetings }, door) => {
    const plan = <LinkButton href={`${PATH}/nieuw`} label={words.plan} icon="calendar" />
    return (
      <Screen door={door} title={words.title}>
        <PageHeader title={words.title} lead={words.lead} action={meetings.length > 0 && plan} />
        <DataTable
          caption={words.title}
          captionHidden
          rows={meetings}
          most={PEER_MEETINGS_MOST}
          href={({ id }) => `${PATH}/${id}`}
          columns={[
            { title: words.name, cell: ({ title }) => title },
            { title: words.when, cell: ({ startsAt }) => <Moment at={startsAt} /> },
            { title: words.who, cell: ({ participants }) => participants.join(', ') },
            { title: words.state, cell: ({ state }) => <StatusBadge status={STATES[state]} /> },
          ]}
          empty={<EmptyState title={words.none} lead={words.noneWhy} icon="people" action={plan} />}
        />
      </Screen>
    )
  },
})

const NOBODY = because({ nl: 'Kies minstens één collega.', en: 'Choose at least one colleague.' })

/** Plans a meeting. */
export const newMeetingPage = formPage(`${PATH}/nieuw`, {
  input: z.object({
    title: requiredText(200),
    day: requiredDay(),
    from: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
    hours: wholeNumber({ minimum: 1, maximum: 8 }),
    people: z
      .preprocess(textList, z.array(z.uuid()).max(AT_ONCE))
      .refine((ids) => ids.length > 0, NOBODY),
  }),
  labels: {
    title: words.name,
    day: words.day,
    from: words.from,
    hours: words.hours,
    people: words.whom,
  },
  read: async (door): Promise<readonly Option[]> => {
    const access = await door.access(ACTIVITY)
    if (!access.can('peer_meetings', 'insert')) throw new AppError('NOT_FOUND')
    const rows = await door.list(ACTIVITY, 'colleagues', choiceReads(access))
    return colleagueOptions(rows, door.me?.accountId)
  },
  view: (colleagues, form, door) => (
    <Screen door={door} title={words.plan} width="narrow">
      <PageHeader
        title={words.plan}
        lead={words.lead}
        breadcrumbs={[{ label: words.title, href: PATH }]}
      />
      <ErrorSummary errors={form.faults} />
      <Form action={`${PATH}/nieuw`} submit={words.plan} cancelHref={PATH} formId={form.formId}>
        <TextField
          name="title"
          label={words.name}
          required
          value={form.value('title')}
          error={form.fault('title')}
        />
        <DateField
          name="day"
          label={words.day}
          required
          min={dayOf(new Date())}
          value={form.value('day')}
          error={form.fault('day')}
        />
        <TextField
          name="from"
          label={words.from}
          required
          value={form.value('from', '10:00')}
          error={form.fault('from')}
        />
        <SelectField
          name="hours"
          label={words.hours}
          required
          options={['1', '2', '3', '4'].map((hours) => ({ value: hours, label: hours }))}
          value={form.value('hours', '2')}
          error={form.fault('hours')}
        />
        <CheckboxGroup
          name="people"
          label={words.whom}
          required
          options={colleagues}
          values={form.chosen('people', [])}
          error={form.fault('people')}
        />
      </Form>
    </Screen>
  ),
  act: async ({ door, input, formId }) => {
    const { day, from, hours, people, title } = input
    const startsAt = amsterdam(day, from)
    const endsAt = new Date(startsAt.getTime() + hours * 3_600_000)
    await once(() =>
      door.change(ACTIVITY, (tx) =>
        callMeeting(tx, { id: formId, title, startsAt, endsAt, participants: people }),
      ),
    )
    return { to: `${PATH}/${formId}`, done: 'meeting-planned' }
  },
})

/** A day and an hour as clocks in the Netherlands tell them. */
function amsterdam(day: string, time: string): Date {
  const asUtc = new Date(`${day}T${time}:00Z`)
  const told = new Intl.DateTimeFormat('sv', {
    timeZone: 'Europe/Amsterdam',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(asUtc)
  return new Date(2 * asUtc.getTime() - new Date(`${told.replace(' ', 'T')}Z`).getTime())
}

interface MeetingPage {
  readonly meeting: PeerMeeting
  readonly cases: readonly { readonly id: string; readonly body: string }[]
}

/** A meeting, and while it lasts the cases in it. */
export const meetingPage = page(`${PATH}/:id`, {
  read: async (door, params): Promise<MeetingPage> => {
    const id = idOf(params)
    const reads = { meetings: peerMeetings, cases: casesOf(id) }
    const { cases, meetings } = await door.list(ACTIVITY, 'peer-meeting', reads)
    const meeting = meetings.find((each) => each.id === id)
    if (!meeting) throw new AppError('NOT_FOUND')
    return { meeting, cases }
  },
  view: drawMeeting,
})

function drawMeeting({ meeting, cases }: MeetingPage, door: Door): JSX.Element {
  return (
    <Screen door={door} title={meeting.title} width="narrow">
      <PageHeader
        title={meeting.title}
        status={<StatusBadge status={STATES[meeting.state]} />}
        breadcrumbs={[{ label: words.title, href: PATH }]}
      />
      <p>
        <Times from={meeting.startsAt} until={meeting.endsAt} />
      </p>
      <p>{meeting.participants.join(', ')}</p>
      <Section title={words.cases} lead={words.notNow}>
        {cases.length === 0 ? (
          meeting.state === 'open' && <EmptyState title={words.noCases} icon="people" />
        ) : (
          <Stack gap="large">
            {cases.map(({ body }, place) => (
              <article>
                <h3>
                  <Words of={words.one} places={{ number: place + 1 }} />
                </h3>
                <WrittenText text={body} />
              </article>
            ))}
          </Stack>
        )}
      </Section>
    </Screen>
  )
}
