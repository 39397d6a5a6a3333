import { parseArgs } from 'node:util'
import { connectErasing } from '#duties/erasure/erasing-parts.ts'
import { runRetention } from '#duties/retention/destroying.ts'
import { listDueByMonth } from '#duties/retention/due-plan.ts'
import { amount } from './amount.ts'
import { type Command, EXIT, type ExitCode, print, printJson, UsageError } from './command.ts'
import { asWorker, readOrganisation } from './worker.ts'

const ACTS = { plan, run } as const

export const command: Command = {
  name: 'retention',
  summary: 'Tells what is destroyed when, or destroys now what is due.',
  usage: 'plan ORG [--json] | run ORG [--json]',
  details: `The worker does this by itself every night at a quarter past two. What is held stays,
and what must go by hand is only told. A run that is cut short is finished by the next.`,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    })
    const [act = '', ...rest] = positionals
    if (!isAct(act)) throw new UsageError(`say what to do: ${Object.keys(ACTS).join(', ')}`)
    return ACTS[act](readOrganisation(rest), values.json)
  },
}

function isAct(word: string): word is keyof typeof ACTS {
  return Object.hasOwn(ACTS, word)
}

async function plan(organisation: string, json: boolean): Promise<ExitCode> {
  const due = await asWorker(organisation, (worker) => listDueByMonth(worker, organisation))
  if (json) printJson({ organisation, due })
  else if (due.length === 0) print('nothing has a day yet on which it goes')
  else {
    for (const { month, part, amount, held, byHand, late } of due) {
      const notes = [
        late > 0 && `${late} past their day`,
        held > 0 && `${held} held`,
        byHand && 'by hand',
      ].filter((note) => note !== false)
      const said = notes.length > 0 ? `  (${notes.join(', ')})` : ''
      print(`${month}  ${String(amount).padStart(7)}  ${part}${said}`)
    }
  }
  return EXIT.ok
}

async function run(organisation: string, json: boolean): Promise<ExitCode> {
  const result = await asWorker(organisation, async (worker, installation) => {
    const { erasing, close } = connectErasing(installation, worker)
    try {
      return await runRetention(erasing, organisation, { rest: 0 })
    } finally {
      await close()
    }
  })
  if (json) printJson({ organisation, ...result })
  else {
    const { destroyed, batches, warned, accounts, lines, waiting } = result
    print(`${amount(destroyed, 'dossier')} destroyed in ${amount(batches, 'batch', 'batches')}`)
    print(`${amount(warned, 'person', 'people')} warned`)
    print(`${amount(accounts, 'account')} and ${amount(lines, 'ledger line')} destroyed`)
    if (waiting > 0) print(`${amount(waiting, 'erasure')} left something behind: look there`)
  }
  return result.waiting > 0 ? EXIT.findings : EXIT.ok
}
