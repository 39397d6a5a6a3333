import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { isProven, type Signatory, type SignedFacts } from '#modules/practice/signature/proof.ts'
import { written } from '#store/query.ts'

interface Row {
  readonly signing_id: string
  readonly dossier_id: string
  readonly document_id: string
  readonly signatory: Signatory
  readonly signer_id: string | null
  readonly digest: Buffer
  readonly asked_digest: Buffer
  readonly document_digest: Buffer | null
  readonly mark_digest: Buffer
  readonly proved_at: Date
  readonly signed_at: Date
  readonly proof: Buffer
  readonly proof_key: string
  readonly related: boolean
}

/** A second factor counts for five minutes, and clocks of one transaction may differ by one. */
const FRESH_MS = 6 * 60_000

/** Every signature is under the document as it is, by whom it says, and sealed by a known key. */
export const signaturesIntact: Check = {
  name: 'signatures-intact',
  says: {
    nl: 'elke handtekening hoort bij het document zoals het nu is, en is niet veranderd',
    en: 'each signature belongs to the document as it is now, and was not changed',
  },
  keeps: ['signatures', 'categories.signature'],
  looksAt: { nl: 'handtekeningen', en: 'signatures' },
  codes: {
    SIGNATURE_CHANGED: {
      nl: 'handtekeningen zijn veranderd nadat ze waren gezet ({count})',
      en: 'signatures were changed after they were made ({count})',
    },
    DOCUMENT_CHANGED: {
      nl: 'documenten zijn veranderd nadat ze waren ondertekend ({count})',
      en: 'documents were changed after they were signed ({count})',
    },
    SIGNER_UNKNOWN: {
      nl: 'handtekeningen zijn van iemand die niet bij het dossier hoort, of zonder verse code ({count})',
      en: 'signatures are of somebody who does not belong to the dossier, or without a fresh code ({count})',
    },
  },
  run: async (tx) => {
    const rows = await tx.evidence(written(sql<Row>`select * from evidence_signatures()`))
    const { rows: keyRows } = await tx.query('select id, public_key from ledger_keys')
    const keys = new Map(keyRows.filter(isKey).map((key) => [key.id, key.public_key]))
    const findings = rows.flatMap((row) => {
      const code = judge(row, tx.organisation, keys.get(row.proof_key))
      return code ? [{ code, subject: `${row.signing_id} ${row.signatory}` }] : []
    })
    return { lookedAt: rows.length, findings }
  },
}

function judge(row: Row, organisation: string, publicKey: Buffer | undefined): string | undefined {
  const facts: SignedFacts = {
    organisation,
    signingId: row.signing_id,
    dossierId: row.dossier_id,
    documentId: row.document_id,
    digest: row.digest,
    signatory: row.signatory,
    signerId: row.signer_id ?? '',
    markDigest: row.mark_digest,
    provedAt: row.proved_at,
    signedAt: row.signed_at,
  }
  if (!publicKey || !isProven({ id: row.proof_key, publicKey }, facts, row.proof)) {
    return 'SIGNATURE_CHANGED'
  }
  const same = row.digest.equals(row.asked_digest) && row.document_digest?.equals(row.digest)
  if (!same) return 'DOCUMENT_CHANGED'
  const waited = row.signed_at.getTime() - row.proved_at.getTime()
  return row.related && waited >= 0 && waited <= FRESH_MS ? undefined : 'SIGNER_UNKNOWN'
}

function isKey(row: unknown): row is { id: string; public_key: Buffer } {
  return typeof row === 'object' && row !== null && 'id' in row && 'public_key' in row
}
