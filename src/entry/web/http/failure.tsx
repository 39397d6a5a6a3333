import type { Context } from 'hono'
import { LinkButton, PageHeader } from '#entry/web/components/index.ts'
import type { Wording } from '#entry/web/words.ts'
import { isAppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { clearSession } from './cookies.ts'
import type { Door } from './door.ts'
import { explain, isExplained } from './explanations.ts'
import { html } from './page.tsx'
import { Screen } from './screen.tsx'

const words = {
  missing: { nl: 'Deze pagina is er niet', en: 'This page is not there' },
  missingWhy: {
    nl: 'Misschien is het adres verkeerd, of is dit niet (meer) voor u bestemd.',
    en: 'The address may be wrong, or this is not (or no longer) meant for you.',
  },
  notDone: { nl: 'Dat is niet gelukt', en: 'That did not work' },
  broken: { nl: 'Er ging iets mis', en: 'Something went wrong' },
  brokenWhy: {
    nl: 'Dit ligt aan ons. Wat u wilde doen, is niet gebeurd. Probeer het straks opnieuw.',
    en: 'This is our fault. What you wanted to do has not happened. Try again later.',
  },
  home: { nl: 'Naar de voorpagina', en: 'To the front page' },
  back: { nl: 'Terug', en: 'Back' },
} satisfies Record<string, Text>

/**
 * Answers a request that failed: signing in where that is missing, a page that explains where it
 * was refused, and for a defect a page that tells nothing of it. The log gets the kind of error and
 * never what was asked.
 */
export async function failure(c: Context, door: Door, error: unknown): Promise<Response> {
  const code = typeof error === 'string' ? error : isAppError(error) ? error.code : undefined
  if (code === 'SIGNED_OUT') {
    if (door.visit.session) clearSession(c, door.visit.site)
    const back = c.req.method === 'GET' ? door.visit.path : pageBefore(c)
    return c.redirect(back ? `/inloggen?naar=${encodeURIComponent(back)}` : '/inloggen', 303)
  }
  if (code === 'SECOND_FACTOR_MISSING') return c.redirect('/inloggen/tweede-stap', 303)
  if (!door.me && door.visit.session) await door.list('', 'failure', {}).catch(() => undefined)
  if (code === 'NOT_FOUND')
    return explainPage(c, door, { title: words.missing, why: words.missingWhy, status: 404 })
  if (isExplained(error)) {
    const { message } = explain(error)
    return explainPage(c, door, { title: words.notDone, why: message, status: 409 })
  }
  process.stderr.write(`${describeDefect(error)}\n`)
  return explainPage(c, door, { title: words.broken, why: words.brokenWhy, status: 500 })
}

interface Failure {
  readonly title: Text
  readonly why: Wording
  readonly status: 404 | 409 | 500
}

function explainPage(c: Context, door: Door, { title, why, status }: Failure): Response {
  const back = c.req.method === 'POST' ? pageBefore(c) : undefined
  const page = (
    <Screen door={door} title={title} width="narrow" open>
      <PageHeader
        title={title}
        lead={why}
        action={
          back ? (
            <LinkButton href={back} label={words.back} look="plain" icon="left" />
          ) : (
            <LinkButton href="/" label={words.home} look="plain" />
          )
        }
      />
    </Screen>
  )
  return html(c, page, status)
}

/** The page of this site on which the form stood, if the browser tells. */
function pageBefore(c: Context): string | undefined {
  const referer = c.req.header('referer') ?? ''
  if (!URL.canParse(referer)) return undefined
  const { host, pathname, search } = new URL(referer)
  return host === c.req.header('host') ? `${pathname}${search}` : undefined
}

/** Where a defect is, without its message: messages of libraries can hold what somebody typed. */
function describeDefect(error: unknown): string {
  if (!(error instanceof Error)) return `defect: ${typeof error}`
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const places = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return [`defect: ${error.name}${code}`, ...places.slice(0, 8)].join('\n')
}
