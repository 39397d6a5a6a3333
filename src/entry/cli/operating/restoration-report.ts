import type { RestorationReport } from '#duties/backups/report.ts'
import { sayReportLine } from '#duties/backups/report-words.ts'
import { print } from '#entry/cli/command.ts'
import { LEDGER_WORDS } from '#modules/ledger-words.ts'

/** Prints what came of bringing a backup back. */
export function printReport(report: RestorationReport): void {
  const { takenAt, rows, tables, dossiers, erasures, endings, ledgerEntries } = report
  print(`  as it was on ${takenAt}: ${rows} rows in ${tables} tables, ${dossiers} dossiers now`)
  print(`  looked for ${erasures} erasures and ${endings} endings; ${ledgerEntries} ledger entries`)
  for (const line of report.lines) {
    print(`  ${MARKS[line.kind]} ${sayReportLine(line, 'en', LEDGER_WORDS.subjects)}`)
  }
}

const MARKS = { 'taken-out': '-', note: '·', problem: '!' } as const
