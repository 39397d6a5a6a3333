import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FORGER, LEDGER, ledgers, OURS, problemsOf, sourceOf } from '#world/memory-ledger.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { Entry } from './entry.ts'
import { verifyLedger } from './verification.ts'

const changes: Record<string, (entry: Entry) => Entry> = {
  id: (e) => ({ ...e, id: e.id + 1 }),
  at: (e) => ({ ...e, atMicros: e.atMicros + 1 }),
  xid: (e) => ({ ...e, xid: e.xid + 1n }),
  account: (e) => ({ ...e, accountId: e.accountId === null ? '' : null }),
  activity: (e) => ({ ...e, activity: e.activity === null ? 'x' : `${e.activity}x` }),
  act: (e) => ({ ...e, act: `${e.act}x` }),
  subject: (e) => ({ ...e, subject: e.subject === null ? '' : null }),
  dossier: (e) => ({ ...e, dossierId: e.dossierId === null ? 'x' : null }),
  item: (e) => ({ ...e, item: e.item === '' ? null : '' }),
  amount: (e) => ({ ...e, amount: e.amount === null ? 0 : e.amount + 1 }),
  statement: (e) => ({ ...e, statement: e.statement === null ? 0 : null }),
  shifted: (e) => ({
    ...e,
    act: `${e.act}${e.subject ?? ''}`,
    subject: e.subject === null ? '' : null,
  }),
}

test('a ledger as it was closed is intact, and every entry is counted', async () => {
  await fc.assert(
    fc.asyncProperty(ledgers, async (ledger) => {
      const verified = await verifyLedger(sourceOf(ledger), { key: OURS })
      expect(verified).toEqual({
        checkpoints: ledger.checkpoints.length,
        entries: ledger.entries.length,
        prunedUntil: 0,
        open: 0,
        problems: [],
      })
    }),
  )
})

test('any change of any column of any entry is found', async () => {
  await fc.assert(
    fc.asyncProperty(
      ledgers,
      fc.nat(),
      fc.constantFrom(...Object.keys(changes)),
      async (ledger, seed, column) => {
        const index = seed % ledger.entries.length
        const entries = ledger.entries.map((e, at) =>
          at === index ? (changes[column]?.(e) ?? e) : e,
        )
        expect(await problemsOf({ ...ledger, entries })).not.toEqual([])
      },
    ),
    { numRuns: 300 },
  )
})

test('a dropped, an added and two exchanged entries are found, at their checkpoint', async () => {
  await fc.assert(
    fc.asyncProperty(ledgers, fc.nat(), fc.nat(), async (ledger, seed, otherSeed) => {
      const { entries } = ledger
      const [index, other] = [seed % entries.length, otherSeed % entries.length]
      const entry = entries[index] as Entry
      const batch = ledger.checkpoints.find(({ untilXid }) => untilXid > entry.xid)?.id
      const dropped = entries.filter((_, at) => at !== index)
      expect(await problemsOf({ ...ledger, entries: dropped })).toEqual([`ENTRY_MISSING ${batch}`])
      const added = [...entries, { ...entry, id: entry.id + 1 }]
      expect(await problemsOf({ ...ledger, entries: added })).toEqual([`ENTRY_ADDED ${batch}`])
      if (index === other) return
      const exchanged = entries.map((e, at) =>
        at === index || at === other
          ? { ...e, id: entries[at === index ? other : index]?.id ?? 0 }
          : e,
      )
      expect(await problemsOf({ ...ledger, entries: exchanged })).not.toEqual([])
    }),
  )
})

test('any change of any part of any checkpoint is found', async () => {
  const flip = (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === 7 ? byte ^ 1 : byte)))
  const parts: Record<string, (c: Checkpoint) => Checkpoint> = {
    id: (c) => ({ ...c, id: c.id + 1000 }),
    until: (c) => ({ ...c, untilXid: c.untilXid + 1n }),
    entries: (c) => ({ ...c, entries: c.entries + 1 }),
    root: (c) => ({ ...c, root: flip(c.root) }),
    previous: (c) => ({ ...c, previous: flip(c.previous) }),
    signature: (c) => ({ ...c, signature: flip(c.signature) }),
    short: (c) => ({ ...c, signature: c.signature.subarray(1) }),
    key: (c) => ({ ...c, keyId: FORGER.id }),
    closed: (c) => ({ ...c, closedAtMicros: c.closedAtMicros + 1 }),
  }
  await fc.assert(
    fc.asyncProperty(
      ledgers,
      fc.nat(),
      fc.constantFrom(...Object.keys(parts)),
      async (ledger, seed, part) => {
        const index = seed % ledger.checkpoints.length
        const checkpoints = ledger.checkpoints.map((c, at) =>
          at === index ? (parts[part]?.(c) ?? c) : c,
        )
        expect(await problemsOf({ ...ledger, checkpoints, keys: [OURS, FORGER] })).not.toEqual([])
      },
    ),
    { numRuns: 200 },
  )
})

test('entries that no checkpoint holds yet are counted as open', async () => {
  const open = { ...LEDGER, checkpoints: LEDGER.checkpoints.slice(0, 2) }
  const verified = await verifyLedger(sourceOf(open), { key: OURS })
  expect(verified).toMatchObject({ entries: 6, open: 3, problems: [] })
})

test('what was verified before is not read again; the checkpoint it ended with must hold', async () => {
  const verified = await verifyLedger(sourceOf(LEDGER), { key: OURS, after: 2 })
  expect(verified).toMatchObject({ checkpoints: 2, entries: 3, open: 0, problems: [] })
  const [first, second, third] = LEDGER.checkpoints as [Checkpoint, Checkpoint, Checkpoint]
  const early = [{ ...first, entries: 4 }, second, third]
  expect(await problemsOf({ ...LEDGER, checkpoints: early }, { after: 2 })).toEqual([])
  expect(await problemsOf({ ...LEDGER, checkpoints: early })).toEqual([
    'SIGNATURE_WRONG 1',
    'ENTRY_MISSING 1',
    'CHAIN_BROKEN 2',
  ])
  const late = [first, { ...second, entries: 4 }, third]
  expect(await problemsOf({ ...LEDGER, checkpoints: late }, { after: 2 })).toEqual([
    'SIGNATURE_WRONG 2',
    'CHAIN_BROKEN 3',
  ])
})

test('a checkpoint in the middle that is gone is found', async () => {
  const checkpoints = LEDGER.checkpoints.filter(({ id }) => id !== 2)
  expect(await problemsOf({ ...LEDGER, checkpoints })).toContain('CHECKPOINT_MISSING 2')
})
