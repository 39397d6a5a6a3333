import type { Language } from '#kernel/language.ts'
import { describeEntry } from '#ledger/telling.ts'
import type { Actor, DocumentView } from '#modules/practice/index.ts'
import type { Whole } from './whole.ts'

/** What other systems recognise the file by. It changes when the shape does. */
const FORMAT = 'gestand-dossier/1'

export interface TakenData {
  readonly whole: Whole
  readonly language: Language
  /** Where a document stands in the same archive. */
  readonly documentHref: (document: DocumentView) => string
}

/**
 * The dossier as JSON, for another system: everything that was read, moments in ISO 8601. People
 * who work here are in it by name and not by account.
 */
export function writeTakenData({ whole, language, documentHref }: TakenData): string {
  const { file, lines, telling, at } = whole
  const { id: _, others: __, relations, documents, notes, consults, ...dossier } = file.dossier
  const data = {
    format: FORMAT,
    takenAt: at,
    statement: file.statement.declarations.version,
    organisation: file.statement.declarations.controller.name,
    ...dossier,
    people: relations.map(({ relation, holder, since, until, absence }) => ({
      relation,
      holder,
      since,
      until,
      absence: absence && { startsOn: absence.startsOn, endsOn: absence.endsOn },
    })),
    notes,
    consults,
    documents: documents.map((document) => ({ ...document, file: documentHref(document) })),
    ledger: lines.map((line) => ({
      at: line.at,
      activity: line.activity,
      act: line.act,
      subject: line.subject,
      says: describeEntry(line, telling, language),
    })),
  }
  return `${JSON.stringify(data, writeActor, 2)}\n`
}

/** Instead of the account of somebody who works here: the name, or what they are to the dossier. */
function writeActor(key: string, value: unknown): unknown {
  if (key === 'holderId') return undefined
  return isActor(value) ? (value.name ?? value.role) : value
}

function isActor(value: unknown): value is Actor {
  return typeof value === 'object' && value !== null && 'accountId' in value && 'role' in value
}
