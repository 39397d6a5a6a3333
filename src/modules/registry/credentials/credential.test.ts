import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppError } from '#kernel/error.ts'
import { fromMultibase, toMultibase } from './base58.ts'
import { diplomaCredential, type DiplomaFacts, numberOf } from './credential.ts'
import { isIntact, signDocument } from './data-integrity.ts'
import { didDocument, issuerOf, methodOf } from './issuer.ts'
import { issuerKey, isSignedBy, newSeed } from './issuer-key.ts'
import { encodeStatusList, LIST_PLACES, placesOf, statusPlace } from './status-list.ts'

const issuer = issuerOf('https://register.example.org:8443', { id: 'registry', name: 'Register' })
const FACTS: DiplomaFacts = {
  number: '000000013',
  serial: 1,
  issuedOn: '2026-11-23',
  holder: { name: 'Sanne de Wit', bornOn: '1999-02-03' },
  programme: {
    id: '0f3b8f0e-2f2a-4f6e-9d2b-0a6d7f0e1a11',
    name: 'Dialyseverpleegkundige',
    version: '2025',
  },
}

test('a diploma that was signed is intact, and no part of it can be another', async () => {
  const key = issuerKey(newSeed())
  const document = diplomaCredential(issuer, FACTS)
  const signed = await signDocument(document, {
    key,
    verificationMethod: methodOf(issuer, 'a'),
    at: new Date(),
  })
  expect(numberOf(signed)).toBe(FACTS.number)
  expect(await isIntact(signed, key.publicKey)).toBe(true)
  expect(await isIntact(signed, issuerKey(newSeed()).publicKey)).toBe(false)
  const other = diplomaCredential(issuer, { ...FACTS, holder: { name: 'S. Wit', bornOn: null } })
  for (const part of Object.keys(document)) {
    if (JSON.stringify(document[part]) === JSON.stringify(other[part])) continue
    expect(await isIntact({ ...signed, [part]: other[part] }, key.publicKey)).toBe(false)
  }
  const proof = { ...signed.proof, created: '2020-01-01T00:00:00Z' }
  expect(await isIntact({ ...signed, proof }, key.publicKey)).toBe(false)
  const nonsense = { ...signed, proof: { ...signed.proof, proofValue: 'z1' } }
  expect(await isIntact(nonsense, key.publicKey)).toBe(false)
})

test('a diploma is valid from the first moment of its day here, whatever the season', () => {
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Amsterdam',
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  const days = fc.date({
    min: new Date('2000-01-01'),
    max: new Date('2099-12-31'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(days, (date) => {
      const issuedOn = date.toISOString().slice(0, 10)
      const { validFrom } = diplomaCredential(issuer, { ...FACTS, issuedOn })
      expect(clock.format(new Date(validFrom))).toBe(`${issuedOn} 00:00:00`)
      expect(validFrom.slice(0, 10)).toBe(issuedOn)
    }),
  )
})

test('what has a term that nothing explains, or a context from elsewhere, is not read', async () => {
  const proof = { created: '' } as never
  const strange = { ...diplomaCredential(issuer, FACTS), unexplained: 'x', proof }
  const fetched = { '@context': ['https://elsewhere.example.org/'], proof }
  for (const document of [strange, fetched]) {
    const given = { ...document, proof: { proofValue: toMultibase(Buffer.alloc(64, 1)) } as never }
    await expect(isIntact(given, 'z')).rejects.toThrow(AppError)
  }
})

test('the document of an issuer holds every key, and those that were withdrawn verify nothing', () => {
  const at = new Date('2026-11-23T10:00:00Z')
  const key = { publicKey: 'z6Mk', since: at, retiredAt: null, withdrawnAt: null }
  const keys = [
    { ...key, id: 'new' },
    { ...key, id: 'old', retiredAt: at },
    { ...key, id: 'stolen', retiredAt: at, withdrawnAt: at },
  ]
  const did = 'did:web:register.example.org%3A8443:uitgevers:registry'
  expect(didDocument(issuer, keys)).toMatchObject({
    id: did,
    verificationMethod: [
      { id: `${did}#new`, controller: did },
      { id: `${did}#old` },
      { id: `${did}#stolen`, revoked: '2026-11-23T10:00:00Z' },
    ],
    assertionMethod: [`${did}#new`, `${did}#old`],
  })
})

test('a list holds the places that were set and no others, and lists go on where another is full', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(LIST_PLACES - 1), { maxLength: 20 }), (places) => {
      const inOrder = places.toSorted((a, b) => a - b)
      expect(placesOf(encodeStatusList(places))).toEqual(inOrder)
    }),
    { numRuns: 20 },
  )
  expect(statusPlace(LIST_PLACES + 3)).toEqual({ list: 1, place: 3 })
})

test('multibase reads what it wrote and nothing else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      expect(fromMultibase(toMultibase(bytes), 80)).toEqual(Buffer.from(bytes))
    }),
  )
  expect(fromMultibase(toMultibase(Buffer.alloc(65, 9)), 64)).toBeUndefined()
  for (const wrong of ['', 'u123', 'z0', 'zIl', 'z 1']) {
    expect(fromMultibase(wrong, 64)).toBeUndefined()
  }
})

test('what is no Multikey of Ed25519 signed nothing', () => {
  const key = issuerKey(newSeed())
  const bytes = Buffer.from('words')
  const signature = key.sign(bytes)
  expect(isSignedBy(key.publicKey, bytes, signature)).toBe(true)
  for (const wrong of ['', 'z', key.publicKey.slice(0, -1), toMultibase(Buffer.alloc(34))]) {
    expect(isSignedBy(wrong, bytes, signature)).toBe(false)
  }
})
