import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAppError } from '#kernel/error.ts'
import { type Bureau, bureau, consent, runCheck } from '#world/bureau.ts'
import type { WorldAccount } from '#world/world.ts'
import { dutchDay } from '#jobs/dutch-zone.ts'

/** People and parties whose access comes and goes. */
interface Cast {
  readonly accounts: readonly WorldAccount[]
  readonly parties: readonly string[]
}

type Step = (here: Bureau, cast: Cast) => Promise<unknown>

const sql =
  (statement: string): Step =>
  ({ there }) =>
    there.owner.query(statement)

/** What may happen, in any order; each is done with every trigger at work. */
const STEPS: readonly Step[] = [
  async (here, { accounts }) =>
    here.there.relate(accounts[1]?.id ?? '', here.dossierId, 'partner-coach'),
  async (here, { accounts }) =>
    consent(here, { consent: 'partner-access', holderId: accounts[1]?.id ?? '' }),
  async (here, { accounts }) => {
    const absenceId = randomUUID()
    const substituteId = accounts[2]?.id ?? ''
    await here.there.owner.query(
      `insert into absences (id, account_id, substitute_id, starts_on, ends_on)
       values ($1, $2, $3, gestand.today(), gestand.today() + 1)`,
      [absenceId, here.coach.id, substituteId],
    )
    await here.there.owner.query(
      `insert into relations (dossier_id, holder_id, relation, absence_id)
       values ($1, $2, 'substitute', $3)`,
      [here.dossierId, substituteId, absenceId],
    )
    await consent(here, { consent: 'substitution', holderId: substituteId, itemId: absenceId })
  },
  async (here, { parties }) => here.there.relate(parties[0] ?? '', here.dossierId, 'principal'),
  async (here, { parties }) =>
    consent(here, { consent: 'disclosure', holderId: parties[0] ?? '', itemId: randomUUID() }),
  sql(`insert into withdrawals (request_id, dossier_id)
       select request_id, dossier_id from consents c where decision = 'given' and not exists (
         select from withdrawals w where w.request_id = c.request_id) order by random() limit 1`),
  sql('update absences set starts_on = starts_on - 9, ends_on = ends_on - 9'),
  sql('update absences set starts_on = gestand.today(), ends_on = gestand.today()'),
  sql('delete from affiliations'),
  sql(`update relations set until = now() where relation = 'partner-coach'`),
  sql(`update relations set until = null where relation <> 'client'`),
  sql(`delete from functions where function = 'coach'`),
  sql(`update members set left_at = now() where random() < 0.3`),
  sql('update members set left_at = null'),
]

const ACTIVITIES = ['coaching', 'substitution', 'self-service', 'accountability']

async function openAll(
  { there, dossierId, coach, client }: Bureau,
  { accounts }: Cast,
): Promise<number> {
  let opened = 0
  for (const account of [coach, client, ...accounts]) {
    for (const activity of ACTIVITIES) {
      try {
        await there.store.open(account.for(activity), dossierId, {})
        opened += 1
      } catch (error) {
        if (!isAppError(error)) throw error
      }
    }
  }
  return opened
}

test('rei-12: whatever the database let open is explained, whatever happened before and after', async () => {
  const steps = fc.array(fc.nat({ max: STEPS.length - 1 }), { minLength: 3, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(steps, async (chosen) => {
      const here = await bureau()
      const accounts: WorldAccount[] = []
      for (const name of ['Other', 'Partner', 'Substitute', 'Contact']) {
        accounts.push(await here.there.account(name, name === 'Contact' ? [] : ['coach']))
      }
      const parties = [await here.there.party('Gemeente Rivierdam', ...accounts.slice(3))]
      let opened = 0
      for (const step of chosen) {
        // What the tables refuse, such as a second relation of one kind, simply does not happen.
        await STEPS[step]?.(here, { accounts, parties }).catch(() => undefined)
        opened += await openAll(here, { accounts, parties })
      }
      const run = await runCheck(here, 'openings-explained')
      expect(run).toMatchObject({ lookedAt: opened, findings: [] })
      expect(opened).toBeGreaterThan(0)
    }),
    { numRuns: 12 },
  )
}, 60_000)

test.each([
  ['2026-01-01T22:59:59Z', '2026-01-01'],
  ['2026-01-01T23:00:00Z', '2026-01-02'],
  ['2026-07-01T21:59:59Z', '2026-07-01'],
  ['2026-07-01T22:00:00Z', '2026-07-02'],
])('%s is on %s in the Netherlands', (moment, day) => {
  expect(dutchDay(new Date(moment))).toBe(day)
})
