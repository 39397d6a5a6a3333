import fc from 'fast-check'

/**
 * A few people, parties and dossiers, with all that decides on access. Places in lists stand for
 * ids.
 */
export interface SmallWorld {
  readonly accounts: readonly SmallAccount[]
  readonly dossiers: readonly SmallDossier[]
  readonly absences: readonly SmallAbsence[]
  readonly relations: readonly SmallRelation[]
  readonly consents: readonly SmallConsent[]
}

export interface SmallAccount {
  readonly member: 'never' | 'now' | 'leaving' | 'left'
  readonly functions: readonly string[]
  readonly parties: readonly number[]
  readonly session: 'strong' | 'weak' | 'ended' | 'expired' | 'idle' | 'disabled'
}

export interface SmallDossier {
  readonly kind: string
  readonly restricted: boolean
  /** Days from today on which it expires. */
  readonly expires: number | null
  /** Categories of its notes. */
  readonly notes: readonly string[]
}

export interface SmallAbsence {
  readonly account: number
  readonly substitute: number
  /** Days from today, both included. */
  readonly from: number
  readonly to: number
}

export interface SmallRelation {
  readonly dossier: number
  readonly holder: Holder
  readonly relation: string
  readonly since: 'past' | 'future'
  readonly until: 'never' | 'past' | 'future'
  readonly absence: number | null
}

export interface SmallConsent {
  readonly dossier: number
  readonly consent: string
  readonly holder: Holder
  readonly item: number | null
  readonly answer: 'none' | 'given' | 'refused' | 'withdrawn'
}

/** An account or a party. */
export type Holder = `account ${number}` | `party ${number}`

export const ACCOUNTS = 6
const PARTIES = 2
export const DOSSIERS = 5
const ABSENCES = 3

const FUNCTIONS = ['coach', 'manager', 'administrator', 'officer']
export const NOTE_CATEGORIES = [
  'conversation-reports',
  'work-limitations',
  'advice',
  'labour-expert-data',
]
const KINDS = ['re-integration', 'outplacement']
const CONSENTS = ['partner-access', 'substitution', 'disclosure']

/** Relations with whom may hold them; often enough with what they need to count. */
const RELATIONS = [
  'responsible-coach',
  'partner-coach',
  'substitute',
  'client',
  'principal',
  'interested-party',
]

const account = fc.integer({ min: 0, max: ACCOUNTS - 1 })
const dossier = fc.integer({ min: 0, max: DOSSIERS - 1 })
const holder: fc.Arbitrary<Holder> = fc.oneof(
  { weight: 3, arbitrary: account.map((n): Holder => `account ${n}`) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0, max: PARTIES - 1 }).map((n): Holder => `party ${n}`),
  },
)
const absenceOrNone = fc.option(fc.integer({ min: 0, max: ABSENCES - 1 }), { freq: 1 })

const anAccount: fc.Arbitrary<SmallAccount> = fc.record({
  member: often('now', 'never', 'leaving', 'left'),
  functions: fc.subarray(FUNCTIONS),
  parties: fc.subarray([...Array(PARTIES).keys()]),
  session: often('strong', 'weak', 'ended', 'expired', 'idle', 'disabled'),
})

const aDossier: fc.Arbitrary<SmallDossier> = fc.record({
  kind: fc.constantFrom(...KINDS),
  restricted: often(false, true),
  expires: often(null, -1, 0, 1),
  notes: fc.subarray(NOTE_CATEGORIES),
})

const anAbsence: fc.Arbitrary<SmallAbsence> = fc
  .record({
    account,
    substitute: account,
    from: often(0, -2, -1, 1),
    days: fc.integer({ min: 0, max: 2 }),
  })
  .filter((absence) => absence.account !== absence.substitute)
  .map(({ days, ...absence }) => ({ ...absence, to: absence.from + days }))

const aRelation: fc.Arbitrary<SmallRelation> = fc.record({
  dossier,
  holder,
  relation: fc.constantFrom(...RELATIONS),
  since: often('past', 'future'),
  until: often('never', 'past', 'future'),
  absence: absenceOrNone,
})

const aConsent: fc.Arbitrary<SmallConsent> = fc.record({
  dossier,
  consent: fc.constantFrom(...CONSENTS),
  holder,
  item: absenceOrNone,
  answer: often('given', 'none', 'refused', 'withdrawn'),
})

