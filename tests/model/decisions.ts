import type {
  Holder,
  SmallAccount,
  SmallConsent,
  SmallRelation,
  SmallWorld,
} from './small-world.ts'

/** What a statement says of access, as it is written in its YAML. */
export interface AccessWords {
  readonly kinds: Readonly<Record<string, unknown>>
  readonly categories: Readonly<Record<string, { readonly 'only-in'?: readonly string[] }>>
  readonly activities: Readonly<Record<string, ActivityWords>>
  readonly relations: Readonly<
    Record<string, { readonly after?: string; readonly during?: string }>
  >
}

interface ActivityWords {
  /** An activity may only write. */
  readonly reads?: readonly string[]
  readonly by: readonly string[]
  readonly for?: readonly string[]
}

/** What the modules' words mean for access. */
const FUNCTIONS = new Set(['coach', 'manager', 'administrator', 'officer'])
const STARTING = new Set(['intake'])
const SUBJECT = 'client'
/** In which people get what is held on them, also when it is past its term or restricted. */
const SUBJECT_ACCESS = 'subject-access'
/** Categories of what is not in a dossier. */
const OUTSIDE = new Set(
  `access-log account staff party relation-line legal-demand request identity-document complaint
  incident processing-record`.split(/\s+/),
)
const ON_CARD = new Set(['identity', 'contact'])

export type Outcome = 'opened' | 'refused' | 'signed-out' | 'weak'

/** A rule to forget, for showing that the comparison finds it. */
export type Forgotten = 'withdrawals' | 'terms' | 'departures' | 'absences' | 'affiliations'

/**
 * Who may see what, in plain words and without a database: what the database is compared with. It
 * reads the statement itself and not what the compiler makes of it.
 */
export class Decisions {
  readonly #words: AccessWords
  readonly #world: SmallWorld
  readonly #forgotten: Forgotten | undefined

  constructor(words: AccessWords, world: SmallWorld, forgotten?: Forgotten) {
    this.#words = words
    this.#world = world
    this.#forgotten = forgotten
  }

