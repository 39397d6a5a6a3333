import { sql } from 'kysely'
import type { PublicKey } from '#ledger/ledger-key.ts'
import { LEDGER_PROBLEMS } from '#ledger/problem.ts'
import type { ProofTransaction } from '#ledger/proof-transaction.ts'
import { databaseLedger } from '#ledger/source.ts'
import { verifyLedger } from '#ledger/verification.ts'
import { from } from '#store/query.ts'
import type { Check, CheckRun } from './check.ts'

const KEEPS = ['ledger']

const CODES = {
  ...LEDGER_PROBLEMS,
  CLOSED_LATE: {
    nl: 'regels wachten al langer dan twee dagen op een ijkpunt ({count})',
    en: 'entries have waited for a checkpoint for more than two days ({count})',
  },
}

const NEWEST = 'ledger-intact'
const WEEK_HOURS = 168

/**
 * What was closed since the last time is as it was closed, and the chain of checkpoints is whole.
 */
export function ledgerIntact(key: PublicKey): Check {
  return {
    name: NEWEST,
    says: {
      nl: 'het logboek is sinds de vorige controle niet veranderd',
      en: 'the log was not changed since the check before this one',
    },
    keeps: KEEPS,
    looksAt: {
      nl: 'regels en ijkpunten van het logboek',
      en: 'entries and checkpoints of the log',
    },
    codes: CODES,
    run: async (tx) => verify(tx, key, await findVerified(tx)),
  }
}

/** The whole ledger is as it was closed, from its beginning. */
export function ledgerWhole(key: PublicKey): Check {
  return {
    name: 'ledger-whole',
    says: {
      nl: 'het hele logboek is zoals het is vastgelegd',
      en: 'the whole log is as it was recorded',
    },
    keeps: KEEPS,
    looksAt: {
      nl: 'regels en ijkpunten van het logboek',
      en: 'entries and checkpoints of the log',
    },
    codes: CODES,
    everyHours: WEEK_HOURS,
    run: (tx) => verify(tx, key, 0),
  }
}

async function verify(tx: ProofTransaction, key: PublicKey, after: number): Promise<CheckRun> {
  const { entries, checkpoints, problems } = await verifyLedger(databaseLedger(tx), { key, after })
  const late = await countLate(tx)
  return {
    lookedAt: entries + checkpoints,
    findings: [
      ...problems.map(({ code, checkpoint }) => ({ code, subject: `checkpoint ${checkpoint}` })),
      ...(late > 0 ? [{ code: 'CLOSED_LATE', subject: 'ledger' }] : []),
    ],
  }
}

/** The last checkpoint that was closed before a run of this check that found nothing wrong. */
async function findVerified(tx: ProofTransaction): Promise<number> {
  const [row] = await tx.run(
    from
      .selectFrom('checkpoints')
      .select((eb) => eb.fn.max('id').as('id'))
      .where('closed_at', '<', (eb) =>
        eb
          .selectFrom('proofs')
          .select((proof) => proof.fn.max('ran_at').as('ran_at'))
          .where('check_name', '=', NEWEST)
          .where('state', '=', 'kept'),
      ),
  )
  return row?.id ?? 0
}

/** Entries that nobody closes could be changed without a trace. */
async function countLate(tx: ProofTransaction): Promise<number> {
  const [row] = await tx.run(
    from
      .selectFrom('ledger')
      .select((eb) => eb.fn.countAll<number>().as('late'))
      .where('at', '<', sql<Date>`now() - interval '2 days'`)
      .where(
        sql<boolean>`xid >= coalesce(
          (select until_xid from checkpoints order by id desc limit 1), '0'::xid8)`,
      ),
  )
  return row?.late ?? 0
}
