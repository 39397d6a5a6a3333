import { createHash } from 'node:crypto'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  Card,
  DescriptionList,
  ErrorSummary,
  FileField,
  Form,
  Moment,
  Notice,
  PageHeader,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { because } from '#entry/web/http/faults.ts'
import { type FormState, formPage } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  type EvidenceVerdict,
  FILE_LIMIT,
  sealingKeys,
  verifyEvidence,
} from '#modules/practice/index.ts'
import { SIGNING } from './words.ts'

export const VERIFICATION_PATH = '/handtekening'

const words = {
  title: { nl: 'Handtekening nagaan', en: 'Verify a signature' },
  lead: {
    nl: 'Kreeg u een ondertekend document van ons? Hier gaat u na wie het tekende, en of er daarna niets aan is veranderd.',
    en: 'Did you get a signed document from us? Here you verify who signed it, and that nothing in it was changed since.',
  },
  kept: {
    nl: 'Wij bewaren uw bestanden niet. Zodra u het antwoord ziet, zijn ze weg.',
    en: 'We do not keep your files. As soon as you see the answer, they are gone.',
  },
  document: { nl: 'Het document', en: 'The document' },
  documentWhy: {
    nl: 'Precies zoals het is ondertekend; meestal een pdf.',
    en: 'Exactly as it was signed; usually a PDF.',
  },
  evidence: { nl: 'Het bewijsbestand', en: 'The evidence file' },
  evidenceWhy: {
    nl: 'Dit hoort bij het document. De naam eindigt op .json.',
    en: 'This comes with the document. Its name ends with .json.',
  },
  verify: { nl: 'Nagaan', en: 'Verify' },
  right: { nl: 'Dit document is echt', en: 'This document is genuine' },
  rightWhy: {
    nl: 'Het is ondertekend door wie hieronder staan. Daarna is er niets veranderd.',
    en: 'It was signed by those named below. Nothing was changed since.',
  },
  foreign: { nl: 'Dit komt niet van ons', en: 'This is not from us' },
  foreignWhy: {
    nl: 'De bestanden horen bij elkaar, maar het zegel is niet gemaakt met een sleutel van {label}. Vertrouw de handtekening niet, en vraag na van wie u dit kreeg.',
    en: 'The files belong together, but the seal was not made with a key of {label}. Do not trust the signature, and ask whoever gave you this.',
  },
  otherDocument: { nl: 'Dit is een ander document', en: 'This is another document' },
  otherDocumentWhy: {
    nl: 'Het document is niet wat is ondertekend. Misschien koos u een andere versie, of is het na het tekenen veranderd.',
    en: 'The document is not what was signed. Perhaps you chose another version, or it was changed after signing.',
  },
  changed: { nl: 'Het bewijs is veranderd', en: 'The evidence was changed' },
  changedWhy: {
    nl: 'Iemand heeft iets in het bewijsbestand veranderd nadat het was gemaakt. Vertrouw het niet.',
    en: 'Somebody changed something in the evidence file after it was made. Do not trust it.',
  },
  unsigned: { nl: 'Niemand heeft dit ondertekend', en: 'Nobody signed this' },
  unsignedWhy: {
    nl: 'In het bewijsbestand staat geen enkele handtekening.',
    en: 'There is no signature at all in the evidence file.',
  },
  tooLarge: { nl: 'Dit bestand is te groot.', en: 'This file is too large.' },
  key: { nl: 'Sleutel van het zegel', en: 'Key of the seal' },
  nameOf: { nl: 'Naam', en: 'Name' },
} satisfies Record<string, Text>

/** Two drawn names and what stands around them stay well below it. */
const EVIDENCE_LIMIT = 2_000_000
/** As it is said; what is taken is a little more. */
const SHOWN_LIMIT = 25_000_000

const input = z.object({
  document: z.instanceof(Buffer),
  evidence: z
    .instanceof(File)
    .refine(({ size }) => size <= EVIDENCE_LIMIT, because(words.tooLarge)),
})

type Signed = Extract<EvidenceVerdict, { readonly signedBy: unknown }>
type Verdict = Signed | { readonly wrong: keyof typeof WRONG }

