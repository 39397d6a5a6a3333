import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Outbox } from '#jobs/outbox.ts'
import { Actors } from '#modules/practice/actors.ts'
import { removeDocument } from '#modules/practice/document.ts'
import { WORLD_MASTER } from '#world/master.ts'
import { platformOf } from '#world/platform.ts'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import type { WorldAccount } from '#world/world.ts'
import { signingEvidence, verifyEvidence } from './evidence.ts'
import { remindOfSignings } from './reminder.ts'
import { askSignatures, refuseToSign, signDocument, withdrawSigning } from './signing.ts'
import { readSignings, signingReads, type SigningView } from './signing-view.ts'

const BYTES = Buffer.from('%PDF-1.7 wat wij afspraken')
const DIGEST = createHash('sha256').update(BYTES).digest()
const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('lijnen')])

async function document(here: Bureau): Promise<string> {
  const id = randomUUID()
  await here.asCoach(async (tx) => {
    await here.there.owner.query(
      `insert into documents
         (id, dossier_id, category, title, media_type, bytes, digest, source, channel)
       values ($1, $2, 'agreement', $3, 'application/pdf', $4, $5, 'own', 'conversation')`,
      [id, here.dossierId, tx.seal('documents.title', 'Overeenkomst'), BYTES.length, DIGEST],
    )
  })
  return id
}

/** As if a second factor was given in the sessions of these accounts. */
async function proved(here: Bureau, ago = '1 minute'): Promise<void> {
  await here.there.owner.query(`update gestand.sessions set proved_at = now() - $1::interval`, [
    ago,
  ])
}

async function asked(): Promise<{ here: Bureau; documentId: string; signingId: string }> {
  const here = await bureau()
  const documentId = await document(here)
  const signingId = await here.asCoach((tx) => askSignatures(tx, { documentId, post: POST }))
  return { here, documentId, signingId }
}

const asClient = (here: Bureau, signingId: string, name = 'Sanne de Wit') =>
  here.asClient((tx) =>
    signDocument(tx, { signingId, signatory: 'client', mark: { name, drawing: PNG }, post: POST }),
  )
const asCoach = (here: Bureau, signingId: string) =>
  here.asCoach((tx) =>
    signDocument(tx, { signingId, signatory: 'coach', mark: { name: 'Ilse Kramer' }, post: POST }),
  )

async function signings(
  here: Bureau,
  account: WorldAccount = here.coach,
  activity = 'coaching',
): Promise<SigningView[]> {
  const { store, organisation } = here.there
  const access = await store.access(organisation, activity)
  const reads = signingReads(access, here.dossierId)
  const { dossier, answers } = await store.open(account.for(activity), here.dossierId, reads)
  return readSignings(dossier, answers, new Actors([], []))
}

async function publishKey(here: Bureau): Promise<void> {
  await here.there.owner.query(
    'insert into ledger_keys (id, public_key) values ($1, $2) on conflict do nothing',
    [POST.key.id, POST.key.publicKey],
  )
}

test('bur-07, baken-08: client and coach sign the same bytes, and both can verify that nothing was changed', async () => {
  const { here, documentId, signingId } = await asked()
  await publishKey(here)
  await proved(here)
  await asClient(here, signingId)
  expect(await signings(here)).toMatchObject([{ state: 'asked', documentId }])
  await asCoach(here, signingId)
  const [signing] = await signings(here, here.client, 'self-service')
  expect(signing).toMatchObject({
    state: 'signed',
    signatures: [
      { signatory: 'client', name: 'Sanne de Wit', drawing: PNG, intact: true },
      { signatory: 'coach', name: 'Ilse Kramer', intact: true },
    ],
  })
  await expect(asCoach(here, signingId)).rejects.toMatchObject({ code: 'SIGNING_OVER' })
})

test('bur-07, baken-08: nobody signs without a second factor given just then, in this session', async () => {
  const { here, signingId } = await asked()
  await expect(asClient(here, signingId)).rejects.toMatchObject({ code: 'PROOF_NEEDED' })
  await proved(here, '6 minutes')
  await expect(asClient(here, signingId)).rejects.toMatchObject({ code: 'PROOF_NEEDED' })
  await proved(here, '4 minutes')
  await here.there.owner.query('update gestand.sessions set strong = false')
  await expect(asClient(here, signingId)).rejects.toMatchObject({ code: 'PROOF_NEEDED' })
  await here.there.owner.query('update gestand.sessions set strong = true')
  await asClient(here, signingId)
  await expect(asClient(here, signingId)).rejects.toMatchObject({ code: 'ALREADY_SIGNED' })
})

