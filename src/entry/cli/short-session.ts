import { createHash, randomBytes } from 'node:crypto'
import type { Authority } from '#kernel/authority.ts'
import { type Owner, quoted } from '#store/owner.ts'
import { schemaOf } from '#store/store.ts'
import { UsageError } from './command.ts'

const MINUTES = 30

/** Somebody who works for an organisation. */
interface Colleague {
  readonly accountId: string
  /** In small letters. */
  readonly email: string
}

/** Those who work for an organisation now, with their email addresses. */
async function listColleagues(owner: Owner, organisation: string): Promise<Colleague[]> {
  const { rows } = await owner.query<Colleague>(
    `select a.id as "accountId", lower(a.email) as email
     from gestand.accounts a join ${quoted(schemaOf(organisation))}.members m on m.account_id = a.id
     where a.disabled_at is null and (m.left_at is null or m.left_at > now())
     order by email`,
  )
  return rows
}

/**
 * Runs `work` on behalf of somebody who works here, with a session of half an hour at most that
 * ends with it. Whoever runs commands on an installation owns its database; in the ledger stands
 * the one they act for.
 *
 * @throws {UsageError} when nobody of that address works here.
 */
export async function onBehalfOf<T>(
  owner: Owner,
  { organisation, email }: { readonly organisation: string; readonly email: string },
  work: (session: Authority['session']) => Promise<T>,
): Promise<T> {
  const colleagues = await listColleagues(owner, organisation)
  const colleague = colleagues.find((each) => each.email === email.toLowerCase())
  if (!colleague) throw new UsageError(`nobody with the address ${email} works here`)
  const session = randomBytes(32)
  const hash = createHash('sha256').update(session).digest()
  await owner.query(
    `insert into gestand.sessions (token_hash, account_id, strong, ends_at, device)
     values ($1, $2, true, now() + $3 * interval '1 minute', 'gestand command')`,
    [hash, colleague.accountId, MINUTES],
  )
  try {
    return await work(session)
  } finally {
    await owner.query('update gestand.sessions set ended_at = now() where token_hash = $1', [hash])
  }
}
