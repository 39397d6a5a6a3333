import type { Option } from '#entry/web/components/index.ts'
import type { Access } from '#store/access.ts'
import type { RowsOf } from '#store/query.ts'
import { selectReadable } from '#store/readable.ts'

/** The parties and colleagues that can be chosen, as far as the activity may know them. */
export function choiceReads(access: Access): ChoiceReads {
  return buildReads(access)
}

export type ChoiceReads = ReturnType<typeof buildReads>
export type ChoiceRows = { readonly [Name in keyof ChoiceReads]: RowsOf<ChoiceReads[Name]> }

function buildReads(access: Access) {
  return {
    partyChoices: selectReadable(access, 'parties', { needs: ['id', 'name'] }),
    memberChoices: selectReadable(access, 'members', {
      needs: ['account_id', 'name', 'left_at'],
      shows: ['title'],
    }),
    functionChoices: selectReadable(access, 'functions', { needs: ['account_id', 'function'] }),
  }
}

const SORTING = new Intl.Collator('nl')

/** Parties by name. */
export function partyOptions({ partyChoices }: Pick<ChoiceRows, 'partyChoices'>): Option[] {
  return partyChoices.map(({ id, name }) => ({ value: id, label: name })).toSorted(byLabel)
}

/** Colleagues who are coaches here, by name, without oneself. */
export function colleagueOptions(
  { memberChoices, functionChoices }: ChoiceRows,
  without: string | undefined,
): Option[] {
  const coaches = new Set(
    functionChoices.filter((row) => row.function === 'coach').map((row) => row.account_id),
  )
  return memberChoices
    .filter((row) => !row.left_at && coaches.has(row.account_id) && row.account_id !== without)
    .map(({ account_id: value, name: label }) => ({ value, label }))
    .toSorted(byLabel)
}

/** Names by account or party. */
export function nameMap({ memberChoices, partyChoices }: ChoiceRows): ReadonlyMap<string, string> {
  return new Map([
    ...memberChoices.map((row) => [row.account_id, row.name] as const),
    ...partyChoices.map((row) => [row.id, row.name] as const),
  ])
}

function byLabel(a: { readonly label: string }, b: { readonly label: string }): number {
  return SORTING.compare(a.label, b.label)
}
