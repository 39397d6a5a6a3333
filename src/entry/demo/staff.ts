import type { DemoFunction, DemoMember, DemoParty } from './shape.ts'

/** The coach who stands in for the others. */
export const SUBSTITUTE = 'coach-5'

/** The coaches with clients of their own. */
export const COACHES = ['coach-1', 'coach-2', 'coach-3', 'coach-4'] as const

/**
 * Those who work for the bureau. The officer's and the director's addresses stand in the statement.
 */
export const MEMBERS: readonly DemoMember[] = [
  coach('coach-1', 'Ilse Kramer', 'ilse.kramer@example.org'),
  coach('coach-2', 'Tom Visser', 'tom.visser@example.org'),
  coach('coach-3', 'Naima Haddou', 'naima.haddou@example.org'),
  coach('coach-4', 'Peter van den Heuvel', 'peter.vandenheuvel@example.org'),
  coach(SUBSTITUTE, 'Marijke Boersma', 'marijke.boersma@example.org'),
  {
    ...member('officer', 'Ruben Smit', 'fg@example.org', 'officer'),
    title: { nl: 'functionaris gegevensbescherming', en: 'data protection officer' },
  },
  {
    ...member('planner', 'Joke van Dam', 'planning@example.org', 'planner'),
    title: { nl: 'planner', en: 'planner' },
  },
  {
    ...member('finance', 'Fatima Bos', 'financien@example.org', 'finance'),
    title: { nl: 'financieel medewerker', en: 'bookkeeper' },
  },
  {
    ...member('administrator', 'Dewi Tan', 'beheer@example.org', 'administrator'),
    title: { nl: 'beheerder', en: 'administrator' },
  },
  {
    ...member('manager', 'B. van der Brug', 'directie@example.org', 'manager'),
    title: { nl: 'directeur', en: 'director' },
  },
]

/** The principals, who order and pay. */
export const PARTIES: readonly DemoParty[] = [
  {
    key: 'party-1',
    name: 'Zorggroep De Linde',
    kind: 'employer',
    email: 'hr@delinde.example.org',
    contacts: [
      { key: 'contact-1', name: 'Nadia Bakker', email: 'nadia.bakker@delinde.example.org' },
      { key: 'contact-2', name: 'Joris Maas', email: 'joris.maas@delinde.example.org' },
    ],
  },
  {
    key: 'party-2',
    name: 'Bouwbedrijf Hamer & Zoon',
    kind: 'employer',
    email: 'personeel@hamer.example.org',
    contacts: [{ key: 'contact-3', name: 'Karin Hamer', email: 'karin.hamer@hamer.example.org' }],
  },
  {
    key: 'party-3',
    name: 'Gemeente Rivierdam',
    kind: 'municipality',
    email: 'werkplein@rivierdam.example.org',
    contacts: [
      { key: 'contact-4', name: 'Hugo de Vries', email: 'hugo.devries@rivierdam.example.org' },
      { key: 'contact-5', name: 'Sevda Arslan', email: 'sevda.arslan@rivierdam.example.org' },
    ],
  },
]

function coach(key: string, name: string, email: string): DemoMember {
  const title = { nl: 'loopbaancoach', en: 'career coach' }
  return { ...member(key, name, email, 'coach'), title }
}

function member(
  key: string,
  name: string,
  email: string,
  only: DemoFunction,
): Omit<DemoMember, 'title'> {
  return { key, name, email, functions: [only] }
}
