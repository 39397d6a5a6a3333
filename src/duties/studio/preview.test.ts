import { expect, test } from 'vitest'
import { Outbox } from '#jobs/outbox.ts'
import { readWholeCatalogue } from '#modules/catalogue.ts'
import { publish } from '#modules/provision.ts'
import { compile, parseStatement, type StatementFolder } from '#statement/index.ts'
import { findApplied } from '#store/applied-statement.ts'
import { asOwner } from '#store/owner.ts'
import { toStatementFolder } from '#store/statement-files.ts'
import { type Wanted, wantedBy } from '#store/wanted.ts'
import { type Bureau, bureau } from '#world/bureau.ts'
import { platformOf } from '#world/platform.ts'
import type { WorldAccount } from '#world/world.ts'
import { previewReach, previewTerms } from './preview.ts'
import { findWaiting, tellAudience } from './telling.ts'

/** The statement in force with a change, as the next version. */
async function changed(
  { there }: Bureau,
  change: (yaml: string) => string,
): Promise<StatementFolder> {
  const applied = await findApplied(there.owner, there.organisation)
  const folder = toStatementFolder(there.organisation, applied?.source ?? {})
  return { ...folder, yaml: change(folder.yaml.replace('version: 4', 'version: 5')) }
}

async function wantedOf(folder: StatementFolder): Promise<Wanted> {
  const { statement } = parseStatement(folder)
  if (!statement) throw new Error('the changed statement cannot be read')
  const catalogue = await readWholeCatalogue()
  return wantedBy(compile(statement, catalogue), catalogue)
}

async function preview({ there }: Bureau, who: WorldAccount, wanted: Wanted, activity: string) {
  const reads = { reach: previewReach(wanted), terms: previewTerms(wanted) }
  const { reach, terms } = await there.store.list(who.for(activity), 'preview', reads)
  return { reach, terms }
}

const shorter = (yaml: string) => yaml.replace('keep: P5Y\n    sooner', 'keep: P2Y\n    sooner')
const alone = (yaml: string) =>
  yaml.replace('by: [responsible-coach, partner-coach]', 'by: [partner-coach]')

async function ended({ there, dossierId }: Bureau, years: number): Promise<void> {
  await there.owner.query(
    `insert into events (dossier_id, event, occurred_at)
     values ($1, 'engagement.ended', now() - make_interval(years => $2))`,
    [dossierId, years],
  )
}

test('the statement as it is changes nothing, for whatever is reached now', async () => {
  const here = await bureau()
  const officer = await here.there.account('Ruben Smit', ['officer'])
  const wanted = await wantedOf(await changed(here, (yaml) => yaml))
  const same = await preview(here, officer, wanted, 'statement-drafting')
  expect(same).toEqual({ reach: [], terms: [] })
})

test('a shorter term tells how many dossiers go at once, and how many in which year', async () => {
  const here = await bureau()
  await ended(here, 3)
  const officer = await here.there.account('Ruben Smit', ['officer'])
  const wanted = await wantedOf(await changed(here, shorter))
  const { terms, reach } = await preview(here, officer, wanted, 'statement-drafting')
  expect(reach).toEqual([])
  expect(terms).toMatchObject([{ part: 'dossier', changed: 1, gone: 1, back: 0 }])
  const year = new Date().getUTCFullYear()
  expect(terms[0]?.years).toEqual([
    { year, now: 0, later: 1 },
    { year: year + 2, now: 1, later: 0 },
  ])
})

test('a relation that is taken from an activity tells who loses how many dossiers', async () => {
  const here = await bureau()
  const officer = await here.there.account('Ruben Smit', ['officer'])
  const wanted = await wantedOf(await changed(here, alone))
  const { reach } = await preview(here, officer, wanted, 'statement-approval')
  expect(reach).toEqual([
    {
      activity: 'coaching',
      byFunction: false,
      holderId: here.coach.id,
      holders: 1,
      gained: 0,
      lost: 1,
    },
  ])
})

test('a function that gets an activity counts as one that is gained', async () => {
  const here = await bureau()
  const officer = await here.there.account('Ruben Smit', ['officer'])
  const wanted = await wantedOf(
    await changed(here, (yaml) => yaml.replace('by: [manager]', 'by: [manager, officer]')),
  )
  const { reach } = await preview(here, officer, wanted, 'statement-drafting')
  expect(reach).toMatchObject([
    { activity: 'relation-management', byFunction: true, holderId: officer.id, gained: 1 },
  ])
})

test('who neither drafts nor approves learns nothing from a preview', async () => {
  const here = await bureau()
  const officer = await here.there.account('Ruben Smit', ['officer'])
  const wanted = await wantedOf(await changed(here, alone))
  const nothing = { reach: [], terms: [] }
  expect(await preview(here, here.coach, wanted, 'coaching')).toEqual(nothing)
  expect(await preview(here, officer, wanted, 'oversight')).toEqual(nothing)
})

test('rei-19, cas-21, zor-09: clients whose term or reach changes are told, each once, and no others', async () => {
  const here = await bureau()
  const { there, client } = here
  await ended(here, 1)
  const other = await there.account('Noor Dekker')
  const { dossierId } = await there.store.change(here.coach.for('intake'), (tx) =>
    tx.startDossier({ kind: 're-integration' }),
  )
  await there.relate(other.id, dossierId, 'client')
  const folder = await changed(here, shorter)
  await asOwner(there.installation.url, (owner) => publish(owner, folder))
  const platform = platformOf(there, 'worker')
  const outbox = new Outbox(there.installation.master)
  expect(await findWaiting(platform, there.organisation)).toEqual({
    by_owner: false,
    by_mail: true,
  })
  const organisation = { id: there.organisation, label: 'De Brug' }
  expect(await tellAudience({ platform, outbox }, organisation)).toBe(1)
  expect(await tellAudience({ platform, outbox }, organisation)).toBe(0)
  const { rows } = await there.owner.query('select kind, account_id from gestand.mails')
  expect(rows).toEqual([{ kind: 'statement-changed', account_id: client.id }])
})

test('a change that nobody’s dossier notices tells nobody', async () => {
  const here = await bureau()
  const folder = await changed(here, (yaml) => yaml.replace('within: P6W', 'within: P4W'))
  await asOwner(here.there.installation.url, (owner) => publish(owner, folder))
  const { rows } = await here.there.owner.query('select from statement_audience')
  expect(rows).toEqual([])
})
