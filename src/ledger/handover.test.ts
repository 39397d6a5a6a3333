import { expect, test } from 'vitest'
import {
  closeAll,
  FORGER,
  LEDGER,
  LEDGER_ENTRIES,
  NEXT,
  ORGANISATION,
  OURS,
  problemsOf,
} from '#world/memory-ledger.ts'
import { type Checkpoint, checkpointBytes, checkpointHash, signCheckpoint } from './checkpoint.ts'
import { type Entry, entryBytes } from './entry.ts'
import { signHandover } from './handover.ts'
import type { LedgerKey } from './ledger-key.ts'
import { MerkleTree } from './merkle-tree.ts'

test('a whole history written anew is found by our own key, and only by it', async () => {
  const told = LEDGER_ENTRIES.map((entry) => ({ ...entry, activity: 'self-service' }))
  const forged = {
    entries: told,
    checkpoints: closeAll(told, [103n, 106n, 109n], FORGER),
    keys: [FORGER],
  }
  expect(await problemsOf(forged)).toEqual(['KEY_NOT_OURS 3'])
  expect(await problemsOf(forged, { key: undefined })).toEqual([])
})

test('a key under the name of ours is unknown', async () => {
  const keys = [{ id: OURS.id, publicKey: FORGER.publicKey }]
  expect(await problemsOf({ ...LEDGER, keys })).toContain('KEY_UNKNOWN 1')
  expect(await problemsOf({ ...LEDGER, keys: [] })).toContain('KEY_UNKNOWN 1')
})

function handedOver(from: LedgerKey, to: LedgerKey, before: readonly Checkpoint[]): Checkpoint[] {
  const last = before.at(-1) as Checkpoint
  return [...signHandover(ORGANISATION, last, { from, to, closedAtMicros: 1 })]
}

test('a key that was handed over to may go on, and old checkpoints stay verifiable', async () => {
  const checkpoints = [...LEDGER.checkpoints, ...handedOver(OURS, NEXT, LEDGER.checkpoints)]
  const after = { ...LEDGER, checkpoints, keys: [OURS, NEXT] }
  expect(await problemsOf(after, { key: NEXT })).toEqual([])
  expect(await problemsOf(after)).toEqual(['KEY_NOT_OURS 5'])
})

test('a forged history cannot be handed over to our key by the forger alone', async () => {
  const forged = closeAll(LEDGER_ENTRIES, [103n, 106n, 109n], FORGER)
  const keys = [FORGER, OURS]
  const [given, taken] = handedOver(FORGER, OURS, forged) as [Checkpoint, Checkpoint]
  // Without the second signature our key never took it; a checkpoint on top of the first is no
  // handover.
  expect(
    await problemsOf({ entries: LEDGER_ENTRIES, checkpoints: [...forged, given], keys }),
  ).toEqual(['KEY_CHANGED 4', 'KEY_NOT_OURS 4'])
  const body = { ...taken, signature: FORGER.sign(checkpointBytes(ORGANISATION, taken)) }
  expect(
    await problemsOf({ entries: LEDGER_ENTRIES, checkpoints: [...forged, given, body], keys }),
  ).toEqual(['SIGNATURE_WRONG 5'])
})

test('a key to which nothing was handed over cannot go on', async () => {
  const last = LEDGER.checkpoints.at(-1) as Checkpoint
  const body = { ...last, id: 4, untilXid: 110n, previous: checkpointHash(ORGANISATION, last) }
  const more = [...LEDGER_ENTRIES, { ...(LEDGER_ENTRIES[8] as Entry), id: 10, xid: 109n }]
  const tree = new MerkleTree()
  tree.add(entryBytes(more[9] as Entry))
  const next = signCheckpoint(ORGANISATION, { ...body, entries: 1, root: tree.root() }, FORGER)
  const forged = { entries: more, checkpoints: [...LEDGER.checkpoints, next], keys: [OURS, FORGER] }
  expect(await problemsOf(forged)).toEqual(['KEY_CHANGED 4', 'KEY_NOT_OURS 4'])
})
