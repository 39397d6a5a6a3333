import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ActionForm,
  DateText,
  EmptyState,
  ErrorSummary,
  Form,
  HiddenField,
  Notice,
  type Option,
  SelectField,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { because } from '#entry/web/http/faults.ts'
import { act, formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import { choiceReads, colleagueOptions, nameMap } from '#entry/web/pages/work/choices.ts'
import { type Desk, type OpenedFile, openFileWith } from '#entry/web/pages/work/desk.ts'
import { postToColleague } from '#entry/web/pages/work/post.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  handoverReads,
  offerHandover,
  openHandover,
  withdrawHandover,
} from '#modules/practice/index.ts'
import { DossierStepScreen } from './screen.tsx'

const words = {
  title: { nl: 'Dossier overdragen', en: 'Hand the dossier over' },
  lead: {
    nl: 'Uw collega wordt de coach van deze cliënt zodra hij of zij het aanneemt. Vanaf dat moment kunt u het dossier niet meer inzien.',
    en: 'Your colleague becomes the coach of this client on accepting. From that moment you can no longer look into the dossier.',
  },
  then: {
    nl: 'Uw collega ziet eerst alleen de soort dienst en het dossiernummer. De cliënt krijgt bericht. Een partnercoach blijft, want daar koos de cliënt voor. Waarneming tijdens uw afwezigheid stopt.',
    en: 'Your colleague first sees only the kind of service and the number of the dossier. The client is told. A partner coach stays, for the client chose that. Standing in during your absence ends.',
  },
  coach: { nl: 'Aan wie draagt u het over?', en: 'To whom do you hand it over?' },
  offer: { nl: 'Aanbieden', en: 'Offer' },
  nobody: { nl: 'Er is geen andere coach', en: 'There is no other coach' },
  waits: { nl: 'Dit dossier is aangeboden', en: 'This dossier was offered' },
  waitsFor: {
    nl: 'U wacht op antwoord van {name}. Tot die tijd blijft u de coach.',
    en: 'You wait for the answer of {name}. Until then you remain the coach.',
  },
  since: { nl: 'Aangeboden op', en: 'Offered on' },
  withdraw: { nl: 'Aanbod intrekken', en: 'Take the offer back' },
} satisfies Record<string, Text>

const COACH_MISSING = because({ nl: 'Kies een coach.', en: 'Choose a coach.' })

interface Offered {
  readonly id: string
  readonly name: string
  readonly at: Date
}

interface HandoverPage {
  readonly file: OpenedFile
  readonly coaches: readonly Option[]
  readonly offered?: Offered
}

/** Offers a dossier to a colleague, or shows the offer that waits. */
export function handoverPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/overdragen`, {
    input: z.object({ coachId: z.uuid(COACH_MISSING) }),
    labels: { coachId: words.coach },
    read: async (door, params): Promise<HandoverPage> => {
      const { file, answers } = await openFileWith(door, desk, params, (access, id) => ({
        ...choiceReads(access),
        ...handoverReads(access, id),
      }))
      if (!file.access.can('handovers', 'insert')) throw new AppError('NOT_FOUND')
      const offer = openHandover(answers)
      const name = nameMap(answers).get(offer?.coach_id ?? '') ?? ''
      return {
        file,
        coaches: colleagueOptions(answers, door.me?.accountId),
        ...(offer && { offered: { id: offer.id, name, at: offer.offered_at } }),
      }
    },
    view: drawHandover,
    act: async ({ door, input, params, formId }) => {
      const id = idOf(params)
      const post = postToColleague(door, '/werk/overdrachten')
      await once(() =>
        door.changeDossier(desk.activity, id, (tx) =>
          offerHandover(tx, { id: formId, post, ...input }),
        ),
      )
      return { to: `${desk.path}/${id}/overdragen`, done: 'handover-offered' }
    },
  })
}

/** Takes the offer back. */
export function withdrawHandoverAct(desk: Desk): Route {
  return act(`${desk.path}/:id/overdragen/intrekken`, async ({ door, input, params }) => {
    const id = idOf(params)
    const handoverId = idOf(input, 'handover')
    await once(() =>
      door.changeDossier(desk.activity, id, (tx) => withdrawHandover(tx, handoverId)),
    )
    return { to: `${desk.path}/${id}/overdragen`, done: 'handover-withdrawn' }
  })
}

function drawHandover(page: HandoverPage, form: FormState, door: Door): JSX.Element {
  const { file, coaches, offered } = page
  const action = `${file.path}/overdragen`
  return (
    <DossierStepScreen
      door={door}
      file={file}
      part="overview"
      title={words.title}
      lead={words.lead}
    >
      <ErrorSummary errors={form.faults} />
      {offered && <Waiting offered={offered} action={`${action}/intrekken`} />}
      {!offered && coaches.length === 0 && <EmptyState title={words.nobody} icon="people" />}
      {!offered && coaches.length > 0 && (
        <Form action={action} submit={words.offer} cancelHref={file.path} formId={form.formId}>
          <SelectField
            name="coachId"
            label={words.coach}
            hint={words.then}
            required
            options={coaches}
            value={form.value('coachId')}
            error={form.fault('coachId')}
          />
        </Form>
      )}
    </DossierStepScreen>
  )
}

function Waiting({ offered, action }: { offered: Offered; action: string }): JSX.Element {
  return (
    <Notice
      tone="info"
      title={words.waits}
      action={
        <ActionForm action={action} label={words.withdraw} look="plain" size="small">
          <HiddenField name="handover" value={offered.id} />
        </ActionForm>
      }
    >
      <p>
        <Words of={words.since} /> <DateText day={offered.at} />.{' '}
        <Words of={words.waitsFor} places={{ name: offered.name }} />
      </p>
    </Notice>
  )
}
