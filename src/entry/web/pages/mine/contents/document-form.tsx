import { z } from 'zod'
import {
  ErrorSummary,
  FileField,
  Form,
  RadioGroup,
  SelectField,
  TextField,
} from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { openOwnFile, type OwnFile, ownPath, SELF_SERVICE } from '#entry/web/pages/mine/own-file.ts'
import { OwnStepScreen } from '#entry/web/pages/mine/screen.tsx'
import { categoryTitle } from '#entry/web/titles.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  addDocument,
  CONTENT_CATEGORIES,
  type ContentCategory,
  FILE_ENDINGS,
  ReceivedFile,
  receiveFile,
  TITLE_LIMIT,
} from '#modules/practice/index.ts'

const words = {
  title: { nl: 'Document toevoegen', en: 'Add a document' },
  lead: {
    nl: 'Het document komt in uw eigen dossier. U kiest of uw coach het ook kan lezen.',
    en: 'The document goes into your own file. You choose whether your coach can read it too.',
  },
  file: { nl: 'Bestand', en: 'File' },
  fileHint: {
    nl: 'Pdf, Word (docx), ODT, Excel (xlsx), PNG, JPEG, platte tekst of een e-mail (eml).',
    en: 'PDF, Word (docx), ODT, Excel (xlsx), PNG, JPEG, plain text or an email (eml).',
  },
  again: {
    nl: 'Kies het bestand opnieuw: een browser onthoudt dat niet.',
    en: 'Choose the file again: a browser does not keep that.',
  },
  category: { nl: 'Waar gaat het over?', en: 'What is it about?' },
  name: { nl: 'Naam van het document', en: 'Name of the document' },
  nameHint: {
    nl: 'Laat dit leeg om de naam van het bestand te gebruiken.',
    en: 'Leave this empty to use the name of the file.',
  },
  placed: { nl: 'Wie kan het lezen?', en: 'Who can read it?' },
  both: { nl: 'Mijn coach en ik', en: 'My coach and I' },
  mine: { nl: 'Alleen ik', en: 'Only I' },
  mineHint: {
    nl: 'Delen met uw coach kan later altijd nog. Terugnemen kan dan niet meer.',
    en: 'You can always share it with your coach later. You cannot take it back then.',
  },
  save: { nl: 'Toevoegen', en: 'Add' },
} satisfies Record<string, Text>

const FILE_MISSING = because({ nl: 'Kies een bestand.', en: 'Choose a file.' })
const CATEGORY_MISSING = because({
  nl: 'Kies een van de mogelijkheden.',
  en: 'Choose one of the options.',
})

/** As readers count megabytes; a file of a little more is taken too. */
const SHOWN_LIMIT = 25_000_000

/** The client adds a document to the own dossier: sealed, and marked as the client's. */
export const ownDocumentPage = formPage('/mijn/dossiers/:id/documenten/nieuw', {
  input: z.object({
    file: z.instanceof(ReceivedFile, { error: FILE_MISSING }),
    category: z.enum(CONTENT_CATEGORIES, { error: CATEGORY_MISSING }),
    title: z.string().trim().max(TITLE_LIMIT).default(''),
    placed: z.enum(['both', 'client']).default('both'),
  }),
  receives: { file: receiveFile },
  labels: {
    file: words.file,
    category: words.category,
    title: words.name,
    placed: words.placed,
  },
  read: async (door, params) => {
    const file = await openOwnFile(door, params)
    if (ownCategories(file).length === 0) throw new AppError('NOT_FOUND')
    return file
  },
  view: (file, form, door) => {
    const categories = ownCategories(file)
    const again = form.faults.length > 0 ? words.again : undefined
    return (
      <OwnStepScreen
        door={door}
        file={file}
        part="contents"
        title={words.title}
        lead={words.lead}
        width="narrow"
      >
        <ErrorSummary errors={form.faults} />
        <Form
          action={`${file.path}/documenten/nieuw`}
          submit={words.save}
          cancelHref={`${file.path}/inhoud`}
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
            error={form.fault('file') ?? again}
          />
          <SelectField
            name="category"
            label={words.category}
            required
            options={categories.map((value) => ({ value, label: categoryTitle(value) }))}
            value={form.value('category', categories.at(-1))}
            error={form.fault('category')}
          />
          <RadioGroup
            name="placed"
            label={words.placed}
            required
            options={[
              { value: 'both', label: words.both },
              { value: 'client', label: words.mine, hint: words.mineHint },
            ]}
            value={form.value('placed', 'both')}
            error={form.fault('placed')}
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
        </Form>
      </OwnStepScreen>
    )
  },
  act: async ({ door, params, input, formId }) => {
    const id = idOf(params)
    const { category, file, title, placed } = input
    await once(() =>
      door.changeDossier(SELF_SERVICE, id, (tx) =>
        addDocument(tx, {
          id: formId,
          file,
          title:
            title === '' ? file.name.replace(/\.[a-z0-9]+$/i, '').slice(0, TITLE_LIMIT) : title,
          category,
          placed,
          source: 'client',
          channel: 'website',
        }),
      ),
    )
    return { to: `${ownPath(id)}/inhoud`, done: 'document-added' }
  },
})

/** The kinds of data that the statement lets people add to a dossier about themselves. */
export function ownCategories({ access, dossier, statement }: OwnFile): ContentCategory[] {
  if (!access.can('documents', 'insert') || dossier.service.state === 'closed') return []
  const { activities, categories } = statement.declarations
  const writes = activities[SELF_SERVICE]?.writes ?? []
  const { kind } = dossier.service
  return CONTENT_CATEGORIES.filter((category) => {
    const onlyIn = categories[category]?.['only-in']
    return writes.includes(category) && (!onlyIn || onlyIn.includes(kind))
  })
}
