import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Actors } from '#modules/practice/actors.ts'
import { dossierReads } from '#modules/practice/dossier-reads.ts'
import { writeNote } from '#modules/practice/note.ts'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import { platformOf } from '#world/platform.ts'
import type { WorldAccount } from '#world/world.ts'
import { type DossierPaper, paperReads, readDossierPaper } from './dossier-paper.ts'
import { destroyLeftover, movePaper } from './move.ts'
import { changePrint, recordPrint } from './print.ts'
import { readRegister, registerReads } from './register.ts'
import { remindOfPaper } from './reminder.ts'

async function look(here: Bureau, who: WorldAccount, activity: string): Promise<DossierPaper> {
  const { store, organisation } = here.there
  const access = await store.access(organisation, activity)
  const { dossier, answers } = await store.open(who.for(activity), here.dossierId, {
    ...dossierReads(access, here.dossierId),
    ...paperReads(access, here.dossierId),
  })
  return readDossierPaper(dossier, answers, new Actors(answers.members, answers.relations))
}

function place(here: Bureau): Promise<void> {
  return here.asCoach((tx) => movePaper(tx, { act: 'placed', place: 'Kast 2, plank 3' }))
}

async function register(here: Bureau, who = here.coach) {
  const { store, organisation } = here.there
  const access = await store.access(organisation, 'coaching')
  return readRegister(await store.list(who.for('coaching'), 'paper', registerReads(access)))
}

async function note(here: Bureau): Promise<string> {
  const id = randomUUID()
  await here.asCoach((tx) =>
    writeNote(tx, { id, category: 'advice', body: 'Advies.', source: 'own', channel: 'letter' }),
  )
  return id
}

test('rei-07, baken-10: a print is a line of the ledger and an item of the register, which the client sees', async () => {
  const here = await bureau()
  await place(here)
  const itemId = await note(here)
  await here.asCoach((tx) =>
    recordPrint(tx, { kind: 'note', itemId, title: 'Advies', went: 'file' }),
  )
  const seen = await look(here, here.client, 'self-service')
  expect(seen).toMatchObject({
    file: { place: 'Kast 2, plank 3' },
    items: [{ kind: 'note', itemId, title: 'Advies', went: 'file', by: { name: 'Ilse Kramer' } }],
  })
  expect(seen.file?.label).toMatch(/^P-[0-9A-F]{8}$/)
  const { rows } = await here.there.owner.query(
    `select activity, act from ledger where subject = 'paper_items' and dossier_id = $1`,
    [here.dossierId],
  )
  expect(rows).toEqual([{ activity: 'coaching', act: 'inserted' }])
})

test('rei-07, baken-10: nothing is printed that is not in this dossier, or into a file that is not there', async () => {
  const here = await bureau()
  const print = (itemId: string, went: 'file' | 'client') =>
    here.asCoach((tx) => recordPrint(tx, { kind: 'note', itemId, title: 'x', went }))
  await expect(print(randomUUID(), 'client')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const own = await note(here)
  await expect(print(own, 'file')).rejects.toMatchObject({ code: 'PAPER_UNPLACED' })
  await here.there.owner.query('drop trigger guard_print on paper_items')
  await print(own, 'file')
})

test('afterwards only where a print went can change', async () => {
  const here = await bureau()
  await place(here)
  const id = randomUUID()
  await here.asCoach((tx) => recordPrint(tx, { id, kind: 'hours', title: 'Uren', went: 'file' }))
  await here.asCoach((tx) => changePrint(tx, { id, went: 'client' }))
  expect((await look(here, here.coach, 'coaching')).items).toMatchObject([{ went: 'client' }])
  const title = here.there.owner.query(`update paper_items set kind = 'note', item_id = id`)
  await expect(title).rejects.toThrow('NOT_FOUND')
})

test('rei-08: paper is taken out and brought back, by one at a time', async () => {
  const here = await bureau()
  const move = (act: 'taken' | 'returned') => here.asCoach((tx) => movePaper(tx, { act }))
  await expect(move('taken')).rejects.toMatchObject({ code: 'PAPER_UNPLACED' })
  await place(here)
  await move('taken')
  await expect(move('taken')).rejects.toMatchObject({ code: 'PAPER_OUT' })
  expect((await look(here, here.coach, 'coaching')).file).toMatchObject({
    out: { with: { name: 'Ilse Kramer' } },
  })
  expect((await register(here)).files).toMatchObject([{ mine: true, overnight: false }])
  await move('returned')
  await expect(move('returned')).rejects.toMatchObject({ code: 'PAPER_IN' })
  const colleague = await here.there.account('Bram', ['coach'])
  expect((await register(here, colleague)).files).toEqual([])
})

test('rei-08: paper that is out overnight is flagged, and who has it gets one mail a day', async () => {
  const here = await bureau()
  await place(here)
  await here.asCoach((tx) => movePaper(tx, { act: 'taken' }))
  await here.there.owner.query(`update paper_files set out_since = now() - interval '30 hours'`)
  expect((await register(here)).files).toMatchObject([{ overnight: true }])
  const worker = platformOf(here.there, 'worker')
  const sender = { id: here.there.organisation, title: 'De Brug' }
  expect(await remindOfPaper(worker, POST.outbox, sender)).toBe(1)
  expect(await remindOfPaper(worker, POST.outbox, sender)).toBe(0)
})

test('rei-15: destroyed paper has a day and a name, keeps its term, and stays destroyed', async () => {
  const here = await bureau()
  await place(here)
  const { owner } = here.there
  await owner.query(
    `insert into closures (dossier_id, outcome, ended_on) values ($1, 'completed', gestand.today())`,
    [here.dossierId],
  )
  await owner.query(`update events set occurred_at = occurred_at - interval '360 days'`)
  await owner.query('select reckon_expiry()')
  expect((await register(here)).files.map(({ dueOn }) => dueOn)).not.toContain(undefined)
  await here.asCoach((tx) => movePaper(tx, { act: 'destroyed', day: '2026-11-20' }))
  expect((await look(here, here.client, 'self-service')).file).toMatchObject({
    destroyed: { on: '2026-11-20', by: { name: 'Ilse Kramer' } },
  })
  expect((await register(here)).files).toEqual([])
  const { rowCount } = await owner.query(`select from erasure_orders where part = 'paper'`)
  expect(rowCount).toBe(1)
  await expect(place(here)).rejects.toMatchObject({ code: 'PAPER_DESTROYED' })
})

test('paper of a dossier that is gone is still to be destroyed, and says of whom it was nowhere', async () => {
  const here = await bureau()
  await place(here)
  await here.there.owner.query('delete from dossiers')
  const { leftovers } = await register(here)
  expect(leftovers).toMatchObject([{ place: 'Kast 2, plank 3' }])
  const [left] = leftovers
  await here.there.store.change(here.coach.for('coaching'), (tx) =>
    destroyLeftover(tx, left?.id ?? '', '2026-11-20'),
  )
  expect((await register(here)).leftovers).toEqual([])
})
