import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import { ErrorSummary, Form, Notice, TextArea, Words } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { because } from '#entry/web/http/faults.ts'
import { type FormState, formPage } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import type { Text } from '#kernel/language.ts'
import { disputeSummary, WORDS_LIMIT } from '#modules/practice/index.ts'
import { type OwnFile, ownPath, SELF_SERVICE } from '#entry/web/pages/mine/own-file.ts'
import { postToCoach } from '#entry/web/pages/mine/post.ts'
import { OwnStepScreen } from '#entry/web/pages/mine/screen.tsx'
import { SummaryCard } from './card.tsx'
import { openSummary, type SummaryFile } from './summary.tsx'

const words = {
  title: { nl: 'Wat klopt er niet?', en: 'What is not right?' },
  lead: {
    nl: 'Schrijf het zoals u het zelf zou zeggen. Uw woorden blijven bij de samenvatting staan. Deze versie kan dan niet worden verstrekt.',
    en: 'Write it as you would say it yourself. Your words stay with the summary. This version cannot be disclosed then.',
  },
  words: { nl: 'Wat is er anders?', en: 'What is different?' },
  hint: {
    nl: 'Een paar zinnen zijn genoeg. Later wijzigen kan niet; een nieuwe versie van uw coach beoordeelt u opnieuw.',
    en: 'A few sentences are enough. You cannot change it later; you judge a new version of your coach anew.',
  },
  missing: {
    nl: 'Schrijf op wat er niet klopt. Klopt het toch, ga dan terug en keur de samenvatting goed.',
    en: 'Write down what is not right. If it is right after all, go back and approve the summary.',
  },
  submit: { nl: 'Mijn woorden erbij zetten', en: 'Put my words beside it' },
  text: { nl: 'De samenvatting', en: 'The summary' },
  over: {
    nl: 'Hier valt niets meer te antwoorden: u hebt al geantwoord, of er is een nieuwere versie.',
    en: 'There is nothing to answer here any more: you have answered, or there is a newer version.',
  },
} satisfies Record<string, Text>

/** The client says that a summary is not right, in their own words. */
export const disputePage = formPage('/mijn/dossiers/:id/samenvattingen/:summary/weerwoord', {
  input: z.object({ words: z.string().trim().min(1, because(words.missing)).max(WORDS_LIMIT) }),
  read: openSummary,
  view: drawDispute,
  act: async ({ door, params, input }) => {
    const id = idOf(params)
    const dispute = { summaryId: idOf(params, 'summary'), post: postToCoach(door, id) }
    await door.changeDossier(SELF_SERVICE, id, (tx) =>
      disputeSummary(tx, { ...dispute, words: input.words }),
    )
    return { to: `${ownPath(id)}/samenvattingen`, done: 'summary-disputed' }
  },
})

function drawDispute(data: SummaryFile, form: FormState, door: Door): JSX.Element {
  const { file, summary } = data
  const typed = form.value('words')
  // What was typed is never lost, also when the summary was answered or replaced meanwhile.
  const isOpen = summary.state === 'sent' || typed !== ''
  return (
    <OwnStepScreen
      door={door}
      file={file}
      part="summaries"
      title={words.title}
      {...(isOpen && { lead: words.lead })}
    >
      <ErrorSummary errors={form.faults} />
      <SummaryCard {...data} title={words.text} level={2} quiet />
      {isOpen && <DisputeForm file={file} summaryId={summary.id} form={form} />}
      {!isOpen && (
        <Notice>
          <Words of={words.over} />
        </Notice>
      )}
    </OwnStepScreen>
  )
}

interface DisputeFormProps {
  readonly file: OwnFile
  readonly summaryId: string
  readonly form: FormState
}

function DisputeForm({ file, summaryId, form }: DisputeFormProps): JSX.Element {
  const at = `${file.path}/samenvattingen/${summaryId}`
  return (
    <Form action={`${at}/weerwoord`} submit={words.submit} cancelHref={at} formId={form.formId}>
      <TextArea
        name="words"
        label={words.words}
        hint={words.hint}
        value={form.value('words')}
        error={form.fault('words')}
        maxLength={WORDS_LIMIT}
        height="tall"
        required
      />
    </Form>
  )
}
