import { addDays, momentOn, workday } from '#entry/demo/day.ts'
import type { DemoFunction } from '#entry/demo/shape.ts'
import { type Act, after, MINUTE_MS, spread } from './act.ts'
import type { Load } from './load.ts'

interface Office {
  readonly activity: string
  /** Days from one visit to the next. */
  readonly everyDays: number
  /** Names of lists, with about how much was in them. */
  readonly lists: readonly (readonly [subject: string, amount: number])[]
}

/** Those who do their work in lists and open no dossier. */
const OFFICES: { readonly [Word in DemoFunction]?: Office } = {
  officer: {
    activity: 'oversight',
    everyDays: 7,
    lists: [
      ['promises', 21],
      ['ledger', 50],
      ['access', 38],
    ],
  },
  administrator: {
    activity: 'administration',
    everyDays: 21,
    lists: [
      ['staff', 8],
      ['absences', 2],
    ],
  },
  manager: { activity: 'relation-management', everyDays: 30, lists: [['relation-lines', 62]] },
}

/** Months of which there is a trace of the work in lists. */
const TRACED_DAYS = 400

/** What the officer and the administrator looked at, week after week. */
export function listOfficeWork(load: Load): Act[] {
  return load.data.members.flatMap(({ key, functions: [word] }) => {
    const office = word && OFFICES[word]
    return office ? workOf(load, key, office) : []
  })
}

function workOf(load: Load, key: string, office: Office): Act[] {
  const acts: Act[] = []
  let day = workday(addDays(load.data.today, -TRACED_DAYS))
  for (; day < load.data.today; day = workday(addDays(day, office.everyDays))) {
    const began = after(momentOn(day, 0), spread(`${key} ${day}`, 0, 400))
    acts.push(
      ...office.lists.map(([subject, amount], index) => ({
        at: after(began, index * 4 * MINUTE_MS),
        by: load.id(key),
        activity: office.activity,
        act: 'listed',
        subject,
        amount,
      })),
    )
  }
  return acts
}
