import { expect, test } from 'vitest'
import { verifyReceipt } from '#duties/consent/receipt.ts'
import {
  approveSummary,
  askDisclosure,
  askPartnerAccess,
  disclose,
} from '#modules/practice/index.ts'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'
import type { WorldAccount } from '#world/world.ts'
import { readParticulars } from './wording.ts'

interface Asked {
  readonly here: Bureau
  readonly browser: Browser
  readonly partner: WorldAccount
  readonly request: string
  readonly path: string
}

/** A client who is asked whether a partner coach may read along. */
async function asked(): Promise<Asked> {
  const here = await bureau()
  const partner = await here.there.account('Noor Visser', ['coach'])
  const request = await here.asCoach((tx) =>
    askPartnerAccess(tx, { coachId: partner.id, language: 'nl', post: POST }),
  )
  const browser = new Browser(siteOf(here.there), here.client)
  return { here, browser, partner, request, path: `/mijn/dossiers/${here.dossierId}/toestemmingen` }
}

function opens({ here, partner }: Asked): Promise<unknown> {
  return here.view(partner, 'coaching')
}

test('rei-12: the client is asked in the exact words, and yes weighs as much as no', async () => {
  const { browser, path, request } = await asked()
  const { body } = await browser.get(path)
  expect(body).toContain('Ik vind het goed dat de partnercoach mijn dossier leest en erin schrijft')
  expect(body).toContain('Partnercoach: Noor Visser')
  expect(body).toContain(`action="${path}/${request}/antwoord"`)
  const looks = [...body.matchAll(/<button class="([^"]*)" type="submit" name="decision"/g)]
  expect(looks.map(([, look]) => look)).toEqual(['btn btn-plain', 'btn btn-plain'])
  expect(body).toContain('/verklaring#rei-12')
})

test('rei-12: a yes opens the file, withdrawing takes one act and ends it at once', async () => {
  const here = await asked()
  const { browser, path, request } = here
  await expect(opens(here)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const answer = await browser.submit(`${path}/${request}/antwoord`, { decision: 'given' })
  expect(answer.to).toBe(`${path}?gedaan=consent-given`)
  await opens(here)
  const { body } = await browser.get(path)
  expect(body).toContain('Noor Visser meteen niet meer bij uw dossier')
  expect(body).toContain(`action="${path}/${request}/intrekking"`)
  const withdrawal = await browser.submit(`${path}/${request}/intrekking`)
  expect(withdrawal.to).toBe(`${path}?gedaan=consent-withdrawn`)
  await expect(opens(here)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await browser.get(path)).body).toContain('U trok dit in')
})

test('rei-12: a no opens nothing and is kept', async () => {
  const here = await asked()
  const { browser, path, request } = here
  await browser.submit(`${path}/${request}/antwoord`, { decision: 'refused' })
  await expect(opens(here)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await browser.get(path)).body).toContain('U gaf geen toestemming')
  const other = await browser.submit(`${path}/${request}/antwoord`, { decision: 'given' })
  expect(other.status).toBe(409)
  expect(other.body).toContain('Op deze vraag is al anders geantwoord.')
})

test('the same answer twice is one, and an answer that is neither is refused', async () => {
  const { here, browser, path, request } = await asked()
  for (const decision of ['given', 'given']) {
    const answer = await browser.submit(`${path}/${request}/antwoord`, { decision })
    expect(answer.to).toBe(`${path}?gedaan=consent-given`)
  }
  expect((await browser.submit(`${path}/${request}/antwoord`)).status).toBe(409)
  const { rows } = await here.there.owner.query('select from consents')
  expect(rows).toHaveLength(1)
  const withdraw = () => browser.submit(`${path}/${request}/intrekking`)
  expect((await withdraw()).to).toBe(`${path}?gedaan=consent-withdrawn`)
  expect((await withdraw()).to).toBe(`${path}?gedaan=consent-withdrawn`)
})

test('rei-12: nobody answers for the client, and no form of another site does', async () => {
  const { here, browser, path, request } = await asked()
  const stranger = new Browser(siteOf(here.there), await here.there.account('Iemand Anders'))
  const given = { decision: 'given' }
  expect((await stranger.get(path)).status).toBe(404)
  expect((await stranger.submit(`${path}/${request}/antwoord`, given)).status).toBe(404)
  const coach = new Browser(siteOf(here.there), here.coach)
  expect((await coach.submit(`${path}/${request}/antwoord`, given)).status).toBe(404)
  const foreign = await browser.submit(`${path}/${request}/antwoord`, given, { token: 'anders' })
  expect(foreign.status).toBe(409)
  const { rows } = await here.there.owner.query('select from consents')
  expect(rows).toEqual([])
})

