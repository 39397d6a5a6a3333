import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { PROJECT } from '#kernel/project.ts'
import { readWholeCatalogue } from '#modules/catalogue.ts'
import { parseStatement, type Statement } from '#statement/index.ts'
import { readStatementFolder } from '#store/statement-files.ts'
import { bureau, runCheck } from '#world/bureau.ts'
import { type World, type WorldAccount, world } from '#world/world.ts'
import { type Agreement, listAgreements, readProcessors, recordAgreement } from './agreement.ts'
import {
  addMeasure,
  findScreening,
  finishMeasure,
  listMeasures,
  screen,
  writeReport,
} from './assessment.ts'
import { entryJsonLd, registerJsonLd } from './json-ld.ts'
import { listLogboekEntries } from './logboek-entries.ts'
import { toLogboek } from './logboek.ts'
import { readRegister } from './register.ts'
import { listRemarks, writeRemark } from './remark.ts'
import { registerReport } from './report.ts'
import { needsAssessment } from './screening.ts'
import { writeWorkbook } from './workbook.ts'

const PLACE = { url: 'https://gestand.example.org' }

async function example(): Promise<Statement> {
  const folder = await readStatementFolder(join(PROJECT, 'statements', 'reintegration'))
  const { statement } = parseStatement(folder)
  if (!statement) throw new Error('the example cannot be read')
  return statement
}

function keep<T>({ store }: World, who: WorldAccount, work: Parameters<typeof store.change<T>>[1]) {
  return store.change(who.for('register-keeping'), work)
}

function agreement(more: Partial<Agreement>): Agreement {
  return {
    id: randomUUID(),
    recipient: 'hosting',
    title: 'Verwerkersovereenkomst',
    startsOn: '2025-01-01',
    endsOn: '2099-12-31',
    country: 'NL',
    safeguard: '',
    subProcessors: '',
    contact: '',
    remark: '',
    ...more,
  }
}

test('bur-06, baken-03, zor-08: the register has every activity of the statement, with all that article 30 asks', async () => {
  const statement = await example()
  const entries = readRegister(statement, await readWholeCatalogue(), 'nl')
  expect(entries.map(({ activity }) => activity)).toEqual(
    Object.keys(statement.declarations.activities),
  )
  const coaching = entries.find(({ activity }) => activity === 'coaching')
  expect(coaching).toMatchObject({
    id: `${statement.declarations.version}/coaching`,
    basis: 'de overeenkomst over de dienst',
  })
  expect(coaching?.special.join()).toContain('gezondheid')
  expect(coaching?.recipients).toContainEqual({
    word: 'hosting',
    name: 'Wolkenhuis Voorbeeld',
    country: 'Nederland',
    safeguard: undefined,
  })
  expect(coaching?.measures).toContain('inhoud is versleuteld met een sleutel per dossier')
  expect(coaching?.categories.every(({ kept }) => kept?.startsWith('Bewaard: '))).toBe(true)
  for (const { purpose, subjects, by } of entries) {
    expect([purpose.length > 0, subjects.length > 0, by.length > 0]).toEqual([true, true, true])
  }
})

test('as JSON-LD each activity is a process with a lawful basis, data and storage, under an address for good', async () => {
  const statement = await example()
  const catalogue = await readWholeCatalogue()
  const { version, activities } = statement.declarations
  const whole = JSON.stringify(registerJsonLd(statement, catalogue, PLACE))
  expect(whole).toContain(`"@id":"https://gestand.example.org/register/${version}"`)
  expect(whole.match(/"dpv:Process"/g)).toHaveLength(Object.keys(activities).length)
  const one = entryJsonLd(statement, catalogue, 'coaching', PLACE)
  expect(one).toMatchObject({
    '@id': `https://gestand.example.org/register/${version}/coaching`,
    '@type': 'dpv:Process',
    'dpv:hasLegalBasis': [{ '@id': 'eu-gdpr:A6-1-b' }, { '@id': 'eu-gdpr:A9-2-b' }],
  })
  expect(JSON.stringify(one)).toMatch(
    /"@type":\["dpv:SpecialCategoryPersonalData","pd:\w+"\],"dct:identifier":"work-limitations"/,
  )
  expect(entryJsonLd(statement, catalogue, 'spying', PLACE)).toBeUndefined()
})

