import type { Text } from '#kernel/language.ts'

/** What a list tells of a person, with its words in a report. */
export const PERSON_FIELDS = {
  givenName: { nl: 'voornaam', en: 'given name' },
  initials: { nl: 'voorletters', en: 'initials' },
  prefix: { nl: 'tussenvoegsel', en: 'prefix' },
  familyName: { nl: 'achternaam', en: 'family name' },
  bornOn: { nl: 'geboortedatum', en: 'birth date' },
  email: { nl: 'e-mailadres', en: 'email address' },
  phone: { nl: 'telefoonnummer', en: 'telephone number' },
  street: { nl: 'straat', en: 'street' },
  houseNumber: { nl: 'huisnummer', en: 'house number' },
  houseNumberAddition: { nl: 'toevoeging', en: 'addition' },
  postcode: { nl: 'postcode', en: 'postcode' },
  city: { nl: 'plaats', en: 'town' },
} as const satisfies Record<string, Text>

/** What is split over several of these. */
export const SPLIT_TARGETS = {
  name: { nl: 'volledige naam', en: 'full name' },
  mobile: { nl: 'mobiel nummer', en: 'mobile number' },
  address: { nl: 'straat en huisnummer', en: 'street and house number' },
  postcodeAndCity: { nl: 'postcode en plaats', en: 'postcode and town' },
} as const satisfies Record<string, Text>

/** What a column about a person can be used for. */
export type PersonTarget = keyof typeof PERSON_FIELDS | keyof typeof SPLIT_TARGETS

/** How lists head the columns about a person; see `ColumnWords`. */
export const COLUMN_HEADINGS: Readonly<Record<PersonTarget, string>> = {
  name: `
    volledigenaam naamvolledig fullname name naam displayname
    weergavenaam persoon`,
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
}
