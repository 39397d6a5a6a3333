import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { onTestFinished, vi } from 'vitest'
import type { Command } from '#entry/cli/command.ts'
import { PROJECT } from '#kernel/project.ts'
import type { Installation } from '#store/install.ts'

/** Variables of the environment, beside the few that any program needs. */
export type Variables = Readonly<Record<string, string>>

/** What a program printed, and with which code it ended. */
export interface Ended {
  readonly code: number | null
  readonly output: string
  readonly errors: string
}

export interface Program {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
}

/** Starts a program of ours as a shell does, with these variables and none of the test's own. */
export function startProgram(
  file: string,
  args: readonly string[],
  variables: Variables = {},
): Program {
  const child = spawn(process.execPath, [join(PROJECT, file), ...args], {
    cwd: PROJECT,
    env: { PATH: process.env['PATH'], ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]).then(
    ([output, errors]) => ({ code: child.exitCode, output, errors }),
  )
  return { child, ended }
}

/** Runs a command of `gestand` till its end. */
export function gestand(args: readonly string[], variables?: Variables): Promise<Ended> {
  return startProgram('src/entry/cli/main.ts', args, variables).ended
}

/** Runs a command within the test, which is quicker: what it refuses it throws. */
export async function runCommand(
  command: Command,
  args: readonly string[],
  variables: Variables = {},
): Promise<{ readonly code: number; readonly printed: string }> {
  for (const name of Object.keys(process.env)) {
    if (/^(GESTAND_|DATABASE_URL)/.test(name)) vi.stubEnv(name, undefined)
  }
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
  let printed = ''
  const output = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    printed += String(line)
    return true
  })
  try {
    const code = await command.run(args)
    return { code, printed }
  } finally {
    output.mockRestore()
    vi.unstubAllEnvs()
  }
}

/** The variables with which a command finds the databases of a world. */
export function variablesOf({ url, keysUrl }: Installation, masterKey: Buffer): Variables {
  return {
    DATABASE_URL: url,
    GESTAND_KEYS_URL: keysUrl,
    GESTAND_MASTER_KEY: masterKey.toString('base64'),
  }
}
