import type { Door } from '#entry/web/http/door.ts'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { ownEntries, toLedgerPage } from '#ledger/reading.ts'
import type { LedgerLine, Telling } from '#ledger/telling.ts'
import { dossierReads, readDossier } from '#modules/practice/index.ts'
import { actingReads, tellingFor } from '#entry/web/pages/mine/own-telling.ts'
import {
  type OwnFile,
  readStatement,
  SELF_SERVICE,
  toOwnFile,
} from '#entry/web/pages/mine/own-file.ts'

/** All that is held on a client in one dossier, with who looked at it. */
export interface Whole {
  readonly file: OwnFile
  /** Newest first, at most 10,000; empty when the statement does not give them. */
  readonly lines: readonly LedgerLine[]
  readonly telling: Telling
  readonly at: Date
}

const ENTRIES_A_TIME = 500
const ENTRIES_LIMIT = 10_000

/** Opens one's own dossier and reads everything of it, save for the contents of documents. */
export async function openWhole(door: Door, params: Params): Promise<Whole> {
  const id = idOf(params)
  const [access, statement] = await Promise.all([door.access(SELF_SERVICE), readStatement(door)])
  const { dossier, answers } = await door.open(SELF_SERVICE, id, {
    ...dossierReads(access, id),
    ...actingReads(access),
  })
  const file = toOwnFile({ access, statement }, readDossier(dossier, answers, access))
  const lines = access.can('ledger', 'select', 'act') ? await readLines(door, id) : []
  return {
    file,
    lines,
    telling: tellingFor(answers, door.me?.accountId),
    at: new Date(),
  }
}

async function readLines(door: Door, id: string): Promise<LedgerLine[]> {
  const lines: LedgerLine[] = []
  let before: number | undefined
  do {
    const asked = { limit: ENTRIES_A_TIME, before }
    const { answers } = await door.open(SELF_SERVICE, id, { entries: ownEntries(id, asked) })
    const page = toLedgerPage(answers.entries, asked)
    lines.push(...page.lines)
    before = page.next
  } while (before !== undefined && lines.length < ENTRIES_LIMIT)
  return lines
}
