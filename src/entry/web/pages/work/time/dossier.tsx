import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  Section,
  Toolbar,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { answer, idOf, type Params, type Route } from '#entry/web/http/page.tsx'
import { letterAnswer } from '#entry/web/http/press.ts'
import { type Desk, type OpenedFile, openFileWith } from '#entry/web/pages/work/desk.ts'
import { Removal } from '#entry/web/pages/work/dossier/removal.tsx'
import { DossierScreen, DossierStepScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import { atField } from '#entry/web/pages/work/field-error.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  correctTime,
  type DossierMails,
  type DossierTime,
  mailReads,
  readDossierMails,
  readDossierTime,
  recordTime,
  removeTime,
  type TimeEntryView,
  timeReads,
} from '#modules/practice/index.ts'
import { TIME_LABELS, TimeFields, timeInput, timeSpent } from './fields.tsx'
import { MailTable } from '#entry/web/pages/work/mails/dossier.tsx'
import { timeLetter } from './letter.ts'
import { TimeTables } from './table.tsx'

const words = {
  add: { nl: 'Tijd vastleggen', en: 'Record time' },
  declare: { nl: 'Declareren', en: 'Declare' },
  form: { nl: 'Formulier (pdf)', en: 'Form (PDF)' },
  mails: { nl: 'E-mails', en: 'Emails' },
  fileMail: { nl: 'E-mail opbergen', en: 'File an email' },
  change: { nl: 'Tijd wijzigen', en: 'Change time' },
  changeLead: {
    nl: 'Wat er stond, blijft in de geschiedenis te zien.',
    en: 'What it said stays to be seen in its history.',
  },
  save: { nl: 'Bewaren', en: 'Save' },
  remove: { nl: 'Tijd weghalen', en: 'Take time out' },
  removeWhy: {
    nl: 'De tijd telt dan niet meer mee. In de geschiedenis blijft staan dat zij er was.',
    en: 'The time no longer counts then. Its history keeps that it was there.',
  },
  invoiced: {
    nl: 'Deze tijd staat op een factuur en verandert niet meer. Laat de factuur eerst crediteren.',
    en: 'This time stands on an invoice and no longer changes. Have the invoice credited first.',
  },
} satisfies Record<string, Text>

interface TimePage {
  readonly file: OpenedFile
  readonly time: DossierTime
  readonly mails: DossierMails
}

const DAY_FAULTS = { TIME_IN_FUTURE: 'day', TIME_AFTER_END: 'day' }

async function openTime(door: Door, desk: Desk, params: Params): Promise<TimePage> {
  const { actors, answers, file, opening } = await openFileWith(
    door,
    desk,
    params,
    (access, id) => ({ ...timeReads(access, id), ...mailReads(access, id) }),
  )
  if (!file.access.can('time_entries', 'select')) throw new AppError('NOT_FOUND')
  return {
    file,
    time: readDossierTime(opening, answers, actors),
    mails: readDossierMails(opening, answers, actors),
  }
}

