import { actingParties } from '#modules/registry/index.ts'
import type { Telling } from '#ledger/telling.ts'
import { LEDGER_WORDS } from '#modules/ledger-words.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import type { Access } from '#store/access.ts'
import type { RowsOf } from '#store/query.ts'

/** What is needed to tell the ledger of a dossier to the person whom it is about. */
export function tellingFor(
  { members, acting = [] }: { readonly members: MemberRows; readonly acting?: Acting },
  reader: string | undefined,
): Telling {
  const names = members.flatMap(({ account_id: id, name, title }) =>
    name === undefined ? [] : [[id, { name, title }] as const],
  )
  return {
    words: LEDGER_WORDS,
    activities: VOCABULARY.activities,
    names: new Map(names),
    parties: new Map(acting.map(({ accountId, name }) => [accountId, name])),
    reader,
  }
}

type Acting = RowsOf<typeof actingParties>

/** For which institutions others acted, where there are institutions. */
export function actingReads(access: Access): { readonly acting?: typeof actingParties } {
  return access.can('registrations', 'select') ? { acting: actingParties } : {}
}

type MemberRows = readonly {
  readonly account_id: string
  readonly name?: string
  readonly title?: string
}[]
