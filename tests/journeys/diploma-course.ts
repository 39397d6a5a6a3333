import { readFile } from 'node:fs/promises'
import type { Browser } from './browser.ts'
import { expect, type Installation } from './installation.ts'
import { PHONE, Visitor } from './visitor.ts'

export const REGISTER = 'registry'
const EMPLOYER = 'ina.smit@instelling1.example.org'
const TEACHER = 'olaf.meester@instelling14.example.org'
const REGISTRAR = 'marit.hoekstra@register.example.org'
const PROGRAMME = 'Intensivecareverpleegkundige'
const STUDENT = 'vera.voorbeeld@student.example.org'

const GONE_MS = 30_000

interface People {
  readonly student: Visitor
  readonly employer: Visitor
  readonly teacher: Visitor
  /** Who has no account. */
  readonly stranger: Visitor
}

/** The way of one student: from the invitation to a diploma that outlives what is kept of them. */
export class DiplomaCourse {
  readonly #browser: Browser
  readonly #at: Installation
  readonly #people: People
  #id = ''
  #number = ''

  constructor(browser: Browser, at: Installation, people: People) {
    this.#browser = browser
    this.#at = at
    this.#people = people
  }

  static async begin(browser: Browser, at: Installation): Promise<DiplomaCourse> {
    const as = (email: string) => Visitor.as(browser, at, { email, organisation: REGISTER })
    const student = await Visitor.come(browser, at, { email: STUDENT, viewport: PHONE })
    const stranger = await Visitor.come(browser, at, { email: '' })
    for (const visitor of [student, stranger]) await visitor.open(`/organisatie/${REGISTER}`)
    const [employer, teacher] = [await as(EMPLOYER), await as(TEACHER)]
    return new DiplomaCourse(browser, at, { student, employer, teacher, stranger })
  }

  /** The institution enrols somebody who works there, who enters who they are. */
  async enrol(): Promise<void> {
    const { employer, student } = this.#people
    await employer.open('/instelling/inschrijven')
    await employer.isAccessible()
    await employer.choose('versionId', PROGRAMME)
    await employer.choose('institutionId', 'Ziekenhuis De Duinrand')
    await employer.choose('instituteId', 'Zorgacademie Voorbeeld')
    const days = { startsOn: this.#at.today(-540), plannedEndOn: this.#at.today() }
    await employer.fillIn({ name: 'Vera Voorbeeld', email: STUDENT, ...days })
    await employer.press('Inschrijven en uitnodigen')
    await student.followMail('Vera Voorbeeld')
    await student.takeInvitation()
    await student.open('/mijn')
    await student.page.getByRole('link', { name: PROGRAMME }).click()
    this.#id = student.path.split('/')[3] ?? ''
    await student.page.getByRole('link', { name: 'Gegevens invullen' }).click()
    await student.fillIn({ givenNames: 'Vera', familyName: 'Voorbeeld', bornOn: '1996-03-02' })
    await student.fillIn({ birthPlace: 'Zeedorp', street: 'Kerkpad', houseNumber: '4' })
    await student.fillIn({ postcode: '0000 AA', city: 'Zeedorp' })
    await student.isAccessible()
    await student.press('Opslaan')
    await student.press('Inschrijving indienen')
  }

  /** Both confirm what the student put before them, and see no more than they need. */
  async verify(): Promise<void> {
    for (const verifier of [this.#people.employer, this.#people.teacher]) {
      await verifier.open(`/instelling/studenten/${this.#id}`)
      expect(await verifier.page.content()).not.toContain('Kerkpad')
      await verifier.press('Ja, akkoord')
    }
  }

  /** Nothing is erased while in training: the page says why. */
  async refuseErasure(): Promise<void> {
    const { student } = this.#people
    await student.open(`/mijn/dossiers/${this.#id}/verwijderen`)
    await student.sees('Uw dossier mag nu niet weg')
    await student.isAccessible()
  }

  async apply(): Promise<void> {
    await this.#people.student.open('/mijn/diplomas')
    await this.#people.student.press('Diploma aanvragen')
  }

  /** The register issues, and the student finds it. */
  async issue(): Promise<void> {
    const { student } = this.#people
    const guest = { email: REGISTRAR, organisation: REGISTER }
    const registrar = await Visitor.as(this.#browser, this.#at, guest)
    await registrar.open('/register/diplomas')
    await registrar.tickOnly('dossier', this.#id)
    await registrar.press('Geef de aangevinkte diploma’s uit')
    await registrar.sees('1 diploma')
    await registrar.leave()
    await student.open('/mijn/diplomas')
    await student.page.getByRole('link', { name: PROGRAMME }).click()
    this.#number = decodeURIComponent(student.path.split('/').at(-1) ?? '')
    await student.sees('Vera Voorbeeld')
    await student.isAccessible()
  }

  /** The diploma as a file, whole and with the name in it changed. */
  async download(): Promise<{ readonly whole: Buffer; readonly changed: Buffer }> {
    const { page } = this.#people.student
    const downloading = page.waitForEvent('download')
    await page.locator('a[href$="diploma.json"]').click()
    const whole = await readFile(await (await downloading).path())
    const changed = Buffer.from(whole.toString().replace('Vera Voorbeeld', 'Vera Verzonnen'))
    return { whole, changed }
  }

  /** A stranger without an account reads no more than whether it is valid. */
  async check(): Promise<void> {
    const { stranger } = this.#people
    await stranger.open('/diploma')
    await stranger.fillIn({ number: this.#number })
    await stranger.press('Nagaan')
    await stranger.sees('Dit diploma is geldig')
    await stranger.isAccessible()
    expect(await stranger.page.content()).not.toContain('Vera')
  }

  async checkFile(file: Buffer, says: string): Promise<void> {
    const { stranger } = this.#people
    await stranger.open('/diploma')
    const upload = { name: 'diploma.json', mimeType: 'application/json', buffer: file }
    const form = stranger.page.locator('form:has(input[type=file])')
    await form.locator('input[type=file]').setInputFiles(upload)
    await form.getByRole('button').last().click()
    await stranger.sees(says)
  }

  /** All that is kept of the student goes; only day, programme and number stay. */
  async erase(): Promise<void> {
    const { student } = this.#people
    await student.open(`/mijn/dossiers/${this.#id}/verwijderen`)
    await student.isAccessible()
    await student.press('Verwijder mijn dossier')
    await expect(async () => {
      const [left] = await this.#at.sql(
        `select (select count(*)::int from org_${REGISTER}.dossiers where id = '${this.#id}')
             as dossiers,
           (select count(*)::int from gestand.accounts where email = '${STUDENT}') as accounts,
           (select dossier_id is null from org_${REGISTER}.diplomas
             where number = '${this.#number}') as unlinked`,
      )
      expect(left).toEqual({ dossiers: 0, accounts: 0, unlinked: true })
    }).toPass({ timeout: GONE_MS })
    await student.open('/mijn/diplomas')
    expect(student.path, 'the account went along').toBe('/inloggen')
  }
}
