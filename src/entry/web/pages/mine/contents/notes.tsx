import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Badge,
  Card,
  DateText,
  EmptyState,
  Pagination,
  Section,
  Stack,
  WrittenText,
} from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { NoteView } from '#modules/practice/index.ts'
import type { OwnFile } from '#entry/web/pages/mine/own-file.ts'
import { ActorText } from '#entry/web/pages/mine/person.tsx'
import { categoryTitle } from '#entry/web/titles.ts'
import { OWN_FILES, SourceMark, SourceText } from './source.tsx'

const words = {
  title: { nl: 'Notities', en: 'Notes' },
  none: { nl: 'Er zijn geen notities', en: 'There are no notes' },
  noneWhy: {
    nl: 'Schrijft uw coach iets over u op, dan leest u dat hier.',
    en: 'When your coach writes something about you, you read it here.',
  },
} satisfies Record<string, Text>

/** Notes on one page. */
const PAGE = 20

/** What the coach wrote down, a page of it, with from whom it came. */
export function Notes(props: {
  file: OwnFile
  page: number
  /** What else the address asks for. */
  query?: string | undefined
}): JSX.Element {
  const { file, page, query } = props
  const { notes } = file.dossier
  const last = Math.max(1, Math.ceil(notes.length / PAGE))
  const now = Math.min(page, last)
  const shown = notes.slice((now - 1) * PAGE, now * PAGE)
  const to = (rank: number): string =>
    `${file.path}/inhoud?${query ? `${query}&` : ''}notities=${rank}#notities`
  return (
    <Section title={words.title} id="notities">
      <Stack>
        {notes.length === 0 && <EmptyState title={words.none} lead={words.noneWhy} icon="pencil" />}
        {shown.map((note) => (
          <NoteCard note={note} />
        ))}
        <Pagination
          from={(now - 1) * PAGE + 1}
          to={(now - 1) * PAGE + shown.length}
          total={notes.length}
          {...(now > 1 && { previousHref: to(now - 1) })}
          {...(now < last && { nextHref: to(now + 1) })}
        />
      </Stack>
    </Section>
  )
}

/** One note: what it says, who wrote it, and from whom it came. */
export function NoteCard({ note }: { note: NoteView }): JSX.Element {
  const { category, writtenBy, writtenAt, source, sourceName, channel, placed, body } = note
  return (
    <Card
      title={categoryTitle(category)}
      status={
        <>
          <SourceMark source={source} sourceName={sourceName} />{' '}
          <Badge label={OWN_FILES[placed]} icon="file" />
        </>
      }
      meta={
        <>
          <ActorText of={writtenBy} />, <DateText day={writtenAt} /> ·{' '}
          <SourceText source={source} sourceName={sourceName} channel={channel} />
        </>
      }
    >
      <WrittenText text={body} />
    </Card>
  )
}
