import { randomUUID } from 'node:crypto'
import { Recognition } from '#duties/erasure/recognition.ts'
import type { Hono } from 'hono'
import { createAccounts, csrfToken, newVisitor } from '#accounts/index.ts'
import { RequestLinks } from '#duties/rights/request-links.ts'
import { createApp } from '#entry/web/app.tsx'
import { Publication } from '#entry/web/http/publication.ts'
import type { Site } from '#entry/web/http/site.ts'
import type { Language } from '#kernel/language.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import { CitizenNumberMarks } from '#modules/practice/index.ts'
import { SurveyLinks } from '#modules/registry/index.ts'
import { createPackageMaker } from '#modules/packaging.ts'
import { Prover } from '#modules/prover.ts'
import { platformOf } from './platform.ts'
import { workerOf } from './worker.ts'
import type { World, WorldAccount } from './world.ts'

const ORIGIN = 'http://localhost'

/** The web door of a world, as the main program makes it. */
export function siteOf(there: World): Site {
  const { master } = there.installation
  const accounts = createAccounts({ platform: platformOf(there, 'accounts'), master, answerMs: 0 })
  const home = { id: there.organisation, label: 'De Brug' }
  return {
    store: there.store,
    keys: there.keys,
    recognition: new Recognition(there.register, master),
    requestLinks: new RequestLinks(master),
    surveyLinks: new SurveyLinks(master),
    citizenNumbers: new CitizenNumberMarks(master),
    accounts,
    outbox: accounts.outbox,
    keyOf: (organisation) => ledgerKey(master, organisation),
    organisations: new Map([[home.id, home]]),
    home,
    publication: new Publication(there.store),
    prover: new Prover(workerOf(there), master),
    packages: createPackageMaker(there, { platform: platformOf(there, 'worker'), master }),
    publicUrl: ORIGIN,
    secure: false,
    demo: false,
    addressOf: () => '192.0.2.7',
  }
}

/** What a browser got for a request. */
export interface Seen {
  readonly status: number
  /** Where it is sent on to. */
  readonly to: string | null
  readonly body: string
  readonly headers: Headers
}

/** A value of a form: a list is sent as many times as it is long. */
export type FormValue = string | File | readonly string[]

export interface Submission {
  /** Id of the form; the same twice is a double submit. */
  readonly formId?: string
  /** Another token than the one of this browser's forms. */
  readonly token?: string
}

/** Somebody at the pages of a world: signed in with an account, or a visitor. */
export class Browser {
  readonly #app: Hono
  readonly #cookies: readonly string[]
  readonly #secret: Buffer

  constructor(site: Site, account?: WorldAccount, language: Language = 'nl') {
    this.#app = createApp(site)
    const visitor = newVisitor(site.accounts.visitorKey)
    this.#secret = account?.session ?? visitor.secret
    this.#cookies = [
      `taal=${language}`,
      account ? `gestand=${account.session.toString('base64url')}` : `bezoek=${visitor.cookie}`,
    ]
  }

  async get(path: string): Promise<Seen> {
    return seen(await this.#app.request(ORIGIN + path, { headers: this.#headers() }))
  }

  /** The bytes of a file. */
  async download(path: string): Promise<Uint8Array<ArrayBuffer>> {
    const answer = await this.#app.request(ORIGIN + path, { headers: this.#headers() })
    return new Uint8Array(await answer.arrayBuffer())
  }

  /** Sends a form as the page at that path would have drawn it. */
  async submit(
    path: string,
    fields: Readonly<Record<string, FormValue>> = {},
    { formId = randomUUID(), token = csrfToken(this.#secret) }: Submission = {},
  ): Promise<Seen> {
    const body = new FormData()
    body.set('_csrf', token)
    body.set('_form', formId)
    for (const [name, value] of Object.entries(fields)) {
      const values = typeof value === 'string' || value instanceof File ? [value] : value
      for (const each of values) body.append(name, each)
    }
    const headers = { ...this.#headers(), 'sec-fetch-site': 'same-origin' }
    return seen(await this.#app.request(ORIGIN + path, { method: 'POST', headers, body }))
  }

  /** Sends one form twice, as an impatient reader does. */
  async twice(
    path: string,
    fields: Readonly<Record<string, FormValue>> = {},
    formId: string = randomUUID(),
  ): Promise<readonly [Seen, Seen]> {
    const first = await this.submit(path, fields, { formId })
    return [first, await this.submit(path, fields, { formId })]
  }

  #headers(): Record<string, string> {
    return { cookie: this.#cookies.join('; '), host: 'localhost' }
  }
}

async function seen(answer: Response): Promise<Seen> {
  const { status, headers } = answer
  return { status, to: headers.get('location'), body: read(await answer.text()), headers }
}

/** Letters that stand in a page by their number, as a reader sees them. */
function read(html: string): string {
  return html.replaceAll(/&#(\d{3,7});/g, (_, code: string) => String.fromCodePoint(Number(code)))
}
