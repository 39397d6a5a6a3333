import { sql } from 'kysely'
import type { Accounts } from '#accounts/index.ts'
import { ACCOUNT_PATHS } from '#accounts/paths.ts'
import { countTry, throttleAddress, throttleMail } from '#accounts/throttle.ts'
import { hashToken, newToken } from '#accounts/token.ts'
import type { Language } from '#kernel/language.ts'
import { enrolmentLinkMail } from '#jobs/mails/enrolment-link.ts'
import { written } from '#store/query.ts'

/** Somebody who wants to enrol themselves, and has no account yet. */
export interface Applicant {
  /** UUID of the form. */
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: Language
}

/**
 * Sends a link to the address that somebody gave, by which they make an account and enrol. Of who
 * does not use it nothing stays.
 *
 * @param where The organisation, and the network address that asks.
 * @throws `TRY_LATER` with seconds after too many; `NOT_FOUND` where nobody enrols themselves;
 * `DUPLICATE`.
 */
export async function askEnrolmentLink(
  accounts: Accounts,
  where: { readonly organisation: string; readonly title: string; readonly address: string },
  { id, name, email, language }: Applicant,
): Promise<void> {
  await countTry(accounts, [throttleMail(email), throttleAddress(where.address)])
  const token = newToken()
  const ask = sql.id(`org_${where.organisation}`, 'ask_enrolment_link')
  await accounts.platform.change(async (tx) => {
    await tx.run(
      written(sql`select ${ask}(${id}::uuid, ${JSON.stringify({ name, email, language })}::jsonb,
        ${hashToken(token)}::bytea)`),
    )
    const path = ACCOUNT_PATHS.invitation(where.organisation, token)
    const about = { organisation: where.title, path }
    await accounts.outbox.queue(tx, enrolmentLinkMail, about, { email, name, language })
  })
}
