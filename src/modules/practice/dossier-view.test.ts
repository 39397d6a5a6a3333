import { expect, test } from 'vitest'
import { ownEntries } from '#ledger/reading.ts'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import type { WorldAccount } from '#world/world.ts'
import { disputeSummary } from './answer.ts'
import { changeClient, changeReachability } from './client.ts'
import { searchDossier } from './dossier-search.ts'
import { writeNote } from './note.ts'
import { changeProfile } from './profile.ts'

async function filled(): Promise<Bureau> {
  const here = await bureau({ profile: { career: 'Twaalf jaar in de thuiszorg' } })
  const summaryId = await here.summary({ body: 'Eerste regel.\nWij spraken over de café-uren.' })
  await here.asClient((tx) =>
    disputeSummary(tx, { summaryId, words: 'Dat was mijn vorige baan.', post: POST }),
  )
  await here.asCoach((tx) =>
    writeNote(tx, {
      category: 'advice',
      body: 'Denkt aan werk in een café.',
      source: 'own',
      channel: 'conversation',
    }),
  )
  return here
}

test('rei-11: the client sees everything that the coach sees in the file', async () => {
  const here = await filled()
  const [coach, client] = [
    await here.view(here.coach, 'coaching'),
    await here.view(here.client, 'self-service'),
  ]
  expect(client).toEqual(coach)
  expect(client.consults[0]?.summaries[0]).toMatchObject({
    state: 'disputed',
    writtenBy: { name: 'Ilse Kramer' },
    dispute: { words: 'Dat was mijn vorige baan.' },
  })
})

test('rei-11: the client sees who looked at it and when', async () => {
  const here = await filled()
  await here.view(here.coach, 'coaching')
  const { answers } = await here.there.store.open(here.client.for('self-service'), here.dossierId, {
    entries: ownEntries(here.dossierId),
  })
  const looked = answers.entries.filter((entry) => entry.act === 'opened')
  expect(looked).toContainEqual(
    expect.objectContaining({ account_id: here.coach.id, activity: 'coaching' }),
  )
})

test('rei-12: another coach, a stranger or the client as coach does not open the file', async () => {
  const here = await filled()
  const { there } = here
  const tries: [WorldAccount, string][] = [
    [await there.account('Other', ['coach']), 'coaching'],
    [await there.account('Stranger'), 'self-service'],
    [here.coach, 'self-service'],
    [here.client, 'coaching'],
  ]
  for (const [account, activity] of tries) {
    await expect(here.view(account, activity)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  }
})

test.each([
  ['administrator', 'administration'],
  ['officer', 'oversight'],
  ['manager', 'relation-management'],
])('rei-12: the %s cannot open the file', async (held, activity) => {
  const here = await filled()
  const opening = here.view(await here.there.account('Someone', [held]), activity)
  await expect(opening).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test.each([
  ['cafe', ['summary', 'note']],
  ['vorige BAAN', ['dispute']],
  ['thuiszorg', ['profile']],
  ['werk café', ['note']],
  ['sollicitatie', []],
  ['  ', []],
])('a search in an opened dossier for "%s" finds %j', async (search, places) => {
  const here = await filled()
  const hits = searchDossier(await here.view(here.coach, 'coaching'), search)
  expect(hits.map((hit) => hit.place)).toEqual(places)
})

test('a hit shows the line in which the word stands', async () => {
  const here = await filled()
  const [hit] = searchDossier(await here.view(here.coach, 'coaching'), 'cafe')
  expect(hit?.excerpt).toBe('Wij spraken over de café-uren.')
})

test('with categories revoked the dossier shows less, and does not fail', async () => {
  const here = await filled()
  await here.there.owner.query(`
    revoke select (body) on summaries from org_reintegration__coaching;
    revoke select (body) on notes from org_reintegration__coaching;
    revoke select (email, phone) on clients from org_reintegration__coaching;
    revoke select (education, career) on profiles from org_reintegration__coaching`)
  await new Promise((resolve) => setTimeout(resolve, 2_100))
  const view = await here.view(here.coach, 'coaching')
  expect(view).toMatchObject({ notes: [], profile: {}, consults: [{ summaries: [] }] })
  expect(view.client).toEqual({ givenName: 'Sanne', prefix: 'de', familyName: 'Wit' })
})

test('a client changes how to be reached, and no name', async () => {
  const here = await filled()
  await here.asClient((tx) => changeReachability(tx, { phone: '+31612345678' }))
  const renaming = here.asClient((tx) => changeClient(tx, { familyName: 'Zwart' }))
  await expect(renaming).rejects.toMatchObject({ code: 'NOT_DECLARED' })
  expect((await here.view(here.coach, 'coaching')).client).toMatchObject({
    familyName: 'Wit',
    email: 'sanne@example.org',
    phone: '+31612345678',
  })
})

test('a coach changes the card and the profile, and empties what is no longer so', async () => {
  const here = await filled()
  await here.asCoach(async (tx) => {
    await changeClient(tx, { familyName: 'Zwart', prefix: '', email: '' })
    await changeProfile(tx, { city: 'Voorbeeldstad', career: 'Docent' })
    await changeProfile(tx, {})
  })
  const view = await here.view(here.client, 'self-service')
  expect(view.client).toEqual({ givenName: 'Sanne', familyName: 'Zwart' })
  expect(view.profile).toEqual({ city: 'Voorbeeldstad', career: 'Docent' })
})
