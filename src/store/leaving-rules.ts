import type { Plan } from '#statement/plan.ts'
import { type Owner, quoted } from './owner.ts'
import { spellTerm } from './term.ts'

/**
 * Writes what the gate before recipients asks, and how long a yes lasts. Consents that were given
 * before keep to the shorter of the two terms.
 */
export async function writeLeavingRules(owner: Owner, plan: Plan): Promise<void> {
  const { consents, recipients } = plan
  await owner.query('delete from consent_rules; delete from recipient_rules')
  await owner.query(
    `insert into consent_rules (consent, expires)
     select * from unnest($1::text[], $2::interval[])`,
    [consents.map(({ consent }) => consent), consents.map(({ expires }) => expires)],
  )
  for (const rule of recipients) {
    await owner.query(
      `insert into recipient_rules
         (recipient, kind, gets, purposes, after, needs_agreement, agreement_until)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        rule.recipient,
        rule.kind,
        rule.gets,
        rule.purposes,
        rule.after,
        rule.needsAgreement,
        rule.agreementUntil,
      ],
    )
  }
  await owner.query('select reckon_consents()')
}

/** The rows as `leavingRows` finds them in the database. */
export function wantedLeaving({ consents, recipients }: Plan): string[] {
  return [
    ...consents.map(({ consent, expires }) => `consent ${consent} ${spellTerm(expires)}`.trim()),
    ...recipients.map((rule) =>
      [
        `recipient ${rule.recipient} ${rule.kind}`,
        `gets ${rule.gets.join('+')}`,
        `for ${rule.purposes.join('+')}`,
        `after ${rule.after ?? '-'}`,
        rule.needsAgreement ? `until ${rule.agreementUntil ?? '-'}` : 'without agreement',
      ].join(' '),
    ),
  ]
}

/** Asks the database for its rules on consents and recipients, one row each as `object`. */
export function leavingRows(schema: string): string {
  return `
    select trim(concat_ws(' ', 'consent', consent,
      coalesce(nullif(extract(year from expires), 0) || 'Y', '')
      || coalesce(nullif(extract(month from expires), 0) || 'M', '')
      || coalesce(nullif(extract(day from expires), 0) || 'D', ''))) as object
    from ${quoted(schema)}.consent_rules
    union all
    select concat_ws(' ', 'recipient', recipient, kind,
      'gets', array_to_string(gets, '+'), 'for', array_to_string(purposes, '+'),
      'after', coalesce(after, '-'),
      case when needs_agreement then 'until ' || coalesce(to_char(agreement_until, 'YYYY-MM-DD'),
        '-') else 'without agreement' end)
    from ${quoted(schema)}.recipient_rules`
}
