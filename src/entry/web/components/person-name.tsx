import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'

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
export function PersonName({ name, order = 'spoken' }: PersonNameProps): JSX.Element {
  return <>{formatPersonName(name, order)}</>
}

/** Writes a name as one says it, or as a list is sorted. */
export function formatPersonName(name: NameParts, order: 'spoken' | 'listed' = 'spoken'): string {
  const { given, prefix, family } = name
  if (order === 'spoken') return [given, prefix, family].filter(Boolean).join(' ')
  const rest = [given, prefix].filter(Boolean).join(' ')
  return rest === '' ? family : `${family}, ${rest}`
}
