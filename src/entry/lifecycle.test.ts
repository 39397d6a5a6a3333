import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'

const MODULE = new URL('lifecycle.ts', import.meta.url).href

interface Run {
  readonly child: ChildProcess
  readonly output: Promise<string>
  readonly exitCode: Promise<number | null>
}

/** Runs a program of its own with `life`, and waits until it says that it is up. */
async function run(program: string): Promise<Run> {
  const source = `import { untilStopped } from '${MODULE}'
    import { setTimeout as sleep } from 'node:timers/promises'
    const open = setInterval(() => {}, 1000)
    ${program}
    process.stderr.write('up')`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', source])
  onTestFinished(() => void child.kill('SIGKILL'))
  const output = text(child.stdout)
  const exitCode = once(child, 'exit').then(() => child.exitCode)
  await once(child.stderr, 'data')
  return { child, output, exitCode }
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s stops what was started, the last first, and ends the process',
  async (signal) => {
    const { child, output, exitCode } = await run(`
      const life = untilStopped()
      life.add(async () => { await sleep(50); clearInterval(open); console.log('database') })
      life.add(() => console.log('pages'))
      void life.ended.then(() => console.log('ended'))`)
    child.kill(signal)
    expect(await exitCode).toBe(0)
    expect(await output).toBe('pages\ndatabase\nended\n')
  },
)

test('a stop that fails does not keep the others from it, and is told', async () => {
  const { child, output, exitCode } = await run(`
    const life = untilStopped()
    life.add(() => { clearInterval(open); console.log('database') })
    life.add(async () => { throw new Error('broken') })`)
  child.kill('SIGTERM')
  expect(await exitCode).toBe(1)
  expect(await output).toBe('database\n')
})

test('a stop that takes too long does not keep the process', async () => {
  const { child, exitCode } = await run(`
    const life = untilStopped(200)
    life.add(() => new Promise(() => {}))`)
  child.kill('SIGTERM')
  expect(await exitCode).toBe(1)
})

test('a second signal stops nothing twice and cuts nothing short', async () => {
  const { child, output, exitCode } = await run(`
    const life = untilStopped()
    life.add(() => { clearInterval(open); console.log('database') })
    life.add(async () => { console.log('stopping'); await sleep(200); console.log('pages') })`)
  child.kill('SIGINT')
  await once(child.stdout ?? child, 'data')
  child.kill('SIGINT')
  child.kill('SIGTERM')
  expect(await exitCode).toBe(0)
  expect(await output).toBe('stopping\npages\ndatabase\n')
})

/** Starts a process by way of another one, and tells what it prints after that one was killed. */
async function orphan(environment: NodeJS.ProcessEnv): Promise<string> {
  const program = `import { untilStopped } from '${MODULE}'
    const life = untilStopped()
    const open = setInterval(() => {}, 1000)
    setTimeout(() => { console.log('still there'); process.exit(0) }, 2500)
    life.add(() => { console.log('stopped'); process.exit(0) })
    process.stderr.write('up')`
  const args = JSON.stringify(['--input-type=module-typescript', '-e', program])
  const parent = `require('node:child_process').spawn(process.execPath, ${args}, { stdio: 'inherit' })`
  const child = spawn(process.execPath, ['-e', parent], { env: environment })
  const output = text(child.stdout)
  await once(child.stderr, 'data')
  child.kill('SIGKILL')
  return output
}

test('under npm the end of the parent is the end, and elsewhere it is not', async () => {
  const { npm_lifecycle_event: event = 'start', ...others } = process.env
  const [underNpm, elsewhere] = await Promise.all([
    orphan({ ...others, npm_lifecycle_event: event }),
    orphan(others),
  ])
  expect(underNpm).toBe('stopped\n')
  expect(elsewhere).toBe('still there\n')
})

test('what is added after the end began is stopped too', async () => {
  const { output, exitCode } = await run(`
    const life = untilStopped()
    life.end()
    life.add(() => { clearInterval(open); console.log('late') })
    void life.ended.then(() => console.log('ended'))`)
  expect(await exitCode).toBe(0)
  expect((await output).split('\n')).toContain('late')
})
