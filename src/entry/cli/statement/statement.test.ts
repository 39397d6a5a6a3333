import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { checkFolder, listClauses } from '#statement/index.ts'
import { readFolder } from './folder.ts'

const EXAMPLE = 'statements/reintegration'
const OLDER = `${EXAMPLE}/versions/3`

async function gestand(...args: string[]) {
  const run = promisify(execFile)
  try {
    const { stdout } = await run(process.execPath, ['src/entry/cli/main.ts', ...args], {
      maxBuffer: 2 ** 24,
    })
    return { code: 0, output: stdout }
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string } // as execFile rejects
    return { code: failed.code, output: `${failed.stdout}${failed.stderr}` }
  }
}

test.each([EXAMPLE, OLDER])('the example %s can be applied', async (path) => {
  const folder = await readFolder(path)
  expect(folder.organisation).toBe('reintegration')
  const { sound, problems } = checkFolder(folder, VOCABULARY)
  expect(problems.map(({ code }) => code)).toEqual(['KEPT_INDEFINITELY'])
  expect(sound).toBe(true)
})

test.each([EXAMPLE, OLDER])('the example %s makes all promises of the bureau', async (path) => {
  const { statement } = checkFolder(await readFolder(path), VOCABULARY)
  const ids = statement ? listClauses(statement, VOCABULARY).map(({ id }) => id) : []
  const promised = Array.from({ length: 19 }, (_, i) => `rei-${String(i + 1).padStart(2, '0')}`)
  expect(ids.filter((id) => id.startsWith('rei-')).toSorted()).toEqual(promised)
})

test('check ends well for a sound statement, and says so to programs', async () => {
  const { code, output } = await gestand('check', EXAMPLE, '--json')
  expect(code).toBe(0)
  expect(JSON.parse(output)).toMatchObject({ sound: true, version: 4 })
})

test('a command that is asked wrongly says how it is used', async () => {
  const asked: [readonly string[], string][] = [
    [['check'], 'give one folder\nusage: gestand check DIR'],
    [['check', 'nowhere'], 'there is no statement.yaml in nowhere\nusage: gestand check DIR'],
    [['check', EXAMPLE, '--jsn'], 'there is no option --jsn. Did you mean --json?\nusage:'],
    [['chekc'], 'there is no command "chekc". Did you mean "check"?'],
  ]
  for (const [args, says] of asked) {
    const { code, output } = await gestand(...args)
    expect(code).toBe(2)
    expect(output).toContain(says)
  }
})

test('help names every command', async () => {
  const { code, output } = await gestand('--help')
  expect(code).toBe(0)
  for (const name of ['check', 'plan', 'diff', 'text', 'schema']) expect(output).toContain(name)
})

test('plan, diff, text and schema print what they promise', async () => {
  const plan = await gestand('plan', EXAMPLE, '--sql')
  expect(plan.output).toContain('create role "org_reintegration__coaching"')
  const diff = await gestand('diff', OLDER, EXAMPLE)
  expect(diff.output).toContain('keeping goes from seven years to five years')
  const text = await gestand('text', EXAMPLE, '--language', 'nl')
  expect(text.output).toContain('vijf jaar na het einde van de dienst')
  const schema = await gestand('schema')
  expect(JSON.parse(schema.output)).toMatchObject({ type: 'object' })
})
