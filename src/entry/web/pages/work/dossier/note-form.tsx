import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import { ErrorSummary, Form, TextArea } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import { listCategories } from '#entry/web/pages/work/categories.ts'
import { type Desk, type OpenedFile, openFile } from '#entry/web/pages/work/desk.ts'
import { requiredText } from '#entry/web/pages/work/input.ts'
import { categoryTitle } from '#entry/web/titles.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  changeNote,
  NOTE_LIMIT,
  type NoteView,
  removeNote,
  writeNote,
} from '#modules/practice/index.ts'
import {
  PROVENANCE_LABELS,
  ProvenanceFields,
  provenanceInput,
  withSourceName,
} from './provenance.tsx'
import { PlacingForm } from './placing.tsx'
import { Removal } from './removal.tsx'
import { DossierStepScreen } from './screen.tsx'
import { isOpenForWriting } from './writing.ts'

const words = {
  write: { nl: 'Notitie schrijven', en: 'Write a note' },
  lead: {
    nl: 'De cliënt kan deze notitie lezen.',
    en: 'The client can read this note.',
  },
  change: { nl: 'Notitie wijzigen', en: 'Change the note' },
  body: { nl: 'Notitie', en: 'Note' },
  save: { nl: 'Bewaren', en: 'Save' },
  remove: { nl: 'Notitie verwijderen', en: 'Remove the note' },
  removeWhy: {
    nl: 'Staat de notitie in het verkeerde dossier, verwijder haar dan. Dat is niet ongedaan te maken. In het logboek blijft staan dát er een notitie is verwijderd.',
    en: 'Remove the note when it is in the wrong dossier. That cannot be undone. The ledger keeps that a note was removed.',
  },
} satisfies Record<string, Text>

const bodyInput = { body: requiredText(NOTE_LIMIT) }
const labels = { ...PROVENANCE_LABELS, body: words.body }

/** Writes a note, of the kinds of data that belong to this service. */
export function newNotePage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/notities/nieuw`, {
    input: withSourceName(z.object({ ...provenanceInput, ...bodyInput })),
    labels,
    read: async (door, params) => {
      const file = await openFile(door, desk, params)
      const mayWrite = isOpenForWriting(file, 'notes') && listCategories(file).length > 0
      if (!mayWrite) throw new AppError('NOT_FOUND')
      return file
    },
    view: (file, form, door) => (
      <DossierStepScreen door={door} file={file} part="notes" title={words.write} lead={words.lead}>
        <ErrorSummary errors={form.faults} />
        <Form
          action={`${file.path}/notities/nieuw`}
          submit={words.save}
          cancelHref={`${file.path}/notities`}
          formId={form.formId}
        >
          <BodyField form={form} />
          <ProvenanceFields file={file} form={form} />
        </Form>
      </DossierStepScreen>
    ),
    act: async ({ door, input, params, formId }) => {
      const id = idOf(params)
      await once(() =>
        door.changeDossier(desk.activity, id, (tx) => writeNote(tx, { id: formId, ...input })),
      )
      return { to: `${desk.path}/${id}/notities`, done: 'note-written' }
    },
  })
}

interface NotePage {
  readonly file: OpenedFile
  readonly note: NoteView
}

/** Changes what a note says. */
export function changeNotePage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/notities/:note`, {
    input: z.object(bodyInput),
    labels,
    read: async (door, params): Promise<NotePage> => {
      const file = await openFile(door, desk, params)
      const note = file.dossier.notes.find(({ id }) => id === params['note'])
      if (!note || !file.access.can('notes', 'update')) throw new AppError('NOT_FOUND')
      return { file, note }
    },
    view: drawChange,
    act: async ({ door, input, params }) => {
      const id = idOf(params)
      const noteId = idOf(params, 'note')
      await door.changeDossier(desk.activity, id, (tx) =>
        changeNote(tx, { id: noteId, body: input.body }),
      )
      return { to: `${desk.path}/${id}/notities#${noteId}` }
    },
  })
}

/** Removes a note that should not be in this dossier. */
export function removeNoteAct(desk: Desk): Route {
  return act(`${desk.path}/:id/notities/:note/verwijderen`, async ({ door, params }) => {
    const id = idOf(params)
    await door.changeDossier(desk.activity, id, (tx) => removeNote(tx, idOf(params, 'note')))
    return { to: `${desk.path}/${id}/notities`, done: 'removed' }
  })
}

function drawChange({ file, note }: NotePage, form: FormState, door: Door): JSX.Element {
  const path = `${file.path}/notities/${note.id}`
  return (
    <DossierStepScreen
      door={door}
      file={file}
      part="notes"
      title={words.change}
      lead={categoryTitle(note.category)}
    >
      <ErrorSummary errors={form.faults} />
      <Form
        action={path}
        submit={words.save}
        cancelHref={`${file.path}/notities`}
        formId={form.formId}
      >
        <BodyField form={form} note={note} />
      </Form>
      <PlacingForm file={file} item={note} action={`${path}/dossier`} />
      {file.access.can('notes', 'delete') && (
        <Removal title={words.remove} why={words.removeWhy} action={`${path}/verwijderen`} />
      )}
    </DossierStepScreen>
  )
}

function BodyField({ form, note }: { form: FormState; note?: NoteView }): JSX.Element {
  return (
    <TextArea
      name="body"
      label={words.body}
      required
      height="tall"
      maxLength={NOTE_LIMIT}
      value={form.value('body', note?.body)}
      error={form.fault('body')}
    />
  )
}
