import { expect, test } from 'vitest'
import { type Bureau, bureau } from '#world/practice.ts'
import { type RequestDesk, requestDesk } from '#world/requests.ts'
import { takeStep } from './desk.ts'
import {
  establishIdentity,
  findCopy,
  judgeCopy,
  listCopies,
  openCopy,
  receiveCopy,
  sendCopy,
} from './identity.ts'

const PHOTO = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])

async function office(): Promise<{ at: Bureau; desk: RequestDesk }> {
  const at = await bureau()
  return { at, desk: await requestDesk(at.there) }
}

test('identity is established as the statement says, and every copy goes with it', async () => {
  const { at, desk } = await office()
  const { there } = at
  const id = await desk.letter('access')
  const take = (action: 'ask-identity') =>
    desk.act((tx) => takeStep(tx, desk.parts, { requestId: id, action, note: '' }))
  await take('ask-identity')
  const establish = (way: string) =>
    desk.act((tx) => establishIdentity(tx, id, { way, mandateSeen: false }))
  await expect(establish('covered-copy')).rejects.toMatchObject({ code: 'IDENTITY_NOT_SHOWN' })
  await expect(establish('dna')).rejects.toMatchObject({ code: 'IDENTITY_WAY_UNDECLARED' })
  const send = async () => {
    const copy = await receiveCopy(desk.parts, PHOTO)
    await desk.act((tx) => sendCopy(tx, id, copy))
    return copy.id
  }
  const uncovered = await send()
  const judged = (copyId: string, covered: boolean) =>
    desk.act((tx) => judgeCopy(tx, desk.parts, { requestId: id, copyId, covered, note: '' }))
  await judged(uncovered, false)
  const read = (copyId: string) =>
    there.store.list(desk.officer.for('request-handling'), 'copy', {
      copy: findCopy(copyId),
      copies: listCopies(id),
    })
  expect((await read(uncovered)).copy).toEqual([])
  const covered = await send()
  const [row] = (await read(covered)).copy
  expect(await openCopy(desk.parts, covered, row?.content ?? Buffer.alloc(0))).toEqual(PHOTO)
  await expect(
    there.store.list(at.client.for('self-service'), 'copy', { copy: findCopy(covered) }),
  ).rejects.toMatchObject({ code: 'NOT_DECLARED' })
  await judged(covered, true)
  await establish('covered-copy')
  const { copies, copy } = await read(covered)
  expect(copy).toEqual([])
  expect(copies.every(({ destroyedAt }) => destroyedAt !== null)).toBe(true)
})

test('who asks for somebody else is believed only when that was seen', async () => {
  const { at, desk } = await office()
  const id = await desk.letter('access')
  await at.there.owner.query(
    `update requests set behalf = 'minor', person_name = 'Een kind' where id = $1`,
    [id],
  )
  const establish = (mandateSeen: boolean) =>
    desk.act((tx) => establishIdentity(tx, id, { way: 'in-person', mandateSeen }))
  await expect(establish(false)).rejects.toMatchObject({ code: 'MANDATE_NOT_SEEN' })
  await establish(true)
})
