// The states of a request as the database keeps them, against a model in plain TypeScript.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { takeStep } from '#duties/rights/desk.ts'
import { takeOwnStep } from '#duties/rights/own-step.ts'
import { establishIdentity, judgeCopy, receiveCopy, sendCopy } from '#duties/rights/identity.ts'
import { isAppError } from '#kernel/error.ts'
import { written } from '#store/query.ts'
import { sql } from 'kysely'
import { bureau } from '#world/practice.ts'
import { type RequestDesk, requestDesk } from '#world/requests.ts'
import type { WorldAccount } from '#world/world.ts'
import { type ModelRequest, type Step, stepModel } from './request-model.ts'

const SEED = Number(process.env['GESTAND_SEED'] ?? Date.now() % 1_000_000_000)
const WALKS = 150
const LONGEST_WALK = 14
const TIME_LIMIT_MS = 60_000
const PHOTO = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('desk' as const),
      action: fc.constantFrom(
        'ask-identity' as const,
        'pause' as const,
        'answer' as const,
        'extend' as const,
        'grant' as const,
        'refuse' as const,
        'withdraw' as const,
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('person' as const),
      action: fc.constantFrom('answer' as const, 'withdraw' as const),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'copy' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('judge' as const), covered: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('identify' as const),
      way: fc.constantFrom('covered-copy' as const, 'in-person' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('days' as const),
      days: fc.integer({ min: 1, max: 20 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'finish' as const }) },
)

test(
  'a request goes through its states as the model says, whatever is tried in whichever order',
  async () => {
    const { there, client, dossierId } = await bureau()
    const walker = { desk: await requestDesk(there), client }
    const { desk } = walker
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: LONGEST_WALK }), async (walk) => {
        const id = await desk.letter('access')
        await there.owner.query(
          `update requests set account_id = $2, due_on = gestand.today() + 30,
             person_id = (select person_id from dossiers where id = $3) where id = $1`,
          [id, client.id, dossierId],
        )
        let model: ModelRequest = {
          state: 'received',
          daysLeft: 30,
          extended: false,
          identified: false,
          copy: 'none',
        }
        for (const step of walk) {
          const next = stepModel(model, step, await extensionOf(desk, id))
          const done = await attempt(() => walkOn(walker, id, step))
          expect({ step, done }).toEqual({ step, done: next !== undefined })
          model = next ?? model
          expect(await stateOf(desk, id)).toEqual(model)
        }
      }),
      { numRuns: WALKS, seed: SEED },
    )
  },
  TIME_LIMIT_MS,
)

test('a state that the table of transitions does not name is refused, whoever writes it', async () => {
  const { there } = await bureau()
  const desk = await requestDesk(there)
  const id = await desk.letter('erasure')
  const jump = () =>
    there.owner.query(`update requests set state = 'fulfilled', closed_at = now() where id = $1`, [
      id,
    ])
  await expect(jump()).rejects.toMatchObject({ message: 'REQUEST_STEP_IMPOSSIBLE' })
  await there.owner.query('alter table requests disable trigger guard_request')
  await jump()
  await there.owner.query('alter table requests enable trigger guard_request')
  const reopen = there.owner.query(
    `update requests set state = 'weighing', closed_at = null where id = $1`,
    [id],
  )
  await expect(reopen).rejects.toMatchObject({ message: 'REQUEST_STEP_IMPOSSIBLE' })
})

async function attempt(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (isAppError(error)) return false
    throw error
  }
}

interface Walker {
  readonly desk: RequestDesk
  readonly client: WorldAccount
}

async function walkOn({ desk, client }: Walker, id: string, step: Step): Promise<void> {
  const { there, parts } = desk
  switch (step.kind) {
    case 'desk':
      await desk.act((tx) =>
        takeStep(tx, parts, {
          requestId: id,
          action: step.action,
          note: 'Om een reden.',
          ...(step.action === 'refuse' && { ground: 'unfounded' }),
        }),
      )
      return
    case 'person':
      await there.store.change(client.for('self-service'), (tx) =>
        takeOwnStep(tx, parts, { requestId: id, action: step.action, note: '' }),
      )
      return
    case 'copy': {
      const copy = await receiveCopy(parts, PHOTO)
      await desk.act((tx) => sendCopy(tx, id, copy))
      return
    }
    case 'judge': {
      const copyId = await latestCopy(desk, id)
      const { covered } = step
      await desk.act((tx) => judgeCopy(tx, parts, { requestId: id, copyId, covered, note: '' }))
      return
    }
    case 'identify':
      return desk.act((tx) => establishIdentity(tx, id, { way: step.way, mandateSeen: false }))
    case 'days':
      await there.owner.query(
        `update requests set due_on = due_on - $2::int, paused_on = paused_on - $2::int
         where id = $1 and closed_at is null`,
        [id, step.days],
      )
      return
    case 'finish':
      await desk.act((tx) => tx.run(written(sql`select finish_request(${id}, 'fulfilled')`)))
  }
}

async function latestCopy({ there }: RequestDesk, id: string): Promise<string> {
  const { rows } = await there.owner.query<{ id: string }>(
    'select id from identity_copies where request_id = $1 and destroyed_at is null',
    [id],
  )
  return rows[0]?.id ?? '00000000-0000-4000-8000-000000000000'
}

async function extensionOf({ there }: RequestDesk, id: string): Promise<number> {
  const { rows } = await there.owner.query<{ days: number }>(
    `select (due_on + interval '2 months')::date - due_on as days from requests where id = $1`,
    [id],
  )
  return rows[0]?.days ?? 0
}

/** What the database holds, in the words of the model. */
async function stateOf({ there }: RequestDesk, id: string): Promise<ModelRequest> {
  const { rows } = await there.owner.query<ModelRequest>(
    `select q.state, q.due_on + coalesce(gestand.today() - q.paused_on, 0) - gestand.today()
         as "daysLeft",
       q.extended_on is not null as extended, q.identified_at is not null as identified,
       coalesce((select coalesce(nullif(c.judgement, 'uncovered'), 'waiting')
         from identity_copies c where c.request_id = q.id and c.destroyed_at is null), 'none')
         as copy
     from requests q where q.id = $1`,
    [id],
  )
  const [row] = rows
  if (!row) throw new Error('the request is gone')
  return row
}