/**
 * Where anyone verifies what was signed, without an account. The document is hashed while it comes
 * in and nothing of it is held.
 */
export const verificationPage = formPage(VERIFICATION_PATH, {
  input,
  receives: { document: digestOf },
  labels: { document: words.document, evidence: words.evidence },
  read: readKeys,
  view: (_, form, door) => <Verification door={door} form={form} />,
  act: async ({ door, input: { document, evidence } }) => {
    const verdict = verifyEvidence(document, await evidence.text())
    return { show: <Verification door={door} verdict={await judge(door, verdict)} /> }
  },
})

/** @throws `NOT_FOUND` where nothing is ever signed. */
async function readKeys(door: Door): Promise<ReadonlySet<string>> {
  const { organisation, site } = door.visit
  const { declarations } = await site.publication.current(organisation)
  if (!Object.hasOwn(declarations.categories, 'signature')) throw new AppError('NOT_FOUND')
  const { keys } = await door.publicly({ keys: sealingKeys })
  // A new key stands in the table from its first checkpoint on.
  return new Set([...keys.map(({ id }) => id), site.keyOf(organisation).id])
}

/** @throws `EVIDENCE_UNREADABLE`. */
async function judge(door: Door, verdict: EvidenceVerdict): Promise<Verdict> {
  if ('wrong' in verdict) {
    const { wrong } = verdict
    if (wrong === 'not-evidence') throw new AppError('EVIDENCE_UNREADABLE', { field: 'evidence' })
    return { wrong }
  }
  const ours = await readKeys(door)
  return verdict.signedBy.every(({ keyId }) => ours.has(keyId)) ? verdict : { wrong: 'foreign' }
}

async function digestOf(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of content) {
    bytes += piece.length
    if (bytes > FILE_LIMIT) throw new AppError('FILE_TOO_LARGE')
    hash.update(piece)
  }
  return hash.digest()
}

interface VerificationProps {
  readonly door: Door
  readonly form?: FormState
  readonly verdict?: Verdict
}

function Verification({ door, form, verdict }: VerificationProps): JSX.Element {
  return (
    <Screen door={door} title={words.title} width="narrow" open>
      <PageHeader title={words.title} lead={words.lead} />
      <Stack gap="large">
        {form && <ErrorSummary errors={form.faults} />}
        {verdict && <Answer verdict={verdict} label={door.frame.label} />}
        <Form action={VERIFICATION_PATH} submit={words.verify} files>
          <FileField
            name="document"
            label={words.document}
            hint={words.documentWhy}
            maxBytes={SHOWN_LIMIT}
            error={form?.fault('document')}
            required
          />
          <FileField
            name="evidence"
            label={words.evidence}
            hint={words.evidenceWhy}
            accept=".json"
            maxBytes={EVIDENCE_LIMIT}
            error={form?.fault('evidence')}
            required
          />
          <p>
            <Words of={words.kept} />
          </p>
        </Form>
      </Stack>
    </Screen>
  )
}

const WRONG = {
  foreign: [words.foreign, words.foreignWhy],
  'other-document': [words.otherDocument, words.otherDocumentWhy],
  changed: [words.changed, words.changedWhy],
  unsigned: [words.unsigned, words.unsignedWhy],
} as const

function Answer({ verdict, label }: { verdict: Verdict; label: string }): JSX.Element {
  if ('wrong' in verdict) {
    const [title, why] = WRONG[verdict.wrong]
    return (
      <Notice tone="error" title={title} announce>
        <Words of={why} places={{ label }} />
      </Notice>
    )
  }
  return (
    <>
      <Notice tone="success" title={words.right} announce>
        <Words of={words.rightWhy} />
      </Notice>
      {verdict.signedBy.map(({ signatory, name, at, keyId }) => (
        <Card title={SIGNING[signatory]} level={2}>
          <DescriptionList
            items={[
              { term: words.nameOf, value: name },
              { term: SIGNING.signedAt, value: <Moment at={new Date(at)} /> },
              { term: words.key, value: keyId },
            ]}
          />
        </Card>
      ))}
    </>
  )
}
