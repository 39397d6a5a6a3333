import { refusing } from '#store/refusal.ts'

const NOT_PERMITTED = '42501'

/** Runs a write of content whose category must belong to the kind of dossier. */
export async function withinCategories<T>(write: Promise<T>): Promise<T> {
  return refusing(write, { [NOT_PERMITTED]: 'CATEGORY_BARRED' })
}
