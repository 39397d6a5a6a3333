import { Hono } from 'hono'
import { CodeList, PageHeader, PublicLayout, Stack } from '#entry/web/components/index.ts'
import type { Frame } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import { serveAssets } from './assets.ts'

/**
 * Why there are no pages: all is being made ready, nobody made an organisation, or a backup is
 * being brought back.
 */
export type WaitingFor = 'start' | 'organisation' | 'restoration'

const words = {
  start: {
    title: { nl: 'Gestand start op', en: 'Gestand is starting' },
    lead: {
      nl: 'Dit duurt meestal een paar seconden. Deze pagina ververst zichzelf.',
      en: 'This usually takes a few seconds. This page refreshes itself.',
    },
  },
  organisation: {
    title: { nl: 'Er is nog geen organisatie', en: 'There is no organisation yet' },
    lead: {
      nl: 'Wie Gestand beheert, maakt er een op de server: eerst uit een privacyverklaring een organisatie, daarna een uitnodiging voor de eerste beheerder. Deze pagina ververst zichzelf.',
      en: 'Whoever runs Gestand makes one on the server: first an organisation out of a privacy statement, then an invitation for the first administrator. This page refreshes itself.',
    },
  },
  restoration: {
    title: { nl: 'Een reservekopie wordt teruggezet', en: 'A backup is being brought back' },
    lead: {
      nl: 'Inloggen kan weer zodra alles is nagekeken: wat intussen was verwijderd of ingetrokken, komt niet terug. Deze pagina ververst zichzelf.',
      en: 'You can sign in again as soon as everything has been checked: what was erased or withdrawn meanwhile does not come back. This page refreshes itself.',
    },
  },
} as const satisfies Record<WaitingFor, Record<'title' | 'lead', Text>>

const commands: Text = { nl: 'Opdrachten', en: 'Commands' }

/** What whoever runs an installation without an organisation has to do. */
export const FIRST_COMMANDS = [
  'npm run -s gestand -- apply statements/NAME',
  'npm run -s gestand -- account invite EMAIL --org NAME --name "FULL NAME" --functions administrator',
] as const

const REFRESH_SECONDS = 5

/** Pages for as long as there is nothing to serve. A program that asks is told to come back. */
export function createWaitingApp(waitingFor: WaitingFor): Hono {
  const app = new Hono()
  app.use(serveAssets)
  app.all('*', (c) => {
    const { title, lead } = words[waitingFor]
    const wished = c.req.query('taal') ?? c.req.header('accept-language') ?? ''
    const language = /^en\b/i.test(wished) ? 'en' : 'nl'
    const frame: Frame = {
      view: { language, csrfToken: '' },
      label: 'Gestand',
      homeHref: '/',
      otherLanguageHref: language === 'nl' ? '/?taal=en' : '/?taal=nl',
      statementHref: '/',
      sections: [],
    }
    const page = (
      <PublicLayout frame={frame} title={title} width="narrow">
        <Stack>
          <PageHeader title={title} lead={lead} />
          {waitingFor === 'organisation' && <CodeList label={commands} codes={FIRST_COMMANDS} />}
        </Stack>
      </PublicLayout>
    )
    c.header('cache-control', 'no-store')
    c.header('retry-after', String(REFRESH_SECONDS))
    c.header('refresh', String(REFRESH_SECONDS))
    c.header(
      'content-security-policy',
      `default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'`,
    )
    return c.html(String(page), 503)
  })
  return app
}
