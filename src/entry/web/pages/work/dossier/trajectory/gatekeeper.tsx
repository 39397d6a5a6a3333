import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ActionForm,
  Badge,
  DataTable,
  DateField,
  DateText,
  dayOf,
  EmptyState,
  ErrorSummary,
  Form,
  LinkButton,
  Section,
  SelectField,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage } from '#entry/web/http/form.tsx'
import { idOf, type Params, type Route } from '#entry/web/http/page.tsx'
import { type Desk, type OpenedFile, openFileWith } from '#entry/web/pages/work/desk.ts'
import { DossierStepScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import { isOpenForWriting } from '#entry/web/pages/work/dossier/writing.ts'
import { optionalDay, optionalId, requiredDay } from '#entry/web/pages/work/input.ts'
import { titled } from '#entry/web/titles.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  completeStep,
  GATEKEEPER_STEPS,
  gatekeeperReads,
  type GatekeeperStep,
  type GatekeeperView,
  readGatekeeper,
  recordSickLeave,
  reopenStep,
  type TermView,
} from '#modules/practice/index.ts'
import { TRAJECTORY } from './words.ts'

const words = {
  title: { nl: 'Wet verbetering poortwachter', en: 'Gatekeeper act' },
  record: { nl: 'Eerste ziektedag vastleggen', en: 'Record the first day of illness' },
  change: { nl: 'Eerste ziektedag wijzigen', en: 'Change the first day of illness' },
  none: { nl: 'Nog geen eerste ziektedag', en: 'No first day of illness yet' },
  noneWhy: {
    nl: 'Leg de eerste ziektedag vast. Dan staan hier de termijnen van de wet, en krijgt u op tijd bericht.',
    en: 'Record the first day of illness. Then the terms of the law stand here, and you are told in time.',
  },
  since: { nl: 'Eerste ziektedag: ', en: 'First day of illness: ' },
  step: { nl: 'Stap', en: 'Step' },
  due: { nl: 'Uiterlijk', en: 'Due' },
  state: { nl: 'Stand', en: 'State' },
  document: { nl: 'Document', en: 'Document' },
  view: { nl: 'bekijken', en: 'view' },
  complete: { nl: 'Afronden', en: 'Complete' },
  reopen: { nl: 'Toch niet gedaan', en: 'Not done after all' },
  firstDay: { nl: 'Eerste ziektedag', en: 'First day of illness' },
  recovered: { nl: 'Hersteld op', en: 'Recovered on' },
  recoveredHint: {
    nl: 'Laat leeg zolang de cliënt ziek is. Termijnen na deze dag vervallen.',
    en: 'Leave empty as long as the client is ill. Terms after this day lapse.',
  },
  which: { nl: 'Met welk document?', en: 'With which document?' },
  planHint: {
    nl: 'Kies een plan dat u en de cliënt allebei hebben ondertekend.',
    en: 'Choose a plan that you and the client have both signed.',
  },
  doneOn: { nl: 'Gedaan op', en: 'Done on' },
} satisfies Record<string, Text>

const STATES = {
  done: { label: { nl: 'gedaan', en: 'done' }, tone: 'success' },
  far: { label: { nl: 'later', en: 'later' }, tone: 'neutral' },
  soon: { label: { nl: 'binnenkort', en: 'soon' }, tone: 'info' },
  late: { label: { nl: 'te laat', en: 'late' }, tone: 'warning' },
} as const

export interface GatekeeperProps {
  readonly gatekeeper: GatekeeperView | undefined
  /** Path of the dossier. */
  readonly path: string
  /** Whether whoever looks may say that a step was taken. */
  readonly mayChange: boolean
}

/** The terms of the gatekeeper act, each with how it stands and with what it was met. */
export function Gatekeeper({ gatekeeper, path, mayChange }: GatekeeperProps): JSX.Element {
  const href = `${path}/traject/ziekte`
  return (
    <Section
      title={words.title}
      id="poortwachter"
      action={
        mayChange &&
        gatekeeper && (
          <LinkButton href={href} label={words.change} look="plain" size="small" icon="pencil" />
        )
      }
    >
      {gatekeeper ? (
        <>
          <p>
            <Words of={words.since} />
            <DateText day={gatekeeper.firstSickOn} />
          </p>
          <Terms terms={gatekeeper.terms} path={path} mayChange={mayChange} />
        </>
      ) : (
        <EmptyState
          title={words.none}
          lead={words.noneWhy}
          icon="calendar"
          action={mayChange && <LinkButton href={href} label={words.record} look="plain" />}
        />
      )}
    </Section>
  )
}

interface TermsProps {
  readonly terms: readonly TermView[]
  readonly path: string
  readonly mayChange: boolean
}

function Terms({ terms, path, mayChange }: TermsProps): JSX.Element {
  return (
    <DataTable
      caption={words.title}
      captionHidden
      rows={terms}
      columns={[
        { title: words.step, cell: ({ step }) => <Words of={titled(GATEKEEPER_STEPS[step])} /> },
        { title: TRAJECTORY.week, cell: ({ week }) => week, align: 'end' },
        { title: words.due, cell: ({ dueOn }) => <DateText day={dueOn} form="short" /> },
        { title: words.state, cell: ({ state }) => <Badge {...STATES[state]} /> },
        {
          title: words.document,
          cell: ({ documentId }) =>
            documentId && (
              <a href={`${path}/documenten/${documentId}`}>
                <Words of={words.view} />
              </a>
            ),
        },
        ...(mayChange
          ? [
              {
                title: words.complete,
                cell: ({ step, state }: TermView) => {
                  const at = `${path}/traject/poortwachter/${step}`
                  return state === 'done' ? (
                    <ActionForm
                      action={`${at}/open`}
                      label={words.reopen}
                      look="quiet"
                      size="small"
                    />
                  ) : (
                    <LinkButton href={at} label={words.complete} look="plain" size="small" />
                  )
                },
              },
            ]
          : []),
      ]}
      empty={null}
    />
  )
}

