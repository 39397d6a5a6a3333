import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PROJECT } from '#kernel/project.ts'
import { provision } from '#modules/provision.ts'
import { readStatementFolder, toSource, toStatementFolder } from '#store/statement-files.ts'
import { POST } from '#world/practice.ts'
import { type World, type WorldAccount, world } from '#world/world.ts'
import { caseloadReads, readCaseload } from '#modules/practice/caseload.ts'
import { answerConsent, askConsent, withdrawConsent } from '#modules/practice/consent.ts'
import { startEngagement } from '#modules/practice/engagement.ts'
import { relate } from '#modules/practice/relation.ts'

const PRACTICE = 'casework'

/** Makes what stands in a folder the next version of the practice's statement. */
async function publish({ owner }: World, folder: string, version: number): Promise<void> {
  const path = join(PROJECT, 'statements', PRACTICE, folder)
  const source = toSource(await readStatementFolder(path, PRACTICE))
  const yaml = source['statement.yaml'] ?? ''
  const next = yaml.replace(/^version: \d+/mu, `version: ${version}`)
  await provision(owner, toStatementFolder(PRACTICE, { ...source, 'statement.yaml': next }))
}

async function client(there: World, coach: WorldAccount, familyName: string) {
  const account = await there.account(familyName)
  const dossierId = await there.store.change(coach.for('intake'), async (tx) => {
    const person = { familyName, email: `${familyName.toLowerCase()}@example.org` }
    const dossier = await startEngagement(tx, { kind: 'case-management', person })
    return dossier.dossierId
  })
  await there.relate(account.id, dossierId, 'client')
  return { account, dossierId }
}

test('cas-09: a new purpose on data that were there reaches nobody before each person consented, and leaves out who did not', async () => {
  const there = await world(PRACTICE)
  await publish(there, 'versions/1', 3)
  const { owner, store } = there
  const coach = await there.account('Lotte Zeeman', ['coach'])
  const head = await there.account('J. Vuurtoren', ['manager'])
  const people = [
    await client(there, coach, 'Jansen'),
    await client(there, coach, 'Smit'),
    await client(there, coach, 'Mulder'),
  ]
  const list = async (): Promise<unknown[]> => {
    const access = await store.access(PRACTICE, 'marketing')
    const listed = await store.list(head.for('marketing'), 'caseload', caseloadReads(access))
    return readCaseload(listed).rows.map(({ name }) => name?.familyName)
  }
  await expect(list()).rejects.toThrow(/[A-Z]/u)
  await publish(there, '.', 4)
  expect(await list()).toEqual([])
  const questions = await Promise.all(
    people.map(({ dossierId }) =>
      store.changeDossier(coach.for('coaching'), dossierId, async (tx) => {
        await relate(tx, { holderId: head.id, relation: 'news-sender' })
        const asked = { consent: 'news', holderId: head.id, particulars: [] }
        return askConsent(tx, { ...asked, language: 'nl', post: POST })
      }),
    ),
  )
  expect(await list()).toEqual([])
  const answer = async (place: number, decision: 'given' | 'refused') => {
    const [who, requestId] = [people[place], questions[place] ?? '']
    if (!who) throw new Error('there is nobody')
    const self = who.account.for('self-service')
    const reply = { requestId, decision, post: POST }
    await store.changeDossier(self, who.dossierId, (tx) => answerConsent(tx, reply))
    return () => store.changeDossier(self, who.dossierId, (tx) => withdrawConsent(tx, reply))
  }
  const withdraw = await answer(0, 'given')
  await answer(1, 'refused')
  // What the activity may read is known from before, for two seconds at most.
  await expect.poll(list, { timeout: 5_000 }).toEqual(['Jansen'])
  await withdraw()
  expect(await list()).toEqual([])
  await owner.query(`update rules set after = null where relation = 'news-sender';
    select renew_reach()`)
  expect(await list()).toHaveLength(3)
})
