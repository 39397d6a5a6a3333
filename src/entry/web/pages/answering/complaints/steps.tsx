import { z } from 'zod'
import { COMPLAINT_OUTCOMES, findComplaint } from '#duties/complaints/complaint.ts'
import {
  acknowledgeComplaint,
  decideComplaint,
  hearSide,
  nameSubject,
  unnameSubject,
} from '#duties/complaints/handling.ts'
import {
  DateField,
  dayOf,
  ErrorSummary,
  Form,
  Notice,
  PageHeader,
  RadioGroup,
  SelectField,
  TextArea,
  Words,
} from '#entry/web/components/index.ts'
import { act, formPage, once } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { postOf } from '#entry/web/pages/answering/post.ts'
import { readAs } from '#entry/web/pages/answering/reading.ts'
import type { Text } from '#kernel/language.ts'
import { COMPLAINTS, readCase } from './case.ts'
import { OUTCOMES, WAYS } from './words.ts'

const words = {
  complaints: { nl: 'Klachten', en: 'Complaints' },
  hear: { nl: 'Vastleggen wat iemand zei', en: 'Record what somebody said' },
  hearWhy: {
    nl: 'Vat samen wat iemand zei, zo dat die ander zich erin herkent.',
    en: 'Sum up what somebody said, in a way they would recognise.',
  },
  side: { nl: 'Wie is gehoord', en: 'Who was heard' },
  complainant: { nl: 'Wie klaagt', en: 'Who complains' },
  subject: { nl: 'Over wie het gaat', en: 'Whom it is about' },
  way: { nl: 'Hoe', en: 'How' },
  heardOn: { nl: 'Wanneer', en: 'When' },
  said: { nl: 'Wat is er gezegd', en: 'What was said' },
  save: { nl: 'Vastleggen', en: 'Record' },
  decide: { nl: 'Uitkomst vaststellen', en: 'Decide on the outcome' },
  decideWhy: {
    nl: 'Wie klaagt, krijgt hiervan meteen bericht. Wijzigen kan daarna niet meer.',
    en: 'Who complains is told at once. It cannot be changed afterwards.',
  },
  outcome: { nl: 'Uitkomst', en: 'Outcome' },
  reasons: { nl: 'Redenen', en: 'Reasons' },
  reasonsWhy: {
    nl: 'Zo komen ze in de brief: wat wij vonden, en waarom. Schrijf ze aan wie klaagt.',
    en: 'As they stand in the letter: what we found, and why. Write them to who complains.',
  },
  measures: { nl: 'Wat wij doen', en: 'What we do' },
  recourse: {
    nl: 'In de brief staat ook dat iemand naar de Autoriteit Persoonsgegevens kan gaan, met het adres.',
    en: 'The letter also says that somebody can turn to the Dutch Data Protection Authority, with its address.',
  },
  name: { nl: 'Iemand noemen', en: 'Name somebody' },
  nameWhy: {
    nl: 'Wie u noemt, ziet deze klacht vanaf nu niet meer. Noemt u uzelf, dan neemt een ander het over.',
    en: 'Whoever you name no longer sees this complaint. If you name yourself, somebody else takes over.',
  },
  who: { nl: 'Over wie gaat de klacht', en: 'Whom is the complaint about' },
} satisfies Record<string, Text>

const HEARD_WAYS = ['conversation', 'phone', 'letter', 'mail', 'declined'] as const

const hearing = z.object({
  side: z.enum(['complainant', 'subject']),
  way: z.enum(HEARD_WAYS),
  heardOn: z.iso.date(),
  words: z.string().trim().min(1).max(8000),
})

/** Records what one side said. */
export const hearingPage = formPage(`${COMPLAINTS}/:id/horen`, {
  input: hearing,
  labels: { side: words.side, way: words.way, heardOn: words.heardOn, words: words.said },
  read: readCase,
  view: ({ complaint, path }, form, door) => (
    <Screen door={door} title={words.hear} width="narrow">
      <PageHeader
        title={words.hear}
        lead={words.hearWhy}
        breadcrumbs={[
          { label: words.complaints, href: COMPLAINTS },
          { label: complaint.subject, href: path },
        ]}
      />
      <ErrorSummary errors={form.faults} />
      <Form action={`${path}/horen`} submit={words.save} cancelHref={path} formId={form.formId}>
        <RadioGroup
          name="side"
          label={words.side}
          options={[
            { value: 'complainant', label: words.complainant },
            { value: 'subject', label: words.subject },
          ]}
          value={form.value('side')}
          error={form.fault('side')}
          required
        />
        <RadioGroup
          name="way"
          label={words.way}
          options={HEARD_WAYS.map((value) => ({ value, label: WAYS[value] ?? value }))}
          value={form.value('way')}
          error={form.fault('way')}
          required
        />
        <DateField
          name="heardOn"
          label={words.heardOn}
          value={form.value('heardOn', dayOf(new Date()))}
          error={form.fault('heardOn')}
          required
        />
        <TextArea
          name="words"
          label={words.said}
          value={form.value('words')}
          error={form.fault('words')}
          maxLength={8000}
          height="tall"
          required
        />
      </Form>
    </Screen>
  ),
  act: async ({ door, params, input, formId }) => {
    const complaintId = idOf(params)
    await once(() =>
      door.change('complaint-handling', (tx) =>
        hearSide(tx, { id: formId, complaintId, ...input }),
      ),
    )
    return { to: `${COMPLAINTS}/${complaintId}`, done: 'saved' }
  },
})

