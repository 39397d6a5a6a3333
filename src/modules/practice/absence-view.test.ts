import { dayFromNow } from '#world/days.ts'
import { expect, test } from 'vitest'
import { outcomes } from '#world/outcomes.ts'
import { type Bureau, bureau, POST } from '#world/practice.ts'
import type { WorldAccount } from '#world/world.ts'
import { cancelAbsence, planAbsence } from './absence.ts'
import { absenceReads, type AbsenceView, readAbsences } from './absence-view.ts'
import { answerConsent } from './consent.ts'
import { readClientLanguage } from './statement-notice.ts'
import { standingIn } from './standing-in.ts'
import { askSubstitution } from './substitution.ts'

const TODAY = dayFromNow()
const LATER = dayFromNow(9)

interface Away {
  readonly here: Bureau
  readonly substitute: WorldAccount
  readonly absenceId: string
}

async function away(): Promise<Away> {
  const here = await bureau()
  const substitute = await here.there.account('Bram Visser', ['coach'])
  const absenceId = await here.there.store.change(here.coach.for('coaching'), (tx) =>
    planAbsence(tx, { substituteId: substitute.id, startsOn: TODAY, endsOn: LATER }),
  )
  return { here, substitute, absenceId }
}

async function own({ there }: Bureau, account: WorldAccount): Promise<AbsenceView[]> {
  const access = await there.store.access(there.organisation, 'coaching')
  const rows = await there.store.list(account.for('coaching'), 'absences', absenceReads(access))
  return readAbsences(rows, account.id)
}

function ask({ here, absenceId }: Away): Promise<string> {
  return here.asCoach(async (tx) => {
    const language = await readClientLanguage(tx)
    return askSubstitution(tx, { absenceId, language, post: POST })
  })
}

async function agree(scene: Away): Promise<void> {
  const requestId = await ask(scene)
  await scene.here.asClient((tx) => answerConsent(tx, { requestId, decision: 'given', post: POST }))
}

async function openNow({ here, substitute }: Away): Promise<unknown[]> {
  const { store, organisation } = here.there
  const access = await store.access(organisation, 'substitution')
  const reads = { periods: standingIn(access) }
  return (await store.list(substitute.for('substitution'), 'substitution', reads)).periods
}

test('a coach sees of each client what they said of an absence, and a colleague sees nothing of it', async () => {
  const scene = await away()
  const { here, substitute, absenceId } = scene
  expect(await own(here, here.coach)).toMatchObject([
    {
      id: absenceId,
      substitute: 'Bram Visser',
      cancelled: false,
      clients: [{ kind: 're-integration' }],
    },
  ])
  await ask(scene)
  expect((await own(here, here.coach))[0]?.clients).toMatchObject([
    { dossierId: here.dossierId, name: { familyName: 'Wit' }, answer: 'asked' },
  ])
  expect(await own(here, substitute)).toEqual([])
})

test('rei-13: a substitute sees for whom and until when, once the client agreed', async () => {
  const scene = await away()
  expect(await openNow(scene)).toEqual([])
  await agree(scene)
  expect((await own(scene.here, scene.here.coach))[0]?.clients[0]?.answer).toBe('given')
  expect(await openNow(scene)).toEqual([
    { dossier_id: scene.here.dossierId, away: 'Ilse Kramer', ends_on: LATER },
  ])
})

test('rei-13: an absence that is cancelled closes every dossier at once, and is asked about no more', async () => {
  const scene = await away()
  const { here, substitute, absenceId } = scene
  await agree(scene)
  await here.there.store.change(here.coach.for('coaching'), (tx) => cancelAbsence(tx, absenceId))
  expect(await openNow(scene)).toEqual([])
  await expect(here.view(substitute, 'substitution')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(ask(scene)).rejects.toMatchObject({ code: 'ABSENCE_CANCELLED' })
  expect((await own(here, here.coach))[0]).toMatchObject({ cancelled: true })
})

test('nobody cancels the absence of a colleague, and cancelling twice is once', async () => {
  const { here, substitute, absenceId } = await away()
  const { store } = here.there
  const foreign = store.change(substitute.for('coaching'), (tx) => cancelAbsence(tx, absenceId))
  await expect(foreign).rejects.toMatchObject({ code: 'NOT_DECLARED' })
  const cancel = () =>
    store.change(here.coach.for('coaching'), (tx) => cancelAbsence(tx, absenceId))
  expect((await outcomes([cancel(), cancel()])).toSorted()).toEqual(['DUPLICATE', 'done'])
})

test('cancelling while a client is asked leaves nobody standing in', async () => {
  const scene = await away()
  const { here, absenceId } = scene
  const cancelled = here.there.store.change(here.coach.for('coaching'), (tx) =>
    cancelAbsence(tx, absenceId),
  )
  const [, asked] = await outcomes([cancelled, ask(scene)])
  expect(['done', 'ABSENCE_CANCELLED']).toContain(asked)
  const { rows } = await here.there.owner.query(
    'select from relations where absence_id = $1 and (until is null or until > now())',
    [absenceId],
  )
  expect(rows).toEqual([])
})
