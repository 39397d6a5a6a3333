import { sql } from 'kysely'
import type { Check, CheckRun } from '#duties/promises/check.ts'
import { judgeRows } from '#duties/promises/judging.ts'

/** All that a line of an invoice can hold. One column more is room for something else. */
const CHARGE_COLUMNS = [
  'credits',
  'day',
  'declared_at',
  'declared_by',
  'description',
  'dossier_id',
  'id',
  'invoice_id',
  'net',
  'payer_id',
  'quantity',
  'subject',
  'unit',
  'unit_price',
  'vat',
]

/** Whoever makes invoices has no right on any table of a dossier. */
const financeApart: Check = {
  name: 'finance-apart',
  says: {
    nl: 'wie facturen maakt of int, kan bij geen enkele tabel van een dossier',
    en: 'whoever makes invoices or collects them can reach no table of a dossier',
  },
  keeps: ['finance-apart'],
  looksAt: { nl: 'tabellen van dossiers', en: 'tables of dossiers' },
  codes: {
    DOSSIER_GRANTED: {
      nl: 'wie facturen maakt, kan in tabellen van dossiers kijken ({count})',
      en: 'whoever makes invoices can look in tables of dossiers ({count})',
    },
    BOOKS_UNSHIELDED: {
      nl: 'de regel die facturen voor anderen afschermt, ontbreekt ({count})',
      en: 'the rule that shields invoices from others is missing ({count})',
    },
  },
  run: async (tx): Promise<CheckRun> => {
    const { rows } = await tx.query(
      `select c.relname as subject, case
          when obj_description(c.oid, 'pg_class') ~ '@belongs dossiers' then case when exists (
            select from pg_roles r
            where r.rolname in ($1 || '__invoicing', $1 || '__collecting', $1 || '__invoice_access')
              and has_any_column_privilege(r.oid, c.oid, 'select, insert, update'))
            then 'DOSSIER_GRANTED' end
          when not exists (
            select from pg_policy p where p.polrelid = c.oid and p.polname = 'core_books'
              and not p.polpermissive and p.polcmd = '*') or not c.relrowsecurity
            then 'BOOKS_UNSHIELDED' end as code
       from pg_class c
       where c.relnamespace = $1::regnamespace and c.relkind = 'r'
         and (obj_description(c.oid, 'pg_class') ~ '@belongs dossiers'
           or c.relname in ('payers', 'charges', 'invoices', 'issuances', 'sendings', 'payments',
             'bank_entries', 'payment_reversals', 'payment_reminders', 'invoice_disputes',
             'dispute_endings', 'collector_handovers'))`,
      [`org_${tx.organisation}`],
    )
    // The two columns that the query names.
    const judged = rows as { subject: string; code: string | null }[]
    const findings = judged.flatMap(({ subject, code }) => (code ? [{ subject, code }] : []))
    return { lookedAt: judged.length, findings }
  },
}

