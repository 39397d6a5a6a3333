import { expect, test } from 'vitest'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import type { WorldAccount } from '#world/world.ts'
import { answerConsent, withdrawConsent } from '#modules/practice/consent.ts'
import { askDisclosure, disclose } from '#modules/practice/disclosure.ts'
import {
  readReleasedDocument,
  releasedDocumentReads,
  listReleased,
} from '#modules/practice/released-document.ts'
import { answerPrincipal, askAboutDisclosure, messageReads, readMessages } from './message.ts'
import { reportProgress } from './progress.ts'

interface Case {
  readonly here: Bureau
  readonly partyId: string
  readonly reader: WorldAccount
}

async function principal(kind = 're-integration'): Promise<Case> {
  const here = await bureau({ kind })
  const reader = await here.there.account('HR Voorbeeld')
  const partyId = await here.there.party('Zorggroep Voorbeeld', reader)
  await here.there.relate(partyId, here.dossierId, 'principal')
  return { here, partyId, reader }
}

/** Reports progress and lets it go, as coach and client do. */
async function release({ here, partyId }: Case): Promise<{ id: string; requestId: string }> {
  const itemId = await here.asCoach((tx) =>
    reportProgress(tx, { attends: 'mostly', endsOn: '2027-03-01' }),
  )
  const requestId = await here.asCoach((tx) =>
    askDisclosure(tx, { itemId, partyId, language: 'nl', post: POST }),
  )
  await here.asClient((tx) => answerConsent(tx, { requestId, decision: 'given', post: POST }))
  return { id: await here.asCoach((tx) => disclose(tx, { requestId, post: POST })), requestId }
}

function asReader<T>({ here, reader }: Case, work: Parameters<typeof here.asCoach<T>>[0]) {
  return here.there.store.changeDossier(reader.for('accountability'), here.dossierId, work)
}

async function messages({ here }: Case, who: WorldAccount, activity: string) {
  const { store, organisation } = here.there
  const access = await store.access(organisation, activity)
  const reads = messageReads(access, here.dossierId)
  const { dossier, answers } = await store.open(who.for(activity), here.dossierId, reads)
  return readMessages(dossier, answers.principalMessages)
}

const QUESTION = { topic: 'explain', post: POST, clientPath: '/mijn' } as const

test('rei-14: a principal reads progress only after the client let it go, in agreed fields', async () => {
  const it = await principal()
  const { here, reader } = it
  await here.asCoach((tx) => reportProgress(tx, { attends: 'always', hoursAble: 12 }))
  const { store } = here.there
  const list = () =>
    store.list(reader.for('accountability'), 'released', {
      rows: listReleased({ search: '', page: 1 }),
    })
  expect((await list()).rows).toEqual([])
  const { id } = await release(it)
  expect((await list()).rows).toHaveLength(1)
  const reads = releasedDocumentReads(here.dossierId, id)
  const opened = await store.open(reader.for('accountability'), here.dossierId, reads)
  const { title, short } = readReleasedDocument(opened.dossier, opened.answers)
  expect(title).toMatch(/^Voortgang op \d+ \w+ \d{4}$/)
  expect(short?.toString()).toBe(
    'Aanwezigheid: komt de meeste afspraken na\nVerwacht einde: 1 maart 2027',
  )
})

test('rei-14, bur-28, baken-07: of somebody who may be ill only the agreed fields can be reported', async () => {
  const { here } = await principal()
  const report = (fields: Parameters<typeof reportProgress>[1]) =>
    here.asCoach((tx) => reportProgress(tx, fields))
  await expect(report({ pace: 'slower' })).rejects.toMatchObject({ code: 'FIELD_NOT_AGREED' })
  await expect(report({})).rejects.toMatchObject({ code: 'PROGRESS_EMPTY' })
  const other = await principal('outplacement')
  const elsewhere = (fields: Parameters<typeof reportProgress>[1]) =>
    other.here.asCoach((tx) => reportProgress(tx, fields))
  await elsewhere({ pace: 'slower' })
  await expect(elsewhere({ hoursAble: 8 })).rejects.toMatchObject({ code: 'FIELD_NOT_AGREED' })
  // Without the guard it would go through: it is the guard that refuses.
  await here.there.owner.query('drop trigger guard_progress on progress_reports')
  await expect(report({ pace: 'slower' })).resolves.toBeTypeOf('string')
})

