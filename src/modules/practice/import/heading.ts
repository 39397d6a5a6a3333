import type { Target } from './field.ts'

/**
 * How lists head their columns, written together in small letters without accents, with a space
 * between one and the next.
 */
const HEADINGS: Readonly<Record<Target, string>> = {
  name: `
    volledigenaam naamvolledig fullname name naam clientnaam naamclient displayname
    weergavenaam persoon client clienten kandidaat deelnemer`,
  givenName: `
    voornaam voornamen roepnaam givenname firstname forename vnaam doopnaam firstnames
    givennames`,
  initials: 'voorletters voorletter initialen initials vl voorl letters',
  prefix: `
    tussenvoegsel tussenvoegsels voorvoegsel voorvoegsels tv tussenv tussen prefix infix
    middlename surnameprefix tussenvgsl familynameprefix`,
  familyName: `
    achternaam achternamen familienaam geslachtsnaam lastname surname familyname anaam
    achtern`,
  bornOn: `
    geboortedatum gebdatum gebdat gebdt geborenop geboren geb birthdate dateofbirth dob bornon
    birthday geboorte gebd datumgeboorte`,
  email: `
    email emailadres mail mailadres emailaddress emailprive priveemail mailaddress epost
    emailadresprive email1 privemail`,
  phone: `
    telefoon telefoonnummer tel telnr telefoonnr phone phonenumber telephone telefoonthuis
    telefoonvast vasttelefoonnummer telnummer tel1 telefoonprive telprive contactnummer
    telefoon1 vastnummer`,
  mobile: `
    mobiel mobielnummer mobielenummer mobieltelefoonnummer mobielnr gsm mobile mobilephone
    cell cellphone telefoonmobiel telmobiel mob 06 06nummer mobieletelefoon mobilenumber`,
  address: `
    adres address straatenhuisnummer straathuisnummer straatnummer adresregel straatennummer
    straatennr straathuisnr adresregel1 streetaddress address1 woonadres straatenhuisnr
    huisadres adres1`,
  street: 'straat straatnaam street streetname woonstraat',
  houseNumber: `
    huisnummer huisnr hnr housenumber housenr huisnum streetnumber huisnummerentoevoeging
    huisnummertoevoeging huisnrtoev hsnr`,
  houseNumberAddition: `
    toevoeging toev huisnummertoev housenumberaddition addition huisletter huisnrtoevoeging
    huisnummersuffix suffix nrtoevoeging nummertoevoeging`,
  postcode: 'postcode pc postalcode zip zipcode postkode postcd',
  city: `
    plaats woonplaats plaatsnaam city town stad gemeente woonpl residence wpl`,
  postcodeAndCity: `
    postcodeplaats postcodeenplaats postcodewoonplaats postcodeenwoonplaats pcplaats
    pcwoonplaats postcodecity pcenplaats`,
  service: `
    dienst soortdienst diensten service traject soorttraject trajectsoort typetraject
    trajecttype product kindofservice dienstverlening typedienst servicetype soort
    begeleidingsvorm programma trajectnaam`,
  principal: `
    opdrachtgever werkgever organisatie bedrijf principal employer company naamopdrachtgever
    naamwerkgever opdrachtgevernaam bedrijfsnaam organisation organization commissionedby
    debiteur verwijzer`,
  coachEmail: `
    emailcoach coachemail mailcoach coachmail emailbegeleider emailadrescoach
    emailloopbaancoach emailconsulent emailadresbegeleider coachemailaddress begeleideremail
    emailofcoach`,
  startedOn: `
    startdatum start begindatum datumstart startdate startedon ingangsdatum aanvang
    aanvangsdatum startdatumtraject datumaanvang startop begin starttraject intakedatum
    datumintake vanaf startdt`,
  endedOn: `
    einddatum einde eind datumeinde enddate endedon afgeslotenop tot afsluitdatum
    einddatumtraject datumafsluiting eindetraject afgesloten beeindigdop closedon einddt
    datumeind`,
  reference: `
    kenmerk referentie reference clientnummer clientnr dossiernummer id dossiernr klantnummer
    klantnr ref clientid trajectnummer trajectnr relatienummer onskenmerk uwkenmerk casenumber
    dossier clientcode`,
}

const TARGET_OF = new Map<string, Target>()
for (const [target, words] of Object.entries(HEADINGS)) {
  // Object.entries of a record by target gives targets as its keys.
  for (const word of words.trim().split(/\s+/)) TARGET_OF.set(word, target as Target)
}

/**
 * Words for the person whom the list is about, before or after the heading proper: "Naam cliënt".
 */
const PERSON =
  '(?:client|kandidaat|klant|deelnemer|werknemer|candidate|customer|participant|employee)'
const AROUND = new RegExp(`^${PERSON}(?:en|s)?(?=.)|(?<=.)(?:van)?(?:de)?${PERSON}(?:en|s)?$`, 'g')

/** Headings of a column of which the contents decide whether it has the coach's email address. */
const COACH = new Set([
  'coach',
  'begeleider',
  'loopbaancoach',
  'consulent',
  'counselor',
  'trajectbegeleider',
])

/** Headings that are a house number beside a street, and anything elsewhere. */
const NUMBER = new Set(['nr', 'nummer', 'no', 'num', 'number'])

const CITIZEN_NUMBER =
  /^(?:bsn|sofi|burgerservice|citizenservice|citizen|socialsecurity|ssn)(?:nr|nummer|number)?$/

/** Tells what a column is used for by its heading alone. */
export function findTarget(heading: string): Target | undefined {
  const word = plainHeading(heading)
  return TARGET_OF.get(word) ?? TARGET_OF.get(word.replace(AROUND, ''))
}

/** Tells whether a heading says that the column holds who guides the client. */
export function isCoachHeading(heading: string): boolean {
  return COACH.has(plainHeading(heading))
}

/** Tells whether a heading may be a house number's, if the column before it is the street. */
export function isNumberHeading(heading: string): boolean {
  return NUMBER.has(plainHeading(heading))
}

/** Tells whether a heading says that the column holds citizen numbers. */
export function isCitizenNumberHeading(heading: string): boolean {
  return CITIZEN_NUMBER.test(plainHeading(heading).replace(AROUND, ''))
}

function plainHeading(heading: string): string {
  const bare = heading
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
  return bare.toLowerCase().replace(/[^\p{L}\d]/gu, '')
}
