import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PROJECT } from '#kernel/project.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { checkFolder, listClauses, parseStatement, type StatementFolder } from '#statement/index.ts'
import { readStatementFolder, toSource, toStatementFolder } from '#store/statement-files.ts'
import { bureau, POST } from '#world/practice.ts'
import { requestDesk } from '#world/requests.ts'
import { approveSummary } from './answer.ts'
import { answerConsent } from './consent.ts'
import { askDisclosure, disclose } from './disclosure.ts'
import { relate } from './relation.ts'

const HIDDEN = { code: 'NOT_FOUND' }

function statement(): Promise<StatementFolder> {
  return readStatementFolder(join(PROJECT, 'statements/casework'))
}

test('cas-03: nobody but the professional and the client opens a file, whatever function they have', async () => {
  const here = await bureau({ organisation: 'casework', kind: 'case-management' })
  const { there, dossierId } = here
  expect((await here.view(here.coach, 'coaching')).client?.familyName).toBe('Wit')
  const { rows } = await there.owner.query<{ activity: string }>('select activity from activities')
  for (const word of ['coach', 'administrator', 'officer', 'manager', 'finance']) {
    const somebody = await there.account(word, [word])
    for (const { activity } of rows) {
      const opening = there.store.open(somebody.for(activity), dossierId, {})
      await expect(opening, `${word} ${activity}`).rejects.toMatchObject(HIDDEN)
    }
  }
})

test('cas-04: another professional gets one item that the client released to them by name, and nothing else', async () => {
  const here = await bureau({ organisation: 'casework', kind: 'case-management' })
  const reader = await here.there.account('Huisarts')
  const gp = await here.there.party('Huisarts Duinzicht', reader)
  const other = await here.there.party('Psycholoog Helder')
  const itemId = await here.summary({ body: 'Wij spraken over rust.' })
  await here.asClient((tx) => approveSummary(tx, { summaryId: itemId, post: POST }))
  const ask = (partyId: string): Promise<string> =>
    here.asCoach(async (tx) => {
      await relate(tx, { holderId: partyId, relation: 'professional' })
      return askDisclosure(tx, { itemId, partyId, language: 'nl', post: POST })
    })
  const letGo = (requestId: string): Promise<string> =>
    here.asCoach((tx) => disclose(tx, { requestId, post: POST }))
  const requestId = await ask(gp)
  await expect(letGo(requestId)).rejects.toMatchObject({ code: 'CONSENT_MISSING' })
  await here.asClient((tx) => answerConsent(tx, { requestId, decision: 'given', post: POST }))
  await letGo(requestId)
  const refused = await ask(other)
  await here.asClient((tx) =>
    answerConsent(tx, { requestId: refused, decision: 'refused', post: POST }),
  )
  await expect(letGo(refused)).rejects.toMatchObject({ code: 'CONSENT_MISSING' })
  const { owner } = here.there
  const { rows } = await owner.query('select recipient, party_id from deliveries')
  expect(rows).toEqual([{ recipient: 'professional', party_id: gp }])
  await expect(here.view(reader, 'coaching')).rejects.toMatchObject(HIDDEN)
  // Two guards stand before it; with both taken away it would go.
  await owner.query('alter table disclosures disable trigger guard_disclosure')
  await expect(letGo(refused)).rejects.toMatchObject({ code: 'CONSENT_MISSING' })
  await owner.query('alter table disclosures disable trigger deliver_disclosure')
  await letGo(refused)
})

test('cas-14: each legitimate interest is one that the text names, and left out it is refused', async () => {
  const folder = await statement()
  const { statement: known } = parseStatement(folder)
  if (!known) throw new Error('the statement can be read')
  const interests = Object.values(known.declarations.activities).flatMap(({ basis, interest }) =>
    basis === 'legitimate-interest' ? [interest] : [],
  )
  expect(interests.length).toBeGreaterThanOrEqual(4)
  const text = listClauses(known, VOCABULARY).find(({ id }) => id === 'cas-14')?.text
  for (const interest of interests) {
    expect(text?.nl).toContain(interest?.nl)
    expect(text?.en).toContain(interest?.en)
  }
  const nameless = changed(folder, /    interest:\n      nl: .*\n      en: .*\n/u, '')
  expect(checkFolder(nameless, VOCABULARY).problems.map(({ code }) => code)).toContain(
    'INTEREST_MISSING',
  )
})

test('cas-14, cas-19: a client objects to each of those interests, and it stands still; to a contract nobody does', async () => {
  const { there, client } = await bureau({ organisation: 'casework', kind: 'case-management' })
  const desk = await requestDesk(there)
  const { declarations } = parseStatement(await statement()).statement ?? {}
  const object = (about: string) => desk.ask(client, 'objection', { about })
  const activities = Object.entries(declarations?.activities ?? {})
  const resting = activities.flatMap(([word, { basis }]) =>
    basis === 'legitimate-interest' ? [word] : [],
  )
  for (const about of resting) await object(about)
  const { rows } = await there.owner.query('select paused_activities as paused from dossiers')
  expect(rows).toEqual([{ paused: resting.toSorted() }])
  for (const [about] of activities.filter(([word]) => !resting.includes(word))) {
    await expect(object(about), about).rejects.toMatchObject({ code: 'REQUEST_ABOUT_MISSING' })
  }
})

test('cas-15: a recipient that is commercial or a charity is refused, whatever the agreement', async () => {
  const folder = await statement()
  for (const kind of ['commercial', 'charity']) {
    const sold = changed(folder, 'kind: hosting', `kind: ${kind}`)
    const { problems, sound } = checkFolder(sold, VOCABULARY)
    expect(sound).toBe(false)
    expect(problems.map(({ code }) => code)).toContain('RECIPIENT_BARRED')
  }
})

function changed(folder: StatementFolder, from: string | RegExp, to: string): StatementFolder {
  const source = toSource(folder)
  const yaml = source['statement.yaml'] ?? ''
  const other = yaml.replace(from, to)
  expect(other).not.toBe(yaml)
  return toStatementFolder('casework', { ...source, 'statement.yaml': other })
}
