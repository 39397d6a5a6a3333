import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ActionForm,
  CheckboxGroup,
  EmptyState,
  ErrorSummary,
  Form,
  formatPeriod,
  LinkButton,
  Notice,
  PageHeader,
  Panel,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { because } from '#entry/web/http/faults.ts'
import { act, formPage, type FormState, once, textList } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError, isAppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  type AbsenceClient,
  type AbsenceView,
  announceSubstitution,
  askSubstitution,
  cancelAbsence,
  type Post,
  readClientLanguage,
} from '#modules/practice/index.ts'
import { Answers, Told } from './absence-answers.tsx'
import { AbsenceBadge, absenceState, readOwnAbsences } from './absences.tsx'
import { findOwn } from './absence-form.tsx'
import { COACH } from './desk.ts'
import { clientName } from './person.tsx'
import { postToClient } from './post.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import type { Declarations } from '#statement/shape.ts'
import { kindTitle } from '#entry/web/titles.ts'

const words = {
  title: { nl: 'Mijn afwezigheid', en: 'My absence' },
  away: { nl: 'Afwezig {days}', en: 'Away {days}' },
  standsIn: { nl: '{name} neemt waar.', en: '{name} stands in.' },
  change: { nl: 'Dagen wijzigen', en: 'Change the days' },
  ask: { nl: 'Cliënten vragen', en: 'Ask clients' },
  askLead: {
    nl: 'Zonder toestemming blijft het dossier dicht voor de waarnemer. Iedere cliënt krijgt de vraag apart.',
    en: 'Without consent the dossier stays closed to the substitute. Each client gets the question separately.',
  },
  tell: { nl: 'Cliënten laten weten', en: 'Tell clients' },
  tellLead: {
    nl: 'Het dossier gaat pas open voor de waarnemer nadat de cliënt het weet. Iedere cliënt krijgt apart bericht.',
    en: 'The dossier opens for the substitute only after the client knows. Each client gets a message separately.',
  },
  tellSend: { nl: 'Bericht versturen', en: 'Send the message' },
  everybodyTold: { nl: 'Al uw cliënten weten het', en: 'All your clients know' },
  nobodyToTell: { nl: 'U hebt geen cliënten om dit te melden', en: 'You have no clients to tell' },
  whom: { nl: 'Wie vraagt u?', en: 'Whom do you ask?' },
  whomTell: { nl: 'Wie krijgt bericht?', en: 'Who gets a message?' },
  send: { nl: 'Vraag versturen', en: 'Send the question' },
  wording: { nl: 'Dit lezen zij', en: 'This is what they read' },
  then: {
    nl: 'Daaronder komen de naam van de waarnemer en de dagen.',
    en: 'Below that come the name of the substitute and the days.',
  },
  everybody: { nl: 'U hebt al uw cliënten gevraagd', en: 'You have asked all your clients' },
  nobody: { nl: 'U hebt geen cliënten om te vragen', en: 'You have no clients to ask' },
  cancel: { nl: 'Afwezigheid afzeggen', en: 'Cancel the absence' },
  cancelWhy: {
    nl: 'De waarnemer kan daarna in geen dossier meer. Wat cliënten antwoordden, blijft bewaard. Dit is niet ongedaan te maken.',
    en: 'After that the substitute can enter no dossier. What clients answered is kept. This cannot be undone.',
  },
  cancelled: {
    nl: 'Deze afwezigheid gaat niet door. Niemand neemt waar.',
    en: 'This absence does not go on. Nobody stands in.',
  },
} satisfies Record<string, Text>

const HOME = '/werk/afwezigheid'
const AT_ONCE = 500
const NOBODY_CHOSEN = because({
  nl: 'Kies minstens één cliënt.',
  en: 'Choose at least one client.',
})

interface AbsencePage {
  readonly absence: AbsenceView
  /** The words of the statement, as clients read them. */
  readonly wording: string | undefined
  /** Clients are told and not asked: the statement says so. */
  readonly announced: boolean
}

/** One absence: who agreed, and asking those who were not asked, all at once. */
export const absencePage = formPage(`${HOME}/:id`, {
  input: z.object({
    clients: z
      .preprocess(textList, z.array(z.uuid()).max(AT_ONCE))
      .refine((ids) => ids.length > 0, NOBODY_CHOSEN),
  }),
  labels: { clients: words.whom },
  read: async (door, params): Promise<AbsencePage> => {
    const { organisation, site } = door.visit
    const absence = findOwn(await readOwnAbsences(door), idOf(params))
    const { declarations } = await site.publication.current(organisation)
    const wording = declarations.consents?.['substitution']?.text[door.language]
    return { absence, wording, announced: isAnnounced(declarations) }
  },
  view: drawAbsence,
  act: async ({ door, input, params }) => {
    const absenceId = idOf(params)
    const { organisation, site } = door.visit
    const announced = isAnnounced((await site.publication.current(organisation)).declarations)
    const tell = announced ? announce : ask
    const told = await door.changeEachDossier(COACH.activity, input.clients, (tx) =>
      tell(tx, { absenceId, post: postToClient(door, tx.dossierId) }),
    )
    if (told.size === 0) throw new AppError('NOT_FOUND')
    const done = announced ? 'substitution-announced' : 'substitution-asked'
    return { to: `${HOME}/${absenceId}`, done }
  },
})

