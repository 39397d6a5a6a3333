import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { publishDue } from '#modules/publisher.ts'
import { Outbox } from '#jobs/outbox.ts'
import { findApplied } from '#store/applied-statement.ts'
import { platformOf } from '#world/platform.ts'
import { bureau } from '#world/practice.ts'
import type { World, WorldAccount } from '#world/world.ts'
import { findDraft } from './draft.ts'
import {
  approveProposal,
  approveRetraction,
  askRetraction,
  beginDraft,
  dropRetraction,
  propose,
} from './drafting.ts'
import { tellAudience } from './telling.ts'

interface Here {
  readonly there: World
  readonly officer: WorldAccount
  readonly manager: WorldAccount
  readonly draftId: string
}

const LABEL = 'Bureau De Brug'

/** Version 5, approved and announced for a later day, of which the client was told. */
async function announced(): Promise<Here> {
  const { there, dossierId } = await bureau()
  await there.owner.query(
    `insert into events (dossier_id, event, occurred_at)
     values ($1, 'engagement.ended', now() - interval '1 year')`,
    [dossierId],
  )
  const officer = await there.account('Ruben Smit', ['officer'])
  const manager = await there.account('B. van der Brug', ['manager'])
  const applied = await findApplied(there.owner, there.organisation)
  const { rows } = await there.owner.query<{ day: string }>(
    'select (gestand.today() + 30)::text as day',
  )
  const inForce = rows[0]?.day ?? ''
  const yaml = (applied?.source['statement.yaml'] ?? '')
    .replace('version: 4', 'version: 5')
    .replace('in-force: 2026-09-01', `in-force: ${inForce}`)
    .replace('keep: P5Y\n    sooner', 'keep: P2Y\n    sooner')
  const draftId = randomUUID()
  await there.store.change(officer.for('statement-drafting'), (tx) =>
    beginDraft(tx, {
      id: draftId,
      basedOn: 4,
      source: { ...applied?.source, 'statement.yaml': yaml },
    }),
  )
  const here = { there, officer, manager, draftId }
  const revisionId = (await read(here, officer))?.revisionId ?? ''
  const id = randomUUID()
  await there.store.change(officer.for('statement-drafting'), (tx) =>
    propose(tx, { id, revisionId, version: 5, inForce }),
  )
  await there.store.change(manager.for('statement-approval'), (tx) => approveProposal(tx, id))
  await publishDue(there.installation.url, there.organisation)
  expect(await tell(here)).toBe(1)
  return here
}

async function read({ there, draftId }: Here, who: WorldAccount) {
  const { draft } = await there.store.list(who.for('statement-drafting'), 'draft', {
    draft: findDraft(draftId),
  })
  return draft[0]
}

function tell({ there }: Here): Promise<number> {
  const platform = platformOf(there, 'worker')
  const outbox = new Outbox(there.installation.master)
  return tellAudience({ platform, outbox }, { id: there.organisation, label: LABEL })
}

function ask({ there, officer }: Here): Promise<void> {
  return there.store.change(officer.for('statement-drafting'), (tx) =>
    askRetraction(tx, { version: 5, reason: 'De termijn klopt niet.' }),
  )
}

function approve({ there }: Here, who: WorldAccount): Promise<void> {
  return there.store.change(who.for('statement-approval'), (tx) => approveRetraction(tx, 5))
}

/** As if its day were today. */
async function come({ there }: Here): Promise<void> {
  await there.owner.query('update publications set in_force = gestand.today() where version = 5')
}

test('rei-19: a version that was taken back never takes effect, and the told are told again', async () => {
  const here = await announced()
  await ask(here)
  expect(await read(here, here.manager)).toMatchObject({
    state: 'approved',
    proposal: { retraction: { askedBy: 'Ruben Smit', own: false } },
  })
  await approve(here, here.manager)
  expect(await read(here, here.officer)).toMatchObject({ state: 'retracted' })
  expect(await tell(here)).toBe(1)
  expect(await tell(here)).toBe(0)
  const { rows } = await here.there.owner.query(
    'select kind from gestand.mails order by queued_at desc limit 1',
  )
  expect(rows).toEqual([{ kind: 'statement-retracted' }])
  await come(here)
  expect(await publishDue(here.there.installation.url, here.there.organisation)).toEqual([])
})

test('whoever asks for it does not decide on it, and without the guard would', async () => {
  const here = await announced()
  await ask(here)
  await expect(approve(here, here.officer)).rejects.toMatchObject({ code: 'OWN_PROPOSAL' })
  await here.there.owner.query(
    'drop trigger guard_retraction_approval on statement_retraction_approvals',
  )
  await approve(here, here.officer)
})

test('a version of which the day has come is not taken back, and one that may stay does', async () => {
  const here = await announced()
  await ask(here)
  await here.there.store.change(here.officer.for('statement-drafting'), (tx) =>
    dropRetraction(tx, 5),
  )
  expect((await read(here, here.officer))?.proposal?.retraction).toBeNull()
  await ask(here)
  await come(here)
  await expect(approve(here, here.manager)).rejects.toMatchObject({ code: 'VERSION_IN_FORCE' })
})
