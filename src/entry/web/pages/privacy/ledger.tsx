import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Actions,
  EmptyState,
  FilterForm,
  LinkButton,
  Notice,
  PageHeader,
  Timeline,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { groupLines } from '#ledger/grouping.ts'
import {
  type LedgerPageRead,
  overseenEntries,
  staffNames,
  toLedgerPage,
  toNames,
} from '#ledger/reading.ts'
import { describeEntry, type PersonName } from '#ledger/telling.ts'
import { LEDGER_WORDS } from '#modules/ledger-words.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { actIcon, actOptions } from './ledger-acts.ts'
import { type AskedLedger, placeOf, readLedgerFilter } from './ledger-filter.ts'
import { LedgerTabs } from './ledger-tabs.tsx'
import { readOverseen } from './overseen.ts'

const words = {
  title: { nl: 'Logboek', en: 'Ledger' },
  lead: {
    nl: 'Wie wat deed, wanneer en waarvoor. U ziet namen van medewerkers en nummers van dossiers: niet van wie een dossier is en niet wat erin staat.',
    en: 'Who did what, when and what for. You see names of staff and numbers of dossiers: not whose a dossier is and not what is in it.',
  },
  from: { nl: 'Vanaf', en: 'From' },
  until: { nl: 'Tot en met', en: 'Until' },
  act: { nl: 'Handeling', en: 'Act' },
  activity: { nl: 'Verwerking', en: 'Activity' },
  who: { nl: 'Medewerker', en: 'Member of staff' },
  reference: { nl: 'Dossiernummer', en: 'Dossier number' },
  all: { nl: 'Alles', en: 'Everything' },
  everybody: { nl: 'Iedereen', en: 'Everybody' },
  signingIn: { nl: 'inloggen', en: 'signing in' },
  system: { nl: 'het systeem', en: 'the system' },
  unusable: {
    nl: 'Een deel van uw keuze is niet te gebruiken: kies een datum uit de kalender en schrijf een dossiernummer als 2026-00012.',
    en: 'Part of your choice cannot be used: choose a date from the calendar and write a dossier number such as 2026-00012.',
  },
  none: { nl: 'Niets gevonden', en: 'Nothing found' },
  noneWhy: { nl: 'Kies minder, of een langere tijd.', en: 'Choose less, or a longer time.' },
  older: { nl: 'Ouder', en: 'Older' },
  newest: { nl: 'Naar het nieuwste', en: 'To the newest' },
} satisfies Record<string, Text>

interface LedgerData {
  readonly asked: AskedLedger
  readonly read: LedgerPageRead
  readonly names: ReadonlyMap<string, PersonName>
  readonly activities: readonly string[]
}

/** The ledger of the whole organisation in plain words. */
export const ledgerPage = page('/privacy/logboek', {
  read: async (door): Promise<LedgerData> => {
    const { organisation, site, query } = door.visit
    const asked = readLedgerFilter(query)
    const { entries, staff } = await readOverseen(door, 'ledger', {
      entries: overseenEntries(asked.filter),
      staff: staffNames,
    })
    const { declarations } = await site.publication.current(organisation)
    return {
      asked,
      read: toLedgerPage(entries, asked.filter),
      names: toNames(staff),
      activities: Object.keys(declarations.activities),
    }
  },
  view: (data, door) => {
    const { asked } = data
    return (
      <Screen door={door} title={words.title}>
        <PageHeader title={words.title} lead={words.lead} />
        <LedgerTabs part="entries" />
        <LedgerFilters data={data} door={door} />
        {asked.unusable.length > 0 && (
          <Notice tone="warning">
            <Words of={words.unusable} />
          </Notice>
        )}
        <Entries data={data} door={door} />
      </Screen>
    )
  },
})

interface PartProps {
  readonly data: LedgerData
  readonly door: Door
}

function Entries({ data: { read, names, asked }, door }: PartProps): JSX.Element {
  const { language } = door
  const telling = { words: LEDGER_WORDS, activities: VOCABULARY.activities, names }
  const groups = groupLines(read.lines, LEDGER_WORDS.silent)
  if (groups.length === 0) {
    return <EmptyState title={words.none} lead={words.noneWhy} icon="search" />
  }
  return (
    <>
      <Timeline
        entries={groups.map(({ line, ids }) => ({
          at: line.at,
          says: describeEntry(line, telling, language, ids.length),
          icon: actIcon(line.act),
        }))}
      />
      <Actions>
        {asked.filter.before !== undefined && (
          <LinkButton href={asked.address()} label={words.newest} look="plain" icon="left" />
        )}
        {read.next !== undefined && (
          <LinkButton
            href={asked.address(read.next)}
            label={words.older}
            look="plain"
            icon="right"
          />
        )}
      </Actions>
    </>
  )
}

function LedgerFilters({ data: { asked, names, activities }, door }: PartProps): JSX.Element {
  const { language } = door
  const { typed } = asked
  const everything = (label: Text) => ({ value: '', label })
  const people = [...names].map(([value, { name }]) => ({ value, label: name }))
  const known = activities.map((word) => ({
    value: word,
    label: VOCABULARY.activities[word]?.says[language] ?? word,
  }))
  return (
    <FilterForm
      action="/privacy/logboek"
      clearHref={Object.keys(typed).length > 0 ? '/privacy/logboek' : undefined}
      fields={[
        { name: placeOf('from'), label: words.from, value: typed.from, type: 'date' },
        { name: placeOf('until'), label: words.until, value: typed.until, type: 'date' },
        {
          name: placeOf('act'),
          label: words.act,
          value: typed.act,
          options: [everything(words.all), ...actOptions()],
        },
        {
          name: placeOf('activity'),
          label: words.activity,
          value: typed.activity,
          options: [
            everything(words.all),
            ...known,
            { value: 'account', label: words.signingIn },
            { value: 'system', label: words.system },
          ],
        },
        {
          name: placeOf('accountId'),
          label: words.who,
          value: typed.accountId,
          options: [
            everything(words.everybody),
            ...people.toSorted((a, b) => a.label.localeCompare(b.label, language)),
          ],
        },
        { name: placeOf('reference'), label: words.reference, value: typed.reference },
      ]}
    />
  )
}
