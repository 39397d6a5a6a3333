import { parseArgs } from 'node:util'
import { connectErasing } from '#duties/erasure/erasing-parts.ts'
import type { Check } from '#duties/promises/check.ts'
import {
  type CheckState,
  type ClausePromise,
  promiseStates,
} from '#duties/promises/promise-state.ts'
import { readFindings, readProofs } from '#duties/promises/proof.ts'
import { prove } from '#duties/promises/proving.ts'
import { readApplied } from '#duties/promises/statements-applied.ts'
import type { Language } from '#kernel/language.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import { inProof } from '#ledger/proof-transaction.ts'
import { readWholeCatalogue } from '#modules/catalogue.ts'
import { listChecks } from '#modules/checks.ts'
import { amount } from './amount.ts'
import { type Command, EXIT, print, printJson, UsageError } from './command.ts'
import { readLanguage } from './statement/folder.ts'
import { asWorker, readOrganisation } from './worker.ts'

export const command: Command = {
  name: 'prove',
  summary: 'Checks every promise of the statement in force, and tells which are kept.',
  usage: 'ORG [--explain CLAUSE] [--all] [--language nl|en] [--json]',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        all: { type: 'boolean', default: false },
        explain: { type: 'string' },
        language: { type: 'string', default: 'en' },
      },
    })
    const organisation = readOrganisation(positionals)
    const language = readLanguage(values.language)
    const proved = await proveNow(organisation, values.all)
    const { explain: clause } = values
    if (clause !== undefined) explain(proved, clause, language)
    else if (values.json) printJson({ organisation, promises: proved.promises })
    else for (const promise of proved.promises) printPromise(promise, language)
    const broken = proved.promises.some(({ state }) => state === 'broken')
    return broken ? EXIT.findings : EXIT.ok
  },
}

interface Proved {
  readonly promises: readonly ClausePromise[]
  readonly checks: readonly Check[]
  /** Some of what is wrong, by the name of the check. */
  readonly findings: ReadonlyMap<string, readonly string[]>
}

function proveNow(organisation: string, all: boolean): Promise<Proved> {
  return asWorker(organisation, async (worker, installation) => {
    const catalogue = await readWholeCatalogue()
    const { erasing, close } = connectErasing(installation, worker)
    const checks = listChecks({
      catalogue,
      ledgerKey: ledgerKey(installation.master, organisation),
      findKeys: (place, ids) => erasing.register.listKeys(place, ids),
    })
    try {
      await prove(worker, organisation, checks, { all })
    } finally {
      await close()
    }
    return inProof(worker, organisation, async (tx) => {
      const [{ statement }] = await readApplied(tx, catalogue)
      const proofs = await readProofs(tx)
      const { vocabulary } = catalogue
      const promises = promiseStates({ statement, vocabulary, checks, proofs, now: new Date() })
      return { promises, checks, findings: await readFindings(tx) }
    })
  })
}

const STATES = {
  kept: { nl: 'nagekomen', en: 'kept' },
  broken: { nl: 'geschonden', en: 'broken' },
  organisational: { nl: 'mensenwerk', en: 'organisational' },
  'no-mechanism': { nl: 'nog niet gecontroleerd', en: 'no mechanism yet' },
  stale: { nl: 'verouderd', en: 'stale' },
} as const

const STATE_WIDTH = 24

function printPromise(
  { clause, state, checks, unchecked }: ClausePromise,
  language: Language,
): void {
  const lookedAt = checks.reduce((sum, check) => sum + check.lookedAt, 0)
  const how = {
    nl: `${amount(checks.length, 'controle')} over ${amount(lookedAt, 'gegeven')}`,
    en: `${amount(checks.length, 'check')} on ${amount(lookedAt, 'record')}`,
  }[language]
  print(`${clause.padEnd(8)} ${STATES[state][language].padEnd(STATE_WIDTH)} ${how}`)
  for (const { wrong } of checks) {
    for (const words of wrong) print(`         ${words[language]}`)
  }
  if (unchecked.length > 0) {
    const lacks = { nl: 'geen controle voor', en: 'no check for' }[language]
    print(`         ${lacks} ${unchecked.join(', ')}`)
  }
}

function explain({ promises, checks, findings }: Proved, id: string, language: Language): void {
  const promise = promises.find(({ clause }) => clause === id)
  if (!promise) {
    const known = promises.map(({ clause }) => clause).join(', ')
    throw new UsageError(`there is no clause "${id}". Known: ${known}`)
  }
  print(promise.text[language])
  print()
  printPromise(promise, language)
  if (promise.people) print(`\n${promise.people.says[language]} (${promise.people.until ?? '–'})`)
  for (const state of promise.checks) {
    const keeps = checks.find(({ name }) => name === state.name)?.keeps ?? []
    printCheck(state, keeps, language)
    if (state.state === 'broken') {
      for (const subject of findings.get(state.name) ?? []) print(`    ${subject}`)
    }
  }
}

function printCheck(check: CheckState, keeps: readonly string[], language: Language): void {
  const ranAt = check.ranAt?.toISOString() ?? '–'
  const what = check.looksAt?.[language] ?? { nl: 'gegevens', en: 'records' }[language]
  print(`\n${check.name}: ${check.says[language]}`)
  print(
    `  ${STATES[check.state][language]}, ${check.lookedAt} ${what}, ${ranAt} (${keeps.join(', ')})`,
  )
  for (const words of check.wrong) print(`  ${words[language]}`)
}
