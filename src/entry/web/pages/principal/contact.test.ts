import { expect, test } from 'vitest'
import { answerConsent } from '#modules/practice/index.ts'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'

interface Case {
  readonly here: Bureau
  readonly coach: Browser
  readonly client: Browser
  readonly reader: Browser
  readonly path: string
  readonly partyId: string
}

async function principal(kind: string): Promise<Case> {
  const here = await bureau({ kind })
  const { there, dossierId } = here
  const hr = await there.account('HR Voorbeeld')
  const partyId = await there.party('Zorggroep Voorbeeld', hr)
  await there.relate(partyId, dossierId, 'principal')
  const site = siteOf(there)
  return {
    here,
    coach: new Browser(site, here.coach),
    client: new Browser(site, here.client),
    reader: new Browser(site, hr),
    path: `/werk/dossiers/${dossierId}/verstrekkingen`,
    partyId,
  }
}

/** From report to released document, through the pages. */
async function release({ here, coach, path, partyId }: Case, fields: Record<string, string>) {
  const form = `${path}/voortgang`
  const { to } = await coach.submit(form, fields)
  const itemId = /stuk=([0-9a-f-]{36})/.exec(to ?? '')?.[1] ?? ''
  const asking = `${path}/nieuw`
  await coach.submit(asking, { itemId, partyId, language: 'nl', principalId: partyId })
  const { rows } = await here.there.owner.query<{ id: string }>('select id from consent_requests')
  const requestId = rows[0]?.id ?? ''
  await here.asClient((tx) => answerConsent(tx, { requestId, decision: 'given', post: POST }))
  await coach.submit(`${path}/${requestId}/verstrekken`)
  const released = await here.there.owner.query<{ id: string }>('select id from disclosures')
  return `/opdrachtgever/documenten/${here.dossierId}/${released.rows[0]?.id ?? ''}`
}

test('rei-14: progress goes from the coach by the client to the principal, who asks and is answered', async () => {
  const it = await principal('outplacement')
  const { coach, client, reader, path, here } = it
  const fields = { attends: 'always', endsOn: '2027-03-01', pace: 'slower' }
  const released = await release(it, fields)
  const { body } = await reader.get(released)
  expect(body).toContain('Verloop: langzamer dan gepland')
  const asking = `${released}/vraag`
  await reader.submit(asking, { topic: 'explain', words: 'Wat is de volgende stap?' })
  expect((await reader.get(released)).body).toContain('Wat is de volgende stap?')
  expect((await coach.get(path)).body).toContain('Wat is de volgende stap?')
  const answering = `${path}/${released.split('/').at(-1) ?? ''}/antwoord`
  await coach.submit(answering, { topic: 'asks-client' })
  const own = (await client.get(`/mijn/dossiers/${here.dossierId}/verstrekt`)).body
  for (const told of ['Wat is de volgende stap?', 'Ik vraag de cliënt of ik dit mag vrijgeven.']) {
    expect(own).toContain(told)
    expect((await reader.get(released)).body).toContain(told)
  }
})

test('rei-14: of somebody who may be ill the forms offer the agreed fields and no text', async () => {
  const it = await principal('re-integration')
  const { coach, reader, path } = it
  const { body } = await coach.get(`${path}/voortgang`)
  expect(body).toContain('Uren per week inzetbaar')
  expect(body).not.toContain('Verloop')
  expect(body).not.toContain('<textarea')
  const released = await release(it, { hoursAble: '12' })
  const asking = await reader.get(`${released}/vraag`)
  expect(asking.body).not.toContain('<textarea')
  const refused = await reader.submit(`${released}/vraag`, {
    topic: 'explain',
    words: 'Hoe gaat het met de rug?',
  })
  expect(refused.body).toContain('Eigen woorden kunnen hier niet')
})

test('cas-17: the director makes a report in numbers, and the principal reads it', async () => {
  const it = await principal('outplacement')
  const { here, reader, partyId } = it
  const year = new Date().getFullYear() - 1
  await here.there.owner.query(
    `insert into relation_lines (party_id, name, service, year)
     select $1, 'Iemand ' || n, 'outplacement', $2 from generate_series(1, 8) n`,
    [partyId, year],
  )
  const director = new Browser(
    siteOf(here.there),
    await here.there.account('Directie', ['manager']),
  )
  const office = '/werk/opdrachtgevers/rapportages'
  expect((await director.get(office)).body).toContain('Nog te maken')
  await director.submit(`${office}/${partyId}/${year}`)
  const { body } = await director.get(office)
  expect(body).toContain(`Zorggroep Voorbeeld, ${year}`)
  expect(body).not.toContain('Nog te maken')
  const own = await reader.get('/opdrachtgever/rapportages')
  expect(own.body).toContain('Groepen van minder dan 5 mensen voegen wij samen.')
  expect(own.body).not.toContain('Iemand')
  const coach = await it.coach.get(office)
  expect(coach.body).not.toContain('Zorggroep Voorbeeld')
})
