import { expect, test } from 'vitest'
import { concernsMechanism, touchesMechanism } from '#duties/promises/check.ts'
import { promiseStates } from '#duties/promises/promise-state.ts'
import { readProofs } from '#duties/promises/proof.ts'
import { prove } from '#duties/promises/proving.ts'
import { readApplied } from '#duties/promises/statements-applied.ts'
import { inProof } from '#ledger/proof-transaction.ts'
import { listClauses } from '#statement/index.ts'
import { type Bureau, bureau, byHand, proveAll } from '#world/bureau.ts'
import { AUDIT_SWITCHES } from '#world/switches/audits.ts'
import { busyBureau } from '#world/switches/busy-bureau.ts'
import { busyPractice } from '#world/switches/busy-practice.ts'
import { busyRegister } from '#world/switches/busy-register.ts'
import { CASEWORK_SWITCHES } from '#world/switches/casework.ts'
import { DIPLOMA_SWITCHES } from '#world/switches/diplomas.ts'
import { REGISTER_SWITCHES } from '#world/switches/register.ts'
import type { Step, SwitchOff } from '#world/switches/switch-off.ts'
import { SURVEY_SWITCHES } from '#world/switches/surveys.ts'
import { SWITCHES } from '#world/switches/switches.ts'

const all = [
  ...Object.values(SWITCHES).flat(),
  ...CASEWORK_SWITCHES,
  ...REGISTER_SWITCHES,
  ...DIPLOMA_SWITCHES,
  ...SURVEY_SWITCHES,
  ...AUDIT_SWITCHES,
]

test('every check can be switched off: one that cannot is not known to notice anything', async () => {
  const { checks } = await bureau()
  const switched = new Set(all.map(({ check }) => check))
  expect(checks.map(({ name }) => name).filter((name) => !switched.has(name))).toEqual([])
})

test('every check says what it looks at', async () => {
  const { checks } = await bureau()
  const mute = checks.filter(({ looksAt }) => looksAt === undefined)
  expect(mute.map(({ name }) => name)).toEqual([])
})

/** Every check runs again after each switch. */
const SLOW_MS = 90_000

test.each(Object.entries(SWITCHES))(
  'what is switched off turns exactly the promises red that hang on it, and back green: %s',
  { timeout: SLOW_MS },
  async (_, switches) => {
    const here = await busyBureau()
    await proveAll(here)
    const before = await look(here)
    expect(switches.length).toBeGreaterThan(0)
    for (const each of switches) await switchOff(here, each, before)
  },
)

test('cas-02, cas-05, cas-06: what the practice promises breaks, and is kept again, with what keeps it', {
  timeout: SLOW_MS,
}, async () => {
  const here = await busyPractice()
  await proveAll(here)
  const before = await look(here)
  expect(CASEWORK_SWITCHES.length).toBeGreaterThan(0)
  for (const each of CASEWORK_SWITCHES) await switchOff(here, each, before)
})

test('reg-01 to reg-07, reg-09 to reg-14: what a register promises breaks, and is kept again, with what keeps it', {
  timeout: SLOW_MS,
}, async () => {
  const here = await busyRegister()
  await proveAll(here)
  const before = await look(here)
  const switches = [
    ...REGISTER_SWITCHES,
    ...DIPLOMA_SWITCHES,
    ...SURVEY_SWITCHES,
    ...AUDIT_SWITCHES,
  ]
  expect(switches.length).toBeGreaterThan(1)
  for (const each of switches) await switchOff(here, each, before)
})

interface Look {
  /** Names of the checks that found something wrong. */
  readonly checks: readonly string[]
  /** Ids of the clauses that are broken. */
  readonly clauses: readonly string[]
}

async function switchOff(here: Bureau, each: SwitchOff, before: Look): Promise<void> {
  const { title, check, also = [], touches } = each
  expect(before.checks, `${title}: ${check} is kept to begin with`).not.toContain(check)
  await run(here, each.off(here))
  await proveAll(here)
  const broken = await look(here)
  expect(without(broken.checks, before.checks), title).toEqual([check, ...also].toSorted())
  const hang = await clausesOn(here, broken.checks, touches)
  expect(hang.length, `${title}: some promise hangs on it`).toBeGreaterThan(0)
  expect(without(broken.clauses, before.clauses), title).toEqual(without(hang, before.clauses))
  await run(here, each.on(here))
  const again = here.checks.filter(({ name }) => broken.checks.includes(name))
  await prove(here.worker, here.there.organisation, again, { all: true })
  expect(await look(here), `${title}: put back`).toEqual(before)
}

async function run(here: Bureau, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if (typeof step === 'string') await byHand(here, step)
    else await here.there.owner.query(step.withTriggers)
  }
}

/** What anyone can see: the states of the newest proofs. */
function look({ worker, there, checks, catalogue }: Bureau): Promise<Look> {
  return inProof(worker, there.organisation, async (tx) => {
    const [{ statement }] = await readApplied(tx, catalogue)
    const { vocabulary } = catalogue
    const proofs = await readProofs(tx)
    const states = promiseStates({ statement, vocabulary, checks, proofs, now: new Date() })
    return {
      checks: proofs.filter(({ state }) => state === 'broken').map(({ check }) => check),
      clauses: states.filter(({ state }) => state === 'broken').map(({ clause }) => clause),
    }
  })
}

/** The clauses with a mechanism that was touched and that one of these checks looks after. */
function clausesOn(
  { worker, there, checks, catalogue }: Bureau,
  broken: readonly string[],
  touches: readonly string[],
): Promise<string[]> {
  return inProof(worker, there.organisation, async (tx) => {
    const [{ statement }] = await readApplied(tx, catalogue)
    const own = checks.filter(({ name }) => broken.includes(name))
    return listClauses(statement, catalogue.vocabulary)
      .filter(({ mechanisms }) =>
        mechanisms.some(
          (mechanism) =>
            touchesMechanism(touches, mechanism) &&
            own.some((check) => concernsMechanism(check, mechanism)),
        ),
      )
      .map(({ id }) => id)
  })
}

function without(names: readonly string[], others: readonly string[]): string[] {
  return names.filter((name) => !others.includes(name)).toSorted()
}
