import { expect, test } from 'vitest'
import { outcomes } from '#world/outcomes.ts'
import { bureau } from '#world/practice.ts'
import { closeEngagement } from './closure.ts'
import { writeNote } from './note.ts'

const NOTE = {
  category: 'conversation-reports',
  body: 'Belt volgende week.',
  source: 'client',
  channel: 'phone',
} as const

test('a service ends with an outcome that coach and client can read', async () => {
  const here = await bureau()
  await here.asCoach((tx) => closeEngagement(tx, { outcome: 'completed' }))
  for (const [account, activity] of [
    [here.coach, 'coaching'],
    [here.client, 'self-service'],
  ] as const) {
    const { service } = await here.view(account, activity)
    expect(service.state).toBe('closed')
    expect(service.closure).toMatchObject({ outcome: 'completed' })
  }
})

test('rei-16: the end of a service sets the day after which its dossier is gone', async () => {
  const here = await bureau()
  await here.there.owner.query(`update activations set activated_at = '2026-01-05'`)
  await here.asCoach((tx) => closeEngagement(tx, { outcome: 'completed', endedOn: '2026-11-02' }))
  expect((await here.view(here.coach, 'coaching')).expiresOn).toBe('2031-11-02')
})

test('a service ends between its start and today', async () => {
  const here = await bureau()
  for (const endedOn of ['2020-01-01', '2199-01-01']) {
    const closing = here.asCoach((tx) => closeEngagement(tx, { outcome: 'other', endedOn }))
    await expect(closing).rejects.toMatchObject({ code: 'END_OUTSIDE_SERVICE' })
  }
})

test('what was never active cannot be closed, and what is closed not once more', async () => {
  const intake = await bureau({ active: false })
  const close = { outcome: 'other' } as const
  const early = intake.asCoach((tx) => closeEngagement(tx, close))
  await expect(early).rejects.toMatchObject({ code: 'NOT_ACTIVE' })
  const here = await bureau()
  const both = [1, 2].map(() => here.asCoach((tx) => closeEngagement(tx, close)))
  expect((await outcomes(both)).toSorted()).toEqual(['DOSSIER_CLOSED', 'done'])
})

test('a closed dossier takes no new content', async () => {
  const here = await bureau()
  await here.asCoach((tx) => closeEngagement(tx, { outcome: 'completed' }))
  const write = () => here.asCoach((tx) => writeNote(tx, NOTE))
  await expect(write()).rejects.toMatchObject({ code: 'DOSSIER_CLOSED' })
  await here.there.owner.query('alter table notes disable trigger refuse_when_closed')
  await write()
  expect((await here.view(here.coach, 'coaching')).notes).toHaveLength(1)
})

test('of closing and writing at once, nothing is written after the end', async () => {
  for (let round = 0; round < 4; round += 1) {
    const here = await bureau()
    const writing = [1, 2, 3].map(() => here.asCoach((tx) => writeNote(tx, NOTE)))
    const closing = here.asCoach((tx) => closeEngagement(tx, { outcome: 'completed' }))
    const [closed, ...written] = await outcomes([closing, ...writing])
    expect(closed).toBe('done')
    const done = written.filter((each) => each === 'done').length
    expect(written.filter((each) => each === 'DOSSIER_CLOSED')).toHaveLength(3 - done)
    expect((await here.view(here.coach, 'coaching')).notes).toHaveLength(done)
  }
})
