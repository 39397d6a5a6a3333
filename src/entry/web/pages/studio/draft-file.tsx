import { z } from 'zod'
import { saveRevision } from '#duties/studio/drafting.ts'
import {
  Columns,
  EmptyState,
  ErrorSummary,
  Form,
  HiddenField,
  Notice,
  Panel,
  TextArea,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, type FormState } from '#entry/web/http/form.tsx'
import type { Route } from '#entry/web/http/page.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { DRAFT_FILES, type DraftData, type DraftFile, isOpen, readDraft } from './draft-data.ts'
import { DraftScreen } from './draft-screen.tsx'
import { Problems } from './problems.tsx'
import { DRAFTING } from './studio-door.ts'

const words = {
  save: { nl: 'Bewaren en nakijken', en: 'Save and check' },
  findings: { nl: 'Wat er nog niet klopt', en: 'What is not right yet' },
  fine: { nl: 'In dit bestand is niets gevonden', en: 'Nothing was found in this file' },
  fineWhy: {
    nl: 'Na elke keer bewaren wordt het hele concept nagekeken.',
    en: 'After each time you save the whole draft is checked.',
  },
  closed: {
    nl: 'In dit concept kan niet meer worden geschreven.',
    en: 'This draft can no longer be written in.',
  },
  hint: {
    nl: 'Getallen, termijnen en ontvangers staan in de regels. De teksten halen ze daaruit aan, tussen accolades.',
    en: 'Numbers, terms and recipients stand in the declarations. The texts quote them from there, between braces.',
  },
} satisfies Record<string, Text>

/** Longest file, in characters. */
const LONGEST = 120_000

const input = z.object({
  text: z.string().max(LONGEST),
  after: z.coerce.number().int().min(1).max(998),
})

/** The pages on which the files of a draft are written, each with what is wrong in it. */
export const draftFilePages: readonly Route[] = DRAFT_FILES.map((each) =>
  formPage(`/privacy/studio/:id/${each.part}`, {
    input,
    labels: { text: each.label },
    read: readDraft,
    view: (data, form, door) => drawFile({ data, form, door, each }),
    act: async ({ door, input: { text, after }, params }) => {
      const { draft, source } = await readDraft(door, params)
      // What was on the page is what is changed: the other files are those of that revision.
      if (draft.number !== after) throw new AppError('DRAFT_CHANGED')
      const saved = { ...source, [each.file]: text }
      await door.change(DRAFTING, (tx) =>
        saveRevision(tx, { draftId: draft.id, after, source: saved }),
      )
      return { to: `/privacy/studio/${draft.id}/${each.part}`, done: 'saved' }
    },
  }),
)

interface FileView {
  readonly data: DraftData
  readonly form: FormState
  readonly door: Door
  readonly each: DraftFile
}

function drawFile({ data, form, door, each }: FileView) {
  const { draft, source, problems } = data
  const { file, part, label } = each
  const own = problems.filter((problem) => problem.file === file)
  const text = source[file] ?? ''
  return (
    <DraftScreen data={data} door={door} part={part}>
      <ErrorSummary errors={form.faults} />
      <Columns shape="main">
        {isOpen(draft) ? (
          <Form
            action={`/privacy/studio/${draft.id}/${part}`}
            submit={words.save}
            width="wide"
            formId={form.formId}
          >
            <HiddenField name="after" value={form.value('after', String(draft.number))} />
            <TextArea
              name="text"
              label={label}
              hint={words.hint}
              height="source"
              required
              maxLength={LONGEST}
              value={form.value('text', text)}
              error={form.fault('text')}
            />
          </Form>
        ) : (
          <Notice>
            <Words of={words.closed} />
          </Notice>
        )}
        {own.length > 0 ? (
          <Panel title={words.findings}>
            <Problems file={file} text={text} problems={own} language={door.language} />
          </Panel>
        ) : (
          <EmptyState title={words.fine} lead={words.fineWhy} icon="circleCheck" />
        )}
      </Columns>
    </DraftScreen>
  )
}
