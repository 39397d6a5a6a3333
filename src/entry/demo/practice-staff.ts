import type { DemoFunction, DemoMember, DemoParty } from './shape.ts'

const DOMAIN = 'baken.example.org'

/** Those who work for the practice. The statement has the addresses of the officer and the head. */
export const PRACTICE_MEMBERS: readonly DemoMember[] = [
  professional('coach-1', 'Lotte Zeeman', 'psycholoog', 'psychologist'),
  professional('coach-2', 'Karim Ziani', 'casemanager', 'case manager'),
  professional('coach-3', 'Hanneke Bos', 'adviseur', 'adviser'),
  professional('coach-4', 'Stijn de Ruiter', 'casemanager', 'case manager'),
  professional('coach-5', 'Yvonne Kuiper', 'adviseur', 'adviser'),
  {
    ...office('officer', 'Frits Admiraal', 'fg'),
    title: { nl: 'functionaris gegevensbescherming', en: 'data protection officer' },
  },
  {
    ...office('administrator', 'Sunita Gopal', 'beheer'),
    title: { nl: 'beheerder', en: 'administrator' },
  },
  {
    ...office('planner', 'Mo Jansma', 'planning'),
    title: { nl: 'planner', en: 'planner' },
  },
  {
    ...office('finance', 'Rosa Blok', 'financien'),
    title: { nl: 'financieel medewerker', en: 'bookkeeper' },
  },
  {
    ...office('manager', 'J. Vuurtoren', 'praktijk'),
    title: { nl: 'praktijkhouder', en: 'head of the practice' },
  },
]

/** Those who order and pay. */
export const PRACTICE_PRINCIPALS: readonly DemoParty[] = [
  party('party-1', 'Zorgpartners Het Duin', 'duin', ['Wilma Kooistra', 'Ömer Şahin']),
  party('party-2', 'Installatiebedrijf Noorderlicht', 'noorderlicht', ['Bas Pronk']),
  party('party-3', 'Gemeente Voorbeeldstad', 'voorbeeldstad', ['Leonie Verhagen', 'Jamal Idrissi']),
]

/** Those who are asked something about a client, with that client's consent. */
export const PRACTICE_PROFESSIONALS: readonly DemoParty[] = [
  party('party-4', 'Huisartsenpraktijk Duinzicht', 'duinzicht', []),
  party('party-5', 'Psychologenpraktijk Helder', 'helder', []),
  party('party-6', 'Fysiotherapie De Brink', 'debrink', []),
]

function party(key: string, name: string, domain: string, people: readonly string[]): DemoParty {
  const contacts = people.map((person, place) => ({
    key: `${key}-contact-${place + 1}`,
    name: person,
    email: `contact${place + 1}@${domain}.example.org`,
  }))
  const kind = name.startsWith('Gemeente') ? 'municipality' : 'employer'
  return { key, name, kind, email: `info@${domain}.example.org`, contacts }
}

function professional(key: string, name: string, nl: string, en: string): DemoMember {
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@${DOMAIN}`
  return { key, name, title: { nl, en }, email, functions: ['coach'] }
}

function office(key: DemoFunction, name: string, box: string): Omit<DemoMember, 'title'> {
  return { key, name, email: `${box}@${DOMAIN}`, functions: [key] }
}
