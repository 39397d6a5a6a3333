import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import { confirmGone, partsToDestroy } from '#duties/retention/own-term.ts'
import {
  ActionForm,
  DateField,
  DateText,
  dayOf,
  ErrorSummary,
  Form,
  HiddenField,
  LinkButton,
  Muted,
  Panel,
  Section,
  Stack,
  TextField,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import { partTitle } from '#entry/web/pages/retention/words.ts'
import { type Desk, type OpenedFile, openFileWith } from '#entry/web/pages/work/desk.ts'
import { DossierScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import { atField } from '#entry/web/pages/work/field-error.ts'
import { choiceOf, dayOrEmpty, optionalText } from '#entry/web/pages/work/input.ts'
import type { Text } from '#kernel/language.ts'
import {
  changePrint,
  type DossierPaper,
  movePaper,
  PAPER_ACTS,
  type PaperFileView,
  paperReads,
  PLACE_LIMIT,
  PRINT_WENT,
  readDossierPaper,
} from '#modules/practice/index.ts'
import { PaperFacts, PaperTables } from './table.tsx'

const words = {
  where: { nl: 'Waar het papier is', en: 'Where the paper is' },
  begin: { nl: 'Papieren dossier vastleggen', en: 'Record the paper file' },
  beginWhy: {
    nl: 'Er is nog geen papieren dossier. Leg vast in welke kast het komt. U krijgt een code om erop te schrijven, in plaats van een naam.',
    en: 'There is no paper file yet. Record in which cabinet it goes. You get a code to write on it, instead of a name.',
  },
  place: { nl: 'Kast en plank', en: 'Cabinet and shelf' },
  put: { nl: 'Neerleggen', en: 'Put away' },
  move: { nl: 'Verplaatsen', en: 'Move' },
  take: { nl: 'Meenemen', en: 'Take out' },
  bring: { nl: 'Terugleggen', en: 'Bring back' },
  destroy: { nl: 'Papier vernietigd', en: 'Paper destroyed' },
  destroyWhy: {
    nl: 'Leg vast op welke dag u het papier vernietigde. Dat is niet ongedaan te maken. Uw naam komt erbij te staan.',
    en: 'Record on which day you destroyed the paper. That cannot be undone. Your name is recorded with it.',
  },
  day: { nl: 'Dag', en: 'Day' },
  due: { nl: 'Moet weg op', en: 'Must be gone on' },
  nothing: { nl: 'Er hoeft nu niets weg.', en: 'Nothing needs to go now.' },
  none: {
    nl: 'Er was geen papier, of het is vernietigd',
    en: 'There was no paper, or it is destroyed',
  },
  hours: { nl: 'Tijdregistratie afdrukken', en: 'Print the time registration' },
} satisfies Record<string, Text>

interface PaperPage {
  readonly file: OpenedFile
  readonly paper: DossierPaper
  readonly due: readonly { readonly part: string; readonly dueOn: string }[]
}

const MOVES = { placed: PAPER_ACTS.placed, destroyed: PAPER_ACTS.destroyed }

/** The paper of a dossier: where it is, what was printed, and what goes by hand. */
export function paperPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/papier`, {
    input: z.object({
      move: choiceOf(MOVES),
      place: optionalText(PLACE_LIMIT),
      day: dayOrEmpty().optional(),
    }),
    labels: { place: words.place, day: words.day },
    read: async (door, params): Promise<PaperPage> => {
      const { actors, answers, file, opening } = await openFileWith(
        door,
        desk,
        params,
        (access, id) => ({ ...paperReads(access, id), due: partsToDestroy }),
      )
      return { file, paper: readDossierPaper(opening, answers, actors), due: answers.due }
    },
    view: drawPaper,
    act: async ({ door, input, params, formId }) => {
      const id = idOf(params)
      const { day, move, place } = input
      await atField(
        once(() =>
          door.changeDossier(desk.activity, id, (tx) =>
            movePaper(tx, { id: formId, act: move, place, ...(day && { day }) }),
          ),
        ),
        { PAPER_IN_FUTURE: 'day', INVALID: 'place' },
      )
      return { to: `${desk.path}/${id}/papier`, done: 'saved' }
    },
  })
}

/** Takes the paper file out, or brings it back. */
export function carryPaperAct(desk: Desk): Route {
  return act(`${desk.path}/:id/papier/dossier/:act`, async ({ door, params, formId }) => {
    const id = idOf(params)
    const move = choiceOf({ taken: true, returned: true }).parse(params['act'])
    await once(() =>
      door.changeDossier(desk.activity, id, (tx) => movePaper(tx, { id: formId, act: move })),
    )
    return { to: `${desk.path}/${id}/papier`, done: 'saved' }
  })
}

/** Records where a print is now. */
export function printWentAct(desk: Desk): Route {
  return act(`${desk.path}/:id/papier/afdruk/:print/:went`, async ({ door, params }) => {
    const id = idOf(params)
    const went = choiceOf(PRINT_WENT).parse(params['went'])
    const print = { id: idOf(params, 'print'), went }
    await door.changeDossier(desk.activity, id, (tx) => changePrint(tx, print))
    return { to: `${desk.path}/${id}/papier`, done: 'saved' }
  })
}

/** Records that a part was destroyed by hand, or was never there. */
export function paperGoneAct(desk: Desk): Route {
  return act(`${desk.path}/:id/papier/:part`, async ({ door, params }) => {
    const id = idOf(params)
    const { part = '' } = params
    await door.changeDossier(desk.activity, id, (tx) => confirmGone(tx, part))
    return { to: `${desk.path}/${id}/papier`, done: 'saved' }
  })
}

function drawPaper({ due, file, paper }: PaperPage, form: FormState, door: Door): JSX.Element {
  const path = `${file.path}/papier`
  const mayMove = file.access.can('paper_moves', 'insert')
  const kept = paper.file && !paper.file.destroyed ? paper.file : undefined
  return (
    <DossierScreen
      door={door}
      file={file}
      part="paper"
      action={
        file.access.can('paper_items', 'insert') && (
          <LinkButton
            href={`${file.path}/afdrukken/hours/alles`}
            label={words.hours}
            look="quiet"
            icon="file"
          />
        )
      }
    >
      <ErrorSummary errors={form.faults} />
      <Section title={words.where}>
        <Stack>
          {paper.file && <PaperFacts of={paper.file} />}
          {due.length === 0 && (
            <Muted>
              <Words of={words.nothing} />
            </Muted>
          )}
          {mayMove && !paper.file?.destroyed && <Place path={path} kept={kept} form={form} />}
        </Stack>
      </Section>
      {due
        .filter(({ part }) => part !== 'paper' || !kept)
        .map(({ part, dueOn }) => (
          <Panel title={partTitle(part, door.language)}>
            <p>
              <Words of={words.due} /> <DateText day={dueOn} />.
            </p>
            <ActionForm
              action={`${path}/${part}`}
              label={words.none}
              look="danger"
              size="small"
              icon="trash"
            />
          </Panel>
        ))}
      <PaperTables
        paper={paper}
        {...(file.access.can('paper_items', 'update') && { changeAt: `${path}/afdruk` })}
      />
      {mayMove && kept && (
        <Destruction path={path} form={form} dueOn={due.find((d) => d.part === 'paper')?.dueOn} />
      )}
    </DossierScreen>
  )
}

function Place(props: {
  path: string
  kept: PaperFileView | undefined
  form: FormState
}): JSX.Element {
  const { form, kept, path } = props
  return (
    <>
      {kept && (
        <ActionForm
          action={`${path}/dossier/${kept.out ? 'returned' : 'taken'}`}
          label={kept.out ? words.bring : words.take}
          icon={kept.out ? 'check' : 'send'}
        />
      )}
      <Panel title={kept ? words.move : words.begin}>
        {!kept && (
          <p>
            <Words of={words.beginWhy} />
          </p>
        )}
        <Form action={path} submit={kept ? words.move : words.put} formId={form.formId}>
          <HiddenField name="move" value="placed" />
          <TextField
            name="place"
            label={words.place}
            required
            value={form.value('place')}
            error={form.fault('place')}
          />
        </Form>
      </Panel>
    </>
  )
}

function Destruction(props: {
  path: string
  form: FormState
  dueOn: string | undefined
}): JSX.Element {
  const { dueOn, form, path } = props
  const today = dayOf(new Date())
  return (
    <Panel title={words.destroy}>
      {dueOn && (
        <p>
          <Words of={words.due} /> <DateText day={dueOn} />.
        </p>
      )}
      <p>
        <Words of={words.destroyWhy} />
      </p>
      <Form action={path} submit={words.destroy} submitLook="danger">
        <HiddenField name="move" value="destroyed" />
        <DateField
          name="day"
          label={words.day}
          required
          max={today}
          value={form.value('day', today)}
          error={form.fault('day')}
        />
      </Form>
    </Panel>
  )
}
