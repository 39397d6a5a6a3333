import { LANGUAGES, type Text } from '#kernel/language.ts'
import type { Vocabulary } from '#statement/catalogue.ts'
import type { Clause } from '#statement/clauses.ts'
import { listClauses, type Statement } from '#statement/index.ts'
import {
  type Check,
  concernsMechanism,
  DEFAULT_EVERY_HOURS,
  keepsMechanism,
  touchesMechanism,
} from './check.ts'
import { addPeriod } from './period.ts'
import { CHECK_FAILED } from './proving.ts'

/**
 * Whether a clause is kept. `organisational`: people keep it, and the software whatever it can of
 * it; `no-mechanism`: something in it is kept by nothing yet; `stale`: a check did not run in time.
 */
export type State = 'kept' | 'broken' | 'organisational' | 'no-mechanism' | 'stale'

export interface ClausePromise {
  readonly clause: string
  readonly text: Text
  readonly state: State
  readonly checks: readonly CheckState[]
  /** Mechanisms in it of which no check shows that they work. */
  readonly unchecked: readonly string[]
  readonly people?: People
}

/** What people do to keep a clause. */
export interface People {
  readonly says: Text
  /** Word of the mechanism that shows that they do. */
  readonly evidence: string | undefined
  /** ISO date until which the last review holds; without a period of review there is none. */
  readonly until: string | undefined
  readonly lapsed: boolean
}

export interface CheckState {
  readonly name: string
  readonly says: Text
  /** What it looked at, in words that follow the number of them. */
  readonly looksAt?: Text
  readonly state: 'kept' | 'broken' | 'stale'
  /** Undefined when it never ran. */
  readonly ranAt: Date | undefined
  readonly lookedAt: number
  /** What is wrong, in plain words; empty when nothing is. */
  readonly wrong: readonly Text[]
}

/** The newest run of a check. */
export interface NewestProof {
  readonly check: string
  readonly state: 'kept' | 'broken'
  readonly lookedAt: number
  readonly wrong: number
  readonly ranAt: Date
  /** The mechanisms that what is wrong touches; none named: all that the check keeps. */
  readonly touches: readonly string[]
  /** How many findings there are of which kind; left out where the reader may not see them. */
  readonly found?: readonly Found[]
}

/** Findings of one code that touch the same mechanisms. */
export interface Found {
  readonly code: string
  readonly amount: number
  readonly touches: readonly string[]
}

export interface PromiseBasis {
  readonly statement: Statement
  readonly vocabulary: Vocabulary
  readonly checks: readonly Check[]
  readonly proofs: readonly NewestProof[]
  readonly now: Date
  /** ISO dates on which people last went over a clause; the date of the statement when left out. */
  readonly reviews?: ReadonlyMap<string, string>
}

/** Tells of each clause of a statement whether it is kept, and by what that is known. */
export function promiseStates(asked: PromiseBasis): ClausePromise[] {
  const { statement, vocabulary, checks } = asked
  const clauses = listClauses(statement, vocabulary)
  const basis = { ...asked, proofs: asked.proofs.map((proof) => noticed(proof, clauses, checks)) }
  return clauses.map((clause) => {
    const own = checks.filter((check) =>
      clause.mechanisms.some((mechanism) => concernsMechanism(check, mechanism)),
    )
    const states = own.map((check) => checkState(check, clause, basis))
    const open = clause.mechanisms.filter(
      (mechanism) => !own.some((check) => keepsMechanism(check, mechanism)),
    )
    const unchecked = open.filter((mechanism) => !vocabulary.mechanisms[mechanism]?.organisational)
    const people = peopleOf(clause, basis)
    const byPeople = people !== undefined || unchecked.length < open.length
    return {
      clause: clause.id,
      text: clause.text,
      state: stateOf(states, unchecked, byPeople),
      checks: states,
      unchecked,
      ...(people ? { people } : {}),
    }
  })
}

