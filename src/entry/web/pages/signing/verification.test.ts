import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type LedgerKey, ledgerKey } from '#ledger/ledger-key.ts'
import { markDigest, proveSignature, signingEvidence } from '#modules/practice/index.ts'
import { Browser, siteOf } from '#world/site.ts'
import { world } from '#world/world.ts'

const BYTES = Buffer.from('%PDF-1.7 wat wij afspraken')
const DIGEST = createHash('sha256').update(BYTES).digest()
const PATH = '/handtekening'

/** The evidence of a document that the client signed, sealed with a key. */
function evidenceOf(key: LedgerKey): string {
  const at = new Date('2026-11-20T10:00:00Z')
  const name = 'Sanne de Wit'
  const facts = {
    organisation: 'reintegration',
    signingId: 'a',
    dossierId: 'b',
    documentId: 'c',
    digest: DIGEST,
    signatory: 'client',
    signerId: 'd',
    markDigest: markDigest('a', { name }),
    provedAt: at,
    signedAt: at,
  } as const
  const by = { accountId: 'd', role: 'client' } as const
  const proof = proveSignature(key, facts)
  const signature = { signatory: 'client', name, by, facts, proof, keyId: key.id } as const
  return signingEvidence(
    {
      id: 'a',
      documentId: 'c',
      digest: DIGEST,
      state: 'asked',
      askedBy: by,
      askedAt: at,
      signatures: [signature],
    },
    { title: 'Overeenkomst', keys: [key] },
  )
}

const files = (bytes: Buffer, evidence: string) => ({
  document: new File([new Uint8Array(bytes)], 'overeenkomst.pdf'),
  evidence: new File([evidence], 'bewijs.json'),
})

test('bur-07, baken-08: anyone verifies a signed document with its evidence, and what was changed is told', async () => {
  const there = await world()
  const site = siteOf(there)
  const visitor = new Browser(site)
  expect((await visitor.get(PATH)).body).toContain('Handtekening nagaan')
  const text = evidenceOf(site.keyOf(there.organisation))
  const right = await visitor.submit(PATH, files(BYTES, text))
  expect(right).toMatchObject({ status: 200 })
  expect(right.body).toContain('Dit document is echt')
  expect(right.body).toContain('Sanne de Wit')
  const answers = [
    [files(Buffer.concat([BYTES, BYTES]), text), 'Dit is een ander document'],
    [files(BYTES, text.replace('Sanne', 'Hanne')), 'Het bewijs is veranderd'],
    [files(BYTES, 'geen bewijs'), 'Dit is geen bewijsbestand'],
    [{ evidence: files(BYTES, text).evidence }, 'Vul dit in'],
  ] as const
  for (const [sent, told] of answers) {
    const { body } = await visitor.submit(PATH, sent)
    expect(body).toContain(told)
    expect(body).not.toContain('Dit document is echt')
  }
})

test('bur-07, baken-08: a seal that another made is not taken for ours, also when everything fits', async () => {
  const there = await world()
  const visitor = new Browser(siteOf(there))
  const { master } = there.installation
  const stranger = ledgerKey(master, 'somebody-else')
  const forged = await visitor.submit(PATH, files(BYTES, evidenceOf(stranger)))
  expect(forged.body).toContain('Dit komt niet van ons')
  expect(forged.body).not.toContain('Sanne de Wit')
  // A key that sealed before it was changed for another is still ours.
  await there.owner.query('insert into ledger_keys (id, public_key) values ($1, $2)', [
    stranger.id,
    stranger.publicKey,
  ])
  const known = await visitor.submit(PATH, files(BYTES, evidenceOf(stranger)))
  expect(known.body).toContain('Dit document is echt')
})
