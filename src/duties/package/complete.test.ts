import { expect, test } from 'vitest'
import { bureau, byHand, runCheck } from '#world/bureau.ts'

test('rei-02: the package holds what is held, as long as nobody takes something out', async () => {
  const run = await runCheck(await bureau(), 'package-complete')
  expect(run).toMatchObject({ findings: [] })
  expect(run.lookedAt).toBeGreaterThan(100)
})

test.each([
  ['revoke select (body) on summaries from org_reintegration__subject_access', 'LEFT_OUT'],
  [
    `delete from category_rules where activity = 'subject-access' and category = 'account'`,
    'LEFT_OUT',
  ],
  [`comment on column relation_lines.dossier_id is '@key'`, 'LEFT_OUT'],
  [`comment on column events.dossier_id is '@key'`, 'LEFT_OUT'],
  [
    `create table stray (name text);
     comment on table stray is 'Something new. @organisation';
     comment on column stray.name is '@category identity'`,
    'LEFT_OUT',
  ],
  [
    `delete from category_rules where activity = 'subject-access' and category = 'advice'`,
    'CATEGORY_LEFT_OUT',
  ],
])('rei-02: what is left out of the package is found: %s', async (statement, code) => {
  const here = await bureau()
  await byHand(here, statement)
  expect((await runCheck(here, 'package-complete')).codes).toContain(code)
})
