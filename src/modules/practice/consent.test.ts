import { dayFromNow } from '#world/days.ts'
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { AppError } from '#kernel/error.ts'
import { consentsRecorded } from '#duties/consent/checks.ts'
import { isQuestionSigned, wordingDigest } from '#duties/consent/question-signature.ts'
import { from } from '#store/query.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import { runCheckOf } from '#world/checks.ts'
import { WORLD_MASTER } from '#world/master.ts'
import { outcomes } from '#world/outcomes.ts'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import type { WorldAccount } from '#world/world.ts'
import {
  answerConsent,
  enterWithdrawal,
  recordPaperAnswer,
  renewConsent,
  withdrawConsent,
} from './consent.ts'
import { addDocument } from './document.ts'
import { receiveFile } from './received-file.ts'
import { askPartnerAccess } from './partner-coach.ts'

interface Asked {
  readonly here: Bureau
  readonly partner: WorldAccount
  readonly requestId: string
}

function ask(here: Bureau, coachId: string): Promise<string> {
  return here.asCoach((tx) => askPartnerAccess(tx, { coachId, language: 'nl', post: POST }))
}

/** A client who was asked whether a partner coach may read along, for a year at a time. */
async function asked(): Promise<Asked> {
  const here = await bureau()
  const partner = await here.there.account('Noor Visser', ['coach'])
  return { here, partner, requestId: await ask(here, partner.id) }
}

async function agreed(): Promise<Asked> {
  const it = await asked()
  const { here, requestId } = it
  await here.asClient((tx) => answerConsent(tx, { requestId, decision: 'given', post: POST }))
  return it
}

function renew({ here, requestId }: Asked, id = randomUUID()): Promise<string> {
  return here.asClient((tx) => renewConsent(tx, { id, earlierId: requestId, post: POST }))
}

/** Lets the yes end so many days from now. */
async function endsIn({ here, requestId }: Asked, days: number): Promise<void> {
  await here.there.owner.query(
    `update consents set expires_at = now() + $2 * interval '1 day' where request_id = $1`,
    [requestId, days],
  )
}

function opens({ here, partner }: Asked): Promise<string> {
  return here.view(partner, 'coaching').then(
    () => 'opened',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )
}

test('what was asked is signed over all of it, and the signature fits nothing else', async () => {
  const { here, partner, requestId } = await asked()
  const [consent] = (await here.view(here.client, 'self-service')).consents
  const signed = {
    organisation: here.there.organisation,
    id: requestId,
    dossierId: here.dossierId,
    consent: 'partner-access',
    holderId: partner.id,
    itemId: null,
    language: 'nl',
    statement: 4,
    digest: wordingDigest(consent?.sealed ?? Buffer.alloc(0)),
  }
  const bytes = consent?.signature?.bytes ?? Buffer.alloc(64)
  expect(isQuestionSigned(POST.key, signed, bytes)).toBe(true)
  for (const other of [{ language: 'en' }, { statement: 3 }, { holderId: null }]) {
    expect(isQuestionSigned(POST.key, { ...signed, ...other }, bytes)).toBe(false)
  }
})

test('nothing is asked without a signature; with the guard taken away it would be', async () => {
  const { here } = await asked()
  const unsigned = () =>
    here.asCoach((tx) =>
      tx.run(
        from.insertInto('consent_requests').values({
          id: randomUUID(),
          dossier_id: tx.dossierId,
          consent: 'partner-access',
          wording: tx.seal('consent_requests.wording', 'Mag dit?'),
          language: 'nl',
          statement: 4,
        }),
      ),
    )
  await expect(unsigned()).rejects.toMatchObject({ code: 'QUESTION_UNSIGNED' })
  await here.there.owner.query('drop trigger refuse_unsigned_question on consent_requests')
  await unsigned()
})

