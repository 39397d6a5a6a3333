import { parseArgs } from 'node:util'
import { takeKeysBackup } from '#backup/keys-backup.ts'
import { verifyBackup } from '#backup/reading.ts'
import { rehearseBackup } from '#backup/rehearsing.ts'
import { takeBackup } from '#backup/taking.ts'
import { Vault } from '#backup/vault.ts'
import { type Manifest, countRows } from '#backup/manifest.ts'
import { amount } from '#entry/cli/amount.ts'
import {
  type Command,
  EXIT,
  type ExitCode,
  print,
  printJson,
  UsageError,
} from '#entry/cli/command.ts'
import { readMasterKey } from '#entry/config/master-key.ts'
import { MasterKey } from '#store/master-key.ts'
import { listOrganisations } from '#store/organisation.ts'
import { asOwner } from '#store/owner.ts'
import { type BackupDesk, type BackupWords, expectOrganisation } from './backup-desk.ts'
import { requireOrganisation } from './in-organisation.ts'
import { onPlace } from './place.ts'
import { printReport } from './restoration-report.ts'
import { restoreFromShell } from './restore.ts'

const ACTS = { run, list, verify, restore: restoreFromShell, rehearse } as const

export const command: Command = {
  name: 'backup',
  summary: 'Makes backups, looks whether they are whole, brings one back, or rehearses that.',
  usage:
    'run [ORG] | list [ORG] | verify ORG [BACKUP] | rehearse ORG [BACKUP] | restore ORG [BACKUP] [--replace] [--without-register] | … --keys   [--json]',
  details: `run
  Makes a backup of each organisation, or of one, and then of the keys. They also make themselves,
  as often as the statement says.
list
  The backups that are whole, oldest first.
verify
  Reads a backup to its end: nothing was changed, cut or exchanged, and the key fits.
rehearse
  Brings a backup back in a database of its own, looks whether everything is as it should be, and
  removes it.
restore
  Brings a backup back, the newest when none is named. What was erased, withdrawn, objected to,
  restricted or ended since is taken out again before anybody can sign in, and the report says what
  that was. --replace is needed where the organisation exists: what it holds now goes, but for its
  ledger. --without-register goes on although the database of keys was lost and with it the
  knowledge of what was erased: contents stay unreadable then.
  A backup from before the master key was replaced needs the old one, in GESTAND_OLD_MASTER_KEY or
  GESTAND_OLD_MASTER_KEY_FILE.
--keys
  For the backup of the keys, of which there is only the newest: list --keys, verify --keys,
  restore --keys. When both databases are lost, restore the keys first.`,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        keys: { type: 'boolean', default: false },
        replace: { type: 'boolean', default: false },
        'without-register': { type: 'boolean', default: false },
      },
    })
    const [act = '', ...rest] = positionals
    if (!isAct(act)) throw new UsageError(`say what to do: ${Object.keys(ACTS).join(', ')}`)
    const [organisation, name] = values.keys ? [undefined, ...rest] : rest
    const { json, keys, replace, 'without-register': withoutRegister } = values
    return onPlace((_, installation, config) => {
      const older = readOlder()
      const vault = new Vault(config.backups, installation.master, older)
      const desk = { installation, vault, older }
      return ACTS[act](desk, { organisation, name, json, keys, replace, withoutRegister })
    })
  },
}

function readOlder(): MasterKey | undefined {
  const older = readMasterKey(process.env, 'GESTAND_OLD_MASTER_KEY')
  return Buffer.isBuffer(older) ? new MasterKey(older) : undefined
}

function isAct(word: string): word is keyof typeof ACTS {
  return Object.hasOwn(ACTS, word)
}

async function run({ installation, vault }: BackupDesk, words: BackupWords): Promise<ExitCode> {
  const organisations = await asOwner(installation.url, async (owner) =>
    words.organisation === undefined
      ? listOrganisations(owner)
      : [await requireOrganisation(owner, words.organisation)],
  )
  const made: Manifest[] = []
  for (const organisation of words.keys ? [] : organisations) {
    made.push(await takeBackup(installation, organisation, vault.of(organisation)))
  }
  made.push(await takeKeysBackup(installation, vault.keys()))
  if (words.json) printJson({ made: made.map(describe) })
  else for (const manifest of made) printManifest(manifest)
  return EXIT.ok
}

async function list({ vault }: BackupDesk, words: BackupWords): Promise<ExitCode> {
  const organisations = words.organisation === undefined ? await vault.list() : [words.organisation]
  const places = words.keys ? [vault.keys()] : organisations.map((each) => vault.of(each))
  const found = (await Promise.all(places.map(({ folder }) => folder.list()))).flat()
  if (words.json) printJson({ backups: found.map(describe) })
  else if (found.length === 0) print('there are none')
  else for (const manifest of found) printManifest(manifest)
  return EXIT.ok
}

async function verify({ vault }: BackupDesk, words: BackupWords): Promise<ExitCode> {
  const kept = words.keys ? vault.keys() : vault.of(expectOrganisation(words))
  const { place, manifest } = await vault.find(kept, words.name)
  await verifyBackup(place, manifest)
  if (words.json) printJson({ whole: true, backup: describe(manifest) })
  else
    print(`${manifest.name} is whole: ${amount(countRows(manifest), 'row')}, as they were written`)
  return EXIT.ok
}

async function rehearse(
  { installation, vault }: BackupDesk,
  words: BackupWords,
): Promise<ExitCode> {
  const { place, manifest } = await vault.find(vault.of(expectOrganisation(words)), words.name)
  const { good, report } = await rehearseBackup(installation, place, manifest)
  if (words.json) printJson({ backup: manifest.name, good, report })
  else {
    print(`${manifest.name} was brought back in a database of its own, looked at and removed`)
    printReport(report)
    print(good ? 'all is as it should be' : 'something is wrong')
  }
  return good ? EXIT.ok : EXIT.findings
}

function describe(manifest: Manifest) {
  const { name, organisation, takenAt, finishedAt, statement, file, keyId } = manifest
  return {
    name,
    organisation,
    takenAt,
    finishedAt,
    statement,
    rows: countRows(manifest),
    bytes: file.bytes,
    key: keyId,
  }
}

function printManifest(manifest: Manifest): void {
  const { name, takenAt, file } = manifest
  const megabytes = (file.bytes / 1_000_000).toFixed(1)
  print(`${name}  ${takenAt}  ${amount(countRows(manifest), 'row')}  ${megabytes} MB`)
}
