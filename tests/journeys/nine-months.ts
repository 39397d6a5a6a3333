import type { Browser } from './browser.ts'
import { expect, type Installation } from './installation.ts'
import { PHONE, Visitor } from './visitor.ts'

const COACH = 'ilse.kramer@example.org'
const CLIENT = 'noor.jansen@example.org'
const SUBSTITUTE = 'marijke.boersma@example.org'
const PLANNER = 'planning@example.org'
const PRINCIPAL = 'nadia.bakker@delinde.example.org'
const FINANCE = 'financien@example.org'
const DIRECTOR = 'directie@example.org'
const ADMINISTRATOR = 'beheer@example.org'
const OFFICER = 'fg@example.org'

const SUMMARY = 'Noor werkt nu twaalf uur per week. Wij bouwen rustig op.'
const FIVE_YEARS = 5 * 366
const DESTROYED_MS = 30_000

/** A trajectory on its way: the two whom it is about, and where it stands for each. */
export class Trajectory {
  readonly #browser: Browser
  readonly #at: Installation
  readonly #coach: Visitor
  readonly #client: Visitor
  /** As the coach sees it. */
  #dossier = ''
  #consult = ''
  #heldOn = ''

  constructor(browser: Browser, at: Installation, people: { coach: Visitor; client: Visitor }) {
    this.#browser = browser
    this.#at = at
    this.#coach = people.coach
    this.#client = people.client
  }

  static async begin(browser: Browser, at: Installation): Promise<Trajectory> {
    const coach = await Visitor.as(browser, at, { email: COACH })
    const client = await Visitor.come(browser, at, { email: CLIENT, viewport: PHONE })
    return new Trajectory(browser, at, { coach, client })
  }