/** The time registration of one client, with a form to add to it. */
export function timePage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/uren`, {
    input: z.object(timeInput),
    labels: TIME_LABELS,
    read: (door, params) => openTime(door, desk, params),
    view: drawTime,
    act: async ({ door, input, params, formId }) => {
      const id = idOf(params)
      await atField(
        once(() =>
          door.changeDossier(desk.activity, id, (tx) =>
            recordTime(tx, { id: formId, ...timeSpent(input) }),
          ),
        ),
        DAY_FAULTS,
      )
      return { to: `${desk.path}/${id}/uren`, done: 'saved' }
    },
  })
}

function drawTime({ file, mails, time }: TimePage, form: FormState, door: Door): JSX.Element {
  const path = `${file.path}/uren`
  return (
    <DossierScreen
      door={door}
      file={file}
      part="time"
      action={
        <>
          {file.access.can('billings', 'insert') && (
            <LinkButton href={`${file.path}/declareren`} label={words.declare} look="plain" />
          )}
          <LinkButton href={`${path}/formulier.pdf`} label={words.form} icon="file" />
        </>
      }
    >
      {file.access.can('time_entries', 'insert') && time.entries.length > 0 && (
        <Toolbar>
          <LinkButton href="#vastleggen" label={words.add} look="plain" icon="add" />
        </Toolbar>
      )}
      <TimeTables
        time={time}
        {...(file.access.can('time_entries', 'update') && {
          href: ({ id }: TimeEntryView) => `${path}/${id}`,
        })}
      />
      {file.access.can('filed_mails', 'select') && (
        <Section
          title={words.mails}
          action={
            <LinkButton
              href={`${file.path}/post`}
              label={words.fileMail}
              look="plain"
              size="small"
              icon="mail"
            />
          }
        >
          <MailTable mails={mails.mails} href={({ id }) => `${file.path}/post/${id}`} />
        </Section>
      )}
      {file.access.can('time_entries', 'insert') && (
        <Section title={words.add} id="vastleggen">
          <ErrorSummary errors={form.faults} />
          <Form action={path} submit={words.add} formId={form.formId}>
            <TimeFields form={form} />
          </Form>
        </Section>
      )}
    </DossierScreen>
  )
}

/** The form on paper. */
export function timeLetterFile(desk: Desk): Route {
  return answer(`${desk.path}/:id/uren/formulier.pdf`, async (door, params, c) => {
    const { file, mails, time } = await openTime(door, desk, params)
    return letterAnswer(c, timeLetter(door, { ...file, time, mails }))
  })
}

/** Corrects one entry. */
export function changeTimePage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/uren/:entry`, {
    input: z.object(timeInput),
    labels: TIME_LABELS,
    read: async (door, params) => {
      const { file, time } = await openTime(door, desk, params)
      const entry = time.entries.find(({ id }) => id === idOf(params, 'entry'))
      if (!entry || !file.access.can('time_entries', 'update')) throw new AppError('NOT_FOUND')
      return { file, entry }
    },
    view: drawChange,
    act: async ({ door, input, params }) => {
      const id = idOf(params)
      const entryId = idOf(params, 'entry')
      await atField(
        door.changeDossier(desk.activity, id, (tx) =>
          correctTime(tx, { id: entryId, ...timeSpent(input) }),
        ),
        DAY_FAULTS,
      )
      return { to: `${desk.path}/${id}/uren`, done: 'saved' }
    },
  })
}

/** Takes one entry out. */
export function removeTimeAct(desk: Desk): Route {
  return act(`${desk.path}/:id/uren/:entry/weghalen`, async ({ door, params }) => {
    const id = idOf(params)
    await door.changeDossier(desk.activity, id, (tx) => removeTime(tx, idOf(params, 'entry')))
    return { to: `${desk.path}/${id}/uren`, done: 'removed' }
  })
}

function drawChange(
  { file, entry }: { file: OpenedFile; entry: TimeEntryView },
  form: FormState,
  door: Door,
): JSX.Element {
  const path = `${file.path}/uren/${entry.id}`
  return (
    <DossierStepScreen
      door={door}
      file={file}
      part="time"
      title={words.change}
      lead={words.changeLead}
    >
      {entry.invoiced ? (
        <Notice tone="info">
          <p>
            <Words of={words.invoiced} />
          </p>
        </Notice>
      ) : (
        <>
          <ErrorSummary errors={form.faults} />
          <Form
            action={path}
            submit={words.save}
            cancelHref={`${file.path}/uren`}
            formId={form.formId}
          >
            <TimeFields form={form} entry={entry} />
          </Form>
          {file.access.can('time_entries', 'delete') && (
            <Removal title={words.remove} why={words.removeWhy} action={`${path}/weghalen`} />
          )}
        </>
      )}
    </DossierStepScreen>
  )
}
