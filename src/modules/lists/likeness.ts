import type { PersonFields } from './person.ts'

/** What is known of somebody; what is undefined is not. */
type Likeness = { readonly [Field in keyof PersonFields]?: PersonFields[Field] | undefined }

/** Who somebody may be told by: name, first letter and day of birth; undefined without these. */
export function personKey(fields: Likeness): string | undefined {
  if (fields.bornOn === undefined || fields.familyName === undefined) return undefined
  return `${plainName(fields.familyName)} ${firstLetter(fields)} ${fields.bornOn}`
}

/** Tells whether two rows may well be about one person. */
export function isSamePerson(one: Likeness, other: Likeness): boolean {
  const sameName = plainName(one.familyName ?? '') === plainName(other.familyName ?? '')
  const sameBirth = !one.bornOn || !other.bornOn || one.bornOn === other.bornOn
  return sameName && sameBirth && firstLetter(one) === firstLetter(other)
}

/** Initials and a given name are compared by the letter that they share. */
function firstLetter(fields: Likeness): string {
  return plainName(fields.initials ?? fields.givenName ?? '').charAt(0)
}

function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase()
}
