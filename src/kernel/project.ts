import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The folder with package.json: where `database/` and `statements/` stand, also for the built
 * server in `dist/`.
 */
export const PROJECT = findProject(import.meta.dirname)

function findProject(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('no package.json above this file')
  return findProject(parent)
}
