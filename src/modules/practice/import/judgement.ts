import type { ImportedClient } from './client.ts'
import type { KnownClients } from './known-client.ts'
import type { LeftOut, Refusal, RowOutcome } from './outcome.ts'
import type { ImportRow } from './row.ts'

/** A row that comes in. */
export interface Admission {
  readonly line: number
  readonly client: ImportedClient
  /** Id of the form with which its engagement begins. */
  readonly intakeId: string
  /** The account of the coach; undefined for whoever imports. */
  readonly coachId: string | undefined
  /** An earlier dossier of the same person. */
  readonly samePersonAs: string | undefined
}

/** What the rows are judged by. */
export interface Circumstances {
  /** Kinds of service that the statement declares. */
  readonly kinds: ReadonlySet<string>
  readonly known: KnownClients
  /** Form ids by line. */
  readonly intakeIds: ReadonlyMap<number, string>
  /** Form ids with which an engagement began before. */
  readonly imported: ReadonlySet<string>
  /** Accounts by email address in small letters. */
  readonly coachesByEmail: ReadonlyMap<string, string>
  /** ISO date. */
  readonly today: string
}

/** Decides whether a row comes in. */
export function judgeRow(row: ImportRow, circumstances: Circumstances): Admission | RowOutcome {
  const { line, client } = row
  const { known, imported, intakeIds, coachesByEmail, today } = circumstances
  if (!client) return refused(line, 'ROW_UNREAD')
  const coachId = coachesByEmail.get(client.coachEmail?.toLowerCase() ?? '')
  if (client.coachEmail && coachId === undefined) return refused(line, 'COACH_UNKNOWN')
  if (!circumstances.kinds.has(client.service)) return refused(line, 'SERVICE_NOT_DECLARED')
  const intakeId = intakeIds.get(line) ?? ''
  if (imported.has(intakeId)) return leftOut(line, 'ROW_IMPORTED')
  if (client.endedOn && client.endedOn < today) return leftOut(line, 'SERVICE_ENDED')
  const acquaintance = known.compare(client)
  if (acquaintance.is === 'same') return leftOut(line, 'CLIENT_KNOWN')
  const samePersonAs = acquaintance.is === 'known-person' ? acquaintance.dossierId : undefined
  return { line, client, intakeId, coachId, samePersonAs }
}

/** Tells an admission from a row that stays out. */
export function isAdmission(judged: Admission | RowOutcome): judged is Admission {
  return 'client' in judged
}

function refused(line: number, code: Refusal): RowOutcome {
  return { line, outcome: 'refused', code }
}

function leftOut(line: number, code: LeftOut): RowOutcome {
  return { line, outcome: 'left-out', code }
}
