import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  DataTable,
  DescriptionList,
  EmptyState,
  formatDay,
  LinkButton,
  Moment,
  Muted,
  Notice,
  PageHeader,
  PrintButton,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act } from '#entry/web/http/form.tsx'
import { idOf, page, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { formatNumber, say } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Language, Text } from '#kernel/language.ts'
import {
  callOffTally,
  FIELDS,
  MEASURES,
  rangeSayer,
  RESEARCH_EXPORTS,
  sayGroup,
  TALLY_EXPORTS_MOST,
  type TallyExport,
  type TallyGroup,
  type TallyLine,
  tallyReads,
  type TallyTable,
  type TallyWord,
} from '#modules/registry/index.ts'
import { TALLIES, TALLY_WORDS } from './places.ts'
import { TallyBadge } from './state.tsx'

const PREVIEW = 50

const words = {
  waits: {
    nl: 'De telling wordt gemaakt op {day}. Tot die dag kan iedereen nog bezwaar maken, en kunt u de telling afblazen.',
    en: 'The count takes place on {day}. Until then people can still object, and you can call it off.',
  },
  calledOff: {
    nl: 'Deze telling gaat niet door. Over dit jaar kan een andere worden gepland.',
    en: 'This count was called off. Another one of this year can be planned.',
  },
  callOff: { nl: 'Telling afblazen', en: 'Call the count off' },
  made: { nl: 'Geteld op', en: 'Counted at' },
  amount: { nl: 'Aantal', en: 'Number' },
  hand: { nl: 'Afgeven', en: 'Hand out' },
  tooFew: {
    nl: 'Te weinig mensen om iets over te zeggen',
    en: 'Too few people to say anything of',
  },
  tooFewWhy: {
    nl: 'Een groep moet groot genoeg zijn. Over dit jaar blijft deze tabel leeg.',
    en: 'A group must be large enough. Of this year this table stays empty.',
  },
  more: {
    nl: 'De eerste {shown} van {all} regels. In het bestand staan ze alle.',
    en: 'The first {shown} of {all} lines. The file has all of them.',
  },
  exports: { nl: 'Aan wie afgegeven', en: 'Handed out to' },
  noExports: { nl: 'Nog niet afgegeven', en: 'Not handed out yet' },
  noExportsWhy: {
    nl: 'Elke keer dat een tabel wordt afgegeven, komt dat hier te staan.',
    en: 'Each time a table is handed out, that is recorded here.',
  },
  by: { nl: 'Door', en: 'By' },
  when: { nl: 'Wanneer', en: 'When' },
  number: { nl: 'Tabel', en: 'Table' },
} satisfies Record<string, Text>

interface TallyPage {
  readonly tally: TallyLine
  readonly tables: readonly TallyTable[]
  readonly words: readonly TallyWord[]
  readonly groups: readonly TallyGroup[]
  readonly exports: readonly TallyExport[]
  readonly names: ReadonlyMap<string, string>
  readonly purpose: string
}

/** Reads one count, with the names of those it is for. */
export async function readTally(door: Door, params: Params): Promise<TallyPage> {
  const { visit } = door
  const { declarations } = await visit.site.publication.current(visit.organisation)
  const answers = await door.list(RESEARCH_EXPORTS, 'tally', tallyReads(idOf(params), PREVIEW))
  const [tally] = answers.tally
  if (!tally) throw new AppError('NOT_FOUND')
  const names = Object.entries(declarations.recipients ?? {}).map(
    ([word, { name }]) => [word, name ?? word] as const,
  )
  const purpose = declarations.activities[RESEARCH_EXPORTS]?.purpose[door.language] ?? ''
  return { ...answers, tally, names: new Map(names), purpose }
}

export function tallyTitle({ measure, year }: TallyLine, language: Language): string {
  return `${year}: ${MEASURES[measure][language]}`
}

/** One count: its tables, and to whom they went. */
export const tallyPage = page(`${TALLIES}/:id`, {
  read: readTally,
  view: (data, door) => {
    const { tally, tables } = data
    const title = tallyTitle(tally, door.language)
    return (
      <Screen door={door} title={title}>
        <PageHeader
          title={title}
          status={<TallyBadge of={tally} />}
          breadcrumbs={[{ label: TALLY_WORDS.title, href: TALLIES }]}
          action={tally.made_at && <PrintButton />}
        />
        <Stack gap="large">
          <Facts tally={tally} />
          <Waits tally={tally} language={door.language} />
          {tables.map((table) => (
            <Table table={table} data={data} language={door.language} />
          ))}
          {tally.made_at && <Exports data={data} />}
        </Stack>
      </Screen>
    )
  },
})

