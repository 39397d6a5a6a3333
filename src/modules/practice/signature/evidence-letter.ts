import type { Letter, LetterBlock } from '#duties/letter/letter.ts'
import type { Language, Text } from '#kernel/language.ts'
import type { SignatureView, SigningView } from './signing-view.ts'

export interface EvidenceFacts {
  readonly signing: SigningView
  /** Title of the document. */
  readonly title: string
  readonly reference: string
  readonly sender: Letter['sender']
  readonly language: Language
  /** ISO date. */
  readonly writtenOn: string
  /** Of the page where anyone can verify it. */
  readonly verifyAt: string
}

const words = {
  title: { nl: 'Bewijs van ondertekening', en: 'Evidence of signing' },
  intro: {
    nl: 'Dit blad hoort bij het document “{title}”. Het zegt wie het document ondertekende, wanneer, en hoe u nagaat dat het sindsdien niet is veranderd.',
    en: 'This page belongs to the document “{title}”. It says who signed the document, when, and how you verify that it was not changed since.',
  },
  digest: { nl: 'SHA-256 van het document', en: 'SHA-256 of the document' },
  what: { nl: 'Gegeven', en: 'Fact' },
  value: { nl: 'Waarde', en: 'Value' },
  name: { nl: 'Naam', en: 'Name' },
  signed: { nl: 'Ondertekend', en: 'Signed' },
  proved: { nl: 'Code gegeven', en: 'Code given' },
  proof: { nl: 'Zegel (Ed25519)', en: 'Proof (Ed25519)' },
  key: { nl: 'Sleutel', en: 'Key' },
  drawn: { nl: 'Getekende naam van {name}', en: 'Name drawn by {name}' },
  client: { nl: 'De cliënt', en: 'The client' },
  coach: { nl: 'De coach', en: 'The coach' },
  how: { nl: 'Zo gaat u het na', en: 'How to verify' },
  howText: {
    nl: 'Bewaar het document en het bewijsbestand (json) bij elkaar. Op de pagina “Handtekening nagaan” van onze site ({address}) kiest u beide bestanden. Met de software kan het ook: gestand signature verify DOCUMENT BEWIJS.',
    en: 'Keep the document and the evidence file (json) together. On the page “Verify a signature” of our site ({address}) you choose both files. The software can do it too: gestand signature verify DOCUMENT EVIDENCE.',
  },
} satisfies Record<string, Text>

/** The evidence of a signing as a page to read, beside the document. */
export function evidenceLetter(facts: EvidenceFacts): Letter {
  const { signing, title, reference, sender, language, writtenOn, verifyAt } = facts
  const t = (text: Text): string => text[language]
  return {
    language,
    title: t(words.title),
    sender,
    writtenOn,
    reference,
    blocks: [
      { kind: 'paragraph', text: t(words.intro).replace('{title}', title) },
      { kind: 'heading', text: t(words.digest) },
      { kind: 'paragraph', text: grouped(signing.digest.toString('hex')) },
      ...signing.signatures.flatMap((each) => signatureBlocks(each, language)),
      { kind: 'heading', text: t(words.how) },
      { kind: 'paragraph', text: t(words.howText).replace('{address}', verifyAt) },
    ],
  }
}

function signatureBlocks(signature: SignatureView, language: Language): LetterBlock[] {
  const { signatory, name, drawing, facts, proof, keyId } = signature
  const t = (text: Text): string => text[language]
  return [
    { kind: 'heading', text: t(words[signatory]) },
    {
      kind: 'table',
      head: [t(words.what), t(words.value)],
      widths: [1, 3],
      rows: [
        [t(words.name), name],
        [t(words.signed), facts.signedAt.toISOString()],
        [t(words.proved), facts.provedAt.toISOString()],
        [t(words.proof), grouped(proof.toString('hex'))],
        [t(words.key), keyId],
      ],
    },
    ...(drawing
      ? [
          {
            kind: 'image' as const,
            bytes: [...drawing],
            says: t(words.drawn).replace('{name}', name),
          },
        ]
      : []),
  ]
}

/** Long numbers are broken into groups, so that a line can end between them. */
function grouped(hex: string): string {
  return hex.replaceAll(/(.{8})(?=.)/g, '$1 ')
}
