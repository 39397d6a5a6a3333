import type { RestorationReport } from '#duties/backups/report.ts'
import { sayReportLine } from '#duties/backups/report-words.ts'
import { amount } from '#entry/cli/amount.ts'
import { print } from '#entry/cli/command.ts'
import { LEDGER_WORDS } from '#modules/ledger-words.ts'

/** Prints what came of bringing a backup back. */
export function printReport(report: RestorationReport): void {
  const { takenAt, rows, tables, dossiers, erasures, endings, ledgerEntries } = report
  const then = `${amount(rows, 'row')} in ${amount(tables, 'table')}`
  const ended = `${amount(erasures, 'erasure')} and ${amount(endings, 'ending')}`
  const entries = amount(ledgerEntries, 'ledger entry', 'ledger entries')
  print(`  as it was on ${takenAt}: ${then}, ${amount(dossiers, 'dossier')} now`)
  print(`  looked for ${ended}; ${entries}`)
  for (const line of report.lines) {
    print(`  ${MARKS[line.kind]} ${sayReportLine(line, 'en', LEDGER_WORDS.subjects)}`)
  }
}

const MARKS = { 'taken-out': '-', note: '·', problem: '!' } as const
