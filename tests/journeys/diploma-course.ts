import type { Browser } from './browser.ts'
import { expect, type Installation } from './installation.ts'
import { type Guest, PHONE, Visitor } from './visitor.ts'

export const REGISTER = 'registry'
const EMPLOYER = 'ina.smit@instelling1.example.org'
const TEACHER = 'olaf.meester@instelling14.example.org'
const REGISTRAR = 'marit.hoekstra@register.example.org'
const STUDENT = 'vera.voorbeeld@student.example.org'

const GONE_MS = 30_000

/** The way of one student: from the invitation to a diploma that outlives what is kept of them. */
export class DiplomaCourse {
  readonly #browser: Browser
  readonly #at: Installation
  readonly #student: Visitor
  /** The registration, as the student has it. */
  #own = ''
  #id = ''
  #number = ''

  constructor(browser: Browser, at: Installation, student: Visitor) {
    this.#browser = browser
    this.#at = at
    this.#student = student
  }

  static async begin(browser: Browser, at: Installation): Promise<DiplomaCourse> {
    const guest = { email: STUDENT, organisation: REGISTER, viewport: PHONE }
    const student = await Visitor.come(browser, at, guest)
    await student.open(`/organisatie/${REGISTER}`)
    return new DiplomaCourse(browser, at, student)
  }

  /** The institution enrols somebody who works there, who enters who they are. */
  async enrol(): Promise<void> {
    const employer = await this.#visit(EMPLOYER)
    await employer.open('/instelling/inschrijven')
    await employer.isAccessible()
    await employer.choose('versionId', 'Intensivecareverpleegkundige')
    await employer.choose('institutionId', 'Ziekenhuis De Duinrand')
    await employer.choose('instituteId', 'Zorgacademie Voorbeeld')
    await employer.fillIn({
      name: 'Vera Voorbeeld',
      email: STUDENT,
      startsOn: this.#at.today(-540),
      plannedEndOn: this.#at.today(),
    })
    await employer.press('Inschrijven en uitnodigen')
    await employer.leave()
    const student = this.#student
    await student.followMail('Vera Voorbeeld')
    await student.takeInvitation()
    await student.open('/mijn')
    await student.page.getByRole('link', { name: 'Intensivecareverpleegkundige' }).click()
    this.#id = student.path.split('/')[3] ?? ''
    this.#own = `/mijn/dossiers/${this.#id}`
    await student.page.getByRole('link', { name: 'Gegevens invullen' }).click()
    await student.fillIn({ givenNames: 'Vera', familyName: 'Voorbeeld', bornOn: '1996-03-02' })
    await student.fillIn({ birthPlace: 'Zeedorp', street: 'Kerkpad', houseNumber: '4' })
    await student.fillIn({ postcode: '0000 AA', city: 'Zeedorp' })
    await student.isAccessible()
    await student.press('Opslaan')
    await student.press('Inschrijving indienen')
    await this.#verify()
    await student.open(`${this.#own}/opleiding`)
    await student.sees('in opleiding')
  }

  /** Nothing is erased while in training: the page says why. */
  async refuseErasure(): Promise<void> {
    const student = this.#student
    await student.open(`${this.#own}/verwijderen`)
    await student.sees('Uw dossier mag nu niet weg')
    await student.isAccessible()
  }

  /** The student applies, both verify, and the register issues. */
  async graduate(): Promise<void> {
    const student = this.#student
    await student.open('/mijn/diplomas')
    await student.press('Diploma aanvragen')
    await this.#verify()
    const registrar = await this.#visit(REGISTRAR)
    await registrar.open('/register/diplomas')
    await registrar.tickOnly('dossier', this.#id)
    await registrar.press('Geef de aangevinkte diploma’s uit')
    await registrar.sees('1 diploma')
    await registrar.leave()
    await student.open('/mijn/diplomas')
    await student.page.getByRole('link', { name: 'Intensivecareverpleegkundige' }).click()
    this.#number = decodeURIComponent(student.path.split('/').at(-1) ?? '')
    await student.sees('Vera Voorbeeld')
    await student.isAccessible()
  }

  /** The diploma as a file, whole and with one character changed. */
  async download(): Promise<{ readonly whole: Buffer; readonly changed: Buffer }> {
    const downloading = this.#student.page.waitForEvent('download')
    await this.#student.page.locator('a[href$="diploma.json"]').click()
    const stream = await (await downloading).createReadStream()
    const parts: Buffer[] = []
    for await (const part of stream) parts.push(Buffer.from(part))
    const whole = Buffer.concat(parts)
    const changed = Buffer.from(whole.toString().replace('Vera Voorbeeld', 'Vera Verzonnen'))
    return { whole, changed }
  }

  /** A stranger without an account reads no more than whether it is valid. */
  async check(): Promise<void> {
    const stranger = await Visitor.come(this.#browser, this.#at, { email: '' })
    await stranger.open(`/organisatie/${REGISTER}`)
    await stranger.open('/diploma')
    await stranger.isAccessible()
    await stranger.fillIn({ number: this.#number })
    await stranger.press('Controleren')
    await stranger.sees('Dit diploma is geldig')
    await stranger.isAccessible()
    expect(await stranger.page.content()).not.toContain('Vera')
    await stranger.leave()
  }

  async checkFile(file: Buffer, says: string): Promise<void> {
    const stranger = await Visitor.come(this.#browser, this.#at, { email: '' })
    await stranger.open(`/organisatie/${REGISTER}`)
    await stranger.open('/diploma')
    const upload = { name: 'diploma.json', mimeType: 'application/json', buffer: file }
    await stranger.page.locator('input[type=file]').setInputFiles(upload)
    const form = stranger.page.locator('form', { has: stranger.page.locator('input[type=file]') })
    await form.getByRole('button').last().click()
    await stranger.sees(says)
    await stranger.leave()
  }

  /** All that is kept of the student goes; only day, programme and number stay. */
  async erase(): Promise<void> {
    const student = this.#student
    await student.open(`${this.#own}/verwijderen`)
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
    expect(await student.open('/mijn/diplomas'), 'the account went along').not.toBe(200)
    await student.leave()
  }

  /** Both confirm what the student put before them. */
  async #verify(): Promise<void> {
    for (const email of [EMPLOYER, TEACHER]) {
      const verifier = await this.#visit(email)
      await verifier.open(`/instelling/studenten/${this.#id}`)
      expect(await verifier.page.content()).not.toContain('Kerkpad')
      await verifier.press('Ja, akkoord')
      await verifier.leave()
    }
  }

  #visit(email: string, more: Partial<Guest> = {}): Promise<Visitor> {
    return Visitor.as(this.#browser, this.#at, { email, organisation: REGISTER, ...more })
  }
}
