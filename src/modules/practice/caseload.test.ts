import { expect, test } from 'vitest'
import { POST } from '#world/practice.ts'
import { type World, type WorldAccount, world } from '#world/world.ts'
import { activate } from './activation.ts'
import { askPartnerAccess } from './partner-coach.ts'
import {
  type Caseload,
  type CaseloadAsked,
  caseloadReads,
  readCaseload,
  type CaseloadRow,
} from './caseload.ts'
import { closeEngagement } from './closure.ts'
import { noteConsult } from './consult.ts'
import { sendSummary } from './dispatch.ts'
import { startEngagement } from './engagement.ts'
import type { PersonName } from './person.ts'
import { recordNotice } from './statement-notice.ts'
import { writeSummary } from './summary.ts'

async function start(
  { store }: World,
  coach: WorldAccount,
  person: PersonName,
  { active = true } = {},
): Promise<string> {
  return store.change(coach.for('intake'), async (tx) => {
    const dossier = await startEngagement(tx, { kind: 'outplacement', person })
    if (active) {
      await recordNotice(dossier, { way: 'shown', language: 'nl' })
      await activate(dossier)
    }
    return dossier.dossierId
  })
}

async function list(
  { store, organisation }: World,
  account: WorldAccount,
  asked: CaseloadAsked = {},
  activity = 'coaching',
): Promise<Caseload> {
  const access = await store.access(organisation, activity)
  const reads = caseloadReads(access, asked)
  return readCaseload(await store.list(account.for(activity), 'caseload', reads))
}

const names = ({ rows }: Caseload): string[] => rows.map((row) => row.name?.familyName ?? '')

async function caseload(): Promise<{ there: World; coach: WorldAccount; ids: string[] }> {
  const there = await world()
  const coach = await there.account('Coach', ['coach'])
  const ids = [
    await start(there, coach, { givenName: 'Jan', prefix: 'van der', familyName: 'Berg' }),
    await start(there, coach, { givenName: 'Aylin', familyName: 'Yıldız' }, { active: false }),
    await start(there, coach, { initials: 'É.', familyName: 'Ångström' }),
  ]
  return { there, coach, ids }
}

test('a coach sees the own clients by name, whatever accents and prefixes', async () => {
  const { there, coach } = await caseload()
  expect(names(await list(there, coach))).toEqual(['Ångström', 'Berg', 'Yıldız'])
  expect(names(await list(there, coach, { descending: true }))).toEqual([
    'Yıldız',
    'Berg',
    'Ångström',
  ])
})

test('rei-12: another coach sees none of them', async () => {
  const { there } = await caseload()
  const other = await there.account('Other', ['coach'])
  const seen = await list(there, other)
  expect(seen).toEqual({ rows: [], counts: { all: 0, intake: 0, active: 0, closed: 0 } })
})

test.each([
  ['yildiz', ['Yıldız']],
  ['ANGSTROM', ['Ångström']],
  ['jan van der berg', ['Berg']],
  ['berg jan', ['Berg']],
  ['-0000', ['Ångström', 'Berg', 'Yıldız']],
  ["' or 1=1 --", []],
  ['%', []],
])('a search for "%s" finds it in names and references', async (search, found) => {
  const { there, coach } = await caseload()
  expect(names(await list(there, coach, { search }))).toEqual(found)
})

test('a list can be narrowed to a state, and counts every state', async () => {
  const { there, coach, ids } = await caseload()
  await there.store.changeDossier(coach.for('coaching'), ids[0] ?? '', (tx) =>
    closeEngagement(tx, { outcome: 'completed' }),
  )
  const seen = await list(there, coach, { state: 'active' })
  expect(names(seen)).toEqual(['Ångström'])
  expect(seen.counts).toEqual({ all: 3, intake: 1, active: 1, closed: 1 })
})

test('a caseload comes by fifty', async () => {
  const there = await world()
  const coach = await there.account('Coach', ['coach'])
  await there.store.change(coach.for('intake'), async (tx) => {
    for (let n = 10; n < 62; n += 1) {
      await startEngagement(tx, { kind: 'outplacement', person: { familyName: `Bakker ${n}` } })
    }
  })
  const [first, second] = [await list(there, coach), await list(there, coach, { page: 2 })]
  expect(first.rows).toHaveLength(50)
  expect(names(second)).toEqual(['Bakker 60', 'Bakker 61'])
  expect(second.counts.all).toBe(52)
})

test('the card counts what waits, and for whom', async () => {
  const { there, coach, ids } = await caseload()
  const [id = ''] = ids
  const partner = await there.account('Partner', ['coach'])
  const card = async (): Promise<CaseloadRow | undefined> =>
    (await list(there, coach, { order: 'waiting' })).rows.find((row) => row.dossierId === id)
  const summaryId = await there.store.changeDossier(coach.for('coaching'), id, async (tx) => {
    const consultId = await noteConsult(tx, { heldOn: '2026-11-03', minutes: 60, way: 'phone' })
    await askPartnerAccess(tx, { coachId: partner.id, language: 'nl', post: POST })
    return writeSummary(tx, { consultId, body: 'Goed gesprek.' })
  })
  expect(await card()).toMatchObject({
    summariesUnsent: 1,
    summariesUnanswered: 0,
    consentsUnanswered: 1,
    lastConsultOn: '2026-11-03',
  })
  expect((await list(there, coach, { order: 'waiting' })).rows[0]?.dossierId).toBe(id)
  await there.store.changeDossier(coach.for('coaching'), id, (tx) =>
    sendSummary(tx, { summaryId, post: POST }),
  )
  expect(await card()).toMatchObject({ summariesUnsent: 0, summariesUnanswered: 1 })
})

test('a list shows no more than the statement gives: an activity without names gets none', async () => {
  const { there } = await caseload()
  const manager = await there.account('Director', ['manager'])
  const seen = await list(there, manager, {}, 'relation-management')
  expect(seen.rows.every((row) => row.name === undefined && row.state === undefined)).toBe(true)
  expect(seen.rows.map((row) => row.kind)).toEqual(['outplacement', 'outplacement', 'outplacement'])
})

test('with the column of names revoked the list goes on without names', async () => {
  const { there, coach } = await caseload()
  await there.owner.query(
    'revoke select (family_name, email) on clients from org_reintegration__coaching',
  )
  const seen = await list(there, coach, { order: 'name' })
  expect(seen.rows.map((row) => row.name)).toEqual([undefined, undefined, undefined])
})
