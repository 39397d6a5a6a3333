import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { verifyReceipt } from '#duties/consent/receipt.ts'
import { type Command, EXIT, print, UsageError } from './command.ts'

const LARGEST_BYTES = 1_000_000

export const command: Command = {
  name: 'receipt',
  summary: 'Verifies a receipt of a consent: that nothing in it was changed since it was signed.',
  usage: 'FILE',
  details: [
    'Needs no installation. It tells the id of the key that signed; which keys an organisation has',
    'stands with its published checkpoints. Ends with 1 when the receipt was changed.',
  ].join('\n'),
  run: async (args) => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0) throw new UsageError('name one file')
    const text = await readFile(file, 'utf8').catch(() => undefined)
    if (text === undefined) throw new UsageError(`there is no file ${file}`)
    if (text.length > LARGEST_BYTES) throw new UsageError(`${file} is too large for a receipt`)
    const verdict = verifyReceipt(text)
    if ('signedBy' in verdict) {
      print(`unchanged since key ${verdict.signedBy} signed it`)
      return EXIT.ok
    }
    print(verdict.wrong === 'changed' ? 'changed after it was signed' : 'this is no receipt')
    return EXIT.findings
  },
}
