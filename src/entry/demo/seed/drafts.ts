import { join } from 'node:path'
import { asNextVersion } from '#duties/studio/folder.ts'
import { addDays, momentOn } from '#entry/demo/day.ts'
import { PROJECT } from '#kernel/project.ts'
import { readStatementFolder, type StatementSource, toSource } from '#store/statement-files.ts'
import type { Load } from './load.ts'
import { insertRetraction } from './retraction.ts'
import { DEMO_ORGANISATION } from './statements.ts'

/** How far ahead the version that was proposed takes effect. */
const AHEAD_DAYS = 30

/**
 * Two drafts of the statement: the officer's, that waits for somebody else's yes and keeps dossiers
 * for four years, and the director's, which has just begun and does not hold together yet.
 */
export async function insertDrafts(load: Load): Promise<void> {
  const directory = join(PROJECT, 'statements', DEMO_ORGANISATION)
  const inForce = toSource(await readStatementFolder(directory, DEMO_ORGANISATION))
  await insertRetraction(load, inForce)
  const day = addDays(load.data.today, AHEAD_DAYS)
  const next = asNextVersion(inForce, { version: 6, inForce: day })
  const shorter = edited(next, 'keep: P5Y\n    sooner', 'keep: P4Y\n    sooner')
  await insertDraft(load, { key: 'draft-1', by: 'officer', daysAgo: 6, sources: [next, shorter] })
  const at = moment(load, 1, 95)
  const row = {
    id: load.id('proposal-1'),
    revision_id: load.id('draft-1-2'),
    version: 6,
    in_force: day,
    proposed_by: load.id('officer'),
    proposed_at: at,
  }
  await load.insert('statement_proposals', [{ ...doing(load, 'officer', at), row }])
  const later = asNextVersion(inForce, { version: 7, inForce: addDays(load.data.today, 90) })
  const unsound = edited(later, '  test-results: {}', '  test-result: {}')
  await insertDraft(load, { key: 'draft-2', by: 'manager', daysAgo: 1, sources: [unsound] })
}

interface DemoDraft {
  readonly key: string
  readonly by: string
  readonly daysAgo: number
  /** The revisions, a day after one another. */
  readonly sources: readonly StatementSource[]
}

async function insertDraft(load: Load, { key, by, daysAgo, sources }: DemoDraft): Promise<void> {
  const begunAt = moment(load, daysAgo, 70)
  await load.insert('statement_drafts', [
    {
      ...doing(load, by, begunAt),
      row: { id: load.id(key), based_on: 4, begun_by: load.id(by), begun_at: begunAt },
    },
  ])
  for (const [index, source] of sources.entries()) {
    const at = moment(load, daysAgo - index, 80)
    const row = {
      id: load.id(`${key}-${index + 1}`),
      draft_id: load.id(key),
      number: index + 1,
      source,
      written_by: load.id(by),
      written_at: at,
    }
    await load.insert('statement_revisions', [{ ...doing(load, by, at), row }])
  }
}

function doing(load: Load, by: string, at: Date) {
  return { at, by: load.id(by), activity: 'statement-drafting' }
}

function moment(load: Load, daysAgo: number, minutes: number): Date {
  return new Date(momentOn(addDays(load.data.today, -daysAgo), minutes))
}

function edited(source: StatementSource, before: string, after: string): StatementSource {
  const yaml = source['statement.yaml'] ?? ''
  if (!yaml.includes(before)) throw new Error('the example statement has changed: mend its drafts')
  return { ...source, 'statement.yaml': yaml.replace(before, after) }
}
