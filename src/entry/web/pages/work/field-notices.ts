import type { Door } from '#entry/web/http/door.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { fieldNotice } from '#statement/index.ts'

/** Why something of a category is asked, in the words of the statement. */
export type FieldNotices = (category: string) => string | undefined

/** The short notices of the statement in force, for the fields of one activity. */
export async function readFieldNotices(door: Door, activity: string): Promise<FieldNotices> {
  const { organisation, site } = door.visit
  const statement = await site.publication.current(organisation)
  return (category) => fieldNotice(statement, { category, activity }, door.language, VOCABULARY)
}
