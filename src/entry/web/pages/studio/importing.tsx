import { z } from 'zod'
import { beginDraft } from '#duties/studio/drafting.ts'
import { FOLDER_BYTES, readSentFolder } from '#duties/studio/folder.ts'
import { ErrorSummary, FileField, Form, PageHeader } from '#entry/web/components/index.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { DRAFTING, readStudio } from './studio-door.ts'

const words = {
  studio: { nl: 'Verklaring wijzigen', en: 'Change the statement' },
  title: { nl: 'Map inlezen', en: 'Import a folder' },
  lead: {
    nl: 'Schreef u de verklaring in een ander programma, dan wordt zij hier een concept. Ook met fouten: die ziet u daarna.',
    en: 'If you wrote the statement in another program, it becomes a draft here. With errors too: you see those afterwards.',
  },
  files: { nl: 'Bestanden', en: 'Files' },
  filesHint: {
    nl: 'Een zip, of statement.yaml, text.nl.md en text.en.md samen.',
    en: 'A zip, or statement.yaml, text.nl.md and text.en.md together.',
  },
  import: { nl: 'Inlezen als concept', en: 'Import as a draft' },
} satisfies Record<string, Text>

const files = z.preprocess((sent) => [sent ?? []].flat(), z.array(z.instanceof(File)).max(10))

/** Makes a draft of the files of a statement. */
export const importingPage = formPage('/privacy/studio/inlezen', {
  input: z.object({ files }),
  labels: { files: words.files },
  read: async (door) => {
    await readStudio(door, 'drafts', {})
    return null
  },
  view: (_, form, door) => (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: words.studio, href: '/privacy/studio' }]}
      />
      <ErrorSummary errors={form.faults} />
      <Form
        action="/privacy/studio/inlezen"
        submit={words.import}
        cancelHref="/privacy/studio"
        formId={form.formId}
        files
      >
        <FileField
          name="files"
          label={words.files}
          hint={words.filesHint}
          accept=".zip,.yaml,.md"
          maxBytes={FOLDER_BYTES}
          multiple
          required
          error={form.fault('files')}
        />
      </Form>
    </Screen>
  ),
  act: async ({ door, input, formId }) => {
    const { organisation, site } = door.visit
    const size = input.files.reduce((sum, file) => sum + file.size, 0)
    if (size > FOLDER_BYTES) throw new AppError('FOLDER_UNREADABLE', { field: 'files' })
    const sent = await Promise.all(
      input.files.map(async (file) => ({ name: file.name, bytes: await file.bytes() })),
    )
    const source = readSentFolder(sent)
    const { declarations } = await site.publication.current(organisation)
    const basedOn = declarations.version
    await once(() => door.change(DRAFTING, (tx) => beginDraft(tx, { id: formId, basedOn, source })))
    return { to: `/privacy/studio/${formId}`, done: 'draft-begun' }
  },
})
