import type { JSX } from 'hono/jsx/jsx-runtime'
import { z } from 'zod'
import {
  type AccessLine,
  type AccessReview,
  decideOnAccess,
  findAccessReview,
  listAccessLines,
} from '#duties/access-review/access-review.ts'
import {
  Actions,
  Badge,
  Button,
  Card,
  DataTable,
  DateText,
  EmptyState,
  ErrorSummary,
  Form,
  HiddenField,
  Muted,
  Notice,
  PageHeader,
  Stack,
  Stat,
  Stats,
  TextField,
  useView,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, type FormState, textList } from '#entry/web/http/form.tsx'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { functionNames } from '#entry/web/pages/administration/function-words.ts'
import { type BadgeLook, daysLook } from '#entry/web/pages/answering/badge-look.ts'
import { readAs } from '#entry/web/pages/answering/reading.ts'
import { say } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Language, Text } from '#kernel/language.ts'
import { reviewWords as words } from './words.ts'

export const REVIEWS = '/privacy/nakijken'

export interface ReviewCase {
  readonly review: AccessReview
  readonly lines: readonly AccessLine[]
}

/** @throws `NOT_FOUND` */
async function readReview(door: Door, params: Params): Promise<ReviewCase> {
  const id = idOf(params)
  const { found, lines } = await readAs(door, 'access-review', 'access-review', {
    found: findAccessReview(id),
    lines: listAccessLines(id),
  })
  const [review] = found
  if (!review) throw new AppError('NOT_FOUND')
  return { review, lines }
}

const input = z.object({
  line: z.preprocess(textList, z.array(z.uuid()).min(1).max(100)),
  decision: z.enum(['keep', 'end']),
  reason: z.string().trim().max(500).default(''),
})

/** A review: everybody's access, line by line, to keep or to end. */
export const reviewPage = formPage(`${REVIEWS}/:id`, {
  input,
  read: readReview,
  view: ({ review, lines }, form, door) => {
    const people = [...Map.groupBy(lines, ({ accountId }) => accountId)]
    const open = review.closedAt === null
    return (
      <Screen door={door} title={words.title}>
        <PageHeader
          title={words.title}
          lead={words.lead}
          status={open && <Badge {...daysLook(review.daysLeft, NEAR_DAYS, door.language)} />}
          breadcrumbs={[{ label: words.reviews, href: REVIEWS }]}
        />
        <ErrorSummary errors={form.faults} />
        <Stack gap="large">
          <Stats>
            <Stat label={words.undecided} value={review.undecided} />
            <Stat label={words.kept} value={review.lines - review.undecided - review.ended} />
            <Stat label={words.ended} value={review.ended} />
          </Stats>
          {!open && (
            <Notice tone="success">
              <Words of={words.done} />
            </Notice>
          )}
          {people.length === 0 && <EmptyState title={words.nobody} icon="people" />}
          {people.map(([accountId, own]) => (
            <PersonCard accountId={accountId} lines={own} reviewId={review.id} form={form} />
          ))}
        </Stack>
      </Screen>
    )
  },
  act: async ({ door, params, input: { line, decision, reason } }) => {
    const id = idOf(params)
    await door.change('access-review', (tx) => decideOnAccess(tx, line, { decision, reason }))
    return { to: `${REVIEWS}/${id}`, done: decision === 'keep' ? 'saved' : 'access-ended' }
  },
})

const NEAR_DAYS = 7

interface PersonProps {
  readonly accountId: string
  readonly lines: readonly AccessLine[]
  readonly reviewId: string
  readonly form: FormState
}

/** Everything that one person can reach, with what was decided. */
function PersonCard({ accountId, lines, reviewId, form }: PersonProps): JSX.Element {
  const { language } = useView()
  const [first] = lines
  const undecided = lines.filter(({ decision }) => decision === null)
  const name = first?.name ?? say(words.unknown, language)
  return (
    <Card title={name} level={2} id={`wie-${accountId}`}>
      <DataTable
        caption={name}
        captionHidden
        rows={lines}
        columns={[
          { title: words.access, cell: (line) => accessName(line, language) },
          {
            title: words.since,
            cell: ({ since }) => since && <DateText day={since} form="short" />,
          },
          {
            title: words.decision,
            cell: (line) => <Decision line={line} reviewId={reviewId} form={form} />,
          },
        ]}
        empty={null}
      />
      {undecided.length > 1 && !first?.own && (
        <Form action={`${REVIEWS}/${reviewId}`} formId={form.formId}>
          {undecided.map(({ id }) => (
            <HiddenField name="line" value={id} />
          ))}
          <Button label={words.keepAll} name="decision" value="keep" look="plain" size="small" />
        </Form>
      )}
    </Card>
  )
}

const LOOKS: Readonly<Record<'keep' | 'end', BadgeLook>> = {
  keep: { label: words.stays, tone: 'success', icon: 'check' },
  end: { label: words.gone, tone: 'neutral', icon: 'cross' },
}

interface DecisionProps {
  readonly line: AccessLine
  readonly reviewId: string
  readonly form: FormState
}

function Decision({ line, reviewId, form }: DecisionProps): JSX.Element {
  const { decision, decidedBy, reason, own, id } = line
  if (decision !== null) {
    return (
      <>
        <Badge {...LOOKS[decision]} />{' '}
        <Muted>{[decidedBy, reason].filter(Boolean).join(': ')}</Muted>
      </>
    )
  }
  if (own) {
    return (
      <Muted>
        <Words of={words.own} />
      </Muted>
    )
  }
  return (
    <Form action={`${REVIEWS}/${reviewId}`} formId={form.formId}>
      <HiddenField name="line" value={id} />
      <TextField name="reason" id={`reason-${id}`} label={words.reason} maxLength={500} />
      <Actions>
        <Button label={words.keep} name="decision" value="keep" look="plain" size="small" />
        <Button label={words.end} name="decision" value="end" look="danger" size="small" />
      </Actions>
    </Form>
  )
}

/** What a line is about, in words: "Functie: coach", "4 dossiers als verantwoordelijke coach". */
function accessName({ sort, word, amount, party }: AccessLine, language: Language): string {
  const places = { word: functionNames([word], language).toLowerCase(), amount, party: party ?? '' }
  return say(SORTS[sort], language, places)
}

const SORTS: Readonly<Record<AccessLine['sort'], Text>> = {
  function: words.function,
  relation: words.relation,
  affiliation: words.affiliation,
  sessions: words.sessions,
}
