import { mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDirectory } from './directory.ts'

let home: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'gestand-directory-'))
})

afterAll(() => rm(home, { recursive: true }))

test('directories that are missing are made, and those that are there stay', async () => {
  const deep = join(home, 'one/two/three')
  await Promise.all([makeDirectory(deep, 0o700), makeDirectory(deep, 0o700)])
  await makeDirectory(deep, 0o755)
  expect((await stat(deep)).mode & 0o777).toBe(0o700)
})

test('a file in the way is no directory', async () => {
  const file = join(home, 'file')
  await writeFile(file, '')
  await expect(makeDirectory(file, 0o700)).rejects.toMatchObject({ code: 'EEXIST' })
  await expect(makeDirectory(join(file, 'in'), 0o700)).rejects.toMatchObject({ code: 'ENOTDIR' })
})

test('a link to nowhere ends in what the system says', async () => {
  await symlink(join(home, 'gone'), join(home, 'link'))
  await expect(makeDirectory(join(home, 'link/in'), 0o700)).rejects.toMatchObject({
    code: 'EEXIST',
  })
})

test.runIf(process.platform === 'linux')(
  'where the system makes nothing, that is said instead of tried for ever',
  async () => {
    await expect(makeDirectory('/proc/nope/deeper', 0o700)).rejects.toMatchObject({
      code: 'ENOENT',
      syscall: 'mkdir',
    })
  },
)
