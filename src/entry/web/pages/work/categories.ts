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
  const switched = new Set(dossier.switched.map(({ category }) => category))
  return CONTENT_CATEGORIES.filter((category) => {
    const onlyIn = categories[category]?.['only-in']
    const isOn = !categories[category]?.optional || switched.has(category)
    return writes.includes(category) && (!onlyIn || onlyIn.includes(kind)) && isOn
  })
}

/** The same as choices in a form. */
export function categoryOptions(file: OpenedFile): Option[] {
  return listCategories(file).map((value) => ({ value, label: categoryTitle(value) }))
}

/** The kinds of data that can be switched on in a dossier and are not yet. */
export function switchableCategories({ desk, dossier, statement }: OpenedFile): ContentCategory[] {
  const { activities, categories } = statement.declarations
  const writes = activities[desk.activity]?.writes ?? []
  const switched = new Set(dossier.switched.map(({ category }) => category))
  return CONTENT_CATEGORIES.filter((category) => {
    const { optional, 'only-in': onlyIn } = categories[category] ?? {}
    const fits = !onlyIn || onlyIn.includes(dossier.service.kind)
    return optional && fits && writes.includes(category) && !switched.has(category)
  })
}
