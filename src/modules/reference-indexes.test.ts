import { expect, test } from 'vitest'
import { type World, world } from '#world/world.ts'

/** References to what never goes while something refers to it, or of which there are few. */
const WITHOUT: Readonly<Record<string, string>> = {
  'deliveries.party_id': 'parties stay as long as something was let go to them',
  'disclosures.party_id': 'parties stay as long as something was let go to them',
  'employer_changes.from_id': 'institutions stay',
  'employer_changes.party_id': 'institutions stay',
  'forms.template_id': 'templates stay',
  'portfolio_requests.party_id': 'institutions stay',
  'revocation_lists.key_id': 'keys of a register stay, and are few',
  'statement_notices.version': 'versions of a statement stay',
  'successions.ending_id': 'a practice ends once',
  'surveys.party_id': 'surveys are few',
  'verifications.party_id': 'institutions stay',
}

/**
 * References that no index leads to: an index counts whose first column is one of theirs, and that
 * holds every row, or every row with a value in that column.
 */
async function unindexed({ owner }: World): Promise<string[]> {
  const { rows } = await owner.query<{ reference: string }>(
    `select format('%s.%s', t.relname, (
         select string_agg(a.attname, ',') from pg_attribute a
         where a.attrelid = t.oid and a.attnum = any (k.conkey))) as reference
     from pg_constraint k join pg_class t on t.oid = k.conrelid
     where k.contype = 'f' and t.relnamespace in (
         'org_reintegration'::regnamespace, 'gestand'::regnamespace)
       and not exists (
         select from pg_index i join pg_attribute a
           on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
         where i.indrelid = t.oid and i.indkey[0] = any (k.conkey) and (i.indpred is null
           or pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', a.attname)))
     order by 1`,
  )
  return rows.map(({ reference }) => reference)
}

test('an index leads to whatever refers to a row that can go', async () => {
  const there = await world()
  expect(await unindexed(there)).toEqual(Object.keys(WITHOUT).toSorted())
  await there.owner.query('drop index relations_absence')
  expect(await unindexed(there)).toContain('relations.absence_id')
})