const CHOSEN = COMPLAINT_OUTCOMES.filter((outcome) => outcome !== 'withdrawn')

const decision = z.object({
  outcome: z.enum(CHOSEN),
  reasons: z.string().trim().min(1).max(8000),
  measures: z.string().trim().max(4000),
})

/** Decides on a complaint. */
export const outcomePage = formPage(`${COMPLAINTS}/:id/uitkomst`, {
  input: decision,
  labels: { outcome: words.outcome, reasons: words.reasons },
  read: readCase,
  view: ({ complaint, path }, form, door) => (
    <Screen door={door} title={words.decide} width="narrow">
      <PageHeader
        title={words.decide}
        lead={words.decideWhy}
        breadcrumbs={[
          { label: words.complaints, href: COMPLAINTS },
          { label: complaint.subject, href: path },
        ]}
      />
      <ErrorSummary errors={form.faults} />
      <Form
        action={`${path}/uitkomst`}
        submit={words.decide}
        cancelHref={path}
        formId={form.formId}
      >
        <RadioGroup
          name="outcome"
          label={words.outcome}
          options={CHOSEN.map((value) => ({ value, label: OUTCOMES[value] }))}
          value={form.value('outcome')}
          error={form.fault('outcome')}
          required
        />
        <TextArea
          name="reasons"
          label={words.reasons}
          hint={words.reasonsWhy}
          value={form.value('reasons')}
          error={form.fault('reasons')}
          maxLength={8000}
          height="tall"
          required
        />
        <TextArea
          name="measures"
          label={words.measures}
          value={form.value('measures')}
          error={form.fault('measures')}
          maxLength={4000}
        />
        <Notice>
          <Words of={words.recourse} />
        </Notice>
      </Form>
    </Screen>
  ),
  act: async ({ door, params, input }) => {
    const complaintId = idOf(params)
    await door.change('complaint-handling', (tx) =>
      decideComplaint(tx, { complaintId, ...input }, postOf(door)),
    )
    return { to: `${COMPLAINTS}/${complaintId}`, done: 'complaint-decided' }
  },
})

/** Says whom a complaint is about. */
export const subjectPage = formPage(`${COMPLAINTS}/:id/over`, {
  input: z.object({ accountId: z.uuid() }),
  labels: { accountId: words.who },
  read: readCase,
  view: ({ complaint, members, path }, form, door) => (
    <Screen door={door} title={words.name} width="narrow">
      <PageHeader
        title={words.name}
        lead={words.nameWhy}
        breadcrumbs={[
          { label: words.complaints, href: COMPLAINTS },
          { label: complaint.subject, href: path },
        ]}
      />
      <ErrorSummary errors={form.faults} />
      <Form action={`${path}/over`} submit={words.save} cancelHref={path} formId={form.formId}>
        <SelectField
          name="accountId"
          label={words.who}
          options={members.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          value={form.value('accountId')}
          error={form.fault('accountId')}
          required
        />
      </Form>
    </Screen>
  ),
  act: async ({ door, params, input: { accountId } }) => {
    const id = idOf(params)
    await door.change('complaint-handling', (tx) => nameSubject(tx, id, accountId))
    // Whoever names the own account does not see it any more.
    const { found } = await readAs(door, 'complaint-handling', 'complaint', {
      found: findComplaint(id),
    })
    return { to: found.length === 0 ? COMPLAINTS : `${COMPLAINTS}/${id}`, done: 'saved' }
  },
})

/** Takes back that a complaint is about somebody. */
export const subjectRemovalAct = act(
  `${COMPLAINTS}/:id/over/:account/weg`,
  async ({ door, params }) => {
    const id = idOf(params)
    const accountId = idOf(params, 'account')
    await door.change('complaint-handling', (tx) => unnameSubject(tx, id, accountId))
    return { to: `${COMPLAINTS}/${id}`, done: 'saved' }
  },
)

/** Records that the acknowledgement went by letter. */
export const acknowledgementAct = act(`${COMPLAINTS}/:id/bevestigd`, async ({ door, params }) => {
  const id = idOf(params)
  await once(() =>
    door.change('complaint-handling', (tx) => acknowledgeComplaint(tx, id, 'letter')),
  )
  return { to: `${COMPLAINTS}/${id}`, done: 'saved' }
})
