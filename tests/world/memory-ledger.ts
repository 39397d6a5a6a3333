import fc from 'fast-check'
import {
  type Checkpoint,
  checkpointHash,
  NOTHING_BEFORE,
  signCheckpoint,
} from '#ledger/checkpoint.ts'
import { type Entry, entryBytes } from '#ledger/entry.ts'
import { type LedgerKey, ledgerKey, type PublicKey } from '#ledger/ledger-key.ts'
import { MerkleTree } from '#ledger/merkle-tree.ts'
import type { LedgerSource } from '#ledger/source.ts'
import { type VerifyOptions, verifyLedger } from '#ledger/verification.ts'
import { MasterKey } from '#store/master-key.ts'

/** The organisation of ledgers in memory. */
export const ORGANISATION = 'bureau'
export const OURS = ledgerKey(new MasterKey(Buffer.alloc(32, 1)), ORGANISATION)
export const NEXT = ledgerKey(new MasterKey(Buffer.alloc(32, 2)), ORGANISATION)
export const FORGER = ledgerKey(new MasterKey(Buffer.alloc(32, 3)), ORGANISATION)

/** A ledger in memory, to be tampered with. */
export interface Ledger {
  readonly entries: readonly Entry[]
  readonly checkpoints: readonly Checkpoint[]
  readonly keys: readonly PublicKey[]
}

/** The ledger as verification reads it, in parts so small that every boundary is met. */
export function sourceOf({ entries, checkpoints, keys }: Ledger): LedgerSource {
  const inOrder = entries.toSorted((a, b) => a.id - b.id)
  return {
    organisation: ORGANISATION,
    listCheckpoints: async ({ afterId, limit }) =>
      checkpoints
        .toSorted((a, b) => a.id - b.id)
        .filter(({ id }) => id > afterId)
        .slice(0, Math.min(limit, 2)),
    listKeys: async () => keys,
    listEntries: async ({ afterId, fromXid, untilXid, limit }) =>
      inOrder
        .filter(({ id, xid }) => id > afterId && xid >= fromXid)
        .filter(({ xid }) => untilXid === undefined || xid < untilXid)
        .slice(0, Math.min(limit, 5)),
  }
}

/** What verification finds, as code and number of the checkpoint. */
export async function problemsOf(ledger: Ledger, options: VerifyOptions = {}): Promise<string[]> {
  const { problems } = await verifyLedger(sourceOf(ledger), { key: OURS, ...options })
  return problems.map(({ code, checkpoint }) => `${code} ${checkpoint}`)
}

/** Closes entries into checkpoints that end at these transactions. */
export function closeAll(
  entries: readonly Entry[],
  bounds: readonly bigint[],
  key: LedgerKey,
): Checkpoint[] {
  const checkpoints: Checkpoint[] = []
  for (const untilXid of bounds) {
    const last = checkpoints.at(-1)
    const batch = entries.filter((e) => e.xid < untilXid && e.xid >= (last?.untilXid ?? 0n))
    if (batch.length === 0) continue
    const tree = new MerkleTree()
    for (const entry of batch.toSorted((a, b) => a.id - b.id)) tree.add(entryBytes(entry))
    const body = {
      id: (last?.id ?? 0) + 1,
      untilXid,
      entries: batch.length,
      root: tree.root(),
      previous: last ? checkpointHash(ORGANISATION, last) : NOTHING_BEFORE,
      closedAtMicros: 1_700_000_000_000_000 + checkpoints.length,
    }
    checkpoints.push(signCheckpoint(ORGANISATION, body, key))
  }
  return checkpoints
}

const word = fc.constantFrom('opened', 'inserted', 'notes', 'coaching', 'é', '')
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

/**
 * A closed ledger in which transactions run through each other: ids do not rise with transactions.
 */
export const ledgers: fc.Arbitrary<Ledger> = fc
  .array(
    fc.record({
      lag: fc.nat({ max: 6 }),
      accountId: maybe(fc.uuid()),
      activity: maybe(word),
      act: word,
      subject: maybe(word),
      dossierId: maybe(fc.uuid()),
      item: maybe(word),
      amount: maybe(fc.nat()),
      statement: maybe(fc.nat()),
    }),
    { minLength: 2, maxLength: 40 },
  )
  .chain((drafts) => {
    const entries = drafts.map(({ lag, ...draft }, index) => ({
      ...draft,
      id: index * 2 + 1,
      atMicros: 1_700_000_000_000_000 + index,
      xid: BigInt(100 + Math.max(0, index - lag)),
    }))
    const last = 101 + drafts.length
    return fc
      .uniqueArray(fc.integer({ min: 101, max: last - 1 }), { maxLength: 5 })
      .map((bounds) => {
        const untils = [...bounds.toSorted((a, b) => a - b), last].map(BigInt)
        return { entries, checkpoints: closeAll(entries, untils, OURS), keys: [OURS] }
      })
  })

/** Nine entries of nine transactions, closed in three checkpoints of three. */
export const LEDGER_ENTRIES: readonly Entry[] = Array.from({ length: 9 }, (_, index) => ({
  id: index + 1,
  atMicros: 1_700_000_000_000_000 + index,
  xid: BigInt(100 + index),
  accountId: null,
  activity: 'coaching',
  act: 'opened',
  subject: null,
  dossierId: '00000000-0000-4000-8000-000000000000',
  item: null,
  amount: null,
  statement: 4,
}))
/** As it was closed. */
export const LEDGER: Ledger = {
  entries: LEDGER_ENTRIES,
  checkpoints: closeAll(LEDGER_ENTRIES, [103n, 106n, 109n], OURS),
  keys: [OURS],
}