  /** The principal names a point for improvement; the statement is shown before anything begins. */
  async takeIn(): Promise<void> {
    const coach = this.#coach
    await coach.open('/werk/nieuw')
    const name = { givenName: 'Noor', familyName: 'Jansen', email: CLIENT }
    const points = { points: 'Eerder om hulp vragen.', pointsChannel: 'letter' }
    await coach.fillIn({ kind: 're-integration', ...name, ...points })
    await coach.choose('principalId', 'Zorggroep De Linde')
    await coach.press('Cliënt inschrijven')
    await coach.fillIn({ way: 'shown', language: 'nl' })
    await coach.press('Vastleggen')
    await coach.press('Dienst beginnen')
    this.#dossier = coach.path
    await coach.open(`${this.#dossier}/uitnodigen`)
    await coach.press('Uitnodiging sturen')
    await this.#client.followMail('Noor Jansen')
    await this.#client.takeInvitation()
    await this.#client.setUpCodes()
    expect(await this.#client.open(this.#own())).toBe(200)
  }

  /** What they work towards, and an appointment that a planner makes who sees a number only. */
  async plan(): Promise<void> {
    const coach = this.#coach
    await coach.open(`${this.#dossier}/traject/doelen/nieuw`)
    await coach.fillIn({ body: 'Weer aan het werk in een functie die past.' })
    await coach.press('Bewaren')
    await coach.open(`${this.#dossier}/traject/acties/nieuw`)
    await coach.fillIn({ body: 'Weekschema bijhouden', performer: 'client', week: '2' })
    await coach.press('Bewaren')
    const planner = await this.#visit(PLANNER)
    await planner.open('/werk/planning/nieuw')
    await planner.choose('dossierId', await this.reference())
    // Outside working hours, so that it does not matter which day it is.
    const day = this.#at.today(8)
    await planner.fillIn({ day, time: '06:00', minutes: '60', way: 'office' })
    await planner.page.getByRole('button', { name: 'Plannen' }).click()
    await planner.page.locator('[name=anyway]').check()
    await planner.press('Plannen')
    expect(await planner.page.content()).not.toContain('Jansen')
    await planner.leave()
    await this.#client.open(`${this.#own()}/afspraken`)
    await this.#client.press('Ik kom')
  }

  /** A consult with its summary and its time, and an agreement that both sign. */
  async workAndSign(): Promise<void> {
    const { coach, client } = await this.#afterDays(14)
    this.#heldOn = this.#at.today(-1)
    await coach.open(`${this.#dossier}/gesprekken/nieuw`)
    await coach.fillIn({ heldOn: this.#heldOn, minutes: '60', way: 'office', body: SUMMARY })
    await coach.press('Bewaren')
    this.#consult = coach.path.replace(this.#dossier, '')
    await coach.press('Naar de cliënt sturen')
    await coach.open(`${this.#dossier}/uren`)
    await coach.fillIn({ day: this.#at.today(), time: '30', kind: 'report' })
    await coach.press('Tijd vastleggen')
    await coach.open(`${this.#dossier}/formulieren/nieuw`)
    await coach.fillIn({ sort: 'agreement', language: 'nl' })
    await coach.press('Beginnen')
    await coach.press('Bewaren')
    await coach.press('Definitief maken')
    await coach.press('Laten ondertekenen')
    const signing = coach.path.replace(this.#dossier, '')
    await client.open(`${this.#own()}/samenvattingen`)
    await client.press('Ja, dit klopt')
    await client.open(`${this.#own()}/traject`)
    await client.press('Afvinken')
    for (const [signatory, place] of [
      [coach, this.#dossier],
      [client, this.#own()],
    ] as const) {
      await signatory.open(`${place}${signing}/tekenen`)
      await signatory.fillIn({ code: await signatory.code() })
      await signatory.press('Ondertekenen')
    }
    await client.sees('door beiden ondertekend')
  }

  /** Another coach reads it with consent and during the absence, and not a day longer. */
  async standIn(): Promise<void> {
    const { coach, client } = await this.#afterDays(76)
    await coach.open('/werk/afwezigheid/nieuw')
    await coach.fillIn({ startsOn: this.#at.today(), endsOn: this.#at.today(14) })
    await coach.choose('substituteId', 'Marijke Boersma')
    await coach.press('Plannen')
    await coach.tickOnly('clients', this.#dossier.split('/').at(-1) ?? '')
    await coach.press('Vraag versturen')
    const standingIn = this.#dossier.replace('/dossiers/', '/waarneming/')
    const substitute = await this.#visit(SUBSTITUTE)
    expect(await substitute.open(standingIn)).toBe(404)
    await client.open(`${this.#own()}/toestemmingen`)
    await client.press('Ja, ik geef toestemming')
    expect(await substitute.open(standingIn + this.#consult)).toBe(200)
    await substitute.sees(SUMMARY)
    await this.#at.later(90)
    await substitute.comeBack()
    expect(await substitute.open(standingIn)).toBe(404)
    await substitute.leave()
  }

  /** The principal reads one summary that the client released; finance reads nothing. */
  async accountFor(): Promise<void> {
    const { coach, client } = await this.#afterDays(0)
    await coach.open(`${this.#dossier}/verstrekkingen/nieuw`)
    await coach.choose('itemId', 'Samenvatting')
    await coach.press('De cliënt vragen')
    await client.open(`${this.#own()}/toestemmingen`)
    await client.press('Ja, ik geef toestemming')
    await coach.open(`${this.#dossier}/verstrekkingen`)
    await coach.press('Nu verstrekken')
    await coach.open(`${this.#dossier}/declareren`)
    await coach.press('Declareren')
    const principal = await this.#visit(PRINCIPAL)
    const released = principal.page.getByRole('row').filter({ hasText: dutch(this.#heldOn) })
    await released.getByRole('link').first().click()
    await principal.sees(SUMMARY)
    expect(await principal.open(this.#dossier)).toBe(404)
    await principal.leave()
    const finance = await this.#visit(FINANCE)
    await finance.open('/financien/regels')
    await finance.page.getByRole('link', { name: 'Zorggroep De Linde' }).click()
    await finance.press('Concept maken')
    await finance.press('Uitgeven')
    await finance.sees('Noor Jansen')
    expect(await finance.open(this.#dossier)).toBe(404)
    await finance.leave()
  }

  /** After nine months the service ends; the client sees who looked, the others see no content. */
  async close(): Promise<void> {
    const { coach, client } = await this.#afterDays(90)
    await coach.open(`${this.#dossier}/afsluiten`)
    await coach.fillIn({ outcome: 'completed' })
    await coach.press('Dienst afsluiten')
    await client.open(`${this.#own()}/wie-keek`)
    await client.sees('Marijke Boersma')
    for (const [email, path] of [
      [DIRECTOR, '/werk/rapporten'],
      [ADMINISTRATOR, '/beheer'],
      [OFFICER, '/privacy'],
    ] as const) {
      const visitor = await this.#visit(email)
      expect(await visitor.open(path)).toBe(200)
      expect(await visitor.page.content()).not.toContain('Jansen')
      expect(await visitor.open(this.#dossier)).toBe(404)
      await visitor.leave()
    }
  }

  /** When its term is over the dossier goes, and what stays is a number in a certificate. */
  async destroy(): Promise<void> {
    const reference = await this.reference()
    await this.#at.later(FIVE_YEARS)
    // The worker may be at it already, as every night: what counts is what is left.
    await this.#at.command('retention', 'run', 'reintegration')
    const left = `select from org_reintegration.dossiers where reference = '${reference}'`
    await expect.poll(() => this.#at.sql(left), { timeout: DESTROYED_MS }).toEqual([])
    await this.#coach.comeBack()
    expect(await this.#coach.open(this.#dossier)).toBe(404)
    const officer = await this.#visit(OFFICER)
    await officer.open('/privacy/bewaren/certificaten')
    await officer.sees(dutch(this.#at.today()).replace(/^\d+ /, ''))
    await officer.leave()
  }

  /** The number by which it is known to who may not know the name. */
  async reference(): Promise<string> {
    const id = this.#dossier.split('/').at(-1)
    const [found] = await this.#at.sql(
      `select reference from org_reintegration.dossiers where id = '${id}'`,
    )
    return String(found?.['reference'])
  }

  /** As the client sees it. */
  #own(): string {
    return this.#dossier.replace('/werk/', '/mijn/')
  }

  async #visit(email: string): Promise<Visitor> {
    return Visitor.as(this.#browser, this.#at, { email })
  }

  /** The two again, some days later. */
  async #afterDays(days: number): Promise<{ coach: Visitor; client: Visitor }> {
    if (days > 0) await this.#at.later(days)
    await this.#coach.comeBack()
    await this.#client.comeBack()
    return { coach: this.#coach, client: this.#client }
  }
}

function dutch(day: string): string {
  return new Date(day).toLocaleDateString('nl-NL', { dateStyle: 'long', timeZone: 'UTC' })
}
