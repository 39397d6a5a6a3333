import { CitizenNumberMarks, readCitizenNumber } from '#modules/practice/index.ts'
import type { DemoEngagement } from '#entry/demo/shape.ts'
import type { MasterKey } from '#store/master-key.ts'
import { after, spread } from './act.ts'
import { byCoach } from './author.ts'
import type { Load } from './load.ts'
import { DEMO_ORGANISATION } from './statements.ts'

/** A kind of data that some dossiers have on, why, and who of it is known. All are fictional. */
interface Extra {
  readonly category: string
  readonly reason: string
  readonly role?: string
  readonly name?: string
  readonly at?: string
}

const MANAGER: Extra = {
  category: 'line-manager',
  reason: 'Maakt met de cliënt afspraken over uren en taken.',
  role: 'line-manager',
  name: 'P. Voorbeeld',
  at: 'Voorbeeldbedrijf',
}
const BENEFIT: Extra = {
  category: 'benefit-data',
  reason: 'Nodig om te weten hoeveel tijd er is voor het plan.',
}
const PRACTICE: readonly Extra[] = [
  {
    category: 'general-practitioner',
    reason: 'De belasting wordt met de huisarts afgestemd.',
    role: 'general-practitioner',
    name: 'H. Voorbeeld',
    at: 'Huisartsenpraktijk Voorbeeld',
  },
  {
    category: 'partner',
    reason: 'De partner gaat op verzoek van de cliënt mee naar een gesprek.',
    role: 'partner',
    name: 'R. Voorbeeld',
  },
]

/** One in so many dossiers has something extra; the one that visitors are shown always has. */
const EVERY = 4

/** Switches on what dossiers need beyond the usual, before anything of it is written. */
export async function insertSurroundings(load: Load, master: MasterKey): Promise<void> {
  const begun = load.data.engagements.filter(({ activatedAt }) => activatedAt !== undefined)
  const lines = begun.flatMap((engagement, place) =>
    listExtras(load, engagement, place).map((extra, rank) => {
      const at = after(engagement.activatedAt ?? '', spread(engagement.key, 5, 20) + rank * 1000)
      return { extra, engagement, doing: byCoach(load, engagement, at) }
    }),
  )
  await load.insert(
    'switched_categories',
    lines.map(({ extra, engagement, doing }) => ({
      ...doing,
      row: {
        dossier_id: load.id(engagement.key),
        category: extra.category,
        reason: load.seal(engagement, 'switched_categories.reason', extra.reason),
        switched_by: doing.by,
        switched_at: doing.at,
      },
    })),
  )
  await load.insert(
    'related_persons',
    lines
      .filter(({ extra }) => extra.role !== undefined)
      .map(({ extra, engagement, doing }) => ({
        ...doing,
        row: {
          id: load.id(`${engagement.key} ${extra.role}`),
          dossier_id: load.id(engagement.key),
          category: extra.category,
          role: extra.role ?? '',
          name: load.seal(engagement, 'related_persons.name', extra.name ?? ''),
          organisation: load.seal(engagement, 'related_persons.organisation', extra.at ?? ''),
          email: `${engagement.key}-${extra.role}@example.org`,
          source: 'client',
          channel: 'conversation',
          added_by: doing.by,
          added_at: doing.at,
        },
      })),
  )
  if (load.organisation === DEMO_ORGANISATION) await insertNumbers(load, begun, master)
  // The details of clients came when their dossiers were started, not now.
  await load.owner.query(
    `update value_sources v set changed_at = d.started_at, changed_by = r.holder_id
     from dossiers d join relations r on r.dossier_id = d.id and r.relation = 'responsible-coach'
     where d.id = v.dossier_id`,
  )
}

function listExtras(load: Load, { kind, notes }: DemoEngagement, place: number): Extra[] {
  const chosen = place % EVERY === 0
  if (load.organisation !== DEMO_ORGANISATION) return chosen ? [...PRACTICE] : []
  const benefit = notes.some(({ category }) => category === 'benefit-data')
  return [...(chosen && kind === 're-integration' ? [MANAGER] : []), ...(benefit ? [BENEFIT] : [])]
}

/** Citizen numbers that pass the eleven-test and that are given to nobody: 99999…. */
async function insertNumbers(
  load: Load,
  begun: readonly DemoEngagement[],
  master: MasterKey,
): Promise<void> {
  const marks = new CitizenNumberMarks(master)
  const numbers = testNumbers()
  const chosen = begun.filter(({ kind }, place) => kind === 're-integration' && place % 3 === 0)
  for (const engagement of chosen) {
    const number = numbers.next().value ?? ''
    const at = after(engagement.activatedAt ?? '', spread(`${engagement.key} number`, 21, 40))
    const doing = byCoach(load, engagement, at)
    const dossierId = load.id(engagement.key)
    load.acts.push({ ...doing, act: 'inserted', subject: 'citizen_numbers', dossierId })
    const sealed = load.seal(engagement, 'citizen_numbers.number', number)
    await load.owner.query(
      `insert into citizen_numbers (dossier_id, number, mark, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5)`,
      [dossierId, sealed, marks.markOf(load.organisation, number), doing.by, at],
    )
  }
}

const FIRST_TEST_NUMBER = 999_990_000

function* testNumbers(): Generator<string, undefined> {
  for (let number = FIRST_TEST_NUMBER; ; number += 1) {
    try {
      yield readCitizenNumber(String(number))
    } catch {
      // Does not pass the eleven-test.
    }
  }
}
