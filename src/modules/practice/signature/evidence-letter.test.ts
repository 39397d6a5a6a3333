import { expect, test } from 'vitest'
import { LetterPress } from '#duties/letter/press.ts'
import { DEFAULT_TEMPLATES } from '#modules/practice/forms/default-templates.ts'
import { blocksOf, withAnswers } from '#modules/practice/forms/index.ts'
import { evidenceLetter } from './evidence-letter.ts'
import type { SigningView } from './signing-view.ts'

/** Four points. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR4nGP4z8DA8B8ABgAB/3hctoEAAAAASUVORK5CYII=',
  'base64',
)
const sender = { name: 'Bureau De Brug', lines: [] }
const writtenOn = '2026-11-23'
const verifyAt = 'https://brug.example.org/handtekening'

test('every form that comes along, and evidence with a drawn name, prints as accessible PDF', async () => {
  const press = new LetterPress()
  const digest = Buffer.alloc(32, 1)
  const at = new Date('2026-11-23T10:00:00Z')
  const facts = {
    organisation: 'reintegration',
    signingId: 'a',
    dossierId: 'b',
    documentId: 'c',
    digest,
    signatory: 'client',
    signerId: 'd',
    markDigest: digest,
    provedAt: at,
    signedAt: at,
  } as const
  const by = { accountId: 'd', role: 'client' } as const
  const signing: SigningView = {
    id: 'a',
    documentId: 'c',
    digest,
    state: 'asked',
    askedBy: by,
    askedAt: at,
    signatures: [
      {
        signatory: 'client',
        name: 'S. [x](y) #x',
        drawing: PNG,
        by,
        facts,
        proof: digest,
        keyId: 'k',
      },
    ],
  }
  try {
    const languages = ['nl', 'en'] as const
    const letters = languages.flatMap((language) => [
      evidenceLetter({
        signing,
        title: 'Plan',
        reference: '1',
        sender,
        language,
        writtenOn,
        verifyAt,
      }),
      ...Object.values(DEFAULT_TEMPLATES).map((each) => ({
        language,
        title: each[language].title,
        sender,
        writtenOn,
        blocks: blocksOf(withAnswers(each[language].body, {})),
      })),
    ])
    for (const letter of letters) {
      const pdf = await press.print(letter)
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    }
  } finally {
    await press.close()
  }
})
