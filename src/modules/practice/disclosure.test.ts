import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { outcomes } from '#world/outcomes.ts'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import type { WorldAccount } from '#world/world.ts'
import { approveSummary } from './answer.ts'
import { answerConsent, withdrawConsent } from './consent.ts'
import { askDisclosure, disclose } from './disclosure.ts'
import { addDocument } from './document.ts'
import { dossierReads } from './dossier-reads.ts'
import { receiveFile } from './received-file.ts'
import {
  readReleasedDocument,
  readReleasedFile,
  type ReleasedDocument,
  releasedDocumentReads,
  listReleased,
} from './released-document.ts'

const BODY = 'Wij spraken over de opbouw van uren.'

interface Case {
  readonly here: Bureau
  readonly partyId: string
  readonly reader: WorldAccount
  readonly summaryId: string
}

/** A client with a principal who has an account, and an approved summary. */
async function approved(): Promise<Case> {
  const here = await bureau()
  const reader = await here.there.account('HR Voorbeeld')
  const partyId = await here.there.party('Zorggroep Voorbeeld', reader)
  await here.there.relate(partyId, here.dossierId, 'principal')
  const summaryId = await here.summary({ body: BODY })
  await here.asClient((tx) => approveSummary(tx, { summaryId, post: POST }))
  return { here, partyId, reader, summaryId }
}

function ask({ here, partyId }: Case, itemId: string): Promise<string> {
  return here.asCoach((tx) => askDisclosure(tx, { itemId, partyId, language: 'nl', post: POST }))
}

function answer({ here }: Case, requestId: string, decision: 'given' | 'refused'): Promise<void> {
  return here.asClient((tx) => answerConsent(tx, { requestId, decision, post: POST }))
}

function letGo({ here }: Case, requestId: string, id = randomUUID()): Promise<string> {
  return here.asCoach((tx) => disclose(tx, { id, requestId, post: POST }))
}

function withdraw({ here }: Case, requestId: string): Promise<void> {
  return here.asClient((tx) => withdrawConsent(tx, { requestId, post: POST }))
}

async function read({ here, reader }: Case, disclosureId: string): Promise<ReleasedDocument> {
  const { dossier, answers } = await here.there.store.open(
    reader.for('accountability'),
    here.dossierId,
    releasedDocumentReads(here.dossierId, disclosureId),
  )
  return readReleasedDocument(dossier, answers)
}

async function readFile({ here, reader }: Case, disclosureId: string): Promise<Buffer> {
  const authority = reader.for('accountability')
  const { content } = await here.there.store.changeDossier(authority, here.dossierId, (tx) =>
    readReleasedFile(tx, disclosureId),
  )
  const bytes = Buffer.concat(await Array.fromAsync(content.pieces()))
  await content.discard()
  return bytes
}

async function listed({ here, reader }: Case): Promise<string[]> {
  const { released } = await here.there.store.list(reader.for('accountability'), 'released', {
    released: listReleased({ search: '', page: 1 }),
  })
  return released.map((row) => row.title)
}

test('rei-14: a principal reads one document after the client consented to that one', async () => {
  const it = await approved()
  const requestId = await ask(it, it.summaryId)
  await answer(it, requestId, 'given')
  const disclosureId = await letGo(it, requestId)
  expect(await listed(it)).toEqual(['Samenvatting van het gesprek van 3 november 2026'])
  const released = await read(it, disclosureId)
  expect(released.short?.toString()).toBe(BODY)
  expect(released).toMatchObject({ about: 'Sanne de Wit', mediaType: 'text/plain' })
})

test('rei-14: the client is asked in the words of the statement, about this document and this recipient', async () => {
  const it = await approved()
  await ask(it, it.summaryId)
  const [question] = (await it.here.view(it.here.client, 'self-service')).consents
  expect(question?.wording).toMatch(/^Ik vind het goed dat dit ene document wordt verstrekt/)
  expect(question?.wording).toContain(
    '\n\nDocument: Samenvatting van het gesprek van 3 november 2026\nOntvanger: Zorggroep Voorbeeld',
  )
})

test('rei-14: nothing leaves before the client answered, nor after a refusal', async () => {
  const it = await approved()
  const requestId = await ask(it, it.summaryId)
  await expect(letGo(it, requestId)).rejects.toMatchObject({ code: 'CONSENT_MISSING' })
  await answer(it, requestId, 'refused')
  await expect(letGo(it, requestId)).rejects.toMatchObject({ code: 'CONSENT_MISSING' })
  expect(await listed(it)).toEqual([])
})

test('rei-14: with the guard taken away it would leave, and still not be seen without consent', async () => {
  const it = await approved()
  const { owner } = it.here.there
  const requestId = await ask(it, it.summaryId)
  await answer(it, requestId, 'refused')
  await owner.query('alter table disclosures disable trigger guard_disclosure')
  await expect(letGo(it, requestId)).rejects.toMatchObject({ code: 'CONSENT_MISSING' })
  await owner.query('alter table disclosures disable trigger deliver_disclosure')
  await letGo(it, requestId)
  const { rows } = await owner.query('select count(*)::int from disclosures')
  expect(rows).toEqual([{ count: 1 }])
  expect(await listed(it)).toEqual([])
  await owner.query('drop policy "consent accountability" on disclosures')
  await owner.query(`update consents set decision = 'given'`)
  expect(await listed(it)).toHaveLength(1)
})

