import { expect, test } from 'vitest'
import { closeCheckpoint } from '#ledger/closing.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import { Browser, siteOf } from '#world/site.ts'
import { settle, workerOf } from '#world/worker.ts'
import { type World, type WorldAccount, world } from '#world/world.ts'

interface Desk {
  readonly there: World
  readonly coach: WorldAccount
  readonly dossierId: string
  readonly reference: string
  readonly browser: Browser
  readonly as: (account: WorldAccount, language?: 'nl' | 'en') => Browser
}

async function desk(): Promise<Desk> {
  const there = await world()
  const site = siteOf(there)
  const officer = await there.account('Olga Mol', ['officer'])
  const coach = await there.account('Ilse Kramer', ['coach'])
  const { dossierId } = await there.store.change(coach.for('intake'), (tx) =>
    tx.startDossier({ kind: 're-integration' }),
  )
  await there.owner.query(`insert into clients (dossier_id, family_name) values ($1, 'Bakker')`, [
    dossierId,
  ])
  const { rows } = await there.owner.query<{ reference: string }>(
    'select reference from dossiers where id = $1',
    [dossierId],
  )
  const as: Desk['as'] = (account, language = 'nl') => new Browser(site, account, language)
  return {
    there,
    coach,
    dossierId,
    reference: rows[0]?.reference ?? '',
    browser: as(officer),
    as,
  }
}

test('the officer reads who did what, with numbers of dossiers and names of staff only', async () => {
  const { there, coach, dossierId, reference, browser } = await desk()
  const client = await there.account('Sam Bakker')
  await there.relate(client.id, dossierId, 'client')
  await there.store.open(coach.for('coaching'), dossierId, {})
  await there.store.open(client.for('self-service'), dossierId, {})
  const { status, body } = await browser.get('/privacy/logboek')
  expect(status).toBe(200)
  expect(body).toContain(`Ilse Kramer opende dossier ${reference} voor begeleiding.`)
  expect(body).toContain(`De cliënt opende dossier ${reference}`)
  expect(body).not.toContain('Bakker')
})

test('a filter narrows the ledger, and an address keeps it', async () => {
  const { there, coach, dossierId, reference, browser } = await desk()
  await there.store.open(coach.for('coaching'), dossierId, {})
  const opened = `opende dossier ${reference}`
  const seen = async (query: string) => (await browser.get(`/privacy/logboek?${query}`)).body
  expect(await seen('handeling=opened')).toContain(opened)
  expect(await seen('handeling=deleted')).toContain('Niets gevonden')
  expect(await seen('verwerking=coaching')).toContain(opened)
  expect(await seen('verwerking=substitution')).not.toContain(opened)
  expect(await seen(`wie=${coach.id}`)).toContain(opened)
  expect(await seen(`dossier=${reference}`)).toContain(opened)
  expect(await seen('dossier=2001-00001')).not.toContain(opened)
  expect(await seen('van=2001-01-01&tot=2001-12-31')).toContain('Niets gevonden')
  expect(await seen('van=2001-01-01')).toContain(opened)
  expect(await seen(`dossier=${reference}`)).toContain(`value="${reference}"`)
})

test('a filter that cannot be used narrows nothing, is told and stays to be mended', async () => {
  const { browser } = await desk()
  const { status, body } = await browser.get('/privacy/logboek?van=31-12-2026&dossier=<b>')
  expect(status).toBe(200)
  expect(body).toContain('Een deel van uw keuze is niet te gebruiken')
  expect(body).toContain('value="&lt;b&gt;"')
  expect(body).toContain('Ilse Kramer')
})

test('older entries stand on a next page, and nothing stands on two', async () => {
  const { there, browser, dossierId } = await desk()
  await there.owner.query(
    `insert into ledger (act, dossier_id, subject, item)
     select 'applied', $1, 'statements', n::text from generate_series(1, 150) n`,
    [dossierId],
  )
  const versions = (body: string) =>
    [...body.matchAll(/versie (\d+) van de privacyverklaring/g)].map(([, number]) => Number(number))
  const first = await browser.get('/privacy/logboek?handeling=applied')
  const next = /href="([^"]*voor=\d+)"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect(next).toContain('handeling=applied')
  const second = await browser.get(next)
  expect(second.body).toContain('Naar het nieuwste')
  const all = [...versions(first.body), ...versions(second.body)]
  expect(new Set(all).size).toBe(all.length)
})

test('the officer sees when the ledger was closed, and whether it is as it was', async () => {
  const { there, browser } = await desk()
  const page = '/privacy/logboek/ijkpunten'
  expect((await browser.get(page)).body).toContain('Nog geen ijkpunten')
  await settle(there)
  const key = ledgerKey(there.installation.master, there.organisation)
  await closeCheckpoint(workerOf(there), there.organisation, key)
  await browser.submit('/privacy/nagaan')
  expect((await browser.get(page)).body).toContain('Het logboek is ongeschonden')
  await there.owner.query('alter table ledger disable trigger user')
  await there.owner.query(`update ledger set activity = 'other' where act = 'started'`)
  await there.owner.query('delete from proofs')
  await browser.submit('/privacy/nagaan')
  expect((await browser.get(page)).body).toContain('Het logboek klopt niet')
})

test('nobody but the officer reads the ledger', async () => {
  const { there, coach, as } = await desk()
  const administrator = await there.account('Anna', ['administrator'])
  for (const other of [coach, administrator, await there.account('Client')]) {
    expect((await as(other).get('/privacy/logboek')).status).toBe(404)
  }
})

test('the officer opens no content: a dossier shows nothing but its ledger', async () => {
  const { there, dossierId } = await desk()
  const officer = await there.account('Officer', ['officer'])
  const administrator = await there.account('Anna', ['administrator'])
  for (const page of [`/werk/dossiers/${dossierId}`, `/mijn/dossiers/${dossierId}`]) {
    for (const who of [officer, administrator]) {
      expect((await new Browser(siteOf(there), who).get(page)).status).toBe(404)
    }
  }
})
