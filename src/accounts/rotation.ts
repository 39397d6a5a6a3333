import { sql } from 'kysely'
import { MailSeal } from '#jobs/mail-seal.ts'
import type { MasterKey } from '#store/master-key.ts'
import { fromPlatform } from '#store/platform.ts'
import { written } from '#store/query.ts'
import { AccountSeal, type SealedThing } from './account-seal.ts'
import type { Accounts } from './accounts.ts'

const BATCH = 500

const TABLES = {
  passwords: 'password',
  second_factors: 'second-factor',
  second_factor_setups: 'second-factor',
  recovery_codes: 'recovery-code',
} as const satisfies Readonly<Record<string, SealedThing>>

/**
 * Seals anew, with the present master key, whatever an older one sealed for accounts. People notice
 * nothing; what they change in the meantime is left as they made it.
 *
 * @param accounts Made with the present master key.
 * @param older The master key that is to be given up.
 * @returns How many things were sealed anew.
 */
export async function rotateAccounts(
  accounts: Accounts,
  { present, older }: { readonly present: MasterKey; readonly older: MasterKey },
): Promise<number> {
  const before = new AccountSeal(older)
  let rotated = await rotateMails(accounts, new MailSeal(present), new MailSeal(older))
  for (const [table, thing] of Object.entries(TABLES)) {
    for (;;) {
      const name = sql.id('gestand', table)
      const rows = await accounts.platform.run(
        written(sql<{ account_id: string; sealed: Buffer }>`
          select account_id, sealed from ${name} where master = ${before.masterId} limit ${BATCH}`),
      )
      for (const { account_id: accountId, sealed } of rows) {
        const plain = before.unseal(thing, accountId, sealed)
        const fresh = accounts.seal.seal(thing, accountId, plain)
        await accounts.platform.run(
          written(sql`
            update ${name} set sealed = ${fresh}::bytea, master = ${accounts.seal.masterId}
            where account_id = ${accountId}::uuid and sealed = ${sealed}::bytea`),
        )
      }
      rotated += rows.length
      if (rows.length === 0) break
    }
  }
  return rotated
}

async function rotateMails(
  { platform }: Accounts,
  present: MailSeal,
  older: MailSeal,
): Promise<number> {
  const rows = await platform.run(
    fromPlatform
      .selectFrom('mails')
      .select(['id', 'kind', 'account_id', 'payload'])
      .where('master', '=', older.masterId)
      .where('payload', 'is not', null),
  )
  for (const { id, kind, account_id: accountId, payload } of rows) {
    if (!payload) continue
    const place = { kind, accountId }
    const fresh = present.seal(place, older.unseal(place, payload))
    await platform.run(
      fromPlatform
        .updateTable('mails')
        .set({ payload: fresh, master: present.masterId })
        .where('id', '=', id)
        .where('payload', 'is not', null),
    )
  }
  return rows.length
}
