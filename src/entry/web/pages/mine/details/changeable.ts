import type { Access } from '#store/access.ts'

/** Parts of the contact details. */
const PARTS = [
  { part: 'email', table: 'clients', columns: ['email'] },
  { part: 'phone', table: 'clients', columns: ['phone'] },
  {
    part: 'address',
    table: 'profiles',
    columns: ['street', 'house_number', 'house_number_addition', 'postcode', 'city'],
  },
] as const

export type ContactPart = (typeof PARTS)[number]['part']

/** What the statement lets a client change of their own contact details. */
export function changeableParts(access: Access): ContactPart[] {
  return PARTS.filter(({ table, columns }) =>
    columns.every((column) => access.can(table, 'update', column)),
  ).map(({ part }) => part)
}