test('the workbook has a row for each activity, and what looks like a formula stays text', async () => {
  const statement = await example()
  const entries = readRegister(statement, await readWholeCatalogue(), 'en')
  const remarks = [
    { activity: 'coaching', remark: '=1+1', writtenBy: 'Ruben Smit', writtenAt: new Date() },
  ]
  const contents = { entries, remarks, agreements: [agreement({})] }
  const parts = unzipSync(await writeWorkbook(contents, 'en'))
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet.match(/<row /g)).toHaveLength(entries.length + 1)
  expect(sheet).not.toContain('<f>')
  const all = Object.values(parts).map((part) => strFromU8(part))
  expect(all.some((text) => text.includes('=1+1'))).toBe(true)
  expect(
    registerReport(contents, {
      language: 'en',
      controller: 'Bureau De Brug',
      version: 4,
      writtenOn: '2026-11-23',
    }).blocks.length,
  ).toBeGreaterThan(entries.length * 3)
})

test('the officer writes remarks and agreements; the newest remark counts, and nobody else reads them', async () => {
  const { there, client } = await bureau()
  const officer = await there.account('Ruben Smit', ['officer'])
  for (const remark of ['Eerst.', 'Later.']) {
    await keep(there, officer, (tx) =>
      writeRemark(tx, { id: randomUUID(), activity: 'coaching', remark }),
    )
  }
  await keep(there, officer, (tx) => recordAgreement(tx, agreement({})))
  const reads = { remarks: listRemarks, agreements: listAgreements }
  const seen = await there.store.list(officer.for('register-keeping'), 'register', reads)
  expect(seen.remarks).toMatchObject([{ remark: 'Later.', writtenBy: 'Ruben Smit' }])
  expect(seen.agreements).toHaveLength(1)
  const coach = there.store.list(client.for('register-keeping'), 'register', reads)
  await expect(coach).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('an agreement is in force, near its end, over, or not recorded', async () => {
  const statement = await example()
  const { vocabulary } = await readWholeCatalogue()
  const state = (more: Partial<Agreement> | undefined) =>
    readProcessors(statement, vocabulary, more ? [agreement(more)] : [], '2026-11-23').find(
      ({ word }) => word === 'hosting',
    )
  expect(state({})).toMatchObject({ state: 'in-force' })
  expect(state({ endsOn: null })).toMatchObject({ state: 'in-force', daysLeft: undefined })
  expect(state({ endsOn: '2026-12-23' })).toMatchObject({ state: 'ending', daysLeft: 30 })
  expect(state({ endsOn: '2026-11-22' })).toMatchObject({ state: 'ended', daysLeft: -1 })
  expect(state(undefined)).toMatchObject({ state: 'unrecorded', declaredUntil: '2028-12-31' })
})

test('bur-01: an agreement that ended breaks the promise about that recipient, a new one keeps it', async () => {
  const at = await bureau()
  const officer = await at.there.account('Ruben Smit', ['officer'])
  await keep(at.there, officer, (tx) => recordAgreement(tx, agreement({ endsOn: '2026-01-01' })))
  const run = await runCheck(at, 'agreements-in-force')
  expect(run.findings).toEqual([
    { code: 'AGREEMENT_LAPSED', subject: 'hosting', touches: ['recipients.hosting'] },
  ])
  await keep(at.there, officer, (tx) => recordAgreement(tx, agreement({})))
  expect((await runCheck(at, 'agreements-in-force')).codes).toEqual([])
})

test('an assessment is needed for what is on the list of the authority, or meets two criteria', () => {
  expect(needsAssessment({ listed: [], criteria: [] })).toBe(false)
  expect(needsAssessment({ listed: [], criteria: ['sensitive'] })).toBe(false)
  expect(needsAssessment({ listed: ['health'], criteria: [] })).toBe(true)
  expect(needsAssessment({ listed: [], criteria: ['sensitive', 'vulnerable'] })).toBe(true)
})

test('bur-06, zor-08: special data without a screening, without the report it needs or past its review break the promise', async () => {
  const at = await bureau()
  const officer = await at.there.account('Ruben Smit', ['officer'])
  const about = async (activity: string) =>
    (await runCheck(at, 'risks-assessed')).findings
      .filter(({ subject }) => subject === activity)
      .map(({ code }) => code)
  expect(await about('coaching')).toEqual([])
  await at.there.owner.query(`update statements set applied_at = now() - interval '31 days'`)
  expect(await about('coaching')).toEqual(['RISK_UNSCREENED'])
  expect(await about('administration')).toEqual([])
  const id = randomUUID()
  const screening = { activity: 'coaching', title: 'Begeleiding', reasons: 'Gezondheid.' }
  await keep(at.there, officer, (tx) =>
    screen(tx, { id, ...screening, listed: ['health'], criteria: [] }),
  )
  expect(await about('coaching')).toEqual(['RISK_UNASSESSED'])
  const report = { necessity: 'Nodig.', risks: 'Lekken.', advice: 'Akkoord.' }
  const write = (reviewOn: string) =>
    keep(at.there, officer, (tx) =>
      writeReport(tx, {
        id: randomUUID(),
        assessmentId: id,
        ...report,
        conclusion: 'go-with-measures',
        reviewOn,
      }),
    )
  await write('2026-01-01')
  expect(await about('coaching')).toEqual(['RISK_REVIEW_OVERDUE'])
  await write('2099-01-01')
  expect(await about('coaching')).toEqual([])
})

test('a measure is open until it is taken', async () => {
  const there = await world()
  const officer = await there.account('Ruben Smit', ['officer'])
  const [id, measureId] = [randomUUID(), randomUUID()]
  await keep(there, officer, async (tx) => {
    await screen(tx, {
      id,
      activity: 'coaching',
      title: 'x',
      listed: [],
      criteria: [],
      reasons: 'x',
    })
    await addMeasure(tx, {
      id: measureId,
      assessmentId: id,
      risk: 'Lekken',
      level: 'high',
      measure: 'Versleutelen',
      dueOn: '2026-12-31',
    })
  })
  const read = () =>
    there.store.list(officer.for('register-keeping'), 'assessment', {
      found: findScreening(id),
      measures: listMeasures(id),
    })
  expect((await read()).found).toMatchObject([{ openMeasures: 1, conclusion: null }])
  await keep(there, officer, (tx) => finishMeasure(tx, measureId))
  expect((await read()).found).toMatchObject([{ openMeasures: 0 }])
  const again = keep(there, officer, (tx) => finishMeasure(tx, measureId))
  await expect(again).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('each line of the ledger leads to the entry of the register that was in force then', async () => {
  const { there, coach, dossierId } = await bureau()
  const officer = await there.account('Ruben Smit', ['officer'])
  const { rows } = await there.owner.query<{ day: string }>('select gestand.today()::text as day')
  const [today = ''] = rows.map(({ day }) => day)
  const { lines } = await there.store.list(officer.for('register-keeping'), 'register', {
    lines: listLogboekEntries({ from: today, until: today }),
  })
  const source = {
    ...PLACE,
    organisation: there.organisation,
    software: { name: 'gestand', version: '0.1.0' },
  }
  const started = lines.find(({ act }) => act === 'started')
  if (!started) throw new Error('nothing was started')
  const record = toLogboek(started, source)
  expect(record.trace_id).toMatch(/^[0-9a-f]{32}$/)
  expect(record.span_id).toMatch(/^[0-9a-f]{16}$/)
  expect(record).toMatchObject({
    name: 'started',
    status: 'OK',
    attributes: {
      'dpl.core.processing_activity_id': `https://gestand.example.org/register/${started.statement}/intake`,
      'dpl.core.data_subject_id': dossierId,
      'dpl.core.user': coach.id,
    },
  })
})

test('what is past its term goes, and what was left breaks the promise', async () => {
  const at = await bureau()
  await at.there.owner.query(
    `insert into complaints (id, channel)
     values ('11111111-1111-4111-8111-111111111111', 'phone');
     insert into complaint_outcomes (complaint_id, outcome, decided_at)
     values ('11111111-1111-4111-8111-111111111111', 'settled', now() - interval '3 years')`,
  )
  expect((await runCheck(at, 'settled-destroyed')).codes).toEqual(['SETTLED_LEFT'])
  await at.there.owner.query('select destroy_settled()')
  expect((await runCheck(at, 'settled-destroyed')).codes).toEqual([])
  expect((await at.there.owner.query('select from complaints')).rowCount).toBe(0)
})
