import { act } from '#entry/web/http/form.tsx'
import { readOverseen } from './overseen.ts'

/** Runs the checks now, for the officer, and comes back when they are done. */
export const provingAct = act('/privacy/nagaan', async ({ door }) => {
  await readOverseen(door, 'proving', {})
  const { organisation, site } = door.visit
  await site.prover.prove(organisation)
  return { to: '/privacy', done: 'proved' }
})
