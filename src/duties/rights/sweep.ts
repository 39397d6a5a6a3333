import { sql } from 'kysely'
import { recipientNoticeMail } from '#jobs/mails/recipient-notice.ts'
import { requestDueMail } from '#jobs/mails/request-due.ts'
import { requestNewsMail } from '#jobs/mails/request-news.ts'
import type { Outbox } from '#jobs/outbox.ts'
import type { Language } from '#kernel/language.ts'
import type { Platform, Runner } from '#store/platform.ts'
import { written } from '#store/query.ts'
import { linkPath } from './asking.ts'
import type { RequestLinks } from './request-links.ts'

export interface SweepParts {
  /** With the login of the worker. */
  readonly platform: Platform
  readonly outbox: Outbox
  readonly links: RequestLinks
}

export interface SweptOrganisation {
  /** Short name. */
  readonly id: string
  /** Name as people know it. */
  readonly title: string
  /** Who answers for it, in the end; nobody when left out. */
  readonly responsible?: { readonly name: string; readonly email: string }
}

/** What one sweep did. */
export interface Swept {
  readonly reminded: number
  readonly recipients: number
  readonly lifted: number
  /** People who heard of what the software did by itself. */
  readonly told: number
}

/**
 * What the clock does with requests, every day: reminds of terms that end, lifts restrictions on
 * the day that was announced, tells recipients, and forgets what is over. Twice is the same as
 * once.
 */
export async function requestSweep(
  { platform, outbox, links }: SweepParts,
  organisation: SweptOrganisation,
): Promise<Swept> {
  const schema = `org_${organisation.id}`
  const reminded = await platform.change((tx) => remind(tx, outbox, organisation))
  const recipients = await platform.change((tx) => tellRecipients(tx, outbox, organisation))
  const told = await platform.change((tx) => tellNews(tx, { outbox, links }, organisation))
  const [lifting] = await platform.run(
    written(sql<{ lifted: number }>`
      select ${sql.id(schema, 'lift_announced')}()::int as lifted`),
  )
  await platform.run(written(sql`select ${sql.id(schema, 'sweep_requests')}()`))
  return { reminded, recipients, lifted: lifting?.lifted ?? 0, told }
}

interface Due {
  readonly id: string
  readonly number: string
  readonly daysLeft: number
  readonly accounts: string[]
}

async function remind(tx: Runner, outbox: Outbox, to: SweptOrganisation): Promise<number> {
  const due = await tx.run(
    written(sql<Due>`
      select request_id as id, number, days_left as "daysLeft", accounts
      from ${sql.id(`org_${to.id}`, 'requests_to_remind')}()`),
  )
  for (const { id, number, daysLeft, accounts } of due) {
    const news = { organisation: to.title, path: `/privacy/verzoeken/${id}`, number, daysLeft }
    for (const accountId of accounts) await outbox.queue(tx, requestDueMail, news, { accountId })
    if (daysLeft <= 0 && to.responsible) {
      await outbox.queue(tx, requestDueMail, news, { ...to.responsible, language: 'nl' })
    }
  }
  return due.length
}

interface News {
  readonly id: string
  readonly accountId: string | null
  readonly name: string
  readonly email: string | null
  readonly language: Language
  readonly number: string
}

async function tellNews(
  tx: Runner,
  { outbox, links }: Pick<SweepParts, 'outbox' | 'links'>,
  from: SweptOrganisation,
): Promise<number> {
  const news = await tx.run(
    written(sql<News>`
      select request_id as id, account_id as "accountId", name, email, language, number
      from ${sql.id(`org_${from.id}`, 'take_request_news')}()`),
  )
  for (const { id, accountId, name, email, language, number } of news) {
    const path = accountId ? `/mijn/rechten/${id}` : linkPath(links.secretOf(from.id, id))
    const mail = { organisation: from.title, path, number }
    if (accountId) await outbox.queue(tx, requestNewsMail, mail, { accountId })
    else if (email) await outbox.queue(tx, requestNewsMail, mail, { name, email, language })
  }
  return news.length
}

interface Notice {
  readonly kind: 'rectification' | 'erasure' | 'restriction'
  readonly reference: string
  readonly name: string
  readonly email: string
}

async function tellRecipients(
  tx: Runner,
  outbox: Outbox,
  from: SweptOrganisation,
): Promise<number> {
  const notices = await tx.run(
    written(sql<Notice>`
      select kind, reference, name, email
      from ${sql.id(`org_${from.id}`, 'notices_to_send')}()`),
  )
  for (const { kind, reference, name, email } of notices) {
    const news = { organisation: from.title, path: '/verklaring', reference, change: kind }
    await outbox.queue(tx, recipientNoticeMail, news, { name, email, language: 'nl' })
  }
  return notices.length
}
