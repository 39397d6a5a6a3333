import type { Child } from '#entry/web/jsx/element.ts'

/** The parts of a name as Dutch forms ask for them. */
export interface NameParts {
  readonly given: string
  /** "van der", written before the family name and left out when sorting. */
  readonly prefix?: string | null | undefined
  readonly family: string
}

export interface PersonNameProps {
  readonly name: NameParts
  /** `listed` puts the family name first: "Berg, Jan van der". */
  readonly order?: 'spoken' | 'listed'
}

/** The name of a person, prefix in its place. */
export function PersonName({ name, order = 'spoken' }: PersonNameProps): Child {
  return formatPersonName(name, order)
}

/** Writes a name as one says it, or as a list is sorted. */
export function formatPersonName(name: NameParts, order: 'spoken' | 'listed' = 'spoken'): string {
  const { given, prefix, family } = name
  const first = spaced(given, prefix)
  if (order === 'spoken') return spaced(first, family)
  return first === '' ? family : `${family}, ${first}`
}

function spaced(one: string, other: string | null | undefined): string {
  if (!other) return one
  return one === '' ? other : `${one} ${other}`
}
