import { z } from 'zod'
import { ErrorSummary, FileField, Form, TextField } from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import { listCategories } from '#entry/web/pages/work/categories.ts'
import { type Desk, openFile } from '#entry/web/pages/work/desk.ts'
import { optionalText } from '#entry/web/pages/work/input.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  addDocument,
  FILE_ENDINGS,
  ReceivedFile,
  receiveFile,
  TITLE_LIMIT,
} from '#modules/practice/index.ts'
import {
  PROVENANCE_LABELS,
  ProvenanceFields,
  provenanceInput,
  withSourceName,
} from './provenance.tsx'
import { DossierStepScreen } from './screen.tsx'
import { isOpenForWriting } from './writing.ts'

const words = {
  title: { nl: 'Document toevoegen', en: 'Add a document' },
  lead: { nl: 'De cliënt kan dit document lezen.', en: 'The client can read this document.' },
  file: { nl: 'Bestand', en: 'File' },
  fileHint: {
    nl: 'Pdf, Word (docx), ODT, Excel (xlsx), PNG, JPEG, platte tekst of een e-mail (eml).',
    en: 'PDF, Word (docx), ODT, Excel (xlsx), PNG, JPEG, plain text or an email (eml).',
  },
  again: {
    nl: 'Kies het bestand opnieuw: een browser onthoudt dat niet.',
    en: 'Choose the file again: a browser does not keep that.',
  },
  name: { nl: 'Naam van het document', en: 'Name of the document' },
  nameHint: {
    nl: 'Laat dit leeg om de naam van het bestand te gebruiken.',
    en: 'Leave this empty to use the name of the file.',
  },
  save: { nl: 'Toevoegen', en: 'Add' },
} satisfies Record<string, Text>

const FILE_MISSING = because({ nl: 'Kies een bestand.', en: 'Choose a file.' })

/** As readers count megabytes; a file of a little more is taken too. */
const SHOWN_LIMIT = 25_000_000

/** Takes in a document: at most 25 MB, of a kind that its content confirms. */
export function newDocumentPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/documenten/nieuw`, {
    input: withSourceName(
      z.object({
        file: z.instanceof(ReceivedFile, { error: FILE_MISSING }),
        title: optionalText(TITLE_LIMIT),
        ...provenanceInput,
      }),
    ),
    receives: { file: receiveFile },
    labels: { ...PROVENANCE_LABELS, title: words.name, file: words.file },
    read: async (door, params) => {
      const file = await openFile(door, desk, params)
      const mayAdd = isOpenForWriting(file, 'documents') && listCategories(file).length > 0
      if (!mayAdd) throw new AppError('NOT_FOUND')
      return file
    },
    view: (file, form, door) => (
      <DossierStepScreen
        door={door}
        file={file}
        part="documents"
        title={words.title}
        lead={words.lead}
      >
        <ErrorSummary errors={form.faults} />
        <Form
          action={`${file.path}/documenten/nieuw`}
          submit={words.save}
          cancelHref={`${file.path}/documenten`}
          files
          formId={form.formId}
        >
          <FileField
            name="file"
            label={words.file}
            hint={words.fileHint}
            required
            maxBytes={SHOWN_LIMIT}
            accept={FILE_ENDINGS.map((ending) => `.${ending}`).join(',')}
            error={fileError(form)}
          />
          <TextField
            name="title"
            label={words.name}
            hint={words.nameHint}
            maxLength={TITLE_LIMIT}
            autocomplete="off"
            value={form.value('title')}
            error={form.fault('title')}
          />
          <ProvenanceFields file={file} form={form} />
        </Form>
      </DossierStepScreen>
    ),
    act: async ({ door, input, params, formId }) => {
      const id = idOf(params)
      const { file, title, ...provenance } = input
      await once(() =>
        door.changeDossier(desk.activity, id, (tx) =>
          addDocument(tx, {
            id: formId,
            file,
            title: title === '' ? titleOf(file.name) : title,
            ...provenance,
          }),
        ),
      )
      return { to: `${desk.path}/${id}/documenten`, done: 'document-added' }
    },
  })
}

/** What is wrong with the file, or that it must be chosen again because of something else. */
function fileError(form: FormState) {
  return form.fault('file') ?? (form.faults.length > 0 ? words.again : undefined)
}

/** The name of a file without its ending. */
function titleOf(name: string): string {
  return name.replace(/\.[a-z0-9]+$/i, '').slice(0, TITLE_LIMIT)
}
