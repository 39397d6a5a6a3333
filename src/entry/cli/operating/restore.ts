import { restoreKeys } from '#backup/keys-backup.ts'
import { restoreBackup } from '#backup/restoring.ts'
import { amount } from '#entry/cli/amount.ts'
import { EXIT, type ExitCode, print, printJson } from '#entry/cli/command.ts'
import { handOver } from '#ledger/closing.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import { LOGINS, loginUrl } from '#store/install.ts'
import { createPool } from '#store/pool.ts'
import { type BackupDesk, type BackupWords, expectOrganisation } from './backup-desk.ts'
import { printReport } from './restoration-report.ts'

/** Brings back a backup of an organisation, or that of the keys. */
export async function restoreFromShell(desk: BackupDesk, words: BackupWords): Promise<ExitCode> {
  return words.keys ? restoreKeysFromShell(desk, words) : restoreData(desk, words)
}

async function restoreData(desk: BackupDesk, words: BackupWords): Promise<ExitCode> {
  const { installation, vault } = desk
  const { place, manifest } = await vault.find(vault.of(expectOrganisation(words)), words.name)
  const { replace, withoutRegister } = words
  const restored = await restoreBackup(installation, { place, manifest, replace, withoutRegister })
  const { good, report } = restored
  await handLedgerOver(desk, manifest.organisation)
  if (words.json) {
    printJson({ backup: manifest.name, good, report })
    return good ? EXIT.ok : EXIT.findings
  }
  print(`${manifest.name} was brought back`)
  printReport(report)
  print(
    good
      ? 'all is as it should be; people can sign in again'
      : 'people can sign in again, but something is wrong: see the lines with !',
  )
  return good ? EXIT.ok : EXIT.findings
}

/** A ledger that the master key of before a rotation signed goes on with the present one. */
async function handLedgerOver(
  { installation, older }: BackupDesk,
  organisation: string,
): Promise<void> {
  if (!older) return
  const url = loginUrl(installation, LOGINS.worker)
  const worker = createPool({ url, max: 1, name: 'command' })
  try {
    await handOver(worker, organisation, {
      from: ledgerKey(older, organisation),
      to: ledgerKey(installation.master, organisation),
    })
  } finally {
    await worker.end()
  }
}

async function restoreKeysFromShell(
  { installation, vault }: BackupDesk,
  { name, json }: BackupWords,
): Promise<ExitCode> {
  const { place, manifest } = await vault.find(vault.keys(), name)
  const dossierKeys = await restoreKeys(installation, place, manifest)
  if (json) printJson({ backup: manifest.name, dossierKeys })
  else print(`${manifest.name} was brought back: ${amount(dossierKeys, 'dossier key')} now`)
  return EXIT.ok
}
