import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { AccessLine } from '#duties/access-review/access-review.ts'
import {
  ActionForm,
  Actions,
  Badge,
  Card,
  DataTable,
  DateText,
  EmptyState,
  HiddenField,
  LinkButton,
  Muted,
  Notice,
  PageHeader,
  Stack,
  Stat,
  Stats,
  useView,
  Words,
} from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { type BadgeLook, daysLook } from '#entry/web/pages/answering/badge-look.ts'
import { accessName, holderName, readReview, REVIEWS } from './case.ts'
import { reviewWords as words } from './words.ts'

const NEAR_DAYS = 7

/** A review: everybody's access, line by line, to keep or to end. */
export const reviewPage = page(`${REVIEWS}/:id`, {
  read: readReview,
  view: ({ review, lines, path }, door) => {
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
            <PersonCard accountId={accountId} lines={own} path={path} />
          ))}
        </Stack>
      </Screen>
    )
  },
})

interface PersonProps {
  readonly accountId: string
  readonly lines: readonly AccessLine[]
  readonly path: string
}

/** Everything that one person can reach, with what was decided. */
function PersonCard({ accountId, lines, path }: PersonProps): JSX.Element {
  const { language } = useView()
  const [first] = lines
  const undecided = lines.filter(({ decision, own }) => decision === null && !own)
  const name = first ? holderName(first, language) : words.unknown
  return (
    <Card
      title={name}
      level={2}
      id={`wie-${accountId}`}
      actions={
        undecided.length > 1 && (
          <ActionForm action={`${path}/houden`} label={words.keepAll} look="plain" size="small">
            {undecided.map(({ id }) => (
              <HiddenField name="line" value={id} />
            ))}
          </ActionForm>
        )
      }
    >
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
          { title: words.decision, cell: (line) => <Decision line={line} path={path} /> },
        ]}
        empty={null}
      />
    </Card>
  )
}

const LOOKS: Readonly<Record<'keep' | 'end', BadgeLook>> = {
  keep: { label: words.stays, tone: 'success', icon: 'check' },
  end: { label: words.gone, tone: 'neutral', icon: 'cross' },
}

function Decision({ line, path }: { line: AccessLine; path: string }): JSX.Element {
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
    <Actions>
      <ActionForm action={`${path}/houden`} label={words.keep} look="plain" size="small">
        <HiddenField name="line" value={id} />
      </ActionForm>
      <LinkButton href={`${path}/beeindigen/${id}`} label={words.end} look="quiet" size="small" />
    </Actions>
  )
}
