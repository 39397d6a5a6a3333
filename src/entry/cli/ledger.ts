import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { closeCheckpoint } from '#ledger/closing.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import { LEDGER_PROBLEMS, type LedgerProblem } from '#ledger/problem.ts'
import { inProof } from '#ledger/proof-transaction.ts'
import { databaseLedger } from '#ledger/source.ts'
import { type Verification, verifyLedger } from '#ledger/verification.ts'
import { exportWitness, readWitness, type Witness } from '#ledger/witness.ts'
import { amount } from './amount.ts'
import { type Command, EXIT, type ExitCode, print, printJson, UsageError } from './command.ts'
import { asWorker, readOrganisation } from './worker.ts'

const ACTS = {
  verify: verify,
  export: exportCheckpoints,
  checkpoint: close,
} as const

interface Options {
  readonly json: boolean
  readonly witness: string | undefined
}

export const command: Command = {
  name: 'ledger',
  summary: 'Verifies the ledger, closes what is open in it, or exports its checkpoints.',
  usage: 'verify ORG [--witness FILE] [--json] | checkpoint ORG [--json] | export ORG',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, witness: { type: 'string' } },
    })
    const [act = '', ...rest] = positionals
    if (!isAct(act)) throw new UsageError(`say what to do: ${Object.keys(ACTS).join(', ')}`)
    if (values.witness !== undefined && act !== 'verify') {
      throw new UsageError('--witness goes with verify')
    }
    return ACTS[act](readOrganisation(rest), { json: values.json, witness: values.witness })
  },
}

function isAct(word: string): word is keyof typeof ACTS {
  return Object.hasOwn(ACTS, word)
}

async function verify(organisation: string, { json, witness: file }: Options): Promise<ExitCode> {
  const witness = file === undefined ? undefined : await readWitnessFile(file)
  const verified = await asWorker(organisation, (worker, { master }) =>
    inProof(worker, organisation, (tx) =>
      verifyLedger(databaseLedger(tx), { key: ledgerKey(master, organisation), witness }),
    ),
  )
  if (json) printJson({ organisation, ...verified })
  else printVerification(verified)
  return verified.problems.length === 0 ? EXIT.ok : EXIT.findings
}

function printVerification(verified: Verification): void {
  const { checkpoints, entries, open, prunedUntil, problems } = verified
  const closed = `${amount(checkpoints, 'checkpoint')} with ${sayEntries(entries)}`
  print(`${closed}; ${sayEntries(open)} not closed yet`)
  if (prunedUntil > 0) print(`up to checkpoint ${prunedUntil} entries went after their term`)
  if (problems.length === 0) print('the ledger is intact')
  for (const problem of problems) print(sayProblem(problem))
}

function sayProblem({ code, checkpoint, found }: LedgerProblem): string {
  const place = found
    ? ` (now ${sayEntries(found.entries)}, from ${found.firstId} to ${found.lastId})`
    : ''
  return `checkpoint ${checkpoint}: ${LEDGER_PROBLEMS[code].en}${place} [${code}]`
}

function sayEntries(count: number): string {
  return amount(count, 'entry', 'entries')
}

async function readWitnessFile(path: string): Promise<Witness> {
  try {
    return readWitness(await readFile(path, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new UsageError(`there is no file ${path}`)
    }
    throw error
  }
}

async function exportCheckpoints(organisation: string): Promise<ExitCode> {
  await asWorker(organisation, (worker) =>
    inProof(worker, organisation, async (tx) => {
      for await (const line of exportWitness(databaseLedger(tx))) process.stdout.write(line)
    }),
  )
  return EXIT.ok
}

async function close(organisation: string, { json }: Options): Promise<ExitCode> {
  const closed = await asWorker(organisation, (worker, { master }) =>
    closeCheckpoint(worker, organisation, ledgerKey(master, organisation)),
  )
  const told = closed && {
    checkpoint: closed.id,
    entries: closed.entries,
    root: closed.root.toString('hex'),
  }
  if (json) printJson({ organisation, closed: told ?? null })
  else if (told)
    print(`checkpoint ${told.checkpoint} holds ${sayEntries(told.entries)}: ${told.root}`)
  else print('there was nothing to close')
  return EXIT.ok
}