/** Takes back an absence of one's own. Twice is once. */
export const cancelAbsenceAct = act(`${HOME}/:id/afzeggen`, async ({ door, params }) => {
  const id = idOf(params)
  await once(() => door.change(COACH.activity, (tx) => cancelAbsence(tx, id)))
  return { to: HOME, done: 'absence-cancelled' }
})

/** Whether whoever stands in does so without asking: the client is told beforehand. */
function isAnnounced({ relations }: Declarations): boolean {
  const substitute = relations['substitute']
  return substitute !== undefined && substitute.after === undefined
}

interface Telling {
  readonly absenceId: string
  readonly post: Post
}

/** Tells one client. Who knows already is not told again. */
function announce(tx: OpenedDossier, told: Telling): Promise<unknown> {
  return once(() => announceSubstitution(tx, told))
}

/** Asks one client. Who was asked before, by this form or another, is not asked again. */
async function ask(tx: OpenedDossier, told: Telling): Promise<void> {
  const language = await readClientLanguage(tx)
  try {
    await askSubstitution(tx, { ...told, language })
  } catch (error) {
    const asked = isAppError(error, 'CONSENT_ASKED') || isAppError(error, 'CONSENT_STANDS')
    if (!asked) throw error
  }
}

function drawAbsence(page: AbsencePage, form: FormState, door: Door): JSX.Element {
  const { absence, announced } = page
  const { clients, endsOn, startsOn, substitute } = absence
  const period = { from: startsOn, until: endsOn }
  const isCancelled = absenceState(absence) === 'cancelled'
  const title = {
    nl: words.away.nl.replace('{days}', formatPeriod(period, 'nl')),
    en: words.away.en.replace('{days}', formatPeriod(period, 'en')),
  }
  const lead = substitute && {
    nl: words.standsIn.nl.replace('{name}', substitute),
    en: words.standsIn.en.replace('{name}', substitute),
  }
  const path = `${HOME}/${absence.id}`
  const asked = clients.filter(({ answer }) => answer !== undefined)
  return (
    <Screen door={door} title={title} width="narrow">
      <PageHeader
        title={title}
        {...(lead && !isCancelled && { lead })}
        status={<AbsenceBadge of={absence} />}
        breadcrumbs={[{ label: words.title, href: HOME }]}
        action={
          !isCancelled && (
            <LinkButton
              href={`${path}/wijzigen`}
              label={words.change}
              look="plain"
              icon="calendar"
            />
          )
        }
      />
      <ErrorSummary errors={form.faults} />
      <Stack gap="large">
        {isCancelled ? (
          <Notice tone="neutral">
            <p>
              <Words of={words.cancelled} />
            </p>
          </Notice>
        ) : (
          <AskSection {...page} form={form} path={path} />
        )}
        {announced ? (
          <Told clients={clients.filter(({ announcedAt }) => announcedAt)} />
        ) : (
          asked.length > 0 && <Answers clients={asked} />
        )}
        {!isCancelled && (
          <Panel title={words.cancel}>
            <p>
              <Words of={words.cancelWhy} />
            </p>
            <ActionForm
              action={`${path}/afzeggen`}
              label={words.cancel}
              look="danger"
              size="small"
            />
          </Panel>
        )}
      </Stack>
    </Screen>
  )
}

interface AskProps extends AbsencePage {
  readonly form: FormState
  readonly path: string
}

/** Clients who were not asked or told, or said no before: those can be asked again. */
function AskSection({ absence, announced, wording, form, path }: AskProps): JSX.Element {
  const open = absence.clients.filter(
    ({ answer, announcedAt }) =>
      !announcedAt && (answer === undefined || answer === 'refused' || answer === 'withdrawn'),
  )
  const fresh = open.filter(({ answer }) => answer === undefined)
  return (
    <Section
      title={announced ? words.tell : words.ask}
      lead={announced ? words.tellLead : words.askLead}
    >
      {open.length === 0 ? (
        <EmptyState title={emptyTitle(absence, announced)} icon="people" />
      ) : (
        <Stack>
          {wording && !announced && (
            <Panel title={words.wording} level={3}>
              <p>{wording}</p>
              <p>
                <Words of={words.then} />
              </p>
            </Panel>
          )}
          <Form action={path} submit={announced ? words.tellSend : words.send} formId={form.formId}>
            <CheckboxGroup
              name="clients"
              label={announced ? words.whomTell : words.whom}
              required
              options={open.map(({ answer, dossierId, kind, name }) => ({
                value: dossierId,
                label: clientName(name),
                hint: answer ? ANSWERED[answer] : kindTitle(kind),
              }))}
              values={form.chosen(
                'clients',
                fresh.map(({ dossierId }) => dossierId),
              )}
              error={form.fault('clients')}
            />
          </Form>
        </Stack>
      )}
    </Section>
  )
}

function emptyTitle({ clients }: AbsenceView, announced: boolean): Text {
  if (clients.length === 0) return announced ? words.nobodyToTell : words.nobody
  return announced ? words.everybodyTold : words.everybody
}

const ANSWERED = {
  asked: { nl: 'Gevraagd', en: 'Asked' },
  given: { nl: 'Zei ja', en: 'Said yes' },
  refused: { nl: 'Zei eerder nee', en: 'Said no before' },
  withdrawn: { nl: 'Trok de toestemming in', en: 'Withdrew the consent' },
  expired: { nl: 'Toestemming verlopen', en: 'Consent expired' },
} satisfies Record<NonNullable<AbsenceClient['answer']>, Text>
