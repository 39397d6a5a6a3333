import { createHash } from 'node:crypto'
import type { LedgerLine } from '#ledger/telling.ts'
import { entryAddress, type RegisterPlace } from './json-ld.ts'

/**
 * A line of the ledger in the terms of Logboek Dataverwerkingen, the Dutch government's standard
 * for logging the processing of personal data. Pseudonymous, as the ledger is.
 */
export interface LogboekRecord {
  /** What was done in one transaction shares it: 16 bytes in hexadecimal. */
  readonly trace_id: string
  /** This line: 8 bytes in hexadecimal. */
  readonly span_id: string
  readonly status: 'OK' | 'ERROR'
  /** The act and what it was done to. */
  readonly name: string
  /** Instants in UTC. The ledger keeps one moment. */
  readonly start_time: string
  readonly end_time: string
  readonly resource: { readonly name: string; readonly version: string }
  readonly attributes: {
    /** The entry of the register of processing, of the version of the statement in force then. */
    readonly 'dpl.core.processing_activity_id': string
    /** The dossier, which is a pseudonym of whom it is about; left out when there is none. */
    readonly 'dpl.core.data_subject_id'?: string
    readonly 'dpl.core.data_subject_id_type'?: 'dossier'
    /** The account that did it; left out for the software itself. */
    readonly 'dpl.core.user'?: string
  }
}

/** What every record of an organisation shares. */
export interface LogboekSource extends RegisterPlace {
  readonly organisation: string
  readonly software: { readonly name: string; readonly version: string }
}

/** An entry of the ledger with what its record needs beyond its line. */
export type LogboekEntry = Pick<
  LedgerLine,
  'id' | 'at' | 'accountId' | 'activity' | 'act' | 'subject' | 'dossierId'
> & {
  readonly xid: string
  readonly statement: number | null
}

/** Writes an entry of the ledger as a record of Logboek Dataverwerkingen. */
export function toLogboek(entry: LogboekEntry, source: LogboekSource): LogboekRecord {
  const { organisation, software } = source
  const at = entry.at.toISOString()
  const activity = entry.activity ?? 'system'
  return {
    trace_id: digest(`${organisation}|${entry.xid}`, TRACE_BYTES),
    span_id: digest(`${organisation}|${entry.id}`, SPAN_BYTES),
    status: entry.act === 'refused' ? 'ERROR' : 'OK',
    name: [entry.act, entry.subject].filter(Boolean).join(' '),
    start_time: at,
    end_time: at,
    resource: software,
    attributes: {
      'dpl.core.processing_activity_id': entryAddress(source, entry.statement ?? 0, activity),
      ...(entry.dossierId && {
        'dpl.core.data_subject_id': entry.dossierId,
        'dpl.core.data_subject_id_type': 'dossier' as const,
      }),
      ...(entry.accountId && { 'dpl.core.user': entry.accountId }),
    },
  }
}

const TRACE_BYTES = 16
const SPAN_BYTES = 8

function digest(words: string, bytes: number): string {
  return createHash('sha256')
    .update(words)
    .digest('hex')
    .slice(0, bytes * 2)
}
