import type { Telling } from '#ledger/telling.ts'
import { LEDGER_WORDS } from '#modules/ledger-words.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'

/** What is needed to tell the ledger of a dossier to the person whom it is about. */
export function tellingFor(members: MemberRows, reader: string | undefined): Telling {
  const names = members.flatMap(({ account_id: id, name, title }) =>
    name === undefined ? [] : [[id, { name, title }] as const],
  )
  return {
    words: LEDGER_WORDS,
    activities: VOCABULARY.activities,
    names: new Map(names),
    reader,
  }
}

type MemberRows = readonly {
  readonly account_id: string
  readonly name?: string
  readonly title?: string
}[]
