import { dayFromNow } from '#world/days.ts'
import { randomUUID } from 'node:crypto'
import {
  exportTable,
  type Measure,
  planTally,
  type TallyGroup,
  type TallyReads,
  tallyReads,
  type WantedTable,
} from '#modules/registry/index.ts'
import type { Answers } from '#store/store.ts'
import { type World, type WorldAccount, world } from './world.ts'

export const LAST_YEAR = new Date().getFullYear() - 1

/** A register whose numbers are told. */
export interface Register {
  readonly there: World
  readonly registrar: WorldAccount
}

/** Four programmes, six care institutions and two institutes, and nobody in training. */
export async function register(): Promise<Register> {
  const there = await world('registry')
  await there.owner.query(`
    insert into programmes (code, name_nl, name_en)
      select 'P-' || n, 'Opleiding ' || n, 'Programme ' || n from generate_series(1, 4) n;
    insert into programme_versions (programme_id, number, starts_on, months)
      select id, 1, '2000-01-01', 24 from programmes;
    insert into parties (name) select 'Zorg ' || n from generate_series(1, 6) n
      union all select 'Instituut ' || n from generate_series(1, 2) n;
    insert into institutions (party_id, sort)
      select id, case when name like 'Zorg%' then 'care' else 'training' end from parties;`)
  return { there, registrar: await there.account('Registrar', ['registrar']) }
}

/**
 * So many people who began in a year, spread over everything there is by their numbers. In one
 * statement and past the triggers: what is counted is what stands there.
 */
export async function enrolled(
  { there }: Register,
  people: number,
  year = LAST_YEAR,
  seed = 7,
): Promise<void> {
  await there.owner.query(
    `set session_replication_role = replica;
     create temp table new_people on commit preserve rows as
       select n, gen_random_uuid() as person, gen_random_uuid() as dossier
       from generate_series(1, ${people}) n;
     insert into persons (id) select person from new_people;
     insert into dossiers (id, kind, person_id) select dossier, 'student', person from new_people;
     insert into registrants (dossier_id, given_names, family_name, born_on)
       select dossier, 'Iemand', 'Nummer ' || n,
         date '1960-01-01' + abs(hashint4(n + ${seed})) % 14000
       from new_people;
     insert into registrations (dossier_id, version_id, institution_id, institute_id, starts_on,
         planned_end_on, state)
       select dossier,
         (array(select id from programme_versions order by id))
           [1 + abs(hashint4(n + ${seed} + 1000)) % 4],
         (array(select party_id from institutions where sort = 'care' order by 1))
           [1 + abs(hashint4(n + ${seed} + 2000)) % 6],
         (array(select party_id from institutions where sort = 'training' order by 1))[1 + n % 2],
         make_date(${year}, 1 + abs(hashint4(n)) % 12, 1), make_date(${year} + 2, 1, 1), 'enrolled'
       from new_people;
     drop table new_people;
     set session_replication_role = origin;`,
  )
}

interface Asked {
  readonly year?: number
  readonly measure?: Measure
  readonly smallest?: number
  readonly rounding?: number
  readonly plannedOn?: string
}

export const PAYER: WantedTable = {
  recipient: 'contribution-payer',
  fields: ['programme', 'institution'],
}
export const RESEARCH: WantedTable = {
  recipient: 'labour-market-research',
  fields: ['programme', 'age', 'quarter'],
}

/** Plans a count of last year, for today. */
export async function plan(
  { there, registrar }: Register,
  tables: readonly WantedTable[] = [PAYER, RESEARCH],
  asked: Asked = {},
): Promise<string> {
  const id = randomUUID()
  await there.store.change(registrar.for('research-exports'), (tx) =>
    planTally(tx, {
      id,
      measure: 'enrolments',
      year: LAST_YEAR,
      smallest: 5,
      rounding: 1,
      plannedOn: dayFromNow(),
      tables,
      ...asked,
    }),
  )
  return id
}

export async function make({ there }: Register, id: string): Promise<boolean> {
  const { rows } = await there.owner.query<{ made: boolean }>('select make_tally($1) as made', [id])
  return rows[0]?.made ?? false
}

export async function look(
  { there, registrar }: Register,
  id: string,
): Promise<Answers<TallyReads>> {
  return there.store.list(registrar.for('research-exports'), 'tally', tallyReads(id, 10_000))
}

export function exported(
  here: Register,
  id: string,
  number: number,
): ReturnType<typeof exportTable> {
  const authority = here.registrar.for('research-exports')
  return here.there.store.change(authority, (tx) => exportTable(tx, { tallyId: id, number }))
}

export const sum = (groups: readonly TallyGroup[]): number =>
  groups.reduce((all, { amount }) => all + amount, 0)
