import { Secret, TOTP } from 'otpauth'
import { DEMO_PASSWORD } from '#entry/demo/account.ts'
import { type Browser, expect, expectAccessible, type Page } from './browser.ts'
import type { Installation } from './installation.ts'

export const PHONE = { width: 390, height: 844 }
export const WIDE = { width: 1280, height: 900 }
const CLICK_MS = 15_000
const MAIL_MS = 15_000

export interface Guest {
  readonly email: string
  readonly viewport?: typeof PHONE
  /** Of whose pages; of the first organisation when left out. */
  readonly organisation?: string
}

/** Somebody at the pages, in a browser of their own. */
export class Visitor {
  readonly page: Page
  readonly #at: Installation
  readonly #guest: Guest
  /** Makes codes, once the visitor set up a second step of their own. */
  #codeAt: ((timestamp: number) => string) | undefined

  constructor(page: Page, at: Installation, guest: Guest) {
    this.page = page
    this.#at = at
    this.#guest = guest
  }

  /** Who is not signed in. */
  static async come(browser: Browser, at: Installation, guest: Guest): Promise<Visitor> {
    const { viewport = WIDE } = guest
    const context = await browser.newContext({
      locale: 'nl-NL',
      viewport,
      reducedMotion: 'reduce',
    })
    return new Visitor(await context.newPage(), at, guest)
  }

  /** Who is signed in. */
  static async as(browser: Browser, at: Installation, guest: Guest): Promise<Visitor> {
    const visitor = await Visitor.come(browser, at, guest)
    await visitor.#signIn()
    return visitor
  }

  /** Signs in again, as one does after weeks. */
  async comeBack(): Promise<void> {
    await this.page.context().clearCookies()
    await this.#signIn()
  }

  async #signIn(): Promise<void> {
    const { email, organisation } = this.#guest
    if (organisation !== undefined) await this.open(`/organisatie/${organisation}`)
    await this.#at.signIn(this.page, email, this.#codeAt)
  }

  async leave(): Promise<void> {
    await this.page.context().close()
  }

  /** Makes an account with the password of the demonstration, on the page of an invitation. */
  async takeInvitation(): Promise<void> {
    await this.fillIn({ password: DEMO_PASSWORD, again: DEMO_PASSWORD })
    await this.press('Account maken')
  }

  /** Sets up the second step as the page asks, and keeps what makes the codes. */
  async setUpCodes(): Promise<void> {
    await this.open('/account/tweede-stap')
    const typed = await this.page.locator('.codes li').innerText()
    const totp = new TOTP({ secret: Secret.fromBase32(typed.replaceAll(' ', '')) })
    this.#codeAt = (timestamp) => totp.generate({ timestamp })
    await this.fillIn({ code: await this.code() })
    await this.press('Instellen')
  }

  /** The next code that counts for this account. */
  code(): Promise<string> {
    return this.#at.freshCode(this.#guest.email, this.#codeAt)
  }

  /** Where the visitor is. */
  get path(): string {
    return new URL(this.page.url()).pathname
  }

  /** Opens a path and answers with its status. */
  async open(path: string): Promise<number> {
    const answer = await this.page.goto(this.#at.url + path)
    return answer?.status() ?? 0
  }

  /** Opens the newest mail to somebody, and follows its link. */
  async followMail(to: string): Promise<void> {
    const mail = this.page.getByRole('row').filter({ hasText: to }).first()
    await expect(async () => {
      await this.open('/demo/post')
      await mail.getByRole('link').click({ timeout: 1_000 })
    }).toPass({ timeout: MAIL_MS })
    const link = await this.page.getByRole('link', { name: 'De link volgen' }).getAttribute('href')
    await this.open(link ?? '')
  }

  /** Fills in fields by their name, whatever they are. */
  async fillIn(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(values)) {
      const field = this.page.locator(`main [name="${name}"]:not([type=hidden])`)
      const kind = await field.first().evaluate((node) => node.getAttribute('type') ?? node.tagName)
      if (kind === 'radio') await field.and(this.page.locator(`[value="${value}"]`)).check()
      else if (kind === 'SELECT') await field.selectOption(value)
      else await field.fill(value)
    }
  }

  /** Chooses the option that has a text in it. */
  async choose(name: string, text: string): Promise<void> {
    const field = this.page.locator(`main select[name="${name}"]`)
    const value = await field.locator('option', { hasText: text }).first().getAttribute('value')
    await field.selectOption(value)
  }

  /** Of a group of checkboxes ticks the one, and no other. */
  async tickOnly(name: string, value: string): Promise<void> {
    const others = `main [name="${name}"]:checked:not([value="${value}"])`
    while ((await this.page.locator(others).count()) > 0) {
      await this.page.locator(others).first().uncheck()
    }
  }

  /** Presses the first button of that name, which must find nothing wrong. */
  async press(name: string): Promise<void> {
    const { path } = this
    const button = this.page.getByRole('main').getByRole('button', { name }).first()
    const answered = this.page.waitForEvent('domcontentloaded')
    await Promise.all([answered, button.click({ timeout: CLICK_MS })])
    expect(await this.page.locator('.faults').count(), `${name} at ${path}`).toBe(0)
  }

  async sees(text: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('main').getByText(text).first()).toBeVisible()
  }

  async isAccessible(): Promise<void> {
    await expectAccessible(this.page)
  }
}
