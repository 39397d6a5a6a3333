import { parseArgs } from 'node:util'
import {
  type Command,
  EXIT,
  type ExitCode,
  print,
  printJson,
  UsageError,
} from '#entry/cli/command.ts'
import { readMasterKey } from '#entry/config/master-key.ts'
import { joinPlace } from '#entry/installation.ts'
import { MasterKey } from '#store/master-key.ts'
import { configured } from './place.ts'
import { rotate } from './rotation.ts'

export const command: Command = {
  name: 'keys',
  summary: 'Replaces the master key: what the old one sealed is sealed anew with the new one.',
  usage: 'rotate [--json]',
  details: `Stop Gestand first. Give the new key as always, in GESTAND_MASTER_KEY or
GESTAND_MASTER_KEY_FILE, and the old one in GESTAND_OLD_MASTER_KEY or GESTAND_OLD_MASTER_KEY_FILE.
Keys of dossiers, passwords, second factors and waiting mail are sealed anew, every ledger is handed
over, and the logins of the database get new passwords. When it is cut short, run it again with the
same two keys; Gestand does not start before it is finished. Keep the old key for as long as there
are backups of the keys from before.`,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    })
    if (positionals.join(' ') !== 'rotate') throw new UsageError('say what to do: rotate')
    return rotateFromShell(values.json)
  },
}

async function rotateFromShell(json: boolean): Promise<ExitCode> {
  const config = configured()
  const older = readOlder()
  if (older.equals(config.masterKey)) throw new UsageError('the old key and the new are the same')
  const place = await joinPlace(config)
  try {
    const tell = json ? () => undefined : print
    const rotated = await rotate(place.installation, new MasterKey(older), tell)
    if (json) printJson(rotated)
    else print('done: from now on only the new key opens anything')
    return rotated.broken.length === 0 ? EXIT.ok : EXIT.findings
  } finally {
    await place.stop()
  }
}

function readOlder(): Buffer {
  const older = readMasterKey(process.env, 'GESTAND_OLD_MASTER_KEY')
  if (older === undefined) {
    throw new UsageError(
      'give the old key in GESTAND_OLD_MASTER_KEY or GESTAND_OLD_MASTER_KEY_FILE',
    )
  }
  if (Buffer.isBuffer(older)) return older
  throw new UsageError(`${older.variable} ${older.says.en}`)
}