/** Who stands in by an absence, with all that takes or nearly: by chance alone it seldom meets. */
interface StandIn {
  readonly dossier: number
  readonly absence: number
  /** Who stands in; null for the substitute that the absence names. */
  readonly by: number | null
  /** Whether who is away belongs to the dossier. */
  readonly known: boolean
  readonly answer: SmallConsent['answer']
  readonly item: 'this absence' | 'another' | 'none'
}

const aStandIn: fc.Arbitrary<StandIn> = fc.record({
  dossier,
  absence: fc.integer({ min: 0, max: ABSENCES - 1 }),
  by: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: account }),
  known: often(true, false),
  answer: often('given', 'none', 'refused', 'withdrawn'),
  item: often('this absence', 'another', 'none'),
})

/** A relation that hangs on a consent of its own alone. */
interface Partner {
  readonly dossier: number
  readonly holder: Holder
  readonly pair: readonly [relation: string, consent: string]
  readonly answer: SmallConsent['answer']
}

const aPartner: fc.Arbitrary<Partner> = fc.record({
  dossier,
  holder,
  pair: fc.constantFrom(
    ['partner-coach', 'partner-access'],
    ['principal', 'disclosure'],
    ['interested-party', 'disclosure'],
  ),
  answer: fc.constantFrom('given', 'none', 'refused', 'withdrawn'),
})

/** Worlds in which everything happens, what is right and what nearly is. */
export const smallWorlds: fc.Arbitrary<SmallWorld> = fc
  .record({
    accounts: fc.array(anAccount, { minLength: ACCOUNTS, maxLength: ACCOUNTS }),
    dossiers: fc.array(aDossier, { minLength: DOSSIERS, maxLength: DOSSIERS }),
    absences: fc.array(anAbsence, { minLength: ABSENCES, maxLength: ABSENCES }),
    relations: fc.array(aRelation, { maxLength: 20, size: 'max' }),
    consents: fc.array(aConsent, { maxLength: 10, size: 'max' }),
    standIns: fc.array(aStandIn, { maxLength: 10, size: 'max' }),
    partners: fc.array(aPartner, { maxLength: 12, size: 'max' }),
  })
  .map(({ standIns, partners, ...world }) => ({
    ...world,
    relations: unique([
      ...world.relations,
      ...standIns.flatMap((each) => relationsOf(each, world.absences)),
      ...partners.map(relationOf),
    ]),
    consents: [
      ...world.consents,
      ...standIns.flatMap((each) => consentsOf(each, world.absences)),
      ...partners.map(consentOf),
    ],
  }))

function relationOf({ dossier: place, holder: whose, pair: [relation] }: Partner): SmallRelation {
  return { dossier: place, holder: whose, relation, since: 'past', until: 'never', absence: null }
}

function consentOf({ dossier: place, holder: whose, pair, answer }: Partner): SmallConsent {
  return { dossier: place, consent: pair[1], holder: whose, item: null, answer }
}

function relationsOf(
  { dossier: place, absence, by, known }: StandIn,
  absences: readonly SmallAbsence[],
): SmallRelation[] {
  const away = absences[absence]
  if (!away) return []
  const usual = { dossier: place, since: 'past', until: 'never' } as const
  return [
    { ...usual, holder: `account ${by ?? away.substitute}`, relation: 'substitute', absence },
    ...(known
      ? [
          {
            ...usual,
            holder: `account ${away.account}`,
            relation: 'responsible-coach',
            absence: null,
          } as const,
        ]
      : []),
  ]
}

function consentsOf(
  { dossier: place, absence, by, answer, item }: StandIn,
  absences: readonly SmallAbsence[],
): SmallConsent[] {
  const away = absences[absence]
  if (!away) return []
  const items = { 'this absence': absence, another: (absence + 1) % absences.length, none: null }
  const holder: Holder = `account ${by ?? away.substitute}`
  return [{ dossier: place, consent: 'substitution', holder, item: items[item], answer }]
}

/** The database has each relation once. */
function unique(relations: readonly SmallRelation[]): SmallRelation[] {
  const keyOf = (each: SmallRelation): string =>
    [each.dossier, each.holder, each.relation, each.absence].join()
  return [...new Map(relations.map((each) => [keyOf(each), each])).values()]
}

/** The first in more than half of the cases. */
function often<const T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  )
}