test('bur-07, baken-08: nobody signs in the place of the other', async () => {
  const { here, signingId } = await asked()
  await proved(here)
  const mark = { name: 'Sanne de Wit' }
  const coachAsClient = () =>
    here.asCoach((tx) => signDocument(tx, { signingId, signatory: 'client', mark, post: POST }))
  await expect(coachAsClient()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const clientAsCoach = here.asClient((tx) =>
    signDocument(tx, { signingId, signatory: 'coach', mark, post: POST }),
  )
  await expect(clientAsCoach).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await here.there.owner.query('drop trigger guard_signature on signatures')
  await coachAsClient()
})

test('a document is taken back, or refused, before both signed it and not after', async () => {
  const { here, documentId, signingId } = await asked()
  await expect(
    here.asCoach((tx) => askSignatures(tx, { documentId, post: POST })),
  ).rejects.toMatchObject({ code: 'SIGNING_ASKED' })
  await expect(here.asCoach((tx) => removeDocument(tx, documentId))).rejects.toMatchObject({
    code: 'DOCUMENT_SIGNED',
  })
  await here.asClient((tx) =>
    refuseToSign(tx, { signingId, words: 'Het bedrag klopt niet.', post: POST }),
  )
  await proved(here)
  const over = { code: 'SIGNING_OVER' }
  await expect(asCoach(here, signingId)).rejects.toMatchObject(over)
  expect(await signings(here)).toMatchObject([
    { state: 'refused', refusal: { words: 'Het bedrag klopt niet.' } },
  ])
  const again = await here.asCoach((tx) => askSignatures(tx, { documentId, post: POST }))
  await asClient(here, again)
  await here.asCoach((tx) => withdrawSigning(tx, again))
  await expect(asCoach(here, again)).rejects.toMatchObject(over)
  const third = await here.asCoach((tx) => askSignatures(tx, { documentId, post: POST }))
  await asClient(here, third)
  await asCoach(here, third)
  await expect(here.asCoach((tx) => withdrawSigning(tx, third))).rejects.toMatchObject(over)
})

test.each([
  ['the document', `update documents set digest = sha256('anders')`],
  ['the digest', `update signatures set digest = sha256('anders')`],
  ['the moment', `update signatures set signed_at = signed_at - interval '1 day'`],
  ['the signer', `update signatures set signer_id = gen_random_uuid()`],
  ['the mark', `update signatures set mark_digest = sha256('anders')`],
  ['the proof', `update signatures set proof = sha256('a') || sha256('b')`],
])('bur-07, baken-08: who changes %s in the database is found out', async (_, sql) => {
  const { here, signingId } = await asked()
  await publishKey(here)
  await proved(here)
  await asClient(here, signingId)
  await here.there.owner.query(`set session_replication_role = replica; ${sql}`)
  const [signing] = await signings(here)
  expect(signing?.signatures).toMatchObject([{ intact: false }])
})

test('bur-07, baken-08: evidence verifies a document by itself, and notices every change of either', async () => {
  const { here, signingId } = await asked()
  await proved(here)
  await asClient(here, signingId)
  await asCoach(here, signingId)
  const [signing] = await signings(here)
  if (!signing) throw new Error('there is a signing')
  const text = signingEvidence(signing, { title: 'Overeenkomst', keys: [POST.key] })
  expect(verifyEvidence(DIGEST, text)).toMatchObject({
    signedBy: [{ signatory: 'client', name: 'Sanne de Wit' }, { signatory: 'coach' }],
  })
  const other = createHash('sha256').update(BYTES).update(' ').digest()
  expect(verifyEvidence(other, text)).toEqual({ wrong: 'other-document' })
  expect(verifyEvidence(DIGEST, 'geen bewijs')).toEqual({ wrong: 'not-evidence' })
  expect(verifyEvidence(DIGEST, '{"document":{},"signatures":[]}')).toEqual({
    wrong: 'not-evidence',
  })
  for (const [was, is] of [
    ['Sanne de Wit', 'Sanna de Wit'],
    ['"signatory": "coach"', '"signatory": "client"'],
    [signing.signatures[0]?.facts.signedAt.toISOString() ?? '', '2026-01-01T00:00:00.000Z'],
  ] as const) {
    expect(verifyEvidence(DIGEST, text.replace(was, is))).toEqual({ wrong: 'changed' })
  }
})

test('who has not signed is reminded after three days, and no more than weekly', async () => {
  const { here, signingId } = await asked()
  const sender = { id: here.there.organisation, title: 'Bureau De Brug' }
  const remind = () =>
    remindOfSignings(platformOf(here.there, 'worker'), new Outbox(WORLD_MASTER), sender)
  await proved(here)
  await asClient(here, signingId)
  expect(await remind()).toBe(0)
  await here.there.owner.query(`update signings set asked_at = now() - interval '4 days'`)
  expect(await remind()).toBe(1)
  expect(await remind()).toBe(0)
  const { rows } = await here.there.owner.query(
    `select account_id from gestand.mails where kind = 'signature-waits'`,
  )
  expect(rows).toEqual([{ account_id: here.coach.id }])
})
