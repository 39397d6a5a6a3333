import type { Language, Text } from '#kernel/language.ts'
import { addDays, type Day } from './day.ts'
import { fillText, listed, type Portrait } from './portrait.ts'
import { createDeck, type Random } from './random.ts'
import type { DemoClient } from './shape.ts'
import { PEOPLE, STREETS, TOWNS } from './text/person.ts'

/** Somebody from the list of fictional people. */
export interface Person {
  readonly givenName: string
  readonly initials: string
  readonly prefix: string
  readonly familyName: string
  readonly language: Language
}

/** The fictional people, in the order of their list. */
export function listPeople(): Person[] {
  const lines = PEOPLE.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => {
    const [givenName = '', initials = '', prefix = '', familyName = '', language] = line
      .split('|')
      .map((part) => part.trim())
    return {
      givenName,
      initials,
      prefix: prefix === '-' ? '' : prefix,
      familyName,
      language: language === 'en' ? 'en' : 'nl',
    }
  })
}

/** Makes a client of a person: where they live, how to reach them, what they did. */
export function makeClient(
  person: Person,
  facts: {
    readonly number: number
    readonly portrait: Portrait
    readonly hasAccount: boolean
    readonly today: Day
    readonly random: Random
  },
): DemoClient {
  const { number, portrait, hasAccount, today, random } = facts
  const { language, ...name } = person
  return {
    key: `client-${String(number).padStart(3, '0')}`,
    ...name,
    bornOn: addDays(today, -random.int(24 * 365, 63 * 365)),
    email: `${emailName(person)}@example.org`,
    phone: `+31600000${String(100 + number)}`,
    street: random.pick(listed(STREETS)),
    houseNumber: random.int(1, 180),
    houseNumberAddition: random.chance(0.15) ? random.pick(['a', 'b', 'bis', 'II']) : '',
    postcode: drawPostcode(random),
    city: random.pick(listed(TOWNS)),
    language,
    ...drawPast(portrait, language, random),
    hasAccount,
  }
}

/** No Dutch postcode begins its letters with one of these, so nobody lives there. */
const UNUSED_LETTERS = ['F', 'I', 'O', 'Q', 'U', 'Y']

function drawPostcode(random: Random): string {
  const second = random.pick(['B', 'C', 'D', 'G', 'H', 'K', 'L', 'N', 'P', 'R', 'T', 'X', 'Z'])
  return `${random.int(1000, 9999)} ${random.pick(UNUSED_LETTERS)}${second}`
}

/** Letters that are no letter with an accent: they have no plain letter inside. */
const PLAIN: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', ø: 'o', ß: 'ss', đ: 'd' }

function emailName({ givenName, prefix, familyName }: Person): string {
  return [givenName, prefix + familyName]
    .map((part) => part.toLowerCase().normalize('NFD'))
    .map((part) => part.replace(/[ıłøßđ]/g, (letter) => PLAIN[letter] ?? ''))
    .map((part) => part.replace(/[^a-z]/g, ''))
    .join('.')
}

function drawPast(
  portrait: Portrait,
  language: Language,
  random: Random,
): { education: string; career: string } {
  const fill = (text: Text): string => fillText(text[language], portrait.words, language)
  const extra = createDeck(LEARNED, random)
  return {
    education: `${portrait.education[language]}. ${fill(extra())}`,
    career: `${fill(CAREER)} ${fill(random.pick(BEFORE))}`,
  }
}

const CAREER: Text = {
  nl: 'Werkte {years} als {job} bij {workplace}.',
  en: 'Worked for {years} as {job} at {workplace}.',
}

const BEFORE: readonly Text[] = [
  { nl: 'Daarvoor losse banen in een winkel en een magazijn.', en: 'Before that, odd jobs.' },
  { nl: 'Daarvoor vijf jaar in een ander deel van {sector}.', en: 'Before that in {sector} too.' },
  { nl: 'Zorgde eerst een paar jaar voor het gezin.', en: 'Cared for the family before that.' },
  { nl: 'Begon er direct na school.', en: 'Began there straight after school.' },
  { nl: 'Was eerder vrijwilliger bij een buurthuis.', en: 'Was a volunteer before.' },
]

const LEARNED: readonly Text[] = [
  { nl: 'Later nog {study} gevolgd.', en: 'Later also took {study}.' },
  { nl: 'Rijbewijs B.', en: 'Driving licence.' },
  { nl: 'EHBO-diploma.', en: 'First aid certificate.' },
  { nl: 'Geen andere diploma’s.', en: 'No other diplomas.' },
  { nl: 'Spreekt goed Engels.', en: 'Learning Dutch, level B1.' },
]
