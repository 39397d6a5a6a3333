import { randomUUID } from 'node:crypto'
import { addDays, momentOn } from '#entry/demo/day.ts'
import { insertRows } from '#entry/demo/seed/insertion.ts'
import { insertAudits } from './audits.ts'
import { insertImports } from './imports.ts'
import { signDiplomas } from './diplomas.ts'
import { INSTITUTIONS, REGISTER_STAFF } from './people.ts'
import { PROGRAMMES } from './programmes.ts'
import { accountOf, everybody, type Ids, REGISTER_ORGANISATION, type RegisterLoad } from './load.ts'
import { type RegisterLine, registerOn } from './register.ts'
import { insertRegistrations, insertSubmissions, moveOn } from './registrations.ts'
import {
  insertAccounts,
  insertAccreditations,
  insertInstitutions,
  insertProgrammes,
} from './setting.ts'
import { insertSurveys } from './surveys.ts'

const REGISTER_NAME = 'Zorgopleidingsregister'

/**
 * Fills the register: people, programmes, institutions with their accreditations, and three hundred
 * registrations in every state. In the transaction under way, as the owner.
 */
export async function fillRegister(load: RegisterLoad): Promise<void> {
  const { lines, accreditations } = registerOn(load.today)
  const ids: Ids = {
    parties: INSTITUTIONS.map(() => randomUUID()),
    programmes: PROGRAMMES.map(() => randomUUID()),
    versions: PROGRAMMES.map(() => randomUUID()),
    accounts: new Map(everybody().map(({ email }) => [email, randomUUID()])),
  }
  await insertAccounts(load, ids)
  await insertProgrammes(load.owner, ids)
  await insertInstitutions(load.owner, ids)
  await insertAccreditations(load, ids, accreditations)
  await load.keys.create(
    REGISTER_ORGANISATION,
    lines.map(({ id }) => id),
  )
  await insertRegistrations(load, ids, lines)
  await load.owner.query(
    `update relations r set since = g.starts_on from registrations g
     where g.dossier_id = r.dossier_id and r.relation in ('employer', 'institute')`,
  )
  await insertSubmissions(load, ids, lines)
  await moveOn(load, ids, lines)
  await signDiplomas({ ...load, organisation: REGISTER_ORGANISATION, name: REGISTER_NAME })
  await insertLooks(load, ids, lines)
  await insertImports(load.owner, load.today)
  const registrar = ids.accounts.get(REGISTER_STAFF[0]?.email ?? '') ?? null
  await insertSurveys({ ...load, organisation: REGISTER_ORGANISATION, registrar })
  const auditor = ids.accounts.get(REGISTER_STAFF[1]?.email ?? '') ?? null
  await insertAudits({ ...load, organisation: REGISTER_ORGANISATION, registrar, auditor })
}

/** Who looked: verifiers at what they verified, and the registrar now and then. */
async function insertLooks(
  { owner, today }: RegisterLoad,
  ids: Ids,
  lines: readonly RegisterLine[],
): Promise<void> {
  const registrar = ids.accounts.get(REGISTER_STAFF[0]?.email ?? '') ?? null
  const looks = lines
    .filter(({ state }) => state !== 'invited' && state !== 'submitted')
    .flatMap((line, place) => [
      { line, by: accountOf(ids, line.institution), days: 5, activity: 'verification' },
      { line, by: accountOf(ids, line.institute), days: 6, activity: 'verification' },
      ...(place % 5 === 0 ? [{ line, by: registrar, days: 20, activity: 'registry-keeping' }] : []),
    ])
  const { rows } = await owner.query<{ version: number }>(
    'select max(version) as version from statements',
  )
  await insertRows(
    owner,
    'ledger',
    looks
      .map(({ line, by, days, activity }) => ({
        at: new Date(momentOn(addDays(line.startsOn, days), 85)),
        account_id: by,
        activity,
        act: 'opened',
        dossier_id: line.id,
        statement: rows[0]?.version ?? 1,
      }))
      .filter(({ at }) => at > new Date(momentOn(addDays(today, -1500), 0)) && at < new Date())
      .toSorted((a, b) => Number(a.at) - Number(b.at)),
  )
}
