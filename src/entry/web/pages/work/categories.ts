import type { Option } from '#entry/web/components/index.ts'
import { CONTENT_CATEGORIES, type ContentCategory } from '#modules/practice/index.ts'
import type { OpenedFile } from './desk.ts'
import { categoryTitle } from '#entry/web/titles.ts'

/**
 * The kinds of data that may be added to a dossier: what the statement gives this activity in this
 * kind of service.
 */
export function listCategories({ desk, dossier, statement }: OpenedFile): ContentCategory[] {
  const { activities, categories } = statement.declarations
  const writes = activities[desk.activity]?.writes ?? []
  const { kind } = dossier.service
  return CONTENT_CATEGORIES.filter((category) => {
    const onlyIn = categories[category]?.['only-in']
    return writes.includes(category) && (!onlyIn || onlyIn.includes(kind))
  })
}

/** The same as choices in a form. */
export function categoryOptions(file: OpenedFile): Option[] {
  return listCategories(file).map((value) => ({ value, label: categoryTitle(value) }))
}
