import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Actions,
  EmptyState,
  Filters,
  formatTime,
  type IconName,
  LinkButton,
  type NavigationLink,
  Section,
  Stack,
  Timeline,
  type TimelineEntry,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { idOf, page, type Params } from '#entry/web/http/page.tsx'
import { say } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Language, Text } from '#kernel/language.ts'
import {
  type LedgerPageRead,
  ownEntries,
  type OwnLedgerPage,
  toLedgerPage,
} from '#ledger/reading.ts'
import { describeEntry, type LedgerLine, type Telling } from '#ledger/telling.ts'
import { LEDGER_WORDS } from '#modules/ledger-words.ts'
import { dossierReads, readDossier } from '#modules/practice/index.ts'
import { Basis } from './basis.tsx'
import { type DayLook, pageOfDays } from './look-days.ts'
import {
  nameOf,
  nameReads,
  type OwnFile,
  readStatement,
  SELF_SERVICE,
  toOwnFile,
} from './own-file.ts'
import { OwnScreen } from './screen.tsx'
import { actingReads, tellingFor } from './own-telling.ts'

const words = {
  title: { nl: 'Wie uw dossier opende', en: 'Who opened your dossier' },
  show: { nl: 'Toon', en: 'Show' },
  looks: { nl: 'Wie keek', en: 'Who looked' },
  acts: { nl: 'Ook wat zij deden', en: 'What they did too' },
  all: { nl: 'Ook uzelf', en: 'Yourself too' },
  none: { nl: 'Hier keek niemand', en: 'Nobody looked here' },
  noneWhy: {
    nl: 'Elke keer dat iemand uw dossier opent, komt dat hier te staan, met de reden. Niemand kan het weghalen.',
    en: 'Each time somebody opens your dossier, it is written here, with the reason. Nobody can take it away.',
  },
  older: { nl: 'Verder terug', en: 'Further back' },
  newest: { nl: 'Naar het nieuwste', en: 'To the newest' },
  first: { nl: 'De eerste keer die dag om {time}.', en: 'The first time that day at {time}.' },
  released: {
    nl: 'Daarbij is alleen te lezen wat u vrijgaf.',
    en: 'Only what you released can be read then.',
  },
} satisfies Record<string, Text>

/** Entries that are read at once, and looks on a page, before the day is full. */
const READ = 500
const PAGE = 40

/** How much is shown: openings by others, what they did too, or one's own acts too. */
const CHOICES = { looks: 'kijken', acts: 'doen', all: 'alles' } as const

type Choice = keyof typeof CHOICES

interface Looks {
  readonly file: OwnFile
  readonly entries: LedgerPageRead
  readonly telling: Telling
  readonly address: LooksAddress
}

interface LooksAddress {
  /** Entries before this one. */
  readonly before?: number
  readonly choice: Choice
}

/** Who opened one's dossier and when, in plain words, day by day. */
export const looksPage = page('/mijn/dossiers/:id/wie-keek', {
  read: openLooks,
  view: drawLooks,
})

async function openLooks(door: Door, params: Params): Promise<Looks> {
  const id = idOf(params)
  const [access, statement] = await Promise.all([door.access(SELF_SERVICE), readStatement(door)])
  if (!access.can('ledger', 'select', 'act')) throw new AppError('NOT_FOUND')
  const address = readAddress(door.visit.query)
  const asked = {
    limit: READ,
    ...(address.before && { before: address.before }),
    ...NARROWED[address.choice],
    silent: LEDGER_WORDS.silent,
  }
  const { dossier, answers } = await door.open(SELF_SERVICE, id, {
    ...dossierReads(access, id),
    ...nameReads(access, id),
    ...actingReads(access),
    entries: ownEntries(id, asked),
  })
  const entries = toLedgerPage(answers.entries, asked)
  const file = toOwnFile(
    { access, statement, ...nameOf(answers) },
    readDossier(dossier, answers, access),
  )
  return { file, entries, telling: tellingFor(answers, door.me?.accountId), address }
}

function readAddress(query: URLSearchParams): LooksAddress {
  const before = Number(query.get('voor') ?? 0)
  const choice = CHOOSABLE.find((each) => CHOICES[each] === query.get('toon')) ?? 'looks'
  return Number.isSafeInteger(before) && before > 0 ? { before, choice } : { choice }
}

const CHOOSABLE: readonly Choice[] = ['looks', 'acts', 'all']

function addressOf(path: string, { before, choice }: LooksAddress): string {
  const query = [
    ...(choice === 'looks' ? [] : [`toon=${CHOICES[choice]}`]),
    ...(before === undefined ? [] : [`voor=${before}`]),
  ]
  return query.length > 0 ? `${path}?${query.join('&')}` : path
}

/**
 * What is asked of the ledger, so that a page holds as much as it can. Who looks is told by
 * openings, and by openings that were refused.
 */
const NARROWED: Readonly<Record<Choice, Partial<OwnLedgerPage>>> = {
  looks: { acts: ['opened', 'refused'], byOthers: true },
  acts: { byOthers: true },
  all: {},
}

function drawLooks({ file, entries, telling, address }: Looks, door: Door): JSX.Element {
  const { looks, next } = pageOfDays(entries, {
    silent: LEDGER_WORDS.silent,
    limit: PAGE,
  })
  const path = `${file.path}/wie-keek`
  const { choice, before } = address
  return (
    <OwnScreen door={door} file={file} part="looks">
      <Section title={words.title}>
        <Stack>
          <Basis statement={file.statement} on="categories.access-log" />
          <Filters groups={[{ label: words.show, options: choiceLinks(path, choice) }]} />
          {looks.length === 0 && <EmptyState title={words.none} lead={words.noneWhy} icon="eye" />}
          <Timeline entries={looks.map((look) => toEntry(look, telling, door.language))} />
          <Actions>
            {next !== undefined && (
              <LinkButton
                href={addressOf(path, { choice, before: next })}
                label={words.older}
                look="plain"
              />
            )}
            {before !== undefined && (
              <LinkButton href={addressOf(path, { choice })} label={words.newest} look="quiet" />
            )}
          </Actions>
        </Stack>
      </Section>
    </OwnScreen>
  )
}

function choiceLinks(path: string, chosen: Choice): NavigationLink[] {
  return CHOOSABLE.map((choice) => ({
    label: words[choice],
    href: addressOf(path, { choice }),
    current: choice === chosen,
  }))
}

function toEntry(look: DayLook, telling: Telling, language: Language): TimelineEntry {
  const { line, times, firstAt } = look
  const time = formatTime(firstAt, language)
  const detail = [
    line.activity === 'accountability' && line.act === 'opened' && say(words.released, language),
    times > 1 && say(words.first, language, { time }),
  ].filter((part) => part !== false)
  return {
    at: line.at,
    says: describeEntry(line, telling, language, times),
    icon: iconOf(line),
    ...(detail.length > 0 && { detail: detail.join(' ') }),
  }
}

function iconOf({ act }: LedgerLine): IconName {
  if (act === 'opened') return 'eye'
  return act === 'refused' ? 'stop' : 'pencil'
}