/** Nothing but the fields of an invoice fits on one, and what was issued is as it was. */
const invoicesMinimal: Check = {
  name: 'invoices-minimal',
  says: {
    nl: 'op facturen past niets anders dan hoort, en geen is veranderd of overgeslagen',
    en: 'invoices have room for nothing else, and none was changed or left out',
  },
  keeps: ['invoice-fields'],
  looksAt: { nl: 'facturen en hun velden', en: 'invoices and their fields' },
  codes: {
    FIELD_ADDED: {
      nl: 'regels van facturen hebben een veld dat er niet hoort ({count})',
      en: 'lines of invoices have a field that should not be there ({count})',
    },
    GUARD_MISSING: {
      nl: 'wat facturen bewaakt, staat uit ({count})',
      en: 'what guards invoices is switched off ({count})',
    },
    INVOICE_ALTERED: {
      nl: 'uitgegeven facturen zijn veranderd ({count})',
      en: 'issued invoices were changed ({count})',
    },
    SERIES_BROKEN: {
      nl: 'in de nummers van een jaar zit een gat ({count})',
      en: 'the numbers of a year have a gap ({count})',
    },
  },
  run: async (tx): Promise<CheckRun> => {
    const altered = await judgeRows(
      tx,
      sql`select invoice_id::text as subject, case when altered then 'INVOICE_ALTERED' end as code
        from evidence_invoices('0')
        union all
        select year::text, case when broken then 'SERIES_BROKEN' end
        from evidence_invoice_series()`,
    )
    const { rows } = await tx.query(
      `select a.attname as subject, 'FIELD_ADDED' as code from pg_attribute a
       where a.attrelid = ($1 || '.charges')::regclass and a.attnum > 0 and not a.attisdropped
         and a.attname <> all ($2)
       union all
       select w.place || '.' || w.guard, 'GUARD_MISSING'
       from (values ('charges', 'guard_charge'), ('invoices', 'refuse_when_issued'),
         ('issuances', 'refuse_when_issued'), ('issuances', 'guard_issuance'),
         ('sendings', 'guard_sending')) as w (place, guard)
       where not exists (
         select from pg_trigger t where t.tgrelid = ($1 || '.' || w.place)::regclass
           and t.tgname = w.guard and t.tgenabled = 'O')
       union all
       select 'charges.description', 'GUARD_MISSING' where not exists (
         select from pg_constraint k where k.conrelid = ($1 || '.charges')::regclass
           and k.contype = 'c' and k.convalidated
           and pg_get_constraintdef(k.oid) like '%description = ANY%')`,
      [`org_${tx.organisation}`, CHARGE_COLUMNS],
    )
    // The two columns that the query names.
    const wrong = rows as { subject: string; code: string }[]
    return {
      lookedAt: altered.lookedAt + CHARGE_COLUMNS.length,
      findings: [...altered.findings, ...wrong],
    }
  },
}

/** Invoices are kept for the tax, and go when that is over. */
const taxRecordsKept: Check = {
  name: 'tax-records-kept',
  says: {
    nl: 'geen factuur blijft langer dan de belastingwet vraagt',
    en: 'no invoice stays longer than tax law asks',
  },
  keeps: ['tax-records', 'retention.invoice'],
  looksAt: { nl: 'facturen', en: 'invoices' },
  codes: {
    INVOICE_PAST_TERM: {
      nl: 'facturen zijn er nog na hun termijn ({count})',
      en: 'invoices are still there after their term ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select invoice_id as subject, case when late then 'INVOICE_PAST_TERM' end as code
        from evidence_invoices('2 days')`,
    ),
}

/** A dispute keeps the dossier, and nobody is reminded meanwhile. */
const disputesHeld: Check = {
  name: 'disputes-held',
  says: {
    nl: 'bij elke betwiste factuur blijft het dossier bewaard, en er ging geen aanmaning uit',
    en: 'with each disputed invoice the dossier is kept, and no reminder went out',
  },
  keeps: ['dispute-hold'],
  looksAt: { nl: 'betwiste facturen', en: 'disputed invoices' },
  codes: {
    DISPUTE_UNHELD: {
      nl: 'een dossier achter een betwiste factuur kan worden verwijderd ({count})',
      en: 'a dossier behind a disputed invoice can be erased ({count})',
    },
    DISPUTE_REMINDED: {
      nl: 'er ging een aanmaning uit over een betwiste factuur ({count})',
      en: 'a reminder went out on a disputed invoice ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select dispute_id as subject, case when unheld then 'DISPUTE_UNHELD'
          when reminded then 'DISPUTE_REMINDED' end as code
        from evidence_invoice_disputes()`,
    ),
}

/** What is checked of invoices. */
export const FINANCE_CHECKS: readonly Check[] = [
  financeApart,
  invoicesMinimal,
  taxRecordsKept,
  disputesHeld,
]
