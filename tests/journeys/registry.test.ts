import { DiplomaCourse, REGISTER } from './diploma-course.ts'
import { expect, test } from './installation.ts'
import { type Place, tour } from './tour.ts'
import { PHONE, Visitor } from './visitor.ts'

const REGISTRAR = 'marit.hoekstra@register.example.org'
const STUDENTS = '/instelling/studenten'

const LIST = `Studentnummer;Voornaam;Achternaam;Geboortedatum;Opleiding;Werkgever;School;Startdatum
1;Eva;Vos;01-02-1990;IC;Ziekenhuis De Duinrand;Zorgacademie Voorbeeld;01-09-2025
2;Bo;Mol;;IC;Ziekenhuis De Duinrand;Nergens;01-09-2025
`

/** What each of them comes for, in the order of their work. */
const ROLES: Readonly<Record<string, { readonly email: string; readonly places: Place[] }>> = {
  student: {
    email: 'noor.van.dam@student.example.org',
    places: [
      '/mijn',
      { from: '/mijn', part: '/opleiding' },
      { from: '/mijn', part: '/wie-keek' },
      '/mijn/diplomas',
      '/mijn/portfolio',
    ],
  },
  graduate: {
    email: 'sara.vermeulen@student.example.org',
    places: ['/mijn/diplomas', { from: '/mijn', part: '/bewaren' }, '/mijn/onderzoek'],
  },
  'care institution': {
    email: 'ina.smit@instelling1.example.org',
    places: [
      '/instelling/controles/samen',
      STUDENTS,
      { from: STUDENTS, part: '' },
      '/instelling/erkenningen',
      '/instelling/collegas',
    ],
  },
  'training institute': {
    email: 'olaf.meester@instelling14.example.org',
    places: ['/instelling/controles', STUDENTS, '/instelling/signalen'],
  },
  registrar: {
    email: REGISTRAR,
    places: [
      '/register',
      '/register/diplomas',
      '/register/instellingen',
      { from: '/register/instellingen', part: '' },
      '/register/tellingen',
      '/register/inlezen',
      '/register/dubbelen',
    ],
  },
  auditor: {
    email: 'karim.elamrani@register.example.org',
    places: ['/audits', { from: '/audits', part: '' }],
  },
  'privacy officer of the register': {
    email: 'fg@register.example.org',
    places: ['/privacy', '/privacy/bewaren'],
  },
}

test('reg-13: a student is enrolled, verified and graduated, and the diploma still checks when all else is erased', async ({
  browser,
  installation,
}) => {
  test.slow()
  const course = await DiplomaCourse.begin(browser, installation)
  await course.enrol()
  await course.verify()
  await course.refuseErasure()
  await course.apply()
  await course.verify()
  await course.issue()
  const { whole, changed } = await course.download()
  await course.check()
  await course.checkFile(changed, 'Dit bestand is veranderd')
  await course.erase()
  await course.check()
  await course.checkFile(whole, 'Dit diploma is geldig')
})

for (const [role, guest] of Object.entries(ROLES)) {
  test(`the pages of a ${role} read in both languages, on a phone and wide, with nothing in the way`, async ({
    browser,
    installation,
  }) => {
    await tour(browser, installation, { ...guest, organisation: REGISTER })
  })
}

test('a registrar brings a list in, and sees on a phone what is wrong with it', async ({
  browser,
  installation,
}) => {
  const guest = { email: REGISTRAR, organisation: REGISTER, viewport: PHONE }
  const registrar = await Visitor.as(browser, installation, guest)
  await registrar.open('/register/inlezen')
  await registrar.page.locator('input[type=file]').setInputFiles({
    name: 'register.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(LIST),
  })
  await registrar.press('Nakijken')
  await registrar.sees('Er is nog niets bewaard')
  await registrar.isAccessible()
  await registrar.leave()
})

test('reg-05: a capacity body hands over a survey by a link, and sees nobody', async ({
  browser,
  installation,
}) => {
  const registrar = await Visitor.as(browser, installation, {
    email: REGISTRAR,
    organisation: REGISTER,
  })
  await registrar.open('/register/enquetes/nieuw')
  await registrar.choose('party', 'Capaciteitsraad')
  await registrar.fillIn({ name: 'Werkdruk' })
  await registrar.press('Beginnen en link sturen')
  const survey = registrar.path
  const body = await Visitor.come(browser, installation, { email: '', viewport: PHONE })
  await body.open(`/organisatie/${REGISTER}`)
  await body.followMail('Capaciteitsraad Zorg Voorbeeld')
  await body.isAccessible()
  await body.fillIn({ titleNl: 'Hoe druk is uw werk?', titleEn: 'How busy is your work?' })
  await body.fillIn({ wordsNl: 'Wij horen graag van u.', wordsEn: 'We like to hear from you.' })
  await body.fillIn({ link: 'https://vragenlijst.example.org/werkdruk' })
  await body.press('Aanleveren')
  expect(await body.page.content()).not.toContain('@student.example.org')
  await registrar.open(survey)
  await registrar.sees('Hoe druk is uw werk?')
  await registrar.isAccessible()
})
