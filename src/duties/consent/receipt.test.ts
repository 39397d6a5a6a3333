import { expect, test } from 'vitest'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import { readSample } from '#statement/sample.ts'
import { WORLD_MASTER } from '#world/master.ts'
import type { ConsentView } from './consent.ts'
import { consentReceipt, verifyReceipt, versionsOf } from './receipt.ts'

const CONSENT: ConsentView = {
  id: '11111111-1111-4111-8111-111111111111',
  consent: 'substitution',
  state: 'given',
  wording: 'Ik stem in.\n\nWaarnemer: Noor Visser',
  language: 'nl',
  statement: 2,
  holderId: '22222222-2222-4222-8222-222222222222',
  itemId: null,
  renews: null,
  askedAt: new Date('2026-09-01T10:00:00Z'),
  decidedAt: new Date('2026-09-02T10:00:00Z'),
  way: 'own-pages',
  expiresAt: new Date('2028-09-02T10:00:00Z'),
  renewable: false,
  signature: { keyId: 'key', bytes: Buffer.alloc(64) },
  sealed: Buffer.alloc(40),
}

const KEY = ledgerKey(WORLD_MASTER, 'sample')

function receipt(consent = CONSENT, versions = [CONSENT]): string {
  return consentReceipt({
    consent,
    versions,
    statement: readSample(),
    vocabulary: VOCABULARY,
    reference: '2026-00012',
    address: 'https://example.org',
    key: KEY,
    now: new Date('2026-10-01T10:00:00Z'),
  })
}

interface Told {
  readonly receipt: {
    readonly schema_version: string
    readonly consent_record: {
      readonly record_id: string
      readonly pii_principal_id: string
      readonly party_identification: readonly object[]
      readonly pii_processing: object
      readonly events: readonly { readonly event_state: string }[]
    }
  }
}

/** What a receipt tells, in the terms of the standard. */
function read(text: string): Told['receipt'] {
  return (JSON.parse(text) as Told).receipt // as it was made
}

test('a receipt tells who asked what, for which purposes and data, and what was answered', () => {
  const told = read(receipt())
  const { consent_record: record } = told
  expect(told.schema_version).toBe('ISO/IEC TS 27560:2023')
  expect(record.record_id).toBe(CONSENT.id)
  expect(record.pii_principal_id).toBe('2026-00012')
  expect(record.party_identification).toMatchObject([
    { party_name: 'Bureau Voorbeeld', party_role: 'pii_controller', party_id: '00000000' },
  ])
  expect(record.pii_processing).toMatchObject({
    privacy_notice: 'https://example.org/verklaring/versies/2',
    language: 'nl',
    consent_wording: CONSENT.wording,
    purposes: [
      {
        purpose: 'waarnemen',
        purpose_type: 'substitution',
        lawful_basis: 'consent',
        recipients: ['de waarnemende coach'],
        retention_period: 'P5Y',
      },
    ],
  })
  expect(record.events.map((each) => each.event_state)).toEqual(['requested', 'given'])
  expect(record.events[1]).toMatchObject({
    validity_duration: 'P2Y',
    collection_method: 'own-pages',
  })
})

test('a refusal and a withdrawal are in the receipt as well', () => {
  const refused = { ...CONSENT, id: 'a', state: 'refused' as const }
  const withdrawn = {
    ...CONSENT,
    state: 'withdrawn' as const,
    withdrawnAt: new Date('2026-09-20T10:00:00Z'),
    withdrawnBy: 'letter' as const,
  }
  const { events } = read(receipt(withdrawn, [withdrawn, refused])).consent_record
  expect(events.map((each) => each.event_state)).toEqual([
    'requested',
    'given',
    'withdrawn',
    'requested',
    'refused',
  ])
})

test('a receipt verifies by itself, and not when anything in it was changed', () => {
  const text = receipt()
  expect(verifyReceipt(text)).toEqual({ signedBy: KEY.id })
  expect(verifyReceipt(JSON.stringify(JSON.parse(text)))).toEqual({ signedBy: KEY.id })
  for (const [old, other] of [
    ['"given"', '"refused"'],
    ['Noor Visser', 'Noor Bakker'],
    ['2026-09-02', '2026-09-03'],
    [KEY.id, '0000000000000000'],
  ] as const) {
    expect(verifyReceipt(text.replace(old, other))).toEqual({ wrong: 'changed' })
  }
  expect(verifyReceipt('{')).toEqual({ wrong: 'not-a-receipt' })
  expect(verifyReceipt('{"receipt":{}}')).toEqual({ wrong: 'not-a-receipt' })
})

test('versions of a consent are about the same holder and thing', () => {
  const other = { ...CONSENT, id: 'b', holderId: null }
  const again = { ...CONSENT, id: 'c', renews: CONSENT.id }
  expect(versionsOf(CONSENT, [again, other, CONSENT]).map(({ id }) => id)).toEqual([
    'c',
    CONSENT.id,
  ])
})
