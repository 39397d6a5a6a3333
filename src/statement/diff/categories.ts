import { type Change, change, compareKeys, lacking } from './change.ts'
import { type Comparison, same } from './comparison.ts'

/** Differences in the kinds of dossier and the categories of data. */
export function diffCategories(comparison: Comparison): Change[] {
  return [...diffKinds(comparison), ...diffDeclared(comparison)]
}

function diffKinds(comparison: Comparison): Change[] {
  const { before, after } = comparison
  const { added, removed, kept } = compareKeys(before.kinds, after.kinds)
  const tell = (code: 'kind-added' | 'kind-removed' | 'kind-changed') => (kind: string) =>
    change(code, `kinds.${kind}`, { of: 'kind', kind }, { kind: comparison.word('kinds', kind) })
  return [
    ...added.map(tell('kind-added')),
    ...removed.map(tell('kind-removed')),
    ...kept
      .filter((kind) => !same(before.kinds[kind], after.kinds[kind]))
      .map(tell('kind-changed')),
  ]
}

function diffDeclared(comparison: Comparison): Change[] {
  const { before, after } = comparison
  const { added, removed, kept } = compareKeys(before.categories, after.categories)
  const tell = (code: 'category-added' | 'category-removed') => (category: string) =>
    change(code, `categories.${category}`, subject(category, []), {
      category: comparison.word('categories', category),
    })
  return [
    ...added.map(tell('category-added')),
    ...removed.map(tell('category-removed')),
    ...kept.flatMap((category) => diffCategory(comparison, category)),
  ]
}

function diffCategory(comparison: Comparison, category: string): Change[] {
  const [before, after] = [comparison.before, comparison.after].map((each) => ({
    kinds: each.categories[category]?.['only-in'] ?? Object.keys(each.kinds),
    limited: each.categories[category]?.['only-in'] !== undefined,
    ground: { ...each.categories[category], 'only-in': undefined },
  }))
  if (!before || !after) return []
  const path = `categories.${category}`
  const changes: Change[] = []
  const tell = (code: 'category-kinds-added' | 'category-kinds-removed', kinds: string[]) => {
    if (kinds.length === 0) return
    const values = {
      category: comparison.word('categories', category),
      kinds: comparison.words('kinds', kinds),
    }
    changes.push(change(code, `${path}.only-in`, subject(category, kinds), values))
  }
  // A kind that comes or goes for every category is told once, as a kind.
  if (before.limited || after.limited) {
    tell('category-kinds-added', lacking(after.kinds, before.kinds))
    tell('category-kinds-removed', lacking(before.kinds, after.kinds))
  }
  if (!same(before.ground, after.ground)) {
    const values = { category: comparison.word('categories', category) }
    changes.push(change('category-ground-changed', path, subject(category, []), values))
  }
  return changes
}

function subject(category: string, kinds: readonly string[]) {
  return { of: 'category', category, activity: null, kinds } as const
}
