import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askConsent } from '#duties/consent/question.ts'
import { outcomes } from '#world/outcomes.ts'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import type { WorldAccount } from '#world/world.ts'
import { answerConsent, renewConsent, withdrawConsent } from './consent.ts'
import { relate } from './relation.ts'

/** What can happen with the consents of one dossier, in any order. */
const STEPS = ['ask', 'give', 'refuse', 'withdraw', 'renew', 'near', 'pass'] as const
type Step = (typeof STEPS)[number]

/** One version of the consent, as a plain model remembers it. */
interface Version {
  readonly id: string
  state: 'asked' | 'given' | 'refused' | 'withdrawn'
  end: 'far' | 'near' | 'past'
  renewed: boolean
}

/** Decides with plain rules what the database decides with its own. */
class Model {
  readonly versions: Version[] = []

  get newest(): Version | undefined {
    return this.versions.at(-1)
  }

  get stands(): boolean {
    return this.versions.some(({ state, end }) => state === 'given' && end !== 'past')
  }

  /** Whether a step is allowed now, on the newest version. */
  allows(step: Step): boolean {
    const { newest, versions } = this
    const state = newest?.state
    switch (step) {
      case 'ask':
        return versions.every(
          (each) => each.state !== 'asked' && (each.state !== 'given' || each.end !== 'far'),
        )
      case 'give':
      case 'refuse':
        return state === 'asked'
      case 'withdraw':
        return state === 'given'
      case 'renew':
        return state === 'given' && newest?.end !== 'far' && newest?.renewed === false
      default:
        return true
    }
  }

  take(step: Step, id: string): void {
    const { newest } = this
    const fresh = { id, end: 'far', renewed: false } as const
    if (step === 'ask') this.versions.push({ ...fresh, state: 'asked' })
    if (newest && step === 'give') newest.state = 'given'
    if (newest && step === 'refuse') newest.state = 'refused'
    if (newest && step === 'renew') {
      newest.renewed = true
      this.versions.push({ ...fresh, state: 'given' })
    }
    if (step === 'withdraw') {
      for (const each of this.versions) if (each.state === 'given') each.state = 'withdrawn'
    }
    const end = step === 'near' ? 'near' : step === 'pass' ? 'past' : undefined
    if (end) for (const each of this.versions) if (each.state === 'given') each.end = end
  }
}

interface Scene {
  readonly here: Bureau
  readonly partner: WorldAccount
}

async function carryOut({ here, partner }: Scene, step: Step, model: Model, id: string) {
  const requestId = model.newest?.id ?? randomUUID()
  switch (step) {
    case 'ask':
      return here.asCoach((tx) =>
        askConsent(tx, {
          id,
          consent: 'partner-access',
          holderId: partner.id,
          particulars: [],
          language: 'nl',
          key: POST.key,
        }),
      )
    case 'give':
    case 'refuse': {
      const decision = step === 'give' ? 'given' : 'refused'
      return here.asClient((tx) => answerConsent(tx, { requestId, decision, post: POST }))
    }
    case 'withdraw':
      return here.asClient((tx) => withdrawConsent(tx, { requestId, post: POST }))
    case 'renew':
      return here.asClient((tx) => renewConsent(tx, { id, earlierId: requestId, post: POST }))
    default:
      return here.there.owner.query(
        `update consents set expires_at = now() + $1::interval where decision = 'given'`,
        [step === 'near' ? '10 days' : '-1 day'],
      )
  }
}

test('whatever is asked, answered, renewed and withdrawn in any order, access is as the plain rules say', async () => {
  const here = await bureau()
  const partner = await here.there.account('Noor Visser', ['coach'])
  await here.asCoach((tx) => relate(tx, { holderId: partner.id, relation: 'partner-coach' }))
  const walks = fc.array(fc.constantFrom(...STEPS), { minLength: 4, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(walks, async (steps) => {
      await here.there.owner.query('delete from consent_requests')
      const model = new Model()
      for (const step of steps) {
        const id = randomUUID()
        const [outcome] = await outcomes([carryOut({ here, partner }, step, model, id)])
        expect([step, outcome === 'done']).toEqual([step, model.allows(step)])
        if (outcome === 'done') model.take(step, id)
        const [opened] = await outcomes([
          here.there.store.open(partner.for('coaching'), here.dossierId, {}),
        ])
        expect([step, opened]).toEqual([step, model.stands ? 'done' : 'NOT_FOUND'])
      }
    }),
    { numRuns: 25 },
  )
})