interface GatekeeperFile {
  readonly file: OpenedFile
  readonly gatekeeper: GatekeeperView | undefined
}

async function openGatekeeper(door: Door, desk: Desk, params: Params): Promise<GatekeeperFile> {
  const { file, answers } = await openFileWith(door, desk, params, gatekeeperReads)
  if (!hasGatekeeper(file) || !isOpenForWriting(file, 'sick_leaves')) {
    throw new AppError('NOT_FOUND')
  }
  return { file, gatekeeper: readGatekeeper(answers, dayOf(new Date())) }
}

/** Whether the statement has these terms for this kind of service. */
export function hasGatekeeper({ access, dossier, statement }: Omit<OpenedFile, 'desk'>): boolean {
  const onlyIn = statement.declarations.categories['gatekeeper']?.['only-in']
  return access.can('sick_leaves', 'select') && (onlyIn?.includes(dossier.service.kind) ?? true)
}

/** Records the first day of illness, and recovery. */
export function sickLeavePage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/traject/ziekte`, {
    input: z.object({ firstSickOn: requiredDay(), endedOn: optionalDay() }),
    labels: { firstSickOn: words.firstDay, endedOn: words.recovered },
    read: (door, params) => openGatekeeper(door, desk, params),
    view: ({ file, gatekeeper }, form, door) => (
      <DossierStepScreen door={door} file={file} part="trajectory" title={words.record}>
        <ErrorSummary errors={form.faults} />
        <Form
          action={`${file.path}/traject/ziekte`}
          submit={TRAJECTORY.save}
          cancelHref={`${file.path}/traject`}
          formId={form.formId}
        >
          <DateField
            name="firstSickOn"
            label={words.firstDay}
            required
            value={form.value('firstSickOn', gatekeeper?.firstSickOn)}
            error={form.fault('firstSickOn')}
          />
          <DateField
            name="endedOn"
            label={words.recovered}
            hint={words.recoveredHint}
            value={form.value('endedOn', gatekeeper?.endedOn)}
            error={form.fault('endedOn')}
          />
        </Form>
      </DossierStepScreen>
    ),
    act: async ({ door, input, params }) => {
      const id = idOf(params)
      await door.changeDossier(desk.activity, id, (tx) => recordSickLeave(tx, input))
      return { to: `${desk.path}/${id}/traject`, done: 'saved' }
    },
  })
}

/** Says that a step was taken, with the document that does it. */
export function stepPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/traject/poortwachter/:step`, {
    input: z.object({ documentId: optionalId(), doneOn: requiredDay() }),
    labels: { documentId: words.which, doneOn: words.doneOn },
    read: async (door, params) => {
      const data = await openGatekeeper(door, desk, params)
      return { ...data, step: stepOf(params) }
    },
    view: ({ file, step }, form, door) => (
      <DossierStepScreen
        door={door}
        file={file}
        part="trajectory"
        title={titled(GATEKEEPER_STEPS[step])}
      >
        <ErrorSummary errors={form.faults} />
        <Form
          action={`${file.path}/traject/poortwachter/${step}`}
          submit={words.complete}
          cancelHref={`${file.path}/traject`}
          formId={form.formId}
        >
          <SelectField
            name="documentId"
            label={words.which}
            required={step !== 'notification'}
            {...(step === 'plan-of-action' && { hint: words.planHint })}
            options={file.dossier.documents.map(({ id, title }) => ({ value: id, label: title }))}
            value={form.value('documentId')}
            error={form.fault('documentId')}
          />
          <DateField
            name="doneOn"
            label={words.doneOn}
            required
            max={dayOf(new Date())}
            value={form.value('doneOn', dayOf(new Date()))}
            error={form.fault('doneOn')}
          />
        </Form>
      </DossierStepScreen>
    ),
    act: async ({ door, input, params }) => {
      const id = idOf(params)
      const step = stepOf(params)
      await door.changeDossier(desk.activity, id, (tx) => completeStep(tx, { step, ...input }))
      return { to: `${desk.path}/${id}/traject#poortwachter`, done: 'saved' }
    },
  })
}

export function reopenStepAct(desk: Desk): Route {
  return act(`${desk.path}/:id/traject/poortwachter/:step/open`, async ({ door, params }) => {
    const id = idOf(params)
    const step = stepOf(params)
    await door.changeDossier(desk.activity, id, (tx) => reopenStep(tx, step))
    return { to: `${desk.path}/${id}/traject#poortwachter` }
  })
}

function stepOf({ step = '' }: Params): GatekeeperStep {
  if (!Object.hasOwn(GATEKEEPER_STEPS, step)) throw new AppError('NOT_FOUND')
  return step as GatekeeperStep // one of its keys, as was just seen
}
