// The last of the journeys: it moves the clock of the installation that all of them share.
import { expect, test } from './installation.ts'
import { Trajectory } from './nine-months.ts'
import { PHONE, Visitor } from './visitor.ts'

const PRACTICE = 'casework'
const MOST_MS = 300_000

test.describe.configure({ mode: 'serial' })

test('cas-10, cas-18: who may not be erased yet is told why and until when, and is shielded at once', async ({
  browser,
  installation,
}) => {
  const [found] = await installation.sql(`
    select c.email, r.dossier_id as "dossierId", m.email as coach
    from org_casework.relations r join gestand.accounts c on c.id = r.holder_id
    join org_casework.relations g on g.dossier_id = r.dossier_id
      and g.relation = 'responsible-coach' and g.until is null
    join gestand.accounts m on m.id = g.holder_id
    join org_casework.activations a on a.dossier_id = r.dossier_id
    where r.relation = 'client' and r.until is null
      and not exists (select from org_casework.closures z where z.dossier_id = r.dossier_id)
    order by c.email limit 1`)
  const dossierId = String(found?.['dossierId'])
  const client = await Visitor.as(browser, installation, {
    email: String(found?.['email']),
    viewport: PHONE,
    organisation: PRACTICE,
  })
  await client.open(`/mijn/dossiers/${dossierId}/verwijderen`)
  await client.sees(/een wet verplicht ons/)
  await client.isAccessible()
  await client.press('Toch verwijdering vragen')
  await client.sees(/artikel 17, derde lid/)
  await client.isAccessible()
  const coach = await Visitor.as(browser, installation, {
    email: String(found?.['coach']),
    organisation: PRACTICE,
  })
  const dossier = `/werk/dossiers/${dossierId}`
  expect(await coach.open(dossier)).toBe(200)
  await client.open('/mijn/rechten/vragen/restriction')
  await client.press('Versturen')
  await client.sees('Uw verzoek is meteen uitgevoerd.')
  expect(await coach.open(dossier)).toBe(404)
  await client.open('/mijn/rechten')
  await client.press('Beperking opheffen')
  expect(await coach.open(dossier)).toBe(200)
})

test('a trajectory of nine months, from intake to destruction, by everybody who has a part in it', async ({
  browser,
  installation,
}) => {
  test.setTimeout(MOST_MS)
  const trajectory = await Trajectory.begin(browser, installation)
  await trajectory.takeIn()
  await trajectory.plan()
  await trajectory.workAndSign()
  await trajectory.standIn()
  await trajectory.accountFor()
  await trajectory.close()
  await trajectory.destroy()
})
