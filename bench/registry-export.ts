import { randomUUID } from 'node:crypto'
import {
  exportTable,
  makeTallies,
  planTally,
  RESEARCH_EXPORTS,
  tableCsv,
  tableWorkbook,
} from '#modules/registry/index.ts'
import { LOGINS, loginUrl } from '#store/install.ts'
import { asOwner } from '#store/owner.ts'
import { Platform } from '#store/platform.ts'
import { createPool } from '#store/pool.ts'
import type { Store } from '#store/store.ts'
import type { BenchInstallation } from './installation.ts'
import { type LoadedRegister, REGISTER } from './register.ts'
import type { Measurement } from './report.ts'

const SECONDS_GOAL = 20
const FIELDS = ['programme', 'institution', 'age', 'quarter'] as const

/** Everybody in one year, counted by four columns and handed out: as it is asked of the product. */
export async function measureExport(
  installation: BenchInstallation,
  { store, register }: { readonly store: Store; readonly register: LoadedRegister },
): Promise<Measurement> {
  const year = new Date().getFullYear() - 1
  const facts = await moveToYear(installation, year)
  const authority = register.authority('registrar', RESEARCH_EXPORTS)
  const id = randomUUID()
  const pool = createPool({ url: loginUrl(installation, LOGINS.worker), max: 2, name: 'worker' })
  try {
    const plannedOn = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' })
    const table = { recipient: 'labour-market-research', fields: FIELDS }
    const wanted = { id, measure: 'enrolments' as const, year, smallest: 5, rounding: 1, plannedOn }
    await store.change(authority, (tx) => planTally(tx, { ...wanted, tables: [table] }))
    const began = performance.now()
    await makeTallies(new Platform(pool), REGISTER)
    const counted = (performance.now() - began) / 1_000
    const told = await store.change(authority, (tx) => exportTable(tx, { tallyId: id, number: 1 }))
    const bytes = tableCsv(told, 'nl').length + (await tableWorkbook(told, 'nl')).length
    const seconds = (performance.now() - began) / 1_000
    const sum = told.groups.reduce((all, { amount }) => all + amount, 0)
    const smallest = Math.min(...told.groups.map(({ amount }) => amount))
    return {
      name: `export of ${facts} registrations by four columns, counted and as two files`,
      unit: 's',
      value: Math.round(seconds * 10) / 10,
      atMost: SECONDS_GOAL,
      correct: sum === facts && smallest >= wanted.smallest,
      verdict: `${told.groups.length} groups of ${smallest} or more, counted in ${counted.toFixed(1)} s, ${Math.round(bytes / 1_000)} kB`,
    }
  } finally {
    await pool.end()
  }
}

/** Lets every registration begin in one year, and answers how many count. */
async function moveToYear({ url }: BenchInstallation, year: number): Promise<number> {
  return asOwner(url, async (owner) => {
    await owner.query(`set search_path to org_${REGISTER}, gestand`)
    await owner.query('set session_replication_role = replica')
    await owner.query(
      `update registrations set
         starts_on = make_date($1, 1, 1) + (hashtext(dossier_id::text) & 255),
         planned_end_on = make_date($1 + 2, 1, 1)`,
      [year],
    )
    await owner.query('vacuum analyze registrations')
    const { rows } = await owner.query<{ facts: number }>(
      `select count(*)::int as facts from tally_facts('enrolments', $1)`,
      [year],
    )
    return rows[0]?.facts ?? 0
  })
}
