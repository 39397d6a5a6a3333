import { parseArgs } from 'node:util'
import { type AgreementLine, listAgreements } from '#duties/recipients/agreement.ts'
import { dutchDay } from '#jobs/dutch-zone.ts'
import { readApplied } from '#duties/promises/statements-applied.ts'
import { inProof } from '#ledger/proof-transaction.ts'
import { readWholeCatalogue } from '#modules/catalogue.ts'
import { type Command, EXIT, print, printJson } from './command.ts'
import { asWorker, readOrganisation } from './worker.ts'

export const command: Command = {
  name: 'recipients',
  summary: 'Lists who may get data, with the state of each agreement.',
  usage: 'ORG [--json]',
  details: [
    'Ends with 1 when an agreement has lapsed, is missing, or ends within 60 days: after its last',
    'day the gate lets nothing through to that recipient.',
  ].join('\n'),
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    })
    const organisation = readOrganisation(positionals)
    const lines = await readAgreements(organisation)
    if (values.json) printJson({ organisation, recipients: lines })
    else for (const line of lines) print(sayLine(line))
    return lines.some(needsAttention) ? EXIT.findings : EXIT.ok
  },
}

function readAgreements(organisation: string): Promise<AgreementLine[]> {
  return asWorker(organisation, async (worker) => {
    const catalogue = await readWholeCatalogue()
    const [{ statement }] = await inProof(worker, organisation, (tx) => readApplied(tx, catalogue))
    return listAgreements(statement, catalogue.vocabulary, dutchDay(new Date()))
  })
}

function needsAttention({ state }: AgreementLine): boolean {
  return state === 'lapsed' || state === 'missing' || state === 'ending'
}

const WIDTH = 24

function sayLine({ recipient, name, state, until, daysLeft, gets }: AgreementLine): string {
  const agreement = {
    'not-needed': 'no agreement needed',
    missing: 'AGREEMENT MISSING',
    lapsed: `LAPSED on ${until}`,
    ending: `ENDS on ${until}, ${daysLeft} days left`,
    stands: `agreement until ${until}`,
  }[state]
  const called = name === undefined ? '' : ` (${name})`
  return `${recipient.padEnd(WIDTH)} ${agreement}${called}: ${gets.join(', ')}`
}
