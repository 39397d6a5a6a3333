import { type Column, DateText, type Sort, Words } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { CaseloadOrder, CaseloadRow, StandingInRow } from '#modules/practice/index.ts'
import { addressOf, type CaseloadAddress } from './caseload-address.ts'
import { Matters } from './matters.tsx'
import { ClientNameText } from './person.tsx'
import { WORK } from './words.ts'
import { kindTitle } from '#entry/web/titles.ts'

const words = {
  name: { nl: 'Naam', en: 'Name' },
  since: { nl: 'Sinds', en: 'Since' },
  lastConsult: { nl: 'Laatste gesprek', en: 'Latest consult' },
  waits: { nl: 'Wat wacht', en: 'What waits' },
  forWhom: { nl: 'Voor', en: 'For' },
  until: { nl: 'Tot en met', en: 'Until' },
} satisfies Record<string, Text>

/** What a coach sees of each client at a glance. */
export function clientColumns(address: CaseloadAddress): Column<CaseloadRow>[] {
  const sort = (order: CaseloadOrder) => sortBy(address, order)
  return [
    {
      title: words.name,
      cell: ({ name }) => <ClientNameText name={name} order="listed" />,
      sort: sort('name'),
    },
    { title: WORK.service, cell: ({ kind }) => <Words of={kindTitle(kind)} /> },
    { title: WORK.principal, cell: ({ principal }) => principal },
    {
      title: words.since,
      cell: ({ startedOn }) => <DateText day={startedOn} form="short" />,
      sort: sort('started'),
    },
    {
      title: words.lastConsult,
      cell: ({ lastConsultOn }) => lastConsultOn && <DateText day={lastConsultOn} form="short" />,
      sort: sort('consult'),
    },
    {
      title: words.waits,
      cell: (row) => <Matters of={row} withState={!address.state} />,
      sort: sort('waiting'),
    },
  ]
}

/** The same for a substitute, with for whom and until when. */
export function standingInColumns(
  address: CaseloadAddress,
  periods: ReadonlyMap<string, StandingInRow>,
): Column<CaseloadRow>[] {
  return [
    {
      title: words.name,
      cell: ({ name }) => <ClientNameText name={name} order="listed" />,
      sort: sortBy(address, 'name'),
    },
    { title: WORK.service, cell: ({ kind }) => <Words of={kindTitle(kind)} /> },
    { title: words.forWhom, cell: ({ dossierId }) => periods.get(dossierId)?.away },
    {
      title: words.until,
      cell: ({ dossierId }) => {
        const period = periods.get(dossierId)
        return period && <DateText day={period.ends_on} form="short" />
      },
    },
    {
      title: words.lastConsult,
      cell: ({ lastConsultOn }) => lastConsultOn && <DateText day={lastConsultOn} form="short" />,
      sort: sortBy(address, 'consult'),
    },
    { title: words.waits, cell: (row) => <Matters of={row} /> },
  ]
}

function sortBy(address: CaseloadAddress, order: CaseloadOrder): Sort {
  const isNow = address.order === order
  const descending = isNow && !address.descending
  return {
    href: addressOf(address, { order, descending }),
    ...(isNow && { now: address.descending ? ('descending' as const) : ('ascending' as const) }),
  }
}
