import type { Context } from 'hono'
import { readToken, tryingSecret } from '#accounts/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { answer } from '#entry/web/http/page.tsx'
import { AppError } from '#kernel/error.ts'
import { feedTimes, writeFeed } from '#modules/practice/index.ts'

const MINUTES_KEPT = 5

/** The times of one account as calendar software fetches them: with a secret, without a session. */
export const calendarFeed = answer('/agenda/:file', async (door, params, c) => {
  const secret = readToken(/^(.+)\.ics$/.exec(params['file'] ?? '')?.[1])
  if (!secret) throw new AppError('NOT_FOUND')
  return readFeed(door, secret, c)
})

async function readFeed({ visit }: Door, secret: Buffer, c: Context): Promise<Response> {
  const { site, organisation, address } = visit
  const { times } = await tryingSecret(site.accounts, address, () =>
    site.store.publicly(organisation, { times: feedTimes(secret) }),
  )
  c.header('content-type', 'text/calendar; charset=utf-8')
  c.header('cache-control', `private, max-age=${MINUTES_KEPT * 60}`)
  c.header('referrer-policy', 'no-referrer')
  return c.body(writeFeed(times, new URL(site.publicUrl).hostname))
}