test('rei-14: the client sees what was released to whom and since when, and withdraws it there', async () => {
  const here = await bureau()
  const partyId = await here.there.party('Zorggroep Voorbeeld')
  await here.there.relate(partyId, here.dossierId, 'principal')
  const summaryId = await here.summary()
  await here.asClient((tx) => approveSummary(tx, { summaryId, post: POST }))
  const request = await here.asCoach((tx) =>
    askDisclosure(tx, { itemId: summaryId, partyId, language: 'nl', post: POST }),
  )
  const browser = new Browser(siteOf(here.there), here.client)
  const base = `/mijn/dossiers/${here.dossierId}`
  expect((await browser.get(`${base}/verstrekt`)).body).toContain('Er is niets verstrekt')
  await browser.submit(`${base}/toestemmingen/${request}/antwoord`, { decision: 'given' })
  expect((await browser.get(`${base}/verstrekt`)).body).toContain('nog niet verstrekt')
  await here.asCoach((tx) => disclose(tx, { requestId: request, post: POST }))
  const { body } = await browser.get(`${base}/verstrekt`)
  expect(body).toContain('Samenvatting van het gesprek van 3 november 2026')
  expect(body).toContain('Zorggroep Voorbeeld')
  expect(body).toContain(`action="${base}/toestemmingen/${request}/intrekking"`)
  expect(body).toContain(`href="${base}/samenvattingen/${summaryId}"`)
  await browser.submit(`${base}/toestemmingen/${request}/intrekking`)
  const after = (await browser.get(`${base}/verstrekt`)).body
  expect(after).toContain('Er is niets verstrekt')
  expect(after).toContain('Hiervoor trok u uw toestemming in.')
})

test('the client reads the history of a consent, keeps a receipt of it, and nobody else does', async () => {
  const { here, browser, path, request } = await asked()
  await browser.submit(`${path}/${request}/antwoord`, { decision: 'given' })
  const { body } = await browser.get(`${path}/${request}`)
  expect(body).toContain('De vraag is aan u gesteld.')
  expect(body).toContain('U gaf toestemming.')
  expect(body).toContain('Eindigt vanzelf op')
  const file = await browser.get(`${path}/${request}/bewijs.json`)
  expect(file.headers.get('content-disposition')).toContain('bewijs-van-toestemming.json')
  expect(verifyReceipt(file.body)).toEqual({ signedBy: POST.key.id })
  expect(file.body).toContain('Partnercoach: Noor Visser')
  const stranger = new Browser(siteOf(here.there), await here.there.account('Iemand Anders'))
  expect((await stranger.get(`${path}/${request}`)).status).toBe(404)
  expect((await stranger.get(`${path}/${request}/bewijs.json`)).status).toBe(404)
  expect((await browser.get(`${path}/${here.dossierId}`)).status).toBe(404)
})

test('a yes that ends is renewed with one button, and stands once in the list', async () => {
  const it = await asked()
  const { here, browser, path, request } = it
  await browser.submit(`${path}/${request}/antwoord`, { decision: 'given' })
  expect((await browser.get(path)).body).not.toContain('verlenging')
  await here.there.owner.query(`update consents set expires_at = now() - interval '1 day'`)
  await expect(opens(it)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const ended = (await browser.get(path)).body
  expect(ended).toContain('Vanzelf geëindigd')
  expect(ended).toContain(`action="${path}/${request}/verlenging"`)
  const [first, second] = await browser.twice(`${path}/${request}/verlenging`)
  expect(first.to).toBe(`${path}?gedaan=consent-renewed`)
  expect(second.to).toBe(first.to)
  await opens(it)
  const { body } = await browser.get(path)
  expect(body.match(/Toegang voor de partnercoach/g)).toHaveLength(1)
  const { rows } = await here.there.owner.query<{ id: string }>(
    `select id from consent_requests where renews is not null`,
  )
  expect(rows).toHaveLength(1)
  expect((await browser.get(`${path}/${rows[0]?.id}`)).body).toContain(
    'U verlengde uw toestemming.',
  )
})

test('the lines under the words of a question are told apart from those words', () => {
  const wording = 'Ik vind: het goed.\n\nDocument: Plan: deel 2\nOntvanger: Gemeente'
  expect(readParticulars(wording)).toEqual([
    { term: 'Document', value: 'Plan: deel 2' },
    { term: 'Ontvanger', value: 'Gemeente' },
  ])
  expect(readParticulars('Ik vind: het goed.')).toEqual([])
})
