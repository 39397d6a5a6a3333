import { z } from 'zod'
import { decideOnAccess } from '#duties/access-review/access-review.ts'
import { ConfirmPanel, ErrorSummary, PageHeader, TextField } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, textList } from '#entry/web/http/form.tsx'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { say } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import { accessName, holderName, readReview, REVIEWS } from './case.ts'
import { reviewWords as words } from './words.ts'

/** Keeps the lines of a button on the page of the review; alone it shows only what went wrong. */
export const keepPage = formPage(`${REVIEWS}/:id/houden`, {
  input: z.object({ line: z.preprocess(textList, z.array(z.uuid()).min(1).max(200)) }),
  read: readReview,
  view: ({ path }, form, door) => (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader title={words.title} breadcrumbs={[{ label: words.reviews, href: path }]} />
      <ErrorSummary errors={form.faults} />
    </Screen>
  ),
  act: async ({ door, params, input: { line } }) => {
    const decided = { decision: 'keep', reason: '' } as const
    await door.change('access-review', (tx) => decideOnAccess(tx, line, decided))
    return { to: `${REVIEWS}/${idOf(params)}`, done: 'saved' }
  },
})

/** @throws `NOT_FOUND` when the line is not there, was decided on or is one's own. */
async function readLine(door: Door, params: Params) {
  const { lines, path } = await readReview(door, params)
  const id = idOf(params, 'line')
  const line = lines.find((each) => each.id === id)
  if (line?.decision !== null || line.own) throw new AppError('NOT_FOUND')
  return { line, path }
}

/** Ends an access, after showing what goes. */
export const accessEndPage = formPage(`${REVIEWS}/:id/beeindigen/:line`, {
  input: z.object({ reason: z.string().trim().max(500) }),
  read: readLine,
  view: ({ line, path }, form, door) => {
    const name = holderName(line, door.language)
    return (
      <Screen door={door} title={words.endTitle} width="narrow">
        <PageHeader
          title={words.endTitle}
          breadcrumbs={[
            { label: words.reviews, href: REVIEWS },
            { label: words.title, href: path },
          ]}
        />
        <ErrorSummary errors={form.faults} />
        <ConfirmPanel
          title={say(words.endQuestion, door.language, { name })}
          lead={words.endLead}
          goes={[accessName(line, door.language)]}
          stays={[words.endStays]}
          action={`${path}/beeindigen/${line.id}`}
          confirm={words.end}
          cancelHref={path}
        >
          <TextField
            name="reason"
            label={words.reason}
            value={form.value('reason')}
            error={form.fault('reason')}
            maxLength={500}
          />
        </ConfirmPanel>
      </Screen>
    )
  },
  act: async ({ door, params, input: { reason } }) => {
    const line = idOf(params, 'line')
    const decided = { decision: 'end', reason } as const
    await door.change('access-review', (tx) => decideOnAccess(tx, [line], decided))
    return { to: `${REVIEWS}/${idOf(params)}`, done: 'access-ended' }
  },
})
