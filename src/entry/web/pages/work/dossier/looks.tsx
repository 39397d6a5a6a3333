import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Actions,
  EmptyState,
  LinkButton,
  Section,
  Stack,
  Timeline,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page, type Route } from '#entry/web/http/page.tsx'
import { takeByDay } from '#entry/web/pages/mine/look-days.ts'
import { type Desk, type OpenedFile, openFileWith } from '#entry/web/pages/work/desk.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  type LedgerPageRead,
  ownEntries,
  staffNames,
  toLedgerPage,
  toNames,
} from '#ledger/reading.ts'
import { describeEntry, type Telling } from '#ledger/telling.ts'
import { LEDGER_WORDS } from '#modules/ledger-words.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { DossierScreen } from './screen.tsx'

const words = {
  title: { nl: 'Wie keek en wat er gebeurde', en: 'Who looked and what was done' },
  lead: {
    nl: 'De cliënt ziet dit ook. Niemand kan er iets uit weghalen.',
    en: 'The client sees this too. Nobody can take anything out of it.',
  },
  none: { nl: 'Hier is niets te zien', en: 'There is nothing to see here' },
  older: { nl: 'Verder terug', en: 'Further back' },
  newest: { nl: 'Naar het nieuwste', en: 'To the newest' },
} satisfies Record<string, Text>

/** Entries on one page, before they are taken together by day. */
const PAGE = 300

interface LooksPage {
  readonly file: OpenedFile
  readonly entries: LedgerPageRead
  readonly telling: Telling
}

/** The ledger of a dossier in plain words, where the statement lets this activity read it. */
export function looksPage(desk: Desk): Route {
  return page(`${desk.path}/:id/wie-keek`, {
    read: async (door, params): Promise<LooksPage> => {
      const asked = { limit: PAGE, before: beforeOf(door.visit.query) }
      const { file, answers } = await openFileWith(door, desk, params, (access, id) => {
        const mayRead = access.can('ledger', 'select', 'act') && access.can('members', 'select')
        if (!mayRead) throw new AppError('NOT_FOUND')
        return { entries: ownEntries(id, asked), staff: staffNames }
      })
      const telling = {
        words: LEDGER_WORDS,
        activities: VOCABULARY.activities,
        names: toNames(answers.staff),
      }
      return { file, entries: toLedgerPage(answers.entries, asked), telling }
    },
    view: drawLooks,
  })
}

function beforeOf(query: URLSearchParams): number | undefined {
  const before = Number(query.get('voor') ?? 0)
  return Number.isSafeInteger(before) && before > 0 ? before : undefined
}

function drawLooks({ file, entries, telling }: LooksPage, door: Door): JSX.Element {
  const { reference } = file.dossier
  const days = takeByDay(entries.lines, LEDGER_WORDS.silent)
  const path = `${file.path}/wie-keek`
  return (
    <DossierScreen door={door} file={file} part="ledger">
      <Section title={words.title} lead={words.lead}>
        <Stack>
          {days.length === 0 && <EmptyState title={words.none} icon="eye" />}
          <Timeline
            entries={days.map(({ line, times }) => ({
              at: line.at,
              says: describeEntry({ ...line, reference }, telling, door.language, times),
              icon: line.act === 'opened' ? 'eye' : line.act === 'refused' ? 'stop' : 'pencil',
            }))}
          />
          <Actions>
            {entries.next !== undefined && (
              <LinkButton href={`${path}?voor=${entries.next}`} label={words.older} look="plain" />
            )}
            {beforeOf(door.visit.query) !== undefined && (
              <LinkButton href={path} label={words.newest} look="quiet" />
            )}
          </Actions>
        </Stack>
      </Section>
    </DossierScreen>
  )
}
