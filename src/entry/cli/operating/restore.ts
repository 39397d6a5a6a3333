import { restoreKeys } from '#backup/keys-backup.ts'
import { restoreBackup } from '#backup/restoring.ts'
import { EXIT, type ExitCode, print, printJson } from '#entry/cli/command.ts'
import { type BackupDesk, type BackupWords, expectOrganisation } from './backup-desk.ts'
import { printReport } from './restoration-report.ts'

/** Brings back a backup of an organisation, or that of the keys. */
export async function restoreFromShell(desk: BackupDesk, words: BackupWords): Promise<ExitCode> {
  return words.keys ? restoreKeysFromShell(desk, words) : restoreData(desk, words)
}

async function restoreData(
  { installation, vault }: BackupDesk,
  words: BackupWords,
): Promise<ExitCode> {
  const place = vault.of(expectOrganisation(words))
  const manifest = await place.folder.read(words.name, place.key)
  const { replace, withoutRegister } = words
  const restored = await restoreBackup(installation, { place, manifest, replace, withoutRegister })
  const { good, report } = restored
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

async function restoreKeysFromShell(
  { installation, vault }: BackupDesk,
  { name, json }: BackupWords,
): Promise<ExitCode> {
  const place = vault.keys()
  const manifest = await place.folder.read(name, place.key)
  const dossierKeys = await restoreKeys(installation, place, manifest)
  if (json) printJson({ backup: manifest.name, dossierKeys })
  else print(`${manifest.name} was brought back: there are ${dossierKeys} keys of dossiers now`)
  return EXIT.ok
}
