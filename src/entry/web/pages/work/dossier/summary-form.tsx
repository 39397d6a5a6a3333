import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ErrorSummary,
  Form,
  HiddenField,
  Panel,
  Quotation,
  TextArea,
  Words,
  WrittenText,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import { type Desk, type OpenedFile, openFile } from '#entry/web/pages/work/desk.ts'
import { requiredText } from '#entry/web/pages/work/input.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  changeSummary,
  type ConsultView,
  replaceSummary,
  SUMMARY_LIMIT,
  type SummaryView,
  writeSummary,
} from '#modules/practice/index.ts'
import { readConsult } from './consult-form.tsx'
import { DossierStepScreen } from './screen.tsx'
import { isOpenForWriting } from './writing.ts'

const words = {
  write: { nl: 'Samenvatting schrijven', en: 'Write the summary' },
  change: { nl: 'Concept wijzigen', en: 'Change the draft' },
  replace: { nl: 'Nieuwe versie schrijven', en: 'Write a new version' },
  replaceLead: {
    nl: 'De versie die u stuurde, blijft bewaard. De cliënt krijgt deze erbij.',
    en: 'The version that you sent is kept. The client gets this one beside it.',
  },
  body: { nl: 'Samenvatting', en: 'Summary' },
  bodyHint: {
    nl: 'Schrijf voor de cliënt: wat u bespraak en wat u afsprak.',
    en: 'Write for the client: what you discussed and what you agreed.',
  },
  save: { nl: 'Concept bewaren', en: 'Save the draft' },
  dispute: { nl: 'Wat de cliënt schreef', en: 'What the client wrote' },
  theClient: { nl: 'De cliënt', en: 'The client' },
  meanwhile: { nl: 'Intussen staat er', en: 'Meanwhile it says' },
  meanwhileWhy: {
    nl: 'Iemand anders wijzigde dit concept. Neem over wat u wilt houden; wat u bewaart, komt ervoor in de plaats.',
    en: 'Somebody else changed this draft. Take over what you want to keep; what you save takes its place.',
  },
} satisfies Record<string, Text>

const summaryInput = z.object({
  body: requiredText(SUMMARY_LIMIT),
  /** The version that it changes or replaces; none for the first. */
  summary: z.union([z.literal(''), z.uuid()]),
  as: z.enum(['first', 'change', 'replacement']),
  writtenAt: z.string(),
})

type SummaryInput = z.infer<typeof summaryInput>

interface SummaryPage {
  readonly file: OpenedFile
  readonly consult: ConsultView
  readonly newest: SummaryView | undefined
}

/**
 * Writes the summary of a consult: the first version, a change of the draft, or the next version.
 */
export function summaryPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/gesprekken/:consult/samenvatting`, {
    input: summaryInput,
    labels: { body: words.body },
    read: async (door, params): Promise<SummaryPage> => {
      const file = await openFile(door, desk, params)
      const consult = readConsult(file, idOf(params, 'consult'))
      if (!isOpenForWriting(file, 'summaries')) throw new AppError('NOT_FOUND')
      return { file, consult, newest: consult.summaries[0] }
    },
    view: drawSummary,
    act: async ({ door, input, params, formId }) => {
      const id = idOf(params)
      const consultId = idOf(params, 'consult')
      const { as, body, summary } = input
      await once(() =>
        door.changeDossier(desk.activity, id, async (tx) => {
          if (as === 'first') await writeSummary(tx, { id: formId, consultId, body })
          else if (as === 'change') await changeSummary(tx, { id: summary, body, ...since(input) })
          else await replaceSummary(tx, { id: formId, replaces: summary, body })
        }),
      )
      return { to: `${desk.path}/${id}/gesprekken/${consultId}`, done: 'summary-saved' }
    },
  })
}

function since({ writtenAt }: SummaryInput): { writtenAt?: Date } {
  const moment = new Date(writtenAt)
  return Number.isNaN(moment.getTime()) ? {} : { writtenAt: moment }
}

function drawSummary(
  { file, consult, newest }: SummaryPage,
  form: FormState,
  door: Door,
): JSX.Element {
  const path = `${file.path}/gesprekken/${consult.id}`
  const as = modeOf(newest)
  const writtenAt = newest?.writtenAt.toISOString() ?? ''
  const isOvertaken = as === 'change' && form.value('writtenAt', writtenAt) !== writtenAt
  return (
    <DossierStepScreen
      door={door}
      file={file}
      part="consults"
      title={{ first: words.write, change: words.change, replacement: words.replace }[as]}
      {...(as === 'replacement' && { lead: words.replaceLead })}
    >
      <ErrorSummary errors={form.faults} />
      {newest && isOvertaken && (
        <Panel title={words.meanwhile}>
          <p>
            <Words of={words.meanwhileWhy} />
          </p>
          <WrittenText text={newest.body} />
        </Panel>
      )}
      {newest?.dispute && as === 'replacement' && (
        <Panel title={words.dispute}>
          <Quotation by={<Words of={words.theClient} />} text={newest.dispute.words} />
        </Panel>
      )}
      <Form
        action={`${path}/samenvatting`}
        submit={words.save}
        cancelHref={path}
        formId={form.formId}
      >
        <HiddenField name="as" value={as} />
        <HiddenField name="summary" value={newest?.id ?? ''} />
        <HiddenField name="writtenAt" value={writtenAt} />
        <TextArea
          name="body"
          label={words.body}
          hint={words.bodyHint}
          required
          height="tall"
          maxLength={SUMMARY_LIMIT}
          value={form.value('body', newest?.body)}
          error={form.fault('body')}
        />
      </Form>
    </DossierStepScreen>
  )
}

function modeOf(newest: SummaryView | undefined): SummaryInput['as'] {
  if (!newest) return 'first'
  return newest.state === 'draft' ? 'change' : 'replacement'
}
