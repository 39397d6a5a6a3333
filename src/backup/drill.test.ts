import { expect, test, vi } from 'vitest'
import { Drill } from '#world/drill.ts'
import { vault, worldWithKeys } from '#world/vault.ts'

// Each makes an organisation anew, with all its roles and grants.
vi.setConfig({ testTimeout: 60_000 })

const DRILLS = 2

test('bur-02, baken-02, zor-03: in drills with random histories nothing comes back that may not, and nothing else is missing', async () => {
  const there = await worldWithKeys()
  const drill = new Drill({
    installation: there.installation,
    organisation: there.organisation,
    place: await vault(),
    random: Math.random,
    acts: 20,
  })
  for (let round = 0; round < DRILLS; round++) expect(await drill.run()).toEqual([])
})
