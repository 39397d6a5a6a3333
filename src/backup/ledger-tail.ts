import type { ReportLine } from '#duties/backups/report.ts'
import { checkpointHash } from '#ledger/checkpoint.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import { signRestoration } from '#ledger/restoration.ts'
import { databaseLedger, findLastCheckpoint } from '#ledger/source.ts'
import { verifyLedger } from '#ledger/verification.ts'
import type { LedgerHead } from '#store/ending-register.ts'
import type { MasterKey } from '#store/master-key.ts'
import type { Owner } from '#store/owner.ts'
import { ledgerReader } from './ledger-reader.ts'
import { at } from './loading.ts'
import { listTables } from './shape.ts'

/**
 * Lets a restored ledger go on where the present one ends: entries and checkpoints that were
 * written after the backup stay, since who looked where is no less true because a backup was
 * brought back.
 *
 * @returns How many entries were carried over; undefined when the two are not one history.
 */
export async function carryLedger(
  owner: Owner,
  { schema, before }: { readonly schema: string; readonly before: string },
): Promise<number | undefined> {
  // Nobody writes in the old one any more: what came after this would be lost.
  await owner.query(`lock table ${at(before, 'ledger')} in exclusive mode`)
  const { rows: split } = await owner.query(
    `select from ${at(schema, 'checkpoints')} n
     left join ${at(before, 'checkpoints')} o
       on o.id = n.id and o.root = n.root and o.previous = n.previous and o.signature = n.signature
     where o.id is null
     union all
     select from ${at(schema, 'ledger')} n left join ${at(before, 'ledger')} o
       on o.id = n.id and o.at = n.at and o.xid = n.xid and o.act = n.act
     where o.id is null and n.xid >= coalesce(
       (select max(until_xid) from ${at(schema, 'checkpoints')}), '0')
     limit 1`,
  )
  if (split.length > 0) return undefined
  let carried = 0
  for (const table of ['ledger_keys', 'checkpoints', 'ledger_prunings', 'ledger', 'restorations']) {
    const [shape] = await listTables(owner, schema, [table])
    const [old] = await listTables(owner, before, [table])
    const columns = shape?.columns.filter((column) => old?.columns.includes(column)) ?? []
    if (columns.length === 0) continue
    const { rowCount } = await owner.query(
      `insert into ${at(schema, table)} (${columns.join(', ')}) overriding system value
       select ${columns.join(', ')} from ${at(before, table)} on conflict do nothing`,
    )
    if (table === 'ledger') carried = rowCount ?? 0
  }
  await owner.query(
    `select setval(pg_get_serial_sequence($1, 'id'), greatest(max(id), 1))
     from ${at(schema, 'ledger')}`,
    [at(schema, 'ledger')],
  )
  return carried
}

/**
 * Makes new entries come after those of the backup, on a server that counts its transactions from
 * lower than the server on which it was taken. Needs the search path of the organisation.
 *
 * @returns What is added to the number of each transaction from now on.
 */
export async function shiftLedger(owner: Owner): Promise<number> {
  const { rows } = await owner.query<{ shift: number }>(
    `select greatest(
       coalesce((select ledger_shift from restorations order by restored_at desc limit 1), 0),
       coalesce((select max(xid::text::bigint) from ledger), 0) + 1 - m.now,
       coalesce((select max(until_xid::text::bigint) from checkpoints), 0) - m.now
     )::float8 as shift
     from (select pg_current_xact_id()::text::bigint as now) m`,
  )
  const shift = rows[0]?.shift ?? 0
  if (shift === 0) return 0
  await owner.query(
    `alter table ledger alter column xid
     set default ((pg_current_xact_id()::text::bigint + ${shift})::text)::xid8`,
  )
  return shift
}

export interface LedgerNote {
  readonly organisation: string
  readonly master: MasterKey
  readonly id: string
  readonly backup: string
  readonly takenAt: Date
  readonly restoredAt: Date
  readonly shift: number
  /** The newest checkpoint there was, as the database of keys remembers it. */
  readonly head: LedgerHead | undefined
}

/** Writes in the ledger that a backup was brought back, and signs which checkpoints it cost. */
export async function noteRestoration(owner: Owner, note: LedgerNote): Promise<ReportLine[]> {
  const { organisation, master, id, backup, takenAt, restoredAt, shift, head } = note
  const last = await findLastCheckpoint(ledgerReader(owner, organisation))
  const keptCheckpoint = last?.id ?? 0
  const lostCheckpoint = Math.max(keptCheckpoint, head?.checkpoint ?? 0)
  const key = ledgerKey(master, organisation)
  // A backup from before the first checkpoint knows no key yet.
  await owner.query(
    'insert into ledger_keys (id, public_key) values ($1, $2) on conflict do nothing',
    [key.id, key.publicKey],
  )
  const signed = signRestoration(
    organisation,
    {
      id,
      backup,
      keptCheckpoint,
      lostCheckpoint,
      restoredAtMicros: restoredAt.getTime() * 1_000,
    },
    key,
  )
  await owner.query(
    `insert into restorations (id, backup, taken_at, restored_at, kept_checkpoint, lost_checkpoint,
       ledger_shift, key_id, signature) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      backup,
      takenAt,
      restoredAt,
      keptCheckpoint,
      lostCheckpoint,
      shift,
      signed.keyId,
      signed.signature,
    ],
  )
  await owner.query(`select record('restored', 'system', null, null, 'backups', $1, null)`, [
    backup,
  ])
  const split =
    head !== undefined &&
    last?.id === head.checkpoint &&
    !checkpointHash(organisation, last).equals(head.hash)
  return [
    { kind: 'note', code: 'CHECKPOINTS_LOST', count: lostCheckpoint - keptCheckpoint },
    { kind: 'problem', code: 'LEDGER_SPLIT', count: split ? 1 : 0 },
  ]
}

/** Verifies the ledger in the schema that comes first in the search path, from its beginning. */
export async function checkLedger(
  owner: Owner,
  organisation: string,
  master: MasterKey,
): Promise<{ entries: number; lines: ReportLine[] }> {
  const source = databaseLedger(ledgerReader(owner, organisation))
  const key = ledgerKey(master, organisation)
  const { entries, problems, checkpoints } = await verifyLedger(source, { key })
  const codes = Map.groupBy(problems, ({ code }) => code)
  const lines = [...codes].map(([code, found]) => {
    // A backup from before the master key was replaced: its ledger is still to be handed over.
    if (code === 'KEY_NOT_OURS')
      return { kind: 'note', code: 'LEDGER_OLDER_KEY', count: 1 } as const
    return { kind: 'problem', code: 'LEDGER_WRONG', subject: code, count: found.length } as const
  })
  return { entries: entries + checkpoints, lines }
}
