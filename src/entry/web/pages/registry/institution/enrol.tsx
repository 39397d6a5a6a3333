import { z } from 'zod'
import { dayOf, EmptyState, ErrorSummary, Form, PageHeader } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { InviteFields } from '#entry/web/pages/registry/invite-fields.tsx'
import {
  type TrainingChoices,
  TRAINING_LABELS,
  DAYS_IN_ORDER,
  TrainingFields,
  trainingInput,
  trainingOf,
} from '#entry/web/pages/registry/training-fields.tsx'
import { TRAINING } from '#entry/web/pages/registry/words.ts'
import { titleOf } from '#entry/web/pages/rights/office.ts'
import { requiredText } from '#entry/web/pages/work/input.ts'
import type { Text } from '#kernel/language.ts'
import {
  type EnrolmentPost,
  enrolStudent,
  inviteAgain,
  listOpenProgrammes,
  listOwnInstitutions,
  listTrainingPlaces,
} from '#modules/registry/index.ts'
import { ENROL, STUDENTS } from './desk.ts'

const words = {
  title: { nl: 'Student inschrijven', en: 'Enrol a student' },
  lead: {
    nl: 'De student krijgt een e-mail om een account te maken en de eigen gegevens in te vullen. Daarna controleert u de inschrijving, samen met het opleidingsinstituut.',
    en: 'The student gets an email to make an account and to enter their own details. After that you verify the enrolment, together with the training institute.',
  },
  nameHint: {
    nl: 'Zo spreken wij de student aan. De naam die geldt, vult de student zelf in.',
    en: 'This is how we address the student. Students enter their official name themselves.',
  },
  send: { nl: 'Inschrijven en uitnodigen', en: 'Enrol and invite' },
  none: { nl: 'U kunt hier nog niemand inschrijven', en: 'You cannot enrol anybody here yet' },
  noneWhy: {
    nl: 'Uw instelling heeft nu voor geen enkele opleiding een erkenning.',
    en: 'Your institution is not accredited for any programme now.',
  },
  again: { nl: 'Opnieuw uitnodigen', en: 'Invite again' },
  againLead: {
    nl: 'De vorige link werkt dan ook nog, tot hij verloopt. Wij bewaren het e-mailadres niet waar u het kunt zien.',
    en: 'The previous link keeps working until it expires. We do not store the email address where you can see it.',
  },
  invite: { nl: 'Uitnodigen', en: 'Invite' },
} satisfies Record<string, Text>

const ENROLLING = 'enrolment'

async function readChoices(door: Door): Promise<TrainingChoices> {
  const { institutions, programmes, places } = await door.list(ENROLLING, 'enrolling', {
    institutions: listOwnInstitutions,
    programmes: listOpenProgrammes,
    places: listTrainingPlaces(),
  })
  const own = new Set(institutions.map(({ partyId }) => partyId))
  const mine = places.filter(({ partyId, sort }) => sort === 'training' || own.has(partyId))
  const open = new Set(
    mine.filter(({ sort }) => sort === 'care').map(({ programmeId }) => programmeId),
  )
  return { places: mine, programmes: programmes.filter((each) => open.has(each.programmeId)) }
}

const who = { name: requiredText(200), email: z.email().max(254), language: z.enum(['nl', 'en']) }

/** An institution enrols somebody who works there. */
export const enrolPage = formPage(ENROL, {
  input: z.object({ ...trainingInput, ...who }).refine(...DAYS_IN_ORDER),
  labels: { ...TRAINING, ...TRAINING_LABELS },
  read: readChoices,
  view: (choices, form, door) => (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: TRAINING.students, href: STUDENTS }]}
      />
      {choices.programmes.length === 0 ? (
        <EmptyState title={words.none} lead={words.noneWhy} icon="people" />
      ) : (
        <>
          <ErrorSummary errors={form.faults} />
          <Form action={ENROL} submit={words.send} formId={form.formId}>
            <InviteFields form={form} nameHint={words.nameHint} />
            <TrainingFields form={form} choices={choices} today={dayOf(new Date())} />
          </Form>
        </>
      )}
    </Screen>
  ),
  act: async ({ door, formId, input: { name, email, language, ...training } }) => {
    const announced = { id: formId, name, email, language }
    const post = postOf(door)
    await once(() =>
      door.change(ENROLLING, (tx) =>
        enrolStudent(tx, { ...trainingOf(training), announced, post }),
      ),
    )
    return { to: STUDENTS, done: 'student-enrolled' }
  },
})

/** Sends a student the invitation again. */
export const inviteAgainPage = formPage(`${STUDENTS}/:id/uitnodigen`, {
  input: z.object(who),
  labels: TRAINING,
  read: async (door, params: Params) => {
    const id = idOf(params)
    await door.open(ENROLLING, id, {})
    return id
  },
  view: (id, form, door) => (
    <Screen door={door} title={words.again} width="narrow">
      <PageHeader
        title={words.again}
        lead={words.againLead}
        breadcrumbs={[{ label: TRAINING.student, href: `${STUDENTS}/${id}` }]}
      />
      <ErrorSummary errors={form.faults} />
      <Form action={`${STUDENTS}/${id}/uitnodigen`} submit={words.invite} formId={form.formId}>
        <InviteFields form={form} />
      </Form>
    </Screen>
  ),
  act: async ({ door, params, input: announced }) => {
    const id = idOf(params)
    const post = postOf(door)
    await door.changeDossier(ENROLLING, id, (tx) => inviteAgain(tx, { announced, post }))
    return { to: `${STUDENTS}/${id}`, done: 'student-invited' }
  },
})

function postOf(door: Door): EnrolmentPost {
  const { organisation, site } = door.visit
  return { outbox: site.outbox, organisation: { id: organisation, title: titleOf(door) } }
}
