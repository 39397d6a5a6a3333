import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Actions,
  Card,
  DescriptionList,
  EmptyState,
  formatDay,
  HiddenField,
  type IconName,
  LinkButton,
  Section,
  Stack,
  type Tone,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { idOf, page, type Params } from '#entry/web/http/page.tsx'
import {
  describe,
  type OpenedAppointment,
  ProposalPanel,
} from '#entry/web/pages/work/agenda/proposal.tsx'
import { STATES } from '#entry/web/pages/work/agenda/items.ts'
import type { Text } from '#kernel/language.ts'
import {
  appointmentReads,
  type AppointmentState,
  dossierReads,
  isToCome,
  readAppointments,
  readDossier,
} from '#modules/practice/index.ts'
import {
  type OwnFile,
  readStatement,
  SELF_SERVICE,
  toOwnFile,
} from '#entry/web/pages/mine/own-file.ts'
import { StandingBadge } from '#entry/web/pages/mine/person.tsx'
import type { Standing } from '#entry/web/pages/mine/words.ts'
import { OwnScreen } from '#entry/web/pages/mine/screen.tsx'

const words = {
  next: { nl: 'Uw afspraken', en: 'Your appointments' },
  earlier: { nl: 'Eerder, en afgezegd', en: 'Earlier, and cancelled' },
  none: { nl: 'Er is geen afspraak gepland', en: 'No appointment is planned' },
  noneWhy: {
    nl: 'Zodra uw coach iets afspreekt, staat het hier en krijgt u een e-mail.',
    en: 'As soon as your coach plans something it is here, and you get an e-mail.',
  },
  confirm: { nl: 'Ik kom', en: 'I will be there' },
  move: { nl: 'Andere tijd vragen', en: 'Ask for another time' },
  cancel: { nl: 'Afzeggen', en: 'Cancel' },
  near: {
    nl: 'Afzeggen kan hier niet meer: het is binnen 24 uur. Bel uw coach.',
    en: 'You can no longer cancel here: it is within 24 hours. Call your coach.',
  },
  asked: { nl: 'andere tijd gevraagd', en: 'asked for another time' },
  link: { nl: 'Koppelen met uw eigen agenda', en: 'Link to your own calendar' },
} satisfies Record<string, Text>

/** How it stands, said to whoever is expected. */
const OWN_STATES: Readonly<Record<AppointmentState, Text>> = {
  ...STATES,
  tentative: { nl: 'u komt misschien', en: 'you may come' },
  declined: { nl: 'u komt niet', en: 'you do not come' },
}

const LOOKS: Readonly<Record<AppointmentState, { tone: Tone; icon: IconName }>> = {
  planned: { tone: 'info', icon: 'clock' },
  confirmed: { tone: 'success', icon: 'check' },
  tentative: { tone: 'warning', icon: 'clock' },
  declined: { tone: 'warning', icon: 'cross' },
  cancelled: { tone: 'neutral', icon: 'cross' },
  past: { tone: 'neutral', icon: 'circleCheck' },
}

/** One's own dossier with its appointments. */
export interface OwnAppointments {
  readonly file: OwnFile
  readonly appointments: readonly OpenedAppointment[]
}

const WAITS: Standing = {
  label: { nl: 'wacht op u', en: 'waits for you' },
  tone: 'warning',
  icon: 'clock',
}

const DAY_MS = 24 * 60 * 60 * 1000

/** When one is expected: confirming, asking for another time, cancelling. */
export const appointmentsPage = page('/mijn/dossiers/:id/afspraken', {
  read: openOwnAppointments,
  view: drawAppointments,
})

/** @throws `NOT_FOUND` also when the dossier is about somebody else. */
export async function openOwnAppointments(door: Door, params: Params): Promise<OwnAppointments> {
  const id = idOf(params)
  const [access, statement] = await Promise.all([door.access(SELF_SERVICE), readStatement(door)])
  const { dossier, answers } = await door.open(SELF_SERVICE, id, {
    ...dossierReads(access, id),
    ...appointmentReads(access, id),
  })
  const file = toOwnFile({ access, statement }, readDossier(dossier, answers, access))
  return { file, appointments: readAppointments(dossier, answers) }
}

/** Where an appointment's acts stand. */
export function ownAppointmentPath(path: string, id: string): string {
  return `${path}/afspraken/${id}`
}

function drawAppointments({ file, appointments }: OwnAppointments, door: Door): JSX.Element {
  const next = appointments.filter(({ state }) => isToCome(state))
  const earlier = appointments.filter((each) => !next.includes(each)).toReversed()
  return (
    <OwnScreen door={door} file={file} part="appointments">
      <Stack gap="large">
        {next.length === 0 ? (
          <EmptyState title={words.none} lead={words.noneWhy} icon="calendar" />
        ) : (
          <Section title={words.next}>
            <Stack>
              {next.map((each) => (
                <NextCard of={each} path={ownAppointmentPath(file.path, each.id)} />
              ))}
            </Stack>
          </Section>
        )}
        <Actions>
          <LinkButton href="/mijn/agenda" label={words.link} look="quiet" icon="calendar" />
        </Actions>
        {earlier.length > 0 && (
          <Section title={words.earlier}>
            <Stack gap="small">
              {earlier.map((each) => (
                <Card title={titleOf(each)} status={<State of={each} />} level={3}>
                  <DescriptionList items={describe(each)} />
                </Card>
              ))}
            </Stack>
          </Section>
        )}
      </Stack>
    </OwnScreen>
  )
}

function titleOf({ startsAt }: OpenedAppointment): Text {
  return { nl: formatDay(startsAt, 'nl'), en: formatDay(startsAt, 'en') }
}

function State({ of }: { of: OpenedAppointment }): JSX.Element {
  const { proposal, state } = of
  const isOpen = isToCome(state)
  if (isOpen && proposal?.side === 'practice') return <StandingBadge of={WAITS} />
  const label = isOpen && proposal ? words.asked : OWN_STATES[state]
  return <StandingBadge of={{ label, ...LOOKS[state] }} />
}

function NextCard({ of, path }: { of: OpenedAppointment; path: string }): JSX.Element {
  const isNear = +of.startsAt - Date.now() < DAY_MS
  return (
    <Card title={titleOf(of)} status={<State of={of} />} level={3}>
      <Stack gap="small">
        <ProposalPanel appointment={of} path={path} side="client" />
        <DescriptionList
          items={[...describe(of), ...(isNear ? [{ term: words.cancel, value: <Near /> }] : [])]}
        />
        <Actions>
          {of.state !== 'confirmed' && (
            <ActionForm action={`${path}/bevestiging`} label={words.confirm} size="small">
              <HiddenField name="sequence" value={`${of.sequence}`} />
            </ActionForm>
          )}
          <LinkButton href={`${path}/verzetten`} label={words.move} look="plain" size="small" />
          {!isNear && (
            <LinkButton href={`${path}/afzeggen`} label={words.cancel} look="quiet" size="small" />
          )}
        </Actions>
      </Stack>
    </Card>
  )
}

function Near(): JSX.Element {
  return <Words of={words.near} />
}
