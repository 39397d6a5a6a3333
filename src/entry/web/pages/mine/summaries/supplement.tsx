import { z } from 'zod'
import {
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  TextArea,
  Words,
} from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { ownPath, SELF_SERVICE } from '#entry/web/pages/mine/own-file.ts'
import { postToCoach } from '#entry/web/pages/mine/post.ts'
import { OwnStepScreen } from '#entry/web/pages/mine/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { addSupplement, WORDS_LIMIT } from '#modules/practice/index.ts'
import { SummaryCard } from './card.tsx'
import { openSummary } from './summary.tsx'

const words = {
  title: { nl: 'Eigen woorden erbij zetten', en: 'Add words of your own' },
  lead: {
    nl: 'Uw aanvulling blijft bij deze samenvatting staan, ook als u die eerder goedkeurde en ook als er een nieuwe versie komt. Uw coach krijgt bericht.',
    en: 'What you add stays with this summary, also when you approved it before and also when there is a new version. Your coach is told.',
  },
  correct: {
    nl: 'Staat er iets in dat niet klopt? Dan kunt u ook om verbetering vragen.',
    en: 'Is something in it not right? Then you can also ask for a correction.',
  },
  ask: { nl: 'Om verbetering vragen', en: 'Ask for a correction' },
  words: { nl: 'Uw aanvulling', en: 'What you want to add' },
  missing: { nl: 'Schrijf op wat u wilt toevoegen.', en: 'Write down what you want to add.' },
  submit: { nl: 'Erbij zetten', en: 'Put it beside it' },
  text: { nl: 'De samenvatting', en: 'The summary' },
} satisfies Record<string, Text>

/** The client puts own words beside a summary that was sent. */
export const supplementPage = formPage('/mijn/dossiers/:id/samenvattingen/:summary/aanvulling', {
  input: z.object({ words: z.string().trim().min(1, because(words.missing)).max(WORDS_LIMIT) }),
  labels: { words: words.words },
  read: async (door, params) => {
    const data = await openSummary(door, params)
    if (data.summary.state === 'draft') throw new AppError('SUMMARY_NOT_SENT')
    return data
  },
  view: (data, form, door) => {
    const at = `${data.file.path}/samenvattingen/${data.summary.id}`
    return (
      <OwnStepScreen
        door={door}
        file={data.file}
        part="summaries"
        title={words.title}
        lead={words.lead}
      >
        <ErrorSummary errors={form.faults} />
        <SummaryCard {...data} title={words.text} level={2} quiet />
        <Form
          action={`${at}/aanvulling`}
          submit={words.submit}
          cancelHref={at}
          formId={form.formId}
        >
          <TextArea
            name="words"
            label={words.words}
            value={form.value('words')}
            error={form.fault('words')}
            maxLength={WORDS_LIMIT}
            height="tall"
            required
          />
        </Form>
        <Notice
          action={
            <LinkButton href="/mijn/rechten/vragen/rectification" label={words.ask} look="plain" />
          }
        >
          <Words of={words.correct} />
        </Notice>
      </OwnStepScreen>
    )
  },
  act: async ({ door, params, formId, input }) => {
    const id = idOf(params)
    const summaryId = idOf(params, 'summary')
    await once(() =>
      door.changeDossier(SELF_SERVICE, id, (tx) =>
        addSupplement(tx, {
          id: formId,
          summaryId,
          words: input.words,
          post: postToCoach(door, id),
        }),
      ),
    )
    return { to: `${ownPath(id)}/samenvattingen/${summaryId}`, done: 'summary-supplemented' }
  },
})
