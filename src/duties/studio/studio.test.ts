import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { publishDue } from '#modules/publisher.ts'
import { findApplied } from '#store/applied-statement.ts'
import type { StatementSource } from '#store/statement-files.ts'
import { type World, type WorldAccount, world } from '#world/world.ts'
import { findDraft, highestVersion, listDrafts } from './draft.ts'
import {
  approveProposal,
  beginDraft,
  discardDraft,
  propose,
  returnProposal,
  saveRevision,
} from './drafting.ts'

interface Studio {
  readonly there: World
  readonly officer: WorldAccount
  readonly manager: WorldAccount
  readonly source: StatementSource
  readonly draftId: string
}

/** An officer who began a draft of version 5, which takes effect on a day. */
async function studio(inForce = '2026-09-01'): Promise<Studio> {
  const there = await world()
  const officer = await there.account('Ruben Smit', ['officer'])
  const manager = await there.account('B. van der Brug', ['manager'])
  const applied = await findApplied(there.owner, there.organisation)
  const yaml = (applied?.source['statement.yaml'] ?? '')
    .replace('version: 4', 'version: 5')
    .replace('in-force: 2026-09-01', `in-force: ${inForce}`)
    .replace('keep: P5Y\n    sooner', 'keep: P2Y\n    sooner')
  const source = { ...applied?.source, 'statement.yaml': yaml }
  const draftId = randomUUID()
  await there.store.change(officer.for('statement-drafting'), (tx) =>
    beginDraft(tx, { id: draftId, basedOn: 4, source }),
  )
  return { there, officer, manager, source, draftId }
}

async function read({ there, draftId }: Studio, who: WorldAccount, activity: string) {
  const { draft } = await there.store.list(who.for(activity), 'draft', {
    draft: findDraft(draftId),
  })
  return draft[0]
}

async function today({ owner }: World): Promise<string> {
  const { rows } = await owner.query<{ day: string }>('select gestand.today()::text as day')
  return rows[0]?.day ?? ''
}

async function proposed(here: Studio, by = here.officer): Promise<string> {
  const draft = await read(here, by, 'statement-drafting')
  const id = randomUUID()
  const inForce = await today(here.there)
  await here.there.store.change(by.for('statement-drafting'), (tx) =>
    propose(tx, { id, revisionId: draft?.revisionId ?? '', version: 5, inForce }),
  )
  return id
}

const approve = ({ there }: Studio, who: WorldAccount, id: string) =>
  there.store.change(who.for('statement-approval'), (tx) => approveProposal(tx, id))

test('rei-19, cas-21, zor-09: what one drafts and another approves is decided on, and true on its day', async () => {
  const there = await world()
  const here = await studio(await today(there))
  const id = await proposed(here)
  expect(await read(here, here.manager, 'statement-approval')).toMatchObject({
    state: 'proposed',
    own: false,
    proposal: { version: 5, proposedBy: 'Ruben Smit' },
  })
  await approve(here, here.manager, id)
  expect(await read(here, here.officer, 'statement-drafting')).toMatchObject({
    state: 'approved',
    proposal: { answeredBy: 'B. van der Brug' },
  })
  const { installation, organisation, owner } = here.there
  expect(await publishDue(installation.url, organisation)).toEqual([5])
  const applied = await findApplied(owner, organisation)
  expect(applied).toMatchObject({ version: 5, source: here.source })
})

test('who proposed it cannot approve it, in whichever activity', async () => {
  const here = await studio()
  const id = await proposed(here)
  await expect(approve(here, here.officer, id)).rejects.toMatchObject({ code: 'OWN_PROPOSAL' })
  const drafting = here.there.store.change(here.manager.for('statement-drafting'), (tx) =>
    approveProposal(tx, id),
  )
  await expect(drafting).rejects.toMatchObject({ code: 'NOT_DECLARED' })
})

test('who wrote one revision cannot approve it, though another proposed it', async () => {
  const here = await studio()
  const { there, manager, draftId, source } = here
  await there.store.change(manager.for('statement-drafting'), (tx) =>
    saveRevision(tx, { draftId, after: 1, source }),
  )
  const id = await proposed(here)
  await expect(approve(here, manager, id)).rejects.toMatchObject({ code: 'OWN_PROPOSAL' })
})

test('rei-19, cas-21, zor-09: without the guard of the database one person could decide alone', async () => {
  const here = await studio()
  const id = await proposed(here)
  await here.there.owner.query('drop trigger guard_statement_approval on statement_approvals')
  await approve(here, here.officer, id)
  const { rows } = await here.there.owner.query('select version from publications order by 1')
  expect(rows).toEqual([{ version: 4 }, { version: 5 }])
})

