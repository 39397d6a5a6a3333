import { listRegistrations, listToVerify, type RegistrationLine } from '#modules/registry/index.ts'
import type { WrittenQuery } from '#store/query.ts'
import type { Store } from '#store/store.ts'
import { type LoadedRegister, REGISTER, type Viewer } from './register.ts'
import type { Measurement } from './report.ts'
import { median } from './rounds.ts'

/** At most this long takes a list, wherever it is of. */
const LIST_MS = 50
const TRIES = 15

/** Lists that pages show, each with who looks. */
export async function timeLists({
  store,
  register,
}: {
  readonly store: Store
  readonly register: LoadedRegister
}): Promise<Measurement[]> {
  const measurements: Measurement[] = []
  const time = async (
    name: string,
    viewer: Viewer,
    activity: string,
    build: (access: Awaited<ReturnType<typeof store.access>>) => WrittenQuery<RegistrationLine>,
  ): Promise<number> => {
    const list = build(await store.access(REGISTER, activity))
    const authority = register.authority(viewer, activity)
    const times: number[] = []
    let rows = 0
    for (let turn = 0; turn < TRIES; turn += 1) {
      const began = performance.now()
      rows = (await store.list(authority, 'bench', { list })).list.length
      times.push(performance.now() - began)
    }
    const value = Math.round(median(times) * 10) / 10
    measurements.push({
      name,
      unit: 'ms',
      value,
      atMost: LIST_MS,
      correct: rows > 0,
      verdict: `${rows} rows`,
    })
    return value
  }
  const { largest } = register.size
  const side = 'institution' as const
  const after = { startsOn: '2025-01-01', dossierId: register.dossier(0) }
  await time('students of an institution with 20', 'smallest', 'verification', (access) =>
    listRegistrations(access, { of: { side } }),
  )
  await time(`students of an institution with ${largest}`, 'largest', 'verification', (access) =>
    listRegistrations(access, { of: { side } }),
  )
  await time('a later page of those', 'largest', 'verification', (access) =>
    listRegistrations(access, { of: { side }, after }),
  )
  await time('those whose name begins so', 'largest', 'verification', (access) =>
    listRegistrations(access, { of: { side }, search: 'ab' }),
  )
  await time('those who are interrupted or so', 'largest', 'verification', (access) =>
    listRegistrations(access, { of: { side }, state: 'submitted' }),
  )
  await time('what it is to verify', 'largest', 'verification', (access) =>
    listToVerify(access, { side }),
  )
  await time('the register', 'registrar', 'registry-keeping', (access) =>
    listRegistrations(access, {}),
  )
  await time('the register, by name', 'registrar', 'registry-keeping', (access) =>
    listRegistrations(access, { search: 'ab' }),
  )
  await time('the register, by state', 'registrar', 'registry-keeping', (access) =>
    listRegistrations(access, { state: 'submitted' }),
  )
  return measurements
}
