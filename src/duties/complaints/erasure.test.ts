import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { runErasures } from '#duties/erasure/erasing.ts'
import { Outbox } from '#jobs/outbox.ts'
import { erasingOf, grantErasure, MARKER, markedBureau } from '#world/erasing.ts'
import { WORLD_MASTER } from '#world/master.ts'
import { makeComplaint } from './entry.ts'
import { hearSide, withdrawComplaint } from './handling.ts'

const POST = { outbox: new Outbox(WORLD_MASTER), organisation: 'Bureau De Brug' }

test('who is erased leaves a complaint without a name or a key, and the erasure closes', async () => {
  const here = await markedBureau()
  const { there, client } = here
  const id = randomUUID()
  const own = client.for('self-service')
  const words = { subject: MARKER, words: `Ik ben ${MARKER}.`, wish: '' }
  const who = { id, accountId: client.id, name: MARKER, language: 'nl', about: [] } as const
  await there.store.change(own, (tx) => makeComplaint(tx, { ...who, ...words }, POST))
  const hearing = { complaintId: id, side: 'complainant', way: 'mine', words: MARKER } as const
  await there.store.change(own, (tx) => hearSide(tx, { id: randomUUID(), ...hearing }))
  await there.store.change(own, (tx) => withdrawComplaint(tx, id, MARKER))
  await grantErasure(here)
  const keys = () => there.register.listKeys(there.organisation, [id])
  expect(await keys()).toEqual([id])
  const result = await runErasures(erasingOf(there), there.organisation)
  expect(result).toMatchObject({ deleted: 1, closed: 1, waiting: 0 })
  const { rows } = await there.owner.query(
    `select c.name, c.account_id, c.words, h.words as said, o.outcome, o.reasons
     from complaints c join complaint_hearings h on h.complaint_id = c.id
     join complaint_outcomes o on o.complaint_id = c.id`,
  )
  const empty = { name: null, account_id: null, words: null, said: null, reasons: null }
  expect(rows).toEqual([{ ...empty, outcome: 'withdrawn' }])
  expect(await keys()).toEqual([])
})
