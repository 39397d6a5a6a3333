import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { ConfirmPanel, ErrorSummary, Form } from '#entry/web/components/index.ts'
import { z } from 'zod'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, type Params, type Route } from '#entry/web/http/page.tsx'
import { readAnswer } from '#entry/web/pages/work/agenda/proposal.tsx'
import { calendarPost } from '#entry/web/pages/work/agenda/desk.ts'
import { readTimes, TIMES_INPUT, TimesFields } from '#entry/web/pages/work/agenda/times.tsx'
import { ownPath, SELF_SERVICE } from '#entry/web/pages/mine/own-file.ts'
import { OwnStepScreen } from '#entry/web/pages/mine/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  answerProposal,
  cancelAppointment,
  confirmAppointment,
  proposeTimes,
} from '#modules/practice/index.ts'
import { openOwnAppointments, type OwnAppointments, ownAppointmentPath } from './appointments.tsx'

const words = {
  move: { nl: 'Andere tijd vragen', en: 'Ask for another time' },
  moveLead: {
    nl: 'Stel een tot drie tijden voor. Uw coach kiest er een of stelt iets anders voor. Tot dan blijft de afspraak staan.',
    en: 'Propose one to three times. Your coach chooses one or proposes something else. Until then the appointment stays.',
  },
  submit: { nl: 'Vragen', en: 'Ask' },
  cancel: { nl: 'Afspraak afzeggen', en: 'Cancel the appointment' },
  cancelTitle: { nl: 'Deze afspraak afzeggen?', en: 'Cancel this appointment?' },
  cancelLead: {
    nl: 'Uw coach krijgt bericht. Wilt u wel komen maar op een andere tijd, vraag dat dan.',
    en: 'Your coach is told. If you do want to come but at another time, ask for that.',
  },
} satisfies Record<string, Text>

const AT = '/mijn/dossiers/:id/afspraken/:appointment'

interface OwnAppointment extends OwnAppointments {
  /** Path of the appointment's acts. */
  readonly path: string
}

async function openOne(door: Door, params: Params): Promise<OwnAppointment> {
  const own = await openOwnAppointments(door, params)
  const id = idOf(params, 'appointment')
  const found = own.appointments.find((each) => each.id === id)
  if (!found) throw new AppError('NOT_FOUND')
  return { ...own, path: ownAppointmentPath(own.file.path, id) }
}

function back(params: Params): string {
  return `${ownPath(idOf(params))}/afspraken`
}

const confirmAct = act(`${AT}/bevestiging`, async ({ door, input, params }) => {
  const sequence = Number(input['sequence'])
  if (!Number.isInteger(sequence)) throw new AppError('INVALID')
  const confirmation = { id: idOf(params, 'appointment'), sequence }
  await once(() =>
    door.changeDossier(SELF_SERVICE, idOf(params), (tx) => confirmAppointment(tx, confirmation)),
  )
  return { to: back(params), done: 'appointment-confirmed' }
})

const answerAct = act(`${AT}/antwoord`, async ({ door, input, params }) => {
  const id = idOf(params, 'appointment')
  const answer = { id, ...readAnswer(input), post: calendarPost(door) }
  await once(() =>
    door.changeDossier(SELF_SERVICE, idOf(params), (tx) => answerProposal(tx, answer)),
  )
  return { to: back(params), done: 'appointment-answered' }
})

const askPage = formPage(`${AT}/verzetten`, {
  input: TIMES_INPUT,
  read: openOne,
  view: drawAsking,
  act: async ({ door, input, params, formId }) => {
    const id = idOf(params, 'appointment')
    const proposal = { formId, id, times: readTimes(input), post: calendarPost(door) }
    await once(() =>
      door.changeDossier(SELF_SERVICE, idOf(params), (tx) => proposeTimes(tx, proposal)),
    )
    return { to: back(params), done: 'times-proposed' }
  },
})

function drawAsking({ file, path }: OwnAppointment, form: FormState, door: Door): JSX.Element {
  return (
    <OwnStepScreen
      door={door}
      file={file}
      part="appointments"
      title={words.move}
      lead={words.moveLead}
    >
      <ErrorSummary errors={form.faults} />
      <Form
        action={`${path}/verzetten`}
        submit={words.submit}
        cancelHref={`${file.path}/afspraken`}
        formId={form.formId}
      >
        <TimesFields form={form} />
      </Form>
    </OwnStepScreen>
  )
}

const cancelPage = formPage(`${AT}/afzeggen`, {
  input: z.object({}),
  read: openOne,
  view: ({ file, path }, form, door) => (
    <OwnStepScreen door={door} file={file} part="appointments" title={words.cancel}>
      <ErrorSummary errors={form.faults} />
      <ConfirmPanel
        title={words.cancelTitle}
        lead={words.cancelLead}
        action={`${path}/afzeggen`}
        confirm={words.cancel}
        cancelHref={`${file.path}/afspraken`}
      />
    </OwnStepScreen>
  ),
  act: async ({ door, params }) => {
    const cancellation = { id: idOf(params, 'appointment'), post: calendarPost(door) }
    await once(() =>
      door.changeDossier(SELF_SERVICE, idOf(params), (tx) => cancelAppointment(tx, cancellation)),
    )
    return { to: back(params), done: 'appointment-cancelled' }
  },
})

/** What a client does with an appointment. */
export const appointmentActs: readonly Route[] = [confirmAct, answerAct, askPage, cancelPage]
