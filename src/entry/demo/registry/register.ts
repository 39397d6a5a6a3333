import { randomUUID } from 'node:crypto'
import { addDays, type Day } from '#entry/demo/day.ts'
import { createRandom, type Random } from '#entry/demo/random.ts'
import { INSTITUTIONS, STUDENT_PEOPLE } from './people.ts'
import { PROGRAMMES } from './programmes.ts'

export type RegisterState =
  | 'invited'
  | 'submitted'
  | 'rejected'
  | 'enrolled'
  | 'interrupted'
  | 'graduated'
  | 'ended'

/** One registration of the demonstration. */
export interface RegisterLine {
  readonly id: string
  readonly personId: string
  readonly givenNames: string
  readonly prefix: string
  readonly familyName: string
  readonly bornOn: Day
  readonly email: string
  readonly city: string
  readonly street: string
  readonly houseNumber: number
  /** Place in the list of programmes, and of institutions. */
  readonly programme: number
  readonly institution: number
  readonly institute: number
  readonly startsOn: Day
  readonly plannedEndOn: Day
  readonly state: RegisterState
  /** Which of the two verified already, of what still waits. */
  readonly verified: 'none' | 'institution'
}

/** The accreditations that institutions have, by programme and institution. */
export interface RegisterAccreditation {
  readonly id: string
  readonly programme: number
  readonly institution: number
  readonly state: 'applied' | 'granted' | 'ending' | 'refused'
}

/** Registrations by how far they are: the first of each is somebody who signs in. */
const AMOUNTS: readonly (readonly [RegisterState, number])[] = [
  ['enrolled', 112],
  ['submitted', 34],
  ['rejected', 10],
  ['invited', 12],
  ['graduated', 124],
  ['ended', 14],
  ['interrupted', 8],
]

const GIVEN = [
  ['Anna', 'Bram', 'Chaima', 'Dewi', 'Eva', 'Floris', 'Gijs', 'Hatice', 'Iris', 'Jasper'],
  ['Kim', 'Lars', 'Mila', 'Naomi', 'Oscar', 'Pien', 'Quirine', 'Ravi', 'Sofie', 'Thijs'],
].flat()
const FAMILY = [
  ['', 'Bakker'],
  ['de', 'Vries'],
  ['van den', 'Berg'],
  ['', 'Visser'],
  ['', 'Öztürk'],
  ['van', 'Leeuwen'],
  ['', 'Mensah'],
  ['', 'Kramer'],
  ['de', 'Jong'],
  ['', 'Hendriks'],
  ['ter', 'Haar'],
  ['', 'Nguyen'],
  ['van der', 'Wal'],
  ['', 'Schouten'],
] as const
const STREETS = ['Voorbeeldstraat', 'Lindelaan', 'Kerkpad', 'Havenkade', 'Dorpsweg']

const CARE = INSTITUTIONS.flatMap(({ sort }, place) => (sort === 'care' ? [place] : []))
const TRAINING = INSTITUTIONS.flatMap(({ sort }, place) => (sort === 'training' ? [place] : []))

/** The register as it is on a day, the same for everybody who looks. */
export function registerOn(today: Day): {
  readonly lines: readonly RegisterLine[]
  readonly accreditations: readonly RegisterAccreditation[]
} {
  const random = createRandom('Zorgopleidingsregister')
  const accreditations = listAccreditations(random.fork('accreditations'))
  const granted = accreditations.filter(({ state }) => state === 'granted' || state === 'ending')
  const people = random.fork('people')
  const states = AMOUNTS.flatMap(([state, amount]) =>
    Array.from({ length: amount }, (_, index) => ({ state, index })),
  )
  const lines = states.map((each) => makeLine(each, { random: people, granted, today }))
  return { lines, accreditations }
}

/** Each care institution trains for some programmes, and so does each institute. */
function listAccreditations(random: Random): RegisterAccreditation[] {
  return INSTITUTIONS.flatMap(({ sort }, institution) =>
    PROGRAMMES.flatMap((_, programme): RegisterAccreditation[] => {
      const sure = (programme + institution) % (sort === 'care' ? 2 : 3) === 0
      const isFirst = institution === CARE[0] || institution === TRAINING[0]
      if (!sure && !isFirst) {
        return random.chance(0.06)
          ? [{ id: randomUUID(), programme, institution, state: random.pick(PENDING) }]
          : []
      }
      const state = random.chance(0.15) ? ('ending' as const) : ('granted' as const)
      return [{ id: randomUUID(), programme, institution, state }]
    }),
  )
}

const PENDING = ['applied', 'applied', 'refused'] as const

interface Making {
  readonly random: Random
  readonly granted: readonly RegisterAccreditation[]
  readonly today: Day
}

function makeLine(
  { state, index }: { readonly state: RegisterState; readonly index: number },
  { random, granted, today }: Making,
): RegisterLine {
  const known = index === 0 ? STUDENT_PEOPLE.find(({ place }) => SIGNS_IN[place] === state) : null
  const programme = known ? 0 : random.int(0, PROGRAMMES.length - 1)
  const places = (among: readonly number[]) =>
    granted.flatMap((each) =>
      each.programme === programme && among.includes(each.institution) ? [each.institution] : [],
    )
  // The first institution of each sort has most to do, so that its lists are full.
  const chosen = (among: readonly number[], first = 0) =>
    known || random.chance(0.35) ? first : random.pick(places(among))
  const [prefix, familyName] = random.pick(FAMILY)
  const months = PROGRAMMES[programme]?.months ?? 18
  const ago = AGO[state]
  const startsOn = addDays(today, -random.int(...ago))
  const names = known ? nameOf(known.name) : { givenNames: random.pick(GIVEN), prefix, familyName }
  return {
    id: randomUUID(),
    personId: randomUUID(),
    ...names,
    email: known?.email ?? `student${random.int(1000, 9999)}@student.example.org`,
    bornOn: addDays(today, -random.int(21 * 365, 48 * 365)),
    city: INSTITUTIONS[random.int(0, INSTITUTIONS.length - 1)]?.city ?? '',
    street: random.pick(STREETS),
    houseNumber: random.int(1, 180),
    programme,
    institution: chosen(CARE, CARE[0]),
    institute: chosen(TRAINING, TRAINING[0]),
    startsOn,
    plannedEndOn: addDays(startsOn, months * 30),
    state,
    verified: state === 'submitted' && !known && random.chance(0.4) ? 'institution' : 'none',
  }
}

/** How many days ago training began. */
const AGO: Readonly<Record<RegisterState, readonly [number, number]>> = {
  invited: [0, 20],
  submitted: [3, 40],
  rejected: [10, 50],
  enrolled: [60, 500],
  interrupted: [200, 500],
  graduated: [600, 2200],
  ended: [200, 1200],
}

/** The state in which each who signs in is. */
const SIGNS_IN: readonly RegisterState[] = [
  'enrolled',
  'submitted',
  'rejected',
  'invited',
  'graduated',
  'ended',
]

function nameOf(name: string): Pick<RegisterLine, 'givenNames' | 'prefix' | 'familyName'> {
  const words = name.split(' ')
  return {
    givenNames: words[0] ?? '',
    prefix: words.slice(1, -1).join(' '),
    familyName: words.at(-1) ?? '',
  }
}