test('rei-14: consent to one document is no consent to another', async () => {
  const it = await approved()
  const other = await it.here.summary({ body: 'Een ander gesprek.' })
  await it.here.asClient((tx) => approveSummary(tx, { summaryId: other, post: POST }))
  const requestId = await ask(it, it.summaryId)
  await answer(it, requestId, 'given')
  await expect(letGo(it, await ask(it, other))).rejects.toMatchObject({ code: 'CONSENT_MISSING' })
})

test('rei-10: a summary that was not approved is not disclosed', async () => {
  const it = await approved()
  const summaryId = await it.here.summary({ body: 'Nog niet gezien.' })
  await expect(ask(it, summaryId)).rejects.toMatchObject({ code: 'SUMMARY_NOT_APPROVED' })
  const { owner } = it.here.there
  const requestId = await ask(it, it.summaryId)
  await answer(it, requestId, 'given')
  await owner.query('update consent_requests set item_id = $1', [summaryId])
  const insert = () =>
    owner.query(
      `insert into disclosures (dossier_id, request_id, party_id, title, about)
       values ($1, $2, $3, 'Buiten de schermen om', 'Sanne de Wit')`,
      [it.here.dossierId, requestId, it.partyId],
    )
  await expect(insert()).rejects.toThrow('SUMMARY_NOT_APPROVED')
  await owner.query('alter table disclosures disable trigger guard_disclosure')
  await insert()
})

test('rei-14: after a withdrawal the principal sees it no more', async () => {
  const it = await approved()
  const requestId = await ask(it, it.summaryId)
  await answer(it, requestId, 'given')
  const disclosureId = await letGo(it, requestId)
  await withdraw(it, requestId)
  expect(await listed(it)).toEqual([])
  await expect(read(it, disclosureId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('rei-01: a principal opens nothing without a disclosure, and never the file', async () => {
  const it = await approved()
  await expect(read(it, randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const requestId = await ask(it, it.summaryId)
  await answer(it, requestId, 'given')
  await letGo(it, requestId)
  const { there, dossierId, coach } = it.here
  const authority = it.reader.for('accountability')
  const whole = dossierReads(await there.store.access(there.organisation, 'coaching'), dossierId)
  await expect(there.store.open(authority, dossierId, whole)).rejects.toMatchObject({
    code: 'NOT_DECLARED',
  })
  await expect(it.here.view(it.reader, 'coaching')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const view = await it.here.view(it.reader, 'accountability')
  expect([view.notes, view.consults, view.documents, view.consents]).toEqual([[], [], [], []])
  expect(view.client).toBeUndefined()
  expect((await it.here.view(coach, 'coaching')).disclosures).toHaveLength(1)
})

test('a party without any part in the dossier sees nothing, whatever others were let see', async () => {
  const it = await approved()
  const stranger = await it.here.there.account('Stranger')
  await it.here.there.party('Ander bedrijf', stranger)
  const requestId = await ask(it, it.summaryId)
  await answer(it, requestId, 'given')
  const disclosureId = await letGo(it, requestId)
  const other = { ...it, reader: stranger }
  expect(await listed(other)).toEqual([])
  await expect(read(other, disclosureId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a document is disclosed as it is, part by part', async () => {
  const it = await approved()
  const bytes = Buffer.alloc(2_500_000, 'Testuitslag. ')
  const file = await receiveFile(Readable.from([bytes]), 'test.txt')
  const documentId = await it.here.asCoach((tx) =>
    addDocument(tx, {
      category: 'test-results',
      title: 'Beroepentest',
      source: 'professional',
      sourceName: 'Toetshuis Voorbeeld',
      channel: 'email',
      file,
    }),
  )
  const requestId = await ask(it, documentId)
  await answer(it, requestId, 'given')
  const disclosureId = await letGo(it, requestId)
  const released = await read(it, disclosureId)
  expect(released.title).toBe('Beroepentest')
  expect(released).not.toHaveProperty('short')
  expect((await readFile(it, disclosureId)).equals(bytes)).toBe(true)
})

test('a form that is sent twice discloses once, and a second form is refused', async () => {
  const it = await approved()
  const requestId = await ask(it, it.summaryId)
  await answer(it, requestId, 'given')
  const id = randomUUID()
  const both = await outcomes([letGo(it, requestId, id), letGo(it, requestId, id)])
  expect(both).toContain('done')
  expect(both.filter((each) => each !== 'done')[0]).toMatch(/^(DUPLICATE|DISCLOSED_ALREADY)$/)
  await expect(letGo(it, requestId)).rejects.toMatchObject({ code: 'DISCLOSED_ALREADY' })
})

test('of withdrawing and disclosing at once, nothing is seen after the withdrawal', async () => {
  const seen: string[] = []
  for (let round = 0; round < 6; round += 1) {
    const it = await approved()
    const requestId = await ask(it, it.summaryId)
    await answer(it, requestId, 'given')
    const id = randomUUID()
    const acts = [withdraw(it, requestId), letGo(it, requestId, id)]
    const [withdrawn, disclosed = ''] = await outcomes(round % 2 ? acts : acts.toReversed()).then(
      (both) => (round % 2 ? both : both.toReversed()),
    )
    expect(withdrawn).toBe('done')
    seen.push(disclosed)
    await expect(read(it, id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await listed(it)).toEqual([])
  }
  for (const each of seen) expect(['done', 'CONSENT_MISSING']).toContain(each)
})
