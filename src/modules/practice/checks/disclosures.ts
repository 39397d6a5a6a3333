import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { judgeRows } from '#duties/promises/judging.ts'

/** What is said of what leaves for a principal or another party. */
const DISCLOSING = [
  'summary-approval',
  'activities.accountability',
  'relations.principal',
  'relations.interested-party',
  'recipients.principal',
  'recipients.interested-party',
  'consents.disclosure',
  'categories.approved-document',
]

/**
 * Nothing was disclosed without the client's consent for that document and that party. Transactions
 * that run at the same moment may bear each other's times, hence a minute's patience.
 */
export const disclosuresConsented: Check = {
  name: 'disclosures-consented',
  says: {
    nl: 'voor elk verstrekt document gaf de cliënt vooraf toestemming',
    en: 'for each document disclosed the client had consented beforehand',
  },
  keeps: DISCLOSING,
  looksAt: { nl: 'verstrekkingen', en: 'disclosures' },
  codes: {
    CONSENT_MISSING: {
      nl: 'documenten zijn verstrekt zonder toestemming ({count})',
      en: 'documents were disclosed without consent ({count})',
    },
    CONSENT_WITHDRAWN: {
      nl: 'documenten zijn verstrekt nadat de toestemming was ingetrokken ({count})',
      en: 'documents were disclosed after consent had been withdrawn ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select disclosure_id as subject, case
        when consent is distinct from 'disclosure' or decision is distinct from 'given'
          or same_dossier is not true or same_party is not true
          or decided_at > disclosed_at + interval '1 minute' then 'CONSENT_MISSING'
        when withdrawn_at < disclosed_at - interval '1 minute' then 'CONSENT_WITHDRAWN'
        end as code
      from evidence_disclosures()`,
    ),
}

/** Of summaries only those were disclosed that the client had approved. */
export const disclosuresApproved: Check = {
  name: 'disclosures-approved',
  says: {
    nl: 'alleen samenvattingen die de cliënt had goedgekeurd, zijn verstrekt',
    en: 'only summaries that the client had approved were disclosed',
  },
  keeps: DISCLOSING,
  looksAt: { nl: 'verstrekkingen', en: 'disclosures' },
  codes: {
    NOT_APPROVED: {
      nl: 'samenvattingen zijn verstrekt zonder goedkeuring ({count})',
      en: 'summaries were disclosed without approval ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select disclosure_id as subject, case
        when approved_at is null or approved_at > disclosed_at + interval '1 minute'
          then 'NOT_APPROVED'
        end as code
      from evidence_disclosures() where is_summary`,
    ),
}
