import { dayFromNow } from '#world/days.ts'
import { expect, test } from 'vitest'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import type { WorldAccount } from '#world/world.ts'
import { cancelAbsence, moveAbsence, planAbsence } from './absence.ts'
import { announceSubstitution, askSubstitution } from './substitution.ts'

const HIDDEN = { code: 'NOT_FOUND' }

interface Away {
  readonly here: Bureau
  readonly substitute: WorldAccount
  readonly absenceId: string
}

/** A practice of which the statement has standing in announced, or the bureau that asks consent. */
async function away(organisation = 'casework', { from = 0, to = 5 } = {}): Promise<Away> {
  const kind = organisation === 'casework' ? 'case-management' : 're-integration'
  const here = await bureau({ organisation, kind })
  const substitute = await here.there.account('Noor Bakker', ['coach'])
  const absenceId = await here.there.store.change(here.coach.for('coaching'), (tx) =>
    planAbsence(tx, {
      substituteId: substitute.id,
      startsOn: dayFromNow(from),
      endsOn: dayFromNow(to),
    }),
  )
  return { here, substitute, absenceId }
}

function announce({ here, absenceId }: Away): Promise<void> {
  return here.asCoach((tx) => announceSubstitution(tx, { absenceId, post: POST }))
}

test('cas-05: a substitute sees the file once the client was told, by mail and in the ledger, and only during the absence', async () => {
  const absent = await away()
  const { absenceId, here, substitute } = absent
  await expect(here.view(substitute, 'substitution')).rejects.toMatchObject(HIDDEN)
  await announce(absent)
  const view = await here.view(substitute, 'substitution')
  expect(view.client?.familyName).toBe('Wit')
  await expect(announce(absent)).rejects.toMatchObject({ code: 'DUPLICATE' })
  const { owner, store } = here.there
  const mails = await owner.query(
    `select account_id from gestand.mails where kind = 'substitution-announced'`,
  )
  expect(mails.rows).toEqual([{ account_id: here.client.id }])
  const lines = await owner.query(
    `select account_id from ledger where subject = 'substitution_announcements'`,
  )
  expect(lines.rows).toEqual([{ account_id: here.coach.id }])
  await store.change(here.coach.for('coaching'), (tx) => cancelAbsence(tx, absenceId))
  await expect(here.view(substitute, 'substitution')).rejects.toMatchObject(HIDDEN)
})

test('cas-05: what was announced opens nothing before its first day, and does not grow', async () => {
  const absent = await away('casework', { from: 2, to: 4 })
  const { absenceId: id, here, substitute } = absent
  await announce(absent)
  await expect(here.view(substitute, 'substitution')).rejects.toMatchObject(HIDDEN)
  const longer = () =>
    here.there.store.change(here.coach.for('coaching'), (tx) =>
      moveAbsence(tx, { id, startsOn: dayFromNow(2), endsOn: dayFromNow(40) }),
    )
  await expect(longer()).rejects.toMatchObject({ code: 'ABSENCE_ASKED' })
  await here.there.owner.query('alter table absences disable trigger guard_announced_absence')
  await longer()
})

test('cas-05, rei-13: where the statement asks consent nobody stands in by an announcement', async () => {
  const absent = await away('reintegration')
  const { here, substitute } = absent
  await expect(announce(absent)).rejects.toMatchObject({ code: 'SUBSTITUTE_NEEDS_CONSENT' })
  await here.there.owner.query(
    'alter table substitution_announcements disable trigger guard_announcement',
  )
  await announce(absent)
  await expect(here.view(substitute, 'substitution')).rejects.toMatchObject(HIDDEN)
})

test('cas-05: no colleague announces the absence of another, nor asks what is not asked here', async () => {
  const absent = await away()
  const { absenceId, here, substitute } = absent
  await here.there.relate(substitute.id, here.dossierId, 'responsible-coach')
  const other = here.there.store.changeDossier(substitute.for('coaching'), here.dossierId, (tx) =>
    announceSubstitution(tx, { absenceId, post: POST }),
  )
  await expect(other).rejects.toMatchObject(HIDDEN)
  const asking = here.asCoach((tx) =>
    askSubstitution(tx, { absenceId, language: 'nl', post: POST }),
  )
  await expect(asking).rejects.toMatchObject({ code: 'NOT_DECLARED' })
})
