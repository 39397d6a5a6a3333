import { fieldBytes } from '#ledger/entry.ts'
import { isSignedBy, keyId, type LedgerKey } from '#ledger/ledger-key.ts'
import type { Language } from '#kernel/language.ts'
import type { Vocabulary } from '#statement/catalogue.ts'
import type { Statement } from '#statement/index.ts'
import { findWord } from '#statement/vocabulary.ts'
import type { ConsentView } from './consent.ts'

/** What a receipt needs beside the consent. */
export interface ReceiptFacts {
  readonly consent: ConsentView
  /** All versions of the same consent, so that its history is in the receipt. */
  readonly versions: readonly ConsentView[]
  readonly statement: Statement
  readonly vocabulary: Vocabulary
  /** Number of the dossier: by it both sides know whom it is about. */
  readonly reference: string
  /** Where the organisation's pages are. */
  readonly address: string
  readonly key: LedgerKey
  readonly now: Date
}

/**
 * A receipt of a consent in the terms of ISO/IEC TS 27560:2023, for the person to keep: what was
 * asked, by whom, for what, and what was answered. As JSON, signed with the organisation's key.
 */
export function consentReceipt(facts: ReceiptFacts): string {
  const { consent, now, key } = facts
  const receipt = {
    schema_version: SCHEMA,
    receipt_id: `${consent.id}/${now.toISOString()}`,
    receipt_created: now.toISOString(),
    consent_record: {
      schema_version: SCHEMA,
      record_id: consent.id,
      pii_principal_id: facts.reference,
      pii_processing: processingOf(facts),
      party_identification: [controllerOf(facts)],
      events: eventsOf(facts),
    },
  }
  const signature = {
    algorithm: 'Ed25519',
    key_id: key.id,
    public_key: key.publicKey.toString('base64'),
    value: key.sign(receiptBytes(receipt)).toString('base64'),
  }
  return `${JSON.stringify({ receipt, signature }, null, 2)}\n`
}

const SCHEMA = 'ISO/IEC TS 27560:2023'

/** First byte of what is signed; differs from those of entries, checkpoints and questions. */
const ENCODING = 4

/** What is signed: the receipt as JSON without spaces, its members in the order of the file. */
function receiptBytes(receipt: unknown): Buffer {
  return fieldBytes(ENCODING, ['receipt', JSON.stringify(receipt)])
}

/** Why a file is no receipt of ours, or the id of the key that signed it. */
export type ReceiptVerdict =
  | { readonly signedBy: string }
  | { readonly wrong: 'not-a-receipt' | 'changed' }

/** Verifies a receipt by itself: that it was not changed since the key in it signed it. */
export function verifyReceipt(text: string): ReceiptVerdict {
  const read = parse(text)
  if (!read) return { wrong: 'not-a-receipt' }
  const publicKey = Buffer.from(read.signature.public_key, 'base64')
  const id = keyId(publicKey)
  const value = Buffer.from(read.signature.value, 'base64')
  const signed = isSignedBy({ id, publicKey }, receiptBytes(read.receipt), value)
  return signed && id === read.signature.key_id ? { signedBy: id } : { wrong: 'changed' }
}

interface SignedReceipt {
  readonly receipt: unknown
  readonly signature: {
    readonly key_id: string
    readonly public_key: string
    readonly value: string
  }
}

function parse(text: string): SignedReceipt | undefined {
  try {
    const read: unknown = JSON.parse(text)
    return isReceipt(read) ? read : undefined
  } catch {
    return undefined
  }
}

function isReceipt(read: unknown): read is SignedReceipt {
  if (typeof read !== 'object' || read === null || !('receipt' in read)) return false
  const { signature } = read as { signature?: Record<string, unknown> } // looked at below
  const texts = [signature?.['key_id'], signature?.['public_key'], signature?.['value']]
  return texts.every((each) => typeof each === 'string')
}

function processingOf(facts: ReceiptFacts) {
  const { consent, statement, address } = facts
  const { declarations } = statement
  return {
    privacy_notice: `${address}/verklaring/versies/${consent.statement}`,
    language: consent.language,
    purposes: purposesOf(facts),
    consent_wording: consent.wording,
    jurisdiction: 'NL',
    withdrawal_method: `${address}/mijn`,
    privacy_rights: Object.keys(declarations.rights),
    signature_of_question: consent.signature && {
      key_id: consent.signature.keyId,
      value: consent.signature.bytes.toString('base64'),
    },
  }
}

/** The activities that rest on the consent, with the kinds of data that each concerns. */
function purposesOf({ consent, statement, vocabulary }: ReceiptFacts) {
  const { declarations } = statement
  const language: Language = consent.language === 'en' ? 'en' : 'nl'
  const after = `consent.${consent.consent}`
  const relations = Object.entries(declarations.relations)
    .filter(([, relation]) => relation.after === after)
    .map(([word]) => word)
  return Object.entries(declarations.activities)
    .filter(([, { by }]) => by.some((relation) => relations.includes(relation)))
    .map(([word, { purpose, reads = [], by }]) => ({
      purpose: purpose[language],
      purpose_type: word,
      lawful_basis: 'consent',
      pii_information: reads.map((category) => ({
        pii_type: findWord(vocabulary.categories, category)?.says[language] ?? category,
        dpv: findWord(vocabulary.categories, category)?.dpv,
        pii_sensitive: declarations.categories[category]?.special !== undefined,
      })),
      recipients: by
        .filter((relation) => relations.includes(relation))
        .map((relation) => findWord(vocabulary.relations, relation)?.says[language] ?? relation),
      retention_period: declarations.retention['dossier']?.keep,
    }))
}

function controllerOf({ statement: { declarations }, address }: ReceiptFacts) {
  const { controller, contacts } = declarations
  return {
    party_id: controller.kvk ?? controller.name,
    party_name: controller.name,
    party_role: 'pii_controller',
    party_address: controller.address,
    party_email: (contacts.officer ?? contacts.responsible)?.email,
    party_url: address,
  }
}

function eventsOf({ versions, statement }: ReceiptFacts) {
  const principal = { entity_id: 'pii_principal' }
  return versions.flatMap((each) => {
    const record = { record_id: each.id }
    const validity = statement.declarations.consents?.[each.consent]?.expires
    return [
      {
        ...record,
        event_time: each.askedAt.toISOString(),
        event_type: 'notice',
        event_state: 'requested',
        entity_id: 'pii_controller',
      },
      ...(each.decidedAt
        ? [
            {
              ...record,
              ...principal,
              event_time: each.decidedAt.toISOString(),
              event_type: 'explicit',
              event_state: each.state === 'refused' ? 'refused' : 'given',
              collection_method: each.way,
              ...(each.expiresAt && {
                validity_duration: validity,
                valid_until: each.expiresAt.toISOString(),
              }),
            },
          ]
        : []),
      ...(each.withdrawnAt
        ? [
            {
              ...record,
              ...principal,
              event_time: each.withdrawnAt.toISOString(),
              event_type: 'explicit',
              event_state: 'withdrawn',
              collection_method: each.withdrawnBy,
            },
          ]
        : []),
    ]
  })
}

/** The versions of one consent, the newest first: asked again, or renewed. */
export function versionsOf(consent: ConsentView, all: readonly ConsentView[]): ConsentView[] {
  return all.filter(
    (other) =>
      other.consent === consent.consent &&
      other.holderId === consent.holderId &&
      other.itemId === consent.itemId,
  )
}
