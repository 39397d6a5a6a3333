import type { DemoAccount } from '#entry/demo/accounts.ts'
import type { Text } from '#kernel/language.ts'

/** Somebody of the register who signs in. */
export interface RegisterPerson {
  readonly name: string
  readonly email: string
  readonly role: DemoAccount['role']
  readonly about: Text
  readonly functions: readonly string[]
  /** The institution that they act for. */
  readonly institution?: number
  /** Another that they act for too. */
  readonly also?: number
}

const staff = (
  name: string,
  email: string,
  role: 'registrar' | 'officer' | 'administrator' | 'manager',
  about: Text,
): RegisterPerson => ({
  name,
  email: `${email}@register.example.org`,
  role,
  functions: [role],
  about,
})

const REGISTRAR = { nl: 'houdt het register bij', en: 'keeps the register' }

export const REGISTER_STAFF: readonly RegisterPerson[] = [
  staff('Marit Hoekstra', 'marit.hoekstra', 'registrar', REGISTRAR),
  staff('Karim el Amrani', 'karim.elamrani', 'registrar', REGISTRAR),
  staff('Hanna Wachter', 'fg', 'officer', {
    nl: 'functionaris gegevensbescherming',
    en: 'data protection officer',
  }),
  staff('Jos de Beer', 'beheer', 'administrator', {
    nl: 'beheerder',
    en: 'administrator',
  }),
  staff('Ruud Verhoef', 'directie', 'manager', { nl: 'directeur', en: 'director' }),
]

/** Institutions: those that employ first, then those that train. */
export const INSTITUTIONS: readonly {
  readonly name: string
  readonly city: string
  readonly sort: 'care' | 'training'
}[] = [
  ...[
    ['Ziekenhuis De Duinrand', 'Zeedorp'],
    ['Medisch Centrum Polderland', 'Polderstad'],
    ['Sint Janskliniek', 'Rivierdam'],
    ['Ziekenhuis Oosterveld', 'Oosterveld'],
    ['Zorggroep Het Lage Land', 'Laagkerk'],
    ['Academisch Ziekenhuis Voorbeeldstad', 'Voorbeeldstad'],
    ['Kinderziekenhuis De Vlieger', 'Voorbeeldstad'],
    ['Ziekenhuis Heuvelrug', 'Heuvelrug'],
    ['Medisch Centrum De Maasbocht', 'Maasbocht'],
    ['Dialysecentrum Waterkant', 'Waterkant'],
    ['Ziekenhuis Noorderlicht', 'Noorderhaven'],
    ['Hartcentrum De Linde', 'Lindenberg'],
    ['Spoedpost Zuiderpoort', 'Zuiderpoort'],
  ].map(([name = '', city = '']) => ({ name, city, sort: 'care' as const })),
  ...[
    ['Zorgacademie Voorbeeld', 'Voorbeeldstad'],
    ['Opleidingsinstituut De Brug', 'Polderstad'],
    ['Academie voor Verpleegkunde', 'Rivierdam'],
    ['Leerhuis Noord', 'Noorderhaven'],
    ['Instituut Acute Zorg', 'Oosterveld'],
    ['Leerhuis De Maas', 'Maasbocht'],
  ].map(([name = '', city = '']) => ({ name, city, sort: 'training' as const })),
]

const PEOPLE_NAMES: readonly (readonly string[])[] = [
  ['Ina Smit', 'Peter Kok'],
  ['Joke Brouwer', 'Ahmed Yilmaz'],
  ['Els Dijkstra'],
  ['Wim Postma'],
  ['Fatima Haddad'],
  ['Gerda van Loon'],
  ['Bart Mulder'],
  ['Anouk Visser'],
  ['Henk Kuipers'],
  ['Mieke Prins'],
  ['Sjoerd Hofstra'],
  ['Lieke Boer'],
  ['Ton Willems'],
  ['Olaf Meester', 'Nel Bakema'],
  ['Carla Stam'],
  ['Rob Terpstra'],
  ['Yvonne Bos'],
  ['Guus Veenstra'],
  ['Petra Maas'],
]

/** Who acts for a second institution, by name. */
const ALSO: Readonly<Record<string, number>> = { 'Mieke Prins': 11 }

/** Who acts for an institution; the first of each looks after its accounts. */
export const INSTITUTION_PEOPLE: readonly RegisterPerson[] = INSTITUTIONS.flatMap(
  ({ name, sort }, place) => {
    const names = PEOPLE_NAMES[place] ?? []
    return names.map((person, index) => ({
      name: person,
      email: `${person.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@instelling${place + 1}.example.org`,
      role: sort === 'care' ? ('employer' as const) : ('institute' as const),
      functions: [],
      institution: place,
      ...aboutOf(person, { name, isFirst: index === 0 }),
    }))
  },
)

function aboutOf(
  person: string,
  { name, isFirst }: { readonly name: string; readonly isFirst: boolean },
): Pick<RegisterPerson, 'about' | 'also'> {
  const also = ALSO[person]
  const other = also === undefined ? undefined : INSTITUTIONS[also]?.name
  const [nl, en] = other ? [`${name} en ${other}`, `${name} and ${other}`] : [name, name]
  return {
    about: { nl: isFirst ? `${nl}, beheerder` : nl, en: isFirst ? `${en}, administrator` : en },
    ...(also !== undefined && { also }),
  }
}

function student(
  place: number,
  name: string,
  nl: string,
  en: string,
): RegisterPerson & { readonly place: number } {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@student.example.org`
  return { place, name, email, role: 'student', functions: [], about: { nl, en } }
}

/** Students and a graduate who sign in, by their place among the registrations. */
export const STUDENT_PEOPLE: readonly (RegisterPerson & { readonly place: number })[] = [
  student(0, 'Noor van Dam', 'in opleiding', 'in training'),
  student(1, 'Youssef Bouzidi', 'wacht op controle', 'being verified'),
  student(2, 'Lisa de Groot', 'teruggestuurd', 'sent back'),
  student(3, 'Tim Jansen', 'uitgenodigd', 'invited'),
  student(4, 'Sara Vermeulen', 'gediplomeerd', 'graduated'),
  student(5, 'Daan Peters', 'gestopt', 'ended'),
]

/** Everybody of the register who signs in, those with whom to begin first. */
export function listRegisterAccounts(): DemoAccount[] {
  return [...STUDENT_PEOPLE, ...INSTITUTION_PEOPLE, ...REGISTER_STAFF].map(
    ({ role, name, email, about }) => ({ role, name, email, about }),
  )
}
