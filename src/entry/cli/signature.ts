import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { verifyEvidence } from '#modules/practice/index.ts'
import { type Command, EXIT, print, UsageError } from './command.ts'

const LARGEST_BYTES = 30_000_000

const WRONG = {
  'not-evidence': 'the second file is no evidence of a signing',
  'other-document': 'these are not the bytes that were signed',
  changed: 'the evidence was changed after it was made',
  unsigned: 'nobody has signed this document',
} as const

export const command: Command = {
  name: 'signature',
  summary: 'Verifies that a document is the one that was signed, and by whom.',
  usage: 'verify DOCUMENT EVIDENCE',
  details: [
    'DOCUMENT is the file that was signed, EVIDENCE the JSON that stands beside it. Needs no',
    'installation. It tells the id of the key that sealed each signature; which keys an organisation',
    'has stands with its published checkpoints. Ends with 1 when something was changed.',
  ].join('\n'),
  run: async (args) => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
    const [verb, document, evidence, ...others] = positionals
    if (
      verb !== 'verify' ||
      document === undefined ||
      evidence === undefined ||
      others.length > 0
    ) {
      throw new UsageError('name a document and its evidence')
    }
    const [bytes, text] = await Promise.all([read(document), read(evidence)])
    const verdict = verifyEvidence(hash('sha256', bytes, 'buffer'), text.toString('utf8'))
    if ('wrong' in verdict) {
      print(WRONG[verdict.wrong])
      return EXIT.findings
    }
    for (const { signatory, name, at, keyId } of verdict.signedBy) {
      print(`signed by the ${signatory} as “${name}” at ${at}, sealed with key ${keyId}`)
    }
    return EXIT.ok
  },
}

async function read(file: string): Promise<Buffer> {
  const bytes = await readFile(file).catch(() => undefined)
  if (bytes === undefined) throw new UsageError(`there is no file ${file}`)
  if (bytes.length > LARGEST_BYTES) throw new UsageError(`${file} is too large`)
  return bytes
}
