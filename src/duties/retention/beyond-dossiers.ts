import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { judgeRows } from '#duties/promises/judging.ts'

/** Accounts that ended go when their term is over, and so do the names of who left. */
export const accountsDestroyed: Check = {
  name: 'accounts-destroyed',
  says: {
    nl: 'accounts en namen van wie vertrok, zijn na hun termijn weg',
    en: 'accounts and names of those who left are gone after their term',
  },
  keeps: ['retention.account'],
  looksAt: { nl: 'accounts', en: 'accounts' },
  codes: {
    ACCOUNT_LEFT: {
      nl: 'accounts die niemand meer gebruikt, zijn er nog na hun termijn ({count})',
      en: 'accounts that nobody uses any more are still there after their term ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select account_id as subject, case when late then 'ACCOUNT_LEFT' end as code
          from evidence_closed_accounts()`,
    ),
}

/** Lines are written in the order of time: when the oldest is not too old, none is. */
const OLDEST = 1_000

/** Lines of the ledger go when their term is over, and not before. */
export const linesDestroyed: Check = {
  name: 'lines-destroyed',
  says: {
    nl: 'regels van het logboek zijn na hun termijn weg, en niet eerder',
    en: 'lines of the log are gone after their term, and not before',
  },
  keeps: ['retention.access-log'],
  looksAt: { nl: 'oudste regels van het logboek', en: 'oldest lines of the log' },
  codes: {
    LINE_LEFT: {
      nl: 'regels zijn er nog na hun termijn ({count})',
      en: 'lines are still there after their term ({count})',
    },
    LINES_GONE_EARLY: {
      nl: 'regels zijn vernietigd voordat hun termijn voorbij was ({count})',
      en: 'lines were destroyed before their term was over ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select line_id::text as subject, case when late then 'LINE_LEFT' end as code
          from evidence_old_lines(${OLDEST})
          union all
          select checkpoint_id::text, case when early then 'LINES_GONE_EARLY' end
          from evidence_prunings()`,
    ),
}

export const BEYOND_DOSSIER_CHECKS: readonly Check[] = [accountsDestroyed, linesDestroyed]
