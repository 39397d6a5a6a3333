import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { EXIT } from '#entry/cli/command.ts'
import { runCommand, type Variables, variablesOf } from '#world/command.ts'
import { WORLD_KEY } from '#world/master.ts'
import { worldWithKeys } from '#world/vault.ts'
import { command } from './backup.ts'

// Each makes an organisation anew, with all its roles and grants.
vi.setConfig({ testTimeout: 60_000 })

async function place() {
  const there = await worldWithKeys()
  const directory = await mkdtemp(join(tmpdir(), 'gestand-cli-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  const variables: Variables = {
    ...variablesOf(there.installation, WORLD_KEY),
    GESTAND_BACKUPS: join(directory, 'data'),
    GESTAND_KEYS_BACKUPS: join(directory, 'keys'),
  }
  const backup = (...args: string[]) => runCommand(command, args, variables)
  return { there, variables, backup }
}

const LISTED = z.object({ backups: z.array(z.object({ name: z.string(), rows: z.number() })) })

test('whoever operates makes a backup, looks at it, and brings it back with a report', async () => {
  const { there, backup } = await place()
  await there.account('Ilse Kramer', ['coach'])
  expect(await backup('list')).toEqual({ code: EXIT.ok, printed: 'there are none\n' })
  expect((await backup('run')).code).toBe(EXIT.ok)
  const { backups } = LISTED.parse(JSON.parse((await backup('list', '--json')).printed))
  expect(backups).toHaveLength(1)
  expect((await backup('verify', there.organisation)).printed).toContain('is whole')
  expect((await backup('verify', '--keys')).printed).toContain('is whole')
  await there.owner.query('update members set left_at = now()')
  await expect(backup('restore', there.organisation)).rejects.toMatchObject({
    code: 'ORGANISATION_THERE',
  })
  const { code, printed } = await backup('restore', there.organisation, '--replace')
  expect(code).toBe(EXIT.ok)
  expect(printed).toContain(
    '- ended, withdrawn or restricted again: details of a member of staff (1)',
  )
  expect(printed).toContain('- sessions ended')
  expect(printed).toContain('all is as it should be')
  expect((await backup('restore', '--keys')).printed).toMatch(/: \d+ dossier keys? now/)
})

test('a rehearsal tells what it found, and a backup that is not there is told', async () => {
  const { there, backup } = await place()
  await expect(backup('rehearse', there.organisation)).rejects.toMatchObject({
    code: 'BACKUP_UNKNOWN',
  })
  await backup('run', there.organisation)
  const { code, printed } = await backup('rehearse', there.organisation, '--json')
  expect({ code, ...JSON.parse(printed) }).toMatchObject({ code: EXIT.ok, good: true })
})

test('asked wrongly it says how', async () => {
  const { backup } = await place()
  for (const args of [[], ['undo'], ['verify'], ['run', 'nobody']]) {
    await expect(backup(...args)).rejects.toThrow(/say|give|no organisation/)
  }
})
