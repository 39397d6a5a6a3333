import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { PROJECT } from '#kernel/project.ts'
import { AppError } from '#kernel/error.ts'
import type { Installation } from '#store/install.ts'
import type { Config } from './config.ts'
import type { Lifecycle } from './lifecycle.ts'

/**
 * Fills the demonstration in a process of its own, which takes the memory along that it needs for a
 * moment.
 *
 * @throws `DEMO_NOT_FILLED` when it ends otherwise than well; what was wrong it told itself.
 */
export async function seedApart(
  { masterKey }: Config,
  { url, keysUrl }: Installation,
  lifecycle: Lifecycle,
): Promise<void> {
  const child = spawn(process.execPath, [join(PROJECT, 'scripts/seed.ts')], {
    env: {
      ...process.env,
      GESTAND_MODE: 'demo',
      DATABASE_URL: url,
      GESTAND_KEYS_URL: keysUrl,
      GESTAND_MASTER_KEY: masterKey.toString('base64'),
      GESTAND_MASTER_KEY_FILE: '',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  lifecycle.add(() => void child.kill())
  await once(child, 'exit')
  if (child.exitCode !== 0) throw new AppError('DEMO_NOT_FILLED')
}
