import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BackupFolder } from '#backup/backup-folder.ts'
import { BackupKey } from '#backup/backup-key.ts'
import { Drill } from '#world/drill.ts'
import { ORGANISATION, startInstallation } from './installation.ts'
import type { Measurement } from './report.ts'
import { randomFrom } from './rounds.ts'

const FULL = 100
const QUICK = 2
const ACTS = 30
const TOLD = 10
/** After how many drills it tells how far it is. */
const STEP = 10

/**
 * Drills: each makes a random history, takes a backup somewhere in it, goes on, brings the backup
 * back and compares everything with a model.
 */
export async function benchDrills({
  quick,
  seed,
}: {
  readonly quick: boolean
  readonly seed: number
}): Promise<Measurement[]> {
  const drills = quick ? QUICK : FULL
  const installation = await startInstallation()
  const directory = await mkdtemp(join(tmpdir(), 'gestand-bench-backup-'))
  try {
    const drill = new Drill({
      installation,
      organisation: ORGANISATION,
      place: {
        folder: new BackupFolder(directory, ORGANISATION),
        key: BackupKey.of(installation.master),
      },
      random: randomFrom(seed),
      acts: ACTS,
    })
    let good = 0
    const differences: string[] = []
    for (let n = 0; n < drills; n += 1) {
      const found = await drill.run()
      if (found.length === 0) good += 1
      differences.push(...found)
      if ((n + 1) % STEP === 0) console.error(`${good} of ${n + 1} good`)
    }
    for (const difference of differences.slice(0, TOLD)) console.error(difference)
    return [
      {
        name: 'restore, drills with nothing back and nothing missing',
        unit: 'drills',
        value: good,
        atLeast: drills,
        correct: good === drills,
        verdict: `${good} of ${drills} random histories, ${drill.erased} dossiers erased in them, seed ${seed}`,
      },
    ]
  } finally {
    await rm(directory, { recursive: true, force: true })
    await installation.stop()
  }
}