test('a yes ends by itself after the term of the statement, and with it what stood on it', async () => {
  const it = await agreed()
  expect(await opens(it)).toBe('opened')
  const [consent] = (await it.here.view(it.here.client, 'self-service')).consents
  expect(consent).toMatchObject({ state: 'given', way: 'own-pages', renewable: false })
  const days = (Number(consent?.expiresAt) - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(363)
  expect(days).toBeLessThan(367)
  await endsIn(it, -1)
  expect(await opens(it)).toBe('NOT_FOUND')
  const [ended] = (await it.here.view(it.here.client, 'self-service')).consents
  expect(ended).toMatchObject({ state: 'expired', renewable: true })
  expect((await it.here.view(it.here.coach, 'coaching')).consents[0]?.state).toBe('expired')
})

test('a shorter term holds for what was given before, a longer one does not', async () => {
  const it = await agreed()
  const { owner } = it.here.there
  const end = async () => {
    await owner.query('select reckon_consents()')
    const { rows } = await owner.query<{ days: string }>(
      'select round(extract(day from expires_at - decided_at)) as days from consents',
    )
    return Number(rows[0]?.days)
  }
  await owner.query(`update consent_rules set expires = 'P10Y' where consent = 'partner-access'`)
  expect(await end()).toBeLessThan(367)
  await owner.query(`update consent_rules set expires = 'P30D' where consent = 'partner-access'`)
  expect(await end()).toBe(30)
  await owner.query(`update consent_rules set expires = null where consent = 'partner-access'`)
  expect(await end()).toBe(30)
})

test('the client says yes once more near the end, and the access goes on', async () => {
  const it = await agreed()
  await expect(renew(it)).rejects.toMatchObject({ code: 'CONSENT_STANDS' })
  await endsIn(it, 20)
  const renewed = await renew(it)
  await endsIn(it, -1)
  expect(await opens(it)).toBe('opened')
  const { consents } = await it.here.view(it.here.client, 'self-service')
  expect(consents.map(({ id, renews, state }) => [id, renews, state])).toEqual([
    [renewed, it.requestId, 'given'],
    [it.requestId, null, 'expired'],
  ])
  expect(consents[0]?.signature).toBeDefined()
  await expect(renew(it)).rejects.toMatchObject({ code: 'CONSENT_STANDS' })
})

test('of a form that is sent twice one renewal comes', async () => {
  const it = await agreed()
  await endsIn(it, 20)
  const id = randomUUID()
  const both = await outcomes([renew(it, id), renew(it, id)])
  expect(both.filter((each) => each === 'done')).toHaveLength(1)
  const { rows } = await it.here.there.owner.query('select from consents')
  expect(rows).toHaveLength(2)
})

test('words that changed are asked anew, not renewed', async () => {
  const it = await agreed()
  await endsIn(it, 20)
  await it.here.there.owner.query(
    `update statements set applied_at = applied_at + interval '1 second',
       source = jsonb_set(source, '{statement.yaml}', to_jsonb(
         replace(source ->> 'statement.yaml', 'dat de partnercoach mijn', 'dat die coach mijn')))`,
  )
  await expect(renew(it)).rejects.toMatchObject({ code: 'CONSENT_REWORDED' })
})

test('the coach asks again near the end, not before', async () => {
  const it = await agreed()
  await expect(ask(it.here, it.partner.id)).rejects.toMatchObject({ code: 'CONSENT_STANDS' })
  await endsIn(it, 59)
  const fresh = await ask(it.here, it.partner.id)
  const { owner } = it.here.there
  const { rows } = await owner.query('select renews from consent_requests where id = $1', [fresh])
  expect(rows).toEqual([{ renews: it.requestId }])
})

test('a withdrawal ends every version of a consent at once', async () => {
  const it = await agreed()
  await endsIn(it, 20)
  const renewed = await renew(it)
  await it.here.asClient((tx) => withdrawConsent(tx, { requestId: renewed, post: POST }))
  expect(await opens(it)).toBe('NOT_FOUND')
  const { consents } = await it.here.view(it.here.client, 'self-service')
  expect(consents.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn'])
  await expect(renew(it)).rejects.toMatchObject({ code: 'CONSENT_NOT_GIVEN' })
})

test('rei-12: whoever reads along reads no further once the client withdrew', async () => {
  const it = await agreed()
  const { here, partner, requestId } = it
  const look = from.selectFrom('profiles').select('dossier_id')
  const seen: string[] = []
  const { store } = here.there
  const reading = store.changeDossier(partner.for('coaching'), here.dossierId, async (tx) => {
    await tx.run(look)
    seen.push('before')
    await here.asClient((own) => withdrawConsent(own, { requestId, post: POST }))
    await tx.run(look)
    seen.push('after')
  })
  await expect(reading).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(seen).toEqual(['before'])
})

test('with the guard taken away a version would live on', async () => {
  const it = await agreed()
  await endsIn(it, 20)
  const renewed = await renew(it)
  await it.here.there.owner.query('drop trigger withdraw_alike on withdrawals')
  await it.here.asClient((tx) => withdrawConsent(tx, { requestId: renewed, post: POST }))
  expect(await opens(it)).toBe('opened')
})

test('nobody renews for the client', async () => {
  const it = await agreed()
  await endsIn(it, 20)
  const byCoach = it.here.asCoach((tx) =>
    renewConsent(tx, { id: randomUUID(), earlierId: it.requestId, post: POST }),
  )
  await expect(byCoach).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a withdrawal that came by letter is entered for the client, and ends the access at once', async () => {
  const it = await agreed()
  const { owner } = it.here.there
  const told = { requestId: it.requestId, way: 'letter', post: POST } as const
  const byClient = it.here.asClient((tx) => enterWithdrawal(tx, told))
  await expect(byClient).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await opens(it)).toBe('opened')
  await it.here.asCoach((tx) => enterWithdrawal(tx, told))
  expect(await opens(it)).toBe('NOT_FOUND')
  const { rows } = await owner.query('select way, withdrawn_by from withdrawals')
  expect(rows).toEqual([{ way: 'letter', withdrawn_by: it.here.coach.id }])
  const again = it.here.asCoach((tx) => enterWithdrawal(tx, told))
  await expect(again).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

async function scanIn({ here }: Asked): Promise<string> {
  const file = await receiveFile(Readable.from([Buffer.from('%PDF-1.7\nja')]), 'scan.pdf')
  return here.asCoach((tx) =>
    addDocument(tx, {
      category: 'conversation-reports',
      title: 'Toestemming op papier',
      source: 'client',
      channel: 'letter',
      file,
    }),
  )
}

function onPaper({ here, requestId }: Asked, documentId: string, signedOn: string) {
  return here.asCoach((tx) =>
    recordPaperAnswer(tx, { requestId, decision: 'given', signedOn, documentId, post: POST }),
  )
}

test('an answer on paper counts from its entry, with the scan, and the client is told', async () => {
  const it = await asked()
  const { owner } = it.here.there
  const { rows: days } = await owner.query<{ today: string; before: string; after: string }>(
    `select gestand.today()::text as today, (gestand.today() - 1)::text as before,
       (gestand.today() + 1)::text as after`,
  )
  const { today = '', before = '', after = '' } = days[0] ?? {}
  const scan = await scanIn(it)
  for (const day of [before, after]) {
    await expect(onPaper(it, scan, day)).rejects.toMatchObject({ code: 'SIGNED_OUTSIDE' })
  }
  await expect(onPaper(it, randomUUID(), today)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await opens(it)).toBe('NOT_FOUND')
  await onPaper(it, scan, today)
  expect(await opens(it)).toBe('opened')
  const [consent] = (await it.here.view(it.here.client, 'self-service')).consents
  expect(consent).toMatchObject({ state: 'given', way: 'paper', documentId: scan })
  const check = consentsRecorded(ledgerKey(WORLD_MASTER, it.here.there.organisation))
  expect((await runCheckOf(it.here.there, check)).codes).toEqual([])
  await owner.query('alter table consents drop constraint consents_document_id_fkey')
  await owner.query('update consents set document_id = null')
  expect((await runCheckOf(it.here.there, check)).codes).toEqual(['ANSWERED_BY_OTHER'])
})

test('nobody enters an answer for their own access, nor with the scan of another dossier', async () => {
  const it = await asked()
  const scan = await scanIn(it)
  await it.here.there.owner.query('update consent_requests set holder_id = $1', [it.here.coach.id])
  await expect(onPaper(it, scan, dayFromNow())).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
