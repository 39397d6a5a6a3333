import { addDays, momentOn } from '#entry/demo/day.ts'
import type { Load } from './load.ts'

const NAMED_DAYS = 75

/** Who takes care of the dossiers when the practice ends: named, and without any reach now. */
export async function insertSuccessor(load: Load): Promise<void> {
  const at = new Date(momentOn(addDays(load.data.today, -NAMED_DAYS), 90))
  const by = load.id('manager')
  const row = {
    id: load.id('successor'),
    account_id: load.id('coach-3'),
    named_by: by,
    named_at: at,
  }
  await load.insert('successors', [{ at, by, activity: 'practice-ending', row }])
}
