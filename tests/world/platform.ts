import { onTestFinished } from 'vitest'
import { LOGINS, loginUrl } from '#store/install.ts'
import { Platform } from '#store/platform.ts'
import { createPool } from '#store/pool.ts'
import type { World } from './world.ts'

/** The door to the platform with a login of its own. */
export function platformOf({ installation }: World, login: 'accounts' | 'worker'): Platform {
  const url = loginUrl(installation, LOGINS[login])
  const platform = new Platform(createPool({ url, max: 4, name: login }))
  onTestFinished(() => platform.close())
  return platform
}
