import { type Context, Hono } from 'hono'
import { changeLanguage } from '#accounts/index.ts'
import { isAppError } from '#kernel/error.ts'
import { serveAssets } from './assets.ts'
import { Door } from './http/door.ts'
import { formToken, readSession, writeLanguage, writeOrganisation } from './http/cookies.ts'
import { countVisit } from './http/counting.ts'
import { failure } from './http/failure.tsx'
import type { Route, Serve } from './http/page.tsx'
import type { Site } from './http/site.ts'
import { readVisit } from './http/visit.ts'
import { GALLERY_PATH, gallery } from './gallery.tsx'
import { ROUTES } from './pages/routes.ts'

/** Strict: nothing from elsewhere, no inline script or style, no frame around it. */
const SECURITY_HEADERS: readonly (readonly [string, string])[] = Object.entries({
  'content-security-policy': [
    `default-src 'none'`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `script-src 'self'`,
    `connect-src 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
})

/** The web door: every page of the product, as one application that keeps no state. */
export function createApp(site: Site, routes: readonly Route[] = ROUTES): Hono {
  const app = new Hono()
  app.use(serveAssets)
  if (site.demo) app.route(GALLERY_PATH, gallery)
  app.use(async (c, next) => {
    await next()
    // On the headers themselves: `c.header` makes the answer anew each time.
    const { headers } = c.res
    for (const [name, value] of SECURITY_HEADERS) headers.set(name, value)
    if (site.publicUrl.startsWith('https:')) {
      headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains')
    }
    // Pages hold what only this reader may see: neither the browser nor anything between keeps
    // them.
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
    countVisit(c, site)
  })
  const serve = serveWith(site)
  app.get('/taal/:language', (c) => chooseLanguage(c, site))
  app.get('/organisatie/:organisation', (c) => chooseOrganisation(c, site))
  for (const route of routes) route.register(app, serve)
  app.notFound(serve((c, door) => failure(c, door, 'NOT_FOUND')))
  return app
}

function serveWith(site: Site): Serve {
  return (handle) => async (c) => {
    const door = new Door(readVisit(c, site), formToken(c, site))
    try {
      return await handle(c, door)
    } catch (error) {
      return failure(c, door, error)
    }
  }
}

/**
 * Switches the language, here and for the account's mail, and goes back. Only to a path of this
 * site.
 */
async function chooseLanguage(c: Context, site: Site): Promise<Response> {
  const language = c.req.param('language') === 'en' ? 'en' : 'nl'
  writeLanguage(c, site, language)
  const session = readSession(c, site)
  if (session) {
    await changeLanguage(site.accounts, session, language).catch((error: unknown) => {
      if (!isAppError(error, 'SIGNED_OUT')) throw error
    })
  }
  const to = c.req.query('naar') ?? '/'
  return c.redirect(/^\/(?![/\\])/.test(to) ? to : '/', 303)
}

/** Shows the pages of another organisation from here on, where the host name tells none. */
function chooseOrganisation(c: Context, site: Site): Response {
  const chosen = site.organisations.get(c.req.param('organisation') ?? '')
  if (chosen) writeOrganisation(c, site, chosen.id)
  return c.redirect('/', 303)
}