test('nobody decides on a version past the approval, whatever SQL they know', async () => {
  const { there, officer } = await studio()
  const insert = there.store.change(officer.for('statement-drafting'), (tx) =>
    tx.run({
      compile: () => ({
        sql: `insert into publications (version, in_force, source) values (9, '2030-01-01', '{}')`,
        parameters: [],
      }),
    }),
  )
  await expect(insert).rejects.toMatchObject({ code: 'NOT_DECLARED' })
  const app = await there.attack('app')
  await expect(
    app.query(`insert into org_reintegration.publications values (9, '2030-01-01', '{}')`),
  ).rejects.toThrow('permission denied')
})

test('drafts show to those who draft and approve, and to nobody else', async () => {
  const { there, officer } = await studio()
  const coach = await there.account('Ilse Kramer', ['coach'])
  await there.store.change(coach.for('intake'), (tx) => tx.startDossier({ kind: 're-integration' }))
  const seen = await there.store.list(officer.for('statement-drafting'), 'x', { d: listDrafts })
  expect(seen.d).toMatchObject([{ basedOn: 4, state: 'draft', own: true, writer: 'Ruben Smit' }])
  const others = await there.store.list(coach.for('coaching'), 'x', { d: listDrafts })
  expect(others.d).toEqual([])
  const overseen = await there.store.list(officer.for('oversight'), 'x', { d: listDrafts })
  expect(overseen.d).toEqual([])
})

test('a proposal cannot be written in; sent back it can, and be proposed again', async () => {
  const here = await studio()
  const { there, officer, manager, draftId, source } = here
  const proposalId = await proposed(here)
  const save = () =>
    there.store.change(officer.for('statement-drafting'), (tx) =>
      saveRevision(tx, { draftId, after: 1, source }),
    )
  await expect(save()).rejects.toMatchObject({ code: 'DRAFT_CLOSED' })
  await there.store.change(manager.for('statement-approval'), (tx) =>
    returnProposal(tx, { proposalId, reason: 'De termijn is te kort.' }),
  )
  expect(await read(here, officer, 'statement-drafting')).toMatchObject({
    state: 'returned',
    proposal: { reason: 'De termijn is te kort.', answeredBy: 'B. van der Brug' },
  })
  await expect(approve(here, manager, proposalId)).rejects.toMatchObject({
    code: 'PROPOSAL_ANSWERED',
  })
  await save()
  await approve(here, manager, await proposed(here))
})

test('yes and no at the same moment end in one of them', async () => {
  const here = await studio()
  const proposalId = await proposed(here)
  const back = here.there.store.change(here.officer.for('statement-drafting'), (tx) =>
    returnProposal(tx, { proposalId, reason: 'Toch niet.' }),
  )
  const came = await Promise.allSettled([approve(here, here.manager, proposalId), back])
  expect(came.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const { rows } = await here.there.owner.query(
    `select (select count(*) from statement_approvals)::int
       + (select count(*) from statement_returns)::int as answers`,
  )
  expect(rows).toEqual([{ answers: 1 }])
})

test('of two who save at once one is told that the other was first', async () => {
  const { there, officer, manager, draftId, source } = await studio()
  const save = (who: WorldAccount) =>
    there.store.change(who.for('statement-drafting'), (tx) =>
      saveRevision(tx, { draftId, after: 1, source }),
    )
  const came = await Promise.allSettled([save(officer), save(manager)])
  const lost = came.filter((each) => each.status === 'rejected')
  expect(lost).toMatchObject([{ reason: { code: 'DRAFT_CHANGED' } }])
})

test('a number that was used, a day that passed and an older revision are not proposed', async () => {
  const here = await studio()
  const { there, officer, draftId, source } = here
  const draft = await read(here, officer, 'statement-drafting')
  const ask = (version: number, inForce: string, revisionId = draft?.revisionId ?? '') =>
    there.store.change(officer.for('statement-drafting'), (tx) =>
      propose(tx, { id: randomUUID(), revisionId, version, inForce }),
    )
  const day = await today(there)
  await expect(ask(4, day)).rejects.toMatchObject({ code: 'VERSION_TAKEN' })
  await expect(ask(5, '2026-09-01')).rejects.toMatchObject({ code: 'IN_FORCE_PASSED' })
  await there.store.change(officer.for('statement-drafting'), (tx) =>
    saveRevision(tx, { draftId, after: 1, source }),
  )
  await expect(ask(5, day)).rejects.toMatchObject({ code: 'DRAFT_CHANGED' })
})

test('a draft that was dropped shows nowhere and cannot be written in', async () => {
  const { there, officer, draftId, source } = await studio()
  const authority = officer.for('statement-drafting')
  await there.store.change(authority, (tx) => discardDraft(tx, draftId))
  const { drafts, highest } = await there.store.list(authority, 'drafts', {
    drafts: listDrafts,
    highest: highestVersion,
  })
  expect([drafts, highest]).toEqual([[], [{ version: 4 }]])
  const save = there.store.change(authority, (tx) =>
    saveRevision(tx, { draftId, after: 1, source }),
  )
  await expect(save).rejects.toMatchObject({ code: 'DRAFT_CLOSED' })
})