test('bur-28, baken-07: a principal asks, the coach answers in a fixed sentence, and the client reads both', async () => {
  const it = await principal('outplacement')
  const { here, reader } = it
  const { id } = await release(it)
  const about = { disclosureId: id, post: POST }
  await asReader(it, (tx) =>
    askAboutDisclosure(tx, { ...QUESTION, ...about, words: 'Wat is de volgende stap?' }),
  )
  await here.asCoach((tx) => answerPrincipal(tx, { ...about, topic: 'asks-client' }))
  for (const [who, activity] of [
    [reader, 'accountability'],
    [here.coach, 'coaching'],
    [here.client, 'self-service'],
  ] as const) {
    const all = await messages(it, who, activity)
    expect(all.map(({ side, words, says }) => [side, words, says.nl])).toEqual([
      ['party', 'Wat is de volgende stap?', 'Kunt u dit toelichten?'],
      ['practice', undefined, 'Ik vraag de cliënt of ik dit mag vrijgeven.'],
    ])
  }
  const { rows } = await here.there.owner.query<{ kind: string }>(
    `select kind from gestand.mails where kind like 'principal-%' order by kind`,
  )
  expect(rows.map(({ kind }) => kind)).toEqual([
    'principal-answered',
    'principal-asked',
    'principal-asked',
  ])
})

test('rei-14: about somebody who may be ill nobody writes words of their own, and the coach never', async () => {
  const it = await principal()
  const { here } = it
  const { id } = await release(it)
  const about = { disclosureId: id, post: POST }
  const asking = asReader(it, (tx) =>
    askAboutDisclosure(tx, { ...QUESTION, ...about, words: 'Hoe is het met de rug?' }),
  )
  await expect(asking).rejects.toMatchObject({ code: 'NO_OWN_WORDS' })
  await asReader(it, (tx) => askAboutDisclosure(tx, { ...QUESTION, ...about }))
  // The coach speaks in answers, whatever is sent.
  const posing = here.asCoach((tx) => askAboutDisclosure(tx, { ...QUESTION, ...about }))
  await expect(posing).rejects.toMatchObject({ code: 'INVALID' })
  const other = await principal('outplacement')
  const released = await release(other)
  const writing = other.here.asCoach((tx) =>
    askAboutDisclosure(tx, { ...QUESTION, disclosureId: released.id, words: 'Zij is ziek.' }),
  )
  await expect(writing).rejects.toMatchObject({ code: 'NO_OWN_WORDS' })
})

test('rei-14: with the consent the conversation goes too, and another party never saw it', async () => {
  const it = await principal()
  const { here } = it
  const { id, requestId } = await release(it)
  await asReader(it, (tx) => askAboutDisclosure(tx, { ...QUESTION, disclosureId: id, post: POST }))
  const stranger = await here.there.account('Leidinggevende')
  const other = await here.there.party('Afdeling', stranger)
  await here.there.relate(other, here.dossierId, 'interested-party')
  const own = await release({ ...it, partyId: other })
  const theirs = { ...it, reader: stranger }
  expect(await messages(theirs, stranger, 'accountability')).toEqual([])
  const prying = asReader(theirs, (tx) => askAboutDisclosure(tx, { ...QUESTION, disclosureId: id }))
  await expect(prying).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await asReader(theirs, (tx) => askAboutDisclosure(tx, { ...QUESTION, disclosureId: own.id }))
  await here.asClient((tx) => withdrawConsent(tx, { requestId, post: POST }))
  expect(await messages(it, here.coach, 'coaching')).toHaveLength(1)
  const after = asReader(it, (tx) => askAboutDisclosure(tx, { ...QUESTION, disclosureId: id }))
  await expect(after).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