  /** What comes of opening a dossier. */
  outcome(account: number, activity: string, dossier: number): Outcome {
    const who = this.#account(account)
    if (who.session !== 'strong' && who.session !== 'weak') return 'signed-out'
    if (who.session === 'weak' && worksHere(who)) return 'weak'
    const allowed =
      this.#reaches(account, activity, dossier) ||
      (this.#oversees(account, activity, dossier) && this.#isForContent(activity))
    return allowed ? 'opened' : 'refused'
  }

  /** Whether a dossier stands in the lists of an account. */
  lists(account: number, activity: string, dossier: number): boolean {
    const who = this.#account(account)
    if (who.session !== 'strong' && !(who.session === 'weak' && !worksHere(who))) return false
    return this.#reaches(account, activity, dossier) || this.#oversees(account, activity, dossier)
  }

  /** Whether lists of an activity show names. */
  showsCards(activity: string): boolean {
    return this.#reads(activity).some((category) => ON_CARD.has(category))
  }

  /** Whether an activity has any use for notes of these categories. */
  readsAnyOf(activity: string, categories: readonly string[]): boolean {
    return this.#reads(activity).some((category) => categories.includes(category))
  }

  /** Categories of the notes that show when a dossier was opened. */
  notes(account: number, activity: string, dossier: number): string[] {
    if (this.outcome(account, activity, dossier) !== 'opened') return []
    const { kind, notes } = this.#dossier(dossier)
    return notes
      .filter((category) => this.#reads(activity).includes(category))
      .filter((category) => this.#words.categories[category]?.['only-in']?.includes(kind) ?? true)
      .toSorted()
  }

  #reaches(account: number, activity: string, dossier: number): boolean {
    const holders = this.#holders(account)
    return this.#world.relations.some(
      (each) =>
        each.dossier === dossier &&
        holders.has(each.holder) &&
        this.#isNamed(activity, each.relation, dossier) &&
        (activity === SUBJECT_ACCESS || this.#isLive(dossier)) &&
        this.#stands(each),
    )
  }

  /** By a function, in an activity that is not only there to begin dossiers. */
  #oversees(account: number, activity: string, dossier: number): boolean {
    const who = this.#account(account)
    return (
      worksHere(who) &&
      !STARTING.has(activity) &&
      this.#isLive(dossier) &&
      who.functions.some((word) => this.#isNamed(activity, word, dossier, 'function'))
    )
  }

  #isNamed(activity: string, word: string, dossier: number, as = 'relation'): boolean {
    const { by, for: kinds } = this.#activity(activity)
    if (FUNCTIONS.has(word) !== (as === 'function')) return false
    return by.includes(word) && (kinds?.includes(this.#dossier(dossier).kind) ?? true)
  }

  #isLive(dossier: number): boolean {
    const { restricted, expires } = this.#dossier(dossier)
    return !restricted && (this.#forgotten === 'terms' || expires === null || expires > 0)
  }

  #stands(relation: SmallRelation): boolean {
    const { after, during } = this.#words.relations[relation.relation] ?? {}
    return (
      relation.since === 'past' &&
      relation.until !== 'past' &&
      (relation.relation === SUBJECT || !this.#hasLeft(relation.holder)) &&
      (after === undefined || this.#isConsented(relation, after.replace('consent.', ''))) &&
      (during === undefined || this.#standsIn(relation))
    )
  }

  #hasLeft(holder: Holder): boolean {
    const [kind, place] = holder.split(' ')
    return (
      this.#forgotten !== 'departures' &&
      kind === 'account' &&
      this.#account(Number(place)).member === 'left'
    )
  }

  #isConsented(relation: SmallRelation, consent: string): boolean {
    return this.#world.consents.some(
      (each) =>
        each.dossier === relation.dossier &&
        each.consent === consent &&
        each.holder === relation.holder &&
        (relation.absence === null || each.item === relation.absence) &&
        this.#isGiven(each),
    )
  }

  #isGiven({ answer }: SmallConsent): boolean {
    return answer === 'given' || (this.#forgotten === 'withdrawals' && answer === 'withdrawn')
  }

  /** Today, for somebody of this dossier who is away and named this substitute. */
  #standsIn({ dossier, holder, absence }: SmallRelation): boolean {
    const away = absence === null ? undefined : this.#world.absences[absence]
    if (!away || holder !== `account ${away.substitute}`) return false
    const today = this.#forgotten === 'absences' || (away.from <= 0 && away.to >= 0)
    return (
      today &&
      this.#world.relations.some(
        (each) =>
          each.dossier === dossier &&
          each.holder === `account ${away.account}` &&
          each.absence === null &&
          each.until !== 'past',
      )
    )
  }

  #holders(account: number): Set<Holder> {
    const { parties } = this.#account(account)
    const theirs = this.#forgotten === 'affiliations' ? [] : parties
    return new Set<Holder>([`account ${account}`, ...theirs.map((n): Holder => `party ${n}`)])
  }

  #isForContent(activity: string): boolean {
    return this.#reads(activity).some((category) => !OUTSIDE.has(category))
  }

  #reads(activity: string): readonly string[] {
    return this.#activity(activity).reads ?? []
  }

  #account(place: number): SmallAccount {
    return at(this.#world.accounts, place)
  }

  #dossier(place: number): SmallWorld['dossiers'][number] {
    return at(this.#world.dossiers, place)
  }

  #activity(word: string): ActivityWords {
    const found = this.#words.activities[word]
    if (!found) throw new Error(`no activity ${word}`)
    return found
  }
}

function worksHere({ member }: SmallAccount): boolean {
  return member === 'now' || member === 'leaving'
}

function at<T>(list: readonly T[], place: number): T {
  const found = list[place]
  if (found === undefined) throw new Error(`nothing at ${place}`)
  return found
}