function Facts({ tally }: { tally: TallyLine }): JSX.Element {
  const { smallest, rounding, made_at: madeAt } = tally
  return (
    <DescriptionList
      items={[
        { term: TALLY_WORDS.smallest, value: String(smallest) },
        {
          term: TALLY_WORDS.rounding,
          value: rounding === 1 ? <Words of={TALLY_WORDS.none} /> : String(rounding),
        },
        ...(madeAt ? [{ term: words.made, value: <Moment at={madeAt} /> }] : []),
      ]}
    />
  )
}

function Waits({ tally, language }: { tally: TallyLine; language: Language }): JSX.Element | null {
  if (tally.made_at) return null
  if (tally.called_off_at) {
    return (
      <Notice tone="info">
        <Words of={words.calledOff} />
      </Notice>
    )
  }
  return (
    <Stack>
      <Notice tone="info">
        <Words of={words.waits} places={{ day: formatDay(tally.planned_on, language) }} />
      </Notice>
      <ActionForm action={`${TALLIES}/${tally.id}/afblazen`} label={words.callOff} look="plain" />
    </Stack>
  )
}

interface TableProps {
  readonly table: TallyTable
  readonly data: TallyPage
  readonly language: Language
}

function Table({ table, data, language }: TableProps): JSX.Element {
  const { number, recipient, fields } = table
  const { tally, names } = data
  const sayRange = rangeSayer(data.words, language)
  const rows = data.groups
    .filter((group) => group.number === number)
    .map((group) => ({ cells: sayGroup(fields, group, sayRange), amount: group.amount }))
  const title = say(TALLY_WORDS.table, language, { number: String(number) })
  return (
    <Section
      title={`${title}: ${names.get(recipient) ?? recipient}`}
      lead={fields.map((field) => FIELDS[field][language]).join(', ')}
      action={
        tally.made_at &&
        rows.length > 0 && (
          <LinkButton
            href={`${TALLIES}/${tally.id}/${number}`}
            label={words.hand}
            icon="download"
          />
        )
      }
    >
      {tally.made_at && (
        <DataTable
          caption={title}
          captionHidden
          rows={rows}
          columns={[
            ...fields.map((field, at) => ({
              title: FIELDS[field],
              cell: ({ cells }: (typeof rows)[number]) => cells[at] ?? '',
            })),
            {
              title: words.amount,
              align: 'end' as const,
              cell: ({ amount }: (typeof rows)[number]) => formatNumber(amount, language),
            },
          ]}
          empty={<EmptyState title={words.tooFew} lead={words.tooFewWhy} icon="file" />}
        />
      )}
      {table.groups > rows.length && (
        <Muted>
          <Words
            of={words.more}
            places={{ shown: String(rows.length), all: formatNumber(table.groups, language) }}
          />
        </Muted>
      )}
    </Section>
  )
}

function Exports({ data: { exports, names } }: { data: TallyPage }): JSX.Element {
  return (
    <Section title={words.exports}>
      <DataTable
        caption={words.exports}
        captionHidden
        rows={exports}
        most={TALLY_EXPORTS_MOST}
        columns={[
          {
            title: TALLY_WORDS.recipient,
            cell: ({ recipient }) => names.get(recipient) ?? recipient,
          },
          { title: words.number, cell: ({ number }) => String(number), align: 'end' },
          { title: words.by, cell: ({ by }) => by ?? '–' },
          { title: words.when, cell: (row) => <Moment at={row.exported_at} /> },
        ]}
        empty={<EmptyState title={words.noExports} lead={words.noExportsWhy} icon="file" />}
      />
    </Section>
  )
}

/** Calls a count off that was not made yet. */
export const callOffTallyAct = act(`${TALLIES}/:id/afblazen`, async ({ door, params }) => {
  const id = idOf(params)
  await door.change(RESEARCH_EXPORTS, (tx) => callOffTally(tx, id))
  return { to: `${TALLIES}/${id}`, done: 'tally-called-off' }
})
