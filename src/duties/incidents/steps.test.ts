import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAppError } from '#kernel/error.ts'
import type { Transaction } from '#store/transaction.ts'
import { from } from '#store/query.ts'
import { sealed } from '#world/bureau.ts'
import { world } from '#world/world.ts'
import { assessIncident, closeIncident, decideIncident, notifyIncident } from './handling.ts'

type Step =
  | { readonly does: 'assess' }
  | { readonly does: 'decide'; readonly toAuthority: boolean; readonly toPersons: boolean }
  | { readonly does: 'notify'; readonly audience: 'authority' | 'persons' }
  | { readonly does: 'close' }

const STEP: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant('assess' as const) }),
  fc.record({
    does: fc.constant('decide' as const),
    toAuthority: fc.boolean(),
    toPersons: fc.boolean(),
  }),
  fc.record({
    does: fc.constant('notify' as const),
    audience: fc.constantFrom('authority' as const, 'persons' as const),
  }),
  fc.record({ does: fc.constant('close' as const) }),
)

/** What the database should say, told a second time and plainly. */
class Model {
  #assessed = false
  #decision: { readonly toAuthority: boolean; readonly toPersons: boolean } | undefined
  readonly #told = new Set<string>()
  #closed = false

  take(step: Step): string {
    if (this.#closed) return 'INCIDENT_CLOSED'
    if (step.does === 'close') return this.#close()
    if (step.does === 'assess') {
      this.#assessed = true
      return 'done'
    }
    if (step.does === 'decide') {
      if (!this.#assessed) return 'INCIDENT_NOT_ASSESSED'
      this.#decision = step
      return 'done'
    }
    if (!this.#decision) return 'INCIDENT_UNDECIDED'
    this.#told.add(step.audience)
    return 'done'
  }

  #close(): string {
    if (!this.#decision) return 'INCIDENT_UNDECIDED'
    const { toAuthority, toPersons } = this.#decision
    const missing =
      (toAuthority && !this.#told.has('authority')) || (toPersons && !this.#told.has('persons'))
    if (missing) return 'INCIDENT_NOT_NOTIFIED'
    this.#closed = true
    return 'done'
  }
}

function carryOut(tx: Transaction, incidentId: string, step: Step): Promise<void> {
  const id = randomUUID()
  if (step.does === 'close') return closeIncident(tx, incidentId, 'x')
  if (step.does === 'decide') {
    const { toAuthority, toPersons } = step
    return decideIncident(tx, { id, incidentId, toAuthority, toPersons, reasons: 'x' })
  }
  if (step.does === 'notify') {
    const { audience } = step
    const empty = { lateReason: '', reference: '' }
    return notifyIncident(tx, { id, incidentId, audience, language: 'nl', words: 'x', ...empty })
  }
  return assessIncident(tx, {
    id,
    incidentId,
    severity: 'low',
    nature: ['integrity'],
    affected: 1,
    who: 'x',
    data: [],
    consequences: 'x',
    measures: 'x',
  })
}

test('whatever is tried in whichever order, an incident takes the steps of the model only', async () => {
  const there = await world()
  const officer = await there.account('Ruben Smit', ['officer'])
  const as = officer.for('incident-handling')
  await fc.assert(
    fc.asyncProperty(fc.array(STEP, { minLength: 4, maxLength: 12 }), async (steps) => {
      const id = randomUUID()
      await there.store.change(as, (tx) =>
        tx.run(
          from.insertInto('incidents').values({ id, what: sealed(), discovered_at: new Date() }),
        ),
      )
      const model = new Model()
      for (const step of steps) {
        const expected = model.take(step)
        const came = await there.store
          .change(as, (tx) => carryOut(tx, id, step))
          .then(() => 'done')
          .catch((error: unknown) => (isAppError(error) ? error.code : String(error)))
        expect([step, came]).toEqual([step, expected])
      }
    }),
    { numRuns: 25 },
  )
})
