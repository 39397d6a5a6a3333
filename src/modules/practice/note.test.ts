import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Bureau, bureau } from '#world/practice.ts'
import { changeNote, type NewNote, removeNote, writeNote } from './note.ts'

const NOTE: NewNote = {
  category: 'conversation-reports',
  body: 'Wil graag weer aan het werk.',
  source: 'client',
  channel: 'conversation',
}
const LIMITATIONS: NewNote = {
  ...NOTE,
  category: 'work-limitations',
  source: 'professional',
  sourceName: 'S. Voorbeeld, bedrijfsarts',
}

function write(here: Bureau, note: NewNote): Promise<void> {
  return here.asCoach((tx) => writeNote(tx, note))
}

test('rei-11: the client reads every note of the coach, and from whom it came', async () => {
  const here = await bureau()
  await write(here, NOTE)
  const { notes } = await here.view(here.client, 'self-service')
  expect(notes).toMatchObject([{ ...NOTE, writtenBy: { role: 'member', name: 'Ilse Kramer' } }])
})

test('rei-05: work limitations can be noted in re-integration, and in nothing else', async () => {
  const here = await bureau({ kind: 're-integration' })
  await write(here, LIMITATIONS)
  expect((await here.view(here.coach, 'coaching')).notes).toMatchObject([LIMITATIONS])
  const other = await bureau({ kind: 'outplacement' })
  await expect(write(other, LIMITATIONS)).rejects.toMatchObject({ code: 'CATEGORY_BARRED' })
})

test('rei-05: with the policy taken away they could be noted anywhere', async () => {
  const here = await bureau({ kind: 'outplacement' })
  await here.there.owner.query('drop policy "category coaching" on notes')
  await write(here, LIMITATIONS)
  expect((await here.view(here.coach, 'coaching')).notes).toHaveLength(1)
})

test('what a note says stands nowhere in the database', async () => {
  const here = await bureau()
  await write(here, NOTE)
  const { rows } = await here.there.owner.query<{ body: Buffer }>('select body from notes')
  expect(rows[0]?.body.includes('werk')).toBe(false)
})

test('a note can be changed and removed, in the dossier where it stands', async () => {
  const here = await bureau()
  const id = randomUUID()
  await write(here, { ...NOTE, id })
  await here.asCoach((tx) => changeNote(tx, { id, body: 'Gecorrigeerd.' }))
  expect((await here.view(here.coach, 'coaching')).notes).toMatchObject([{ body: 'Gecorrigeerd.' }])
  const byClient = here.asClient((tx) => changeNote(tx, { id, body: 'Ik was het.' }))
  await expect(byClient).rejects.toMatchObject({ code: 'NOT_DECLARED' })
  await here.asCoach((tx) => removeNote(tx, id))
  const again = here.asCoach((tx) => removeNote(tx, id))
  await expect(again).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('the same form twice writes one note', async () => {
  const here = await bureau()
  const id = randomUUID()
  await write(here, { ...NOTE, id })
  await expect(write(here, { ...NOTE, id })).rejects.toMatchObject({ code: 'DUPLICATE' })
})
