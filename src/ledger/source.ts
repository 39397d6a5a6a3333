import { sql } from 'kysely'
import { from, type RowsOf } from '#store/query.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { Entry } from './entry.ts'
import type { PublicKey } from './ledger-key.ts'
import type { ProofTransaction } from './proof-transaction.ts'
import type { SignedPruning } from './pruning.ts'
import type { SignedRestoration } from './restoration.ts'

/** Whatever runs queries where names without a schema are the organisation's. */
export type LedgerReader = Pick<ProofTransaction, 'organisation' | 'run'>

/** What is verified: a ledger with its checkpoints, wherever it stands. */
export interface LedgerSource {
  readonly organisation: string
  /** Checkpoints with a larger id, in the order of their ids. */
  listCheckpoints(page: CheckpointPage): Promise<readonly Checkpoint[]>
  listKeys(): Promise<readonly PublicKey[]>
  /** Entries in the order of their ids. */
  listEntries(page: EntryPage): Promise<readonly Entry[]>
  /** Backups that were brought back. */
  listRestorations?(): Promise<readonly SignedRestoration[]>
  /** Up to which checkpoints entries were destroyed after their term. */
  listPrunings?(): Promise<readonly SignedPruning[]>
}

export interface CheckpointPage {
  readonly afterId: number
  readonly limit: number
}

export interface EntryPage {
  /** Entries with a larger id. */
  readonly afterId: number
  /** Entries of this transaction and later ones. */
  readonly fromXid: bigint
  /** Entries of transactions before this one. */
  readonly untilXid?: bigint
  readonly limit: number
}

/** The ledger of an organisation as it stands in the database. */
export function databaseLedger(tx: LedgerReader): LedgerSource {
  return {
    organisation: tx.organisation,
    listCheckpoints: async ({ afterId, limit }) => {
      const page = checkpointRows.where('id', '>', afterId).orderBy('id').limit(limit)
      return (await tx.run(page)).map(toCheckpoint)
    },
    listKeys: async () => {
      const rows = await tx.run(
        from.selectFrom('ledger_keys').select(['id', 'public_key']).orderBy('since').limit(KEYS),
      )
      return rows.map((row) => ({ id: row.id, publicKey: row.public_key }))
    },
    listEntries: (page) => listEntries(tx, page),
    listRestorations: () => listRestorations(tx),
    listPrunings: () => listPrunings(tx),
  }
}

const KEYS = 1_000
const RESTORATIONS = 1_000
/** One for each night: the newest are enough. */
const PRUNINGS = 1_000

/** The checkpoint that was closed last. */
export async function findLastCheckpoint(tx: LedgerReader): Promise<Checkpoint | undefined> {
  const [row] = await tx.run(checkpointRows.orderBy('id', 'desc').limit(1))
  return row && toCheckpoint(row)
}

/** Below every id of a checkpoint, which is an integer of 4 bytes. */
const BEFORE_ALL = -(2 ** 31)
const CHECKPOINTS_AT_ONCE = 5_000

/**
 * Reads checkpoints in parts, because there can be a hundred thousand in a year.
 *
 * @param afterId Id of a checkpoint: those after it are read.
 */
export async function* readCheckpoints(
  source: LedgerSource,
  afterId: number = BEFORE_ALL,
): AsyncGenerator<readonly Checkpoint[]> {
  let last = afterId
  for (;;) {
    const part = await source.listCheckpoints({ afterId: last, limit: CHECKPOINTS_AT_ONCE })
    const end = part.at(-1)
    if (!end) return
    yield part
    last = end.id
  }
}

const ENTRIES_AT_ONCE = 5_000

/** Reads entries in parts, in the order of their ids. */
export async function* readEntries(
  source: LedgerSource,
  range: Pick<EntryPage, 'fromXid' | 'untilXid'>,
): AsyncGenerator<readonly Entry[]> {
  let afterId = Number.MIN_SAFE_INTEGER
  for (;;) {
    const part = await source.listEntries({ ...range, afterId, limit: ENTRIES_AT_ONCE })
    const end = part.at(-1)
    if (!end) return
    yield part
    afterId = end.id
  }
}

const checkpointRows = from
  .selectFrom('checkpoints')
  .select(['id', 'until_xid', 'entries', 'root', 'previous', 'signature', 'key_id'])
  .select(micros('closed_at').as('closed_at'))

function toCheckpoint(row: RowsOf<typeof checkpointRows>[number]): Checkpoint {
  return {
    id: row.id,
    untilXid: BigInt(row.until_xid),
    entries: row.entries,
    root: row.root,
    previous: row.previous,
    signature: row.signature,
    keyId: row.key_id,
    closedAtMicros: row.closed_at,
  }
}

async function listRestorations(tx: LedgerReader): Promise<SignedRestoration[]> {
  const rows = await tx.run(
    from
      .selectFrom('restorations')
      .select(['id', 'backup', 'kept_checkpoint', 'lost_checkpoint', 'key_id', 'signature'])
      .select(micros('restored_at').as('restored_at'))
      .orderBy('restored_at')
      .limit(RESTORATIONS),
  )
  return rows.map((row) => ({
    id: row.id,
    backup: row.backup,
    keptCheckpoint: row.kept_checkpoint,
    lostCheckpoint: row.lost_checkpoint,
    restoredAtMicros: row.restored_at,
    keyId: row.key_id,
    signature: row.signature,
  }))
}

async function listPrunings(tx: LedgerReader): Promise<SignedPruning[]> {
  const rows = await tx.run(
    from
      .selectFrom('ledger_prunings')
      .select(['checkpoint_id', 'key_id', 'signature', micros('pruned_at').as('pruned_at')])
      .orderBy('checkpoint_id', 'desc')
      .limit(PRUNINGS),
  )
  return rows.map((row) => ({
    checkpoint: row.checkpoint_id,
    prunedAtMicros: row.pruned_at,
    keyId: row.key_id,
    signature: row.signature,
  }))
}

async function listEntries(tx: LedgerReader, page: EntryPage): Promise<Entry[]> {
  const { afterId, fromXid, untilXid, limit } = page
  const rows = await tx.run(
    from
      .selectFrom('ledger')
      .select(['id', 'xid', 'account_id', 'activity', 'act', 'subject', 'dossier_id', 'item'])
      .select(['amount', 'statement', micros('at').as('at')])
      .where('id', '>', afterId)
      .where('xid', '>=', String(fromXid))
      .$if(untilXid !== undefined, (query) => query.where('xid', '<', String(untilXid)))
      .orderBy('id')
      .limit(limit),
  )
  return rows.map((row) => ({
    id: row.id,
    atMicros: row.at,
    xid: BigInt(row.xid),
    accountId: row.account_id,
    activity: row.activity,
    act: row.act,
    subject: row.subject,
    dossierId: row.dossier_id,
    item: row.item,
    amount: row.amount,
    statement: row.statement,
  }))
}

/** A moment as a whole number of microseconds: a Date would lose the last three digits. */
function micros(column: 'at' | 'closed_at' | 'restored_at' | 'pruned_at') {
  return sql<number>`(extract(epoch from ${sql.ref(column)}) * 1000000)::bigint`
}
