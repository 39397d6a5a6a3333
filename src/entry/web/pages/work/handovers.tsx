import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Actions,
  Badge,
  Card,
  DataTable,
  DateText,
  EmptyState,
  HiddenField,
  PageHeader,
  PrintButton,
  Stack,
  Words,
  Reference,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act } from '#entry/web/http/form.tsx'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  answerHandover,
  type OfferedHandover,
  offeredHandovers,
  type OverseenHandover,
  overseenHandovers,
} from '#modules/practice/index.ts'
import { COACH } from './desk.ts'
import { postToColleague } from './post.ts'
import { WORK } from './words.ts'
import { kindTitle } from '#entry/web/titles.ts'

const words = {
  title: { nl: 'Overdrachten', en: 'Hand-overs' },
  lead: {
    nl: 'Dossiers die een collega aan u wil overdragen. Neemt u er een over, dan bent u vanaf dat moment de coach van die cliënt.',
    en: 'Dossiers that a colleague wants to hand over to you. If you take one over, you are that client’s coach from that moment.',
  },
  from: { nl: 'Van {name}, aangeboden op', en: 'From {name}, offered on' },
  somebody: { nl: 'een collega', en: 'a colleague' },
  accept: { nl: 'Overnemen', en: 'Take over' },
  decline: { nl: 'Niet overnemen', en: 'Do not take over' },
  none: { nl: 'Er wordt u niets aangeboden', en: 'Nothing is offered to you' },
  noneWhy: {
    nl: 'Biedt een collega u een dossier aan, dan krijgt u een mail en staat het hier.',
    en: 'When a colleague offers you a dossier, you get a mail and it stands here.',
  },
  overseenLead: {
    nl: 'Welke dossiers van coach wisselden, of te wachten staan. Wie de cliënt is, ziet u hier niet.',
    en: 'Which dossiers changed coach, or wait to do so. Who the client is you do not see here.',
  },
  overseenNone: { nl: 'Er is nog niets overgedragen', en: 'Nothing was handed over yet' },
  dossier: { nl: 'Dossier', en: 'Dossier' },
  offeredBy: { nl: 'Van', en: 'From' },
  coach: { nl: 'Aan', en: 'To' },
  offeredAt: { nl: 'Aangeboden', en: 'Offered' },
  state: { nl: 'Stand', en: 'State' },
  decidedAt: { nl: 'Beantwoord', en: 'Answered' },
} satisfies Record<string, Text>

const STATES: Readonly<Record<OverseenHandover['state'], Text>> = {
  offered: { nl: 'Wacht op antwoord', en: 'Waits for an answer' },
  accepted: { nl: 'Overgenomen', en: 'Taken over' },
  declined: { nl: 'Niet overgenomen', en: 'Not taken over' },
  withdrawn: { nl: 'Ingetrokken', en: 'Taken back' },
}

const INTAKE = 'intake'
const OVERSIGHT = 'relation-management'
const PATH = '/werk/overdrachten'

/** The dossiers that are offered to whoever is signed in. */
export const handoversPage = page(PATH, {
  read: async (door) => {
    const { offers } = await door.list(INTAKE, 'handovers', { offers: offeredHandovers })
    return offers
  },
  view: (offers, door) => (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader title={words.title} lead={words.lead} />
      {offers.length === 0 ? (
        <EmptyState title={words.none} lead={words.noneWhy} icon="people" />
      ) : (
        <Stack>
          {offers.map((offer) => (
            <Offer of={offer} />
          ))}
        </Stack>
      )}
    </Screen>
  ),
})

/** Takes a dossier over, or not. */
export const answerHandoverAct = act(`${PATH}/:id`, async ({ door, input, params }) => {
  const id = idOf(params)
  const decision = input['decision'] === 'accepted' ? 'accepted' : 'declined'
  const { offers } = await door.list(INTAKE, 'handovers', { offers: offeredHandovers })
  const handover = offers.find((offer) => offer.handover_id === id)
  if (!handover) throw new AppError('NOT_FOUND')
  const post = postToColleague(door, PATH)
  await door.change(INTAKE, (tx) => answerHandover(tx, { handover, decision, post }))
  return decision === 'accepted'
    ? { to: `${COACH.path}/${handover.dossier_id}`, done: 'handover-accepted' }
    : { to: PATH, done: 'handover-declined' }
})

function Offer({ of }: { of: OfferedHandover }): JSX.Element {
  const { handover_id: id, kind, name, offered_at: at, reference } = of
  const action = `${PATH}/${id}`
  return (
    <Card
      title={kindTitle(kind)}
      level={2}
      meta={
        <>
          {reference} · <Words of={words.from} places={{ name: name ?? words.somebody.nl }} />{' '}
          <DateText day={at} />
        </>
      }
    >
      <Actions>
        <ActionForm action={action} label={words.accept} icon="circleCheck">
          <HiddenField name="decision" value="accepted" />
        </ActionForm>
        <ActionForm action={action} label={words.decline} look="plain">
          <HiddenField name="decision" value="declined" />
        </ActionForm>
      </Actions>
    </Card>
  )
}

/** What was handed over in the organisation, for whoever answers for it. */
export const overseenHandoversPage = page('/werk/opdrachtgevers/overdrachten', {
  read: async (door) => {
    const reads = { handovers: overseenHandovers }
    return (await door.list(OVERSIGHT, 'overseen-handovers', reads)).handovers
  },
  view: drawOverseen,
})

function drawOverseen(handovers: readonly OverseenHandover[], door: Door): JSX.Element {
  return (
    <Screen door={door} title={words.title}>
      <PageHeader
        title={words.title}
        lead={words.overseenLead}
        action={handovers.length > 0 && <PrintButton />}
      />
      <DataTable
        caption={words.title}
        captionHidden
        rows={handovers}
        columns={[
          { title: words.dossier, cell: ({ reference }) => <Reference of={reference} /> },
          { title: WORK.service, cell: ({ kind }) => <Words of={kindTitle(kind)} /> },
          { title: words.offeredBy, cell: (row) => row.offered_by ?? '' },
          { title: words.coach, cell: ({ coach }) => coach ?? '' },
          { title: words.offeredAt, cell: (row) => <DateText day={row.offered_at} /> },
          {
            title: words.state,
            cell: ({ state }) => (
              <Badge tone={state === 'accepted' ? 'success' : 'neutral'} label={STATES[state]} />
            ),
          },
          {
            title: words.decidedAt,
            cell: (row) => row.decided_at && <DateText day={row.decided_at} />,
          },
        ]}
        empty={<EmptyState title={words.overseenNone} icon="people" />}
      />
    </Screen>
  )
}