/** What touches no promise in particular does not pass unnoticed: it touches all that it can. */
function noticed(
  proof: NewestProof,
  clauses: readonly Clause[],
  checks: readonly Check[],
): NewestProof {
  const check = checks.find(({ name }) => name === proof.check)
  const hits = ({ mechanisms }: Clause) =>
    mechanisms.some(
      (mechanism) =>
        check && concernsMechanism(check, mechanism) && touchesMechanism(proof.touches, mechanism),
    )
  if (proof.state === 'kept' || clauses.some(hits)) return proof
  const { found, ...rest } = proof
  const all = found?.map((each) => ({ ...each, touches: [] }))
  return { ...rest, touches: [], ...(all ? { found: all } : {}) }
}

/** What is broken shows first; what nobody knows is not called kept. */
function stateOf(
  checks: readonly CheckState[],
  unchecked: readonly string[],
  byPeople: boolean,
): State {
  const has = (state: CheckState['state']) => checks.some((check) => check.state === state)
  if (has('broken')) return 'broken'
  if (unchecked.length > 0) return 'no-mechanism'
  if (has('stale')) return 'stale'
  if (byPeople) return 'organisational'
  return checks.length > 0 ? 'kept' : 'no-mechanism'
}

const HOUR_MS = 3_600_000
/** A daily check that started late is not stale at once. */
const GRACE_HOURS = 2

/** What a check found that breaks this clause: what touches none of its mechanisms does not. */
function checkState(check: Check, clause: Clause, { proofs, now }: PromiseBasis): CheckState {
  const { name, says, looksAt, everyHours = DEFAULT_EVERY_HOURS } = check
  const proof = proofs.find((each) => each.check === name)
  const told = { name, says, ...(looksAt ? { looksAt } : {}) }
  if (!proof) return { ...told, state: 'stale', ranAt: undefined, lookedAt: 0, wrong: [] }
  const age = now.getTime() - proof.ranAt.getTime()
  const stale = age > (everyHours + GRACE_HOURS) * HOUR_MS
  const own = clause.mechanisms.filter((mechanism) => concernsMechanism(check, mechanism))
  const hits = (touches: readonly string[]) => own.some((each) => touchesMechanism(touches, each))
  const broken = proof.state === 'broken' && hits(proof.touches)
  const found = proof.found?.filter(({ touches }) => hits(touches))
  return {
    ...told,
    state: broken ? 'broken' : stale ? 'stale' : 'kept',
    ranAt: proof.ranAt,
    lookedAt: proof.lookedAt,
    wrong: broken ? wrongWords(check, proof, found) : [],
  }
}

const FAILED: Text = {
  nl: 'de controle kon niet worden uitgevoerd',
  en: 'the check could not be carried out',
}
const DEVIATIONS: Text = { nl: 'afwijkingen gevonden ({count})', en: 'deviations found ({count})' }

/** What is wrong in words, for each code how many; for who may not see the codes only how many. */
function wrongWords(check: Check, proof: NewestProof, found: readonly Found[] = []): Text[] {
  if (found.length === 0) return [fill(DEVIATIONS, proof.wrong)]
  const codes = new Map<string, number>()
  for (const { code, amount } of found) codes.set(code, (codes.get(code) ?? 0) + amount)
  return [...codes].map(([code, told]) => {
    // Not every finding is kept, but all are counted.
    const count = proof.found?.length === 1 ? proof.wrong : told
    if (code === CHECK_FAILED) return FAILED
    const words = check.codes[code] ?? DEVIATIONS
    return words.nl.includes('{count}') ? fill(words, count) : words
  })
}

function fill(words: Text, count: number): Text {
  const entries = LANGUAGES.map((language) => [
    language,
    words[language].replace('{count}', String(count)),
  ])
  return Object.fromEntries(entries) as Text // made of every language, just above
}

function peopleOf(clause: Clause, { statement, reviews, now }: PromiseBasis): People | undefined {
  const { organisational } = clause
  if (!organisational) return undefined
  const { says, evidence, review } = organisational
  const last = reviews?.get(clause.id) ?? statement.declarations['in-force']
  const until = review === undefined ? undefined : addPeriod(last, review)
  return { says, evidence, until, lapsed: until !== undefined && until < isoDate(now) }
}

function isoDate(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}
