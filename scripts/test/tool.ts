import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter, join } from 'node:path'

export interface ToolRun {
  /** A program of `node_modules/.bin`, or a path. */
  readonly tool: string
  readonly args: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

/** Runs a tool with its output on ours, and tells whether it succeeded within the time. */
export async function runTool(run: ToolRun, limitMs: number): Promise<boolean> {
  const bin = join(process.cwd(), 'node_modules', '.bin')
  const PATH = `${bin}${delimiter}${process.env['PATH'] ?? ''}`
  const child = spawn(run.tool, run.args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...run.environment, PATH },
    shell: process.platform === 'win32',
  })
  const timer = setTimeout(() => {
    console.error(`${run.tool} was stopped after ${limitMs / 1000} seconds`)
    child.kill()
  }, limitMs)
  try {
    await once(child, 'exit')
    return child.exitCode === 0
  } catch (error) {
    console.error(`${run.tool} did not start:`, error)
    return false
  } finally {
    clearTimeout(timer)
  }
}
