import { execFile } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import type { StatementFolder } from '#statement/index.ts'
import { findApplied } from '#store/applied-statement.ts'
import { asOwner } from '#store/owner.ts'
import { toStatementFolder } from '#store/statement-files.ts'
import { bureau } from '#world/bureau.ts'
import { anotherOwner } from '#world/worker.ts'
import { type World, world } from '#world/world.ts'
import { provision, publish } from './provision.ts'
import { publishDue } from './publisher.ts'

const TODAY = `(now() at time zone 'Europe/Amsterdam')::date`

/** The statement in force, one version on: two years instead of five, from a day. */
async function next(there: World, inForce: string, version = 5): Promise<StatementFolder> {
  const applied = await findApplied(there.owner, there.organisation)
  const folder = toStatementFolder(there.organisation, applied?.source ?? {})
  const yaml = folder.yaml
    .replace('version: 4', `version: ${version}`)
    .replace('in-force: 2026-09-01', `in-force: ${inForce}`)
    .replace('keep: P5Y\n    sooner', 'keep: P2Y\n    sooner')
  return { ...folder, yaml }
}

async function days(there: World, from: number): Promise<string> {
  const { rows } = await there.owner.query<{ day: string }>(
    `select (${TODAY} + $1::integer)::text as day`,
    [from],
  )
  return rows[0]?.day ?? ''
}

async function term(there: World): Promise<string> {
  const { rows } = await there.owner.query<{ years: string }>(
    `select extract(year from keep)::text as years from retention_rules where part = 'dossier'`,
  )
  return rows[0]?.years ?? 'none'
}

const asOwnerOf = <T>({ installation }: World, work: Parameters<typeof asOwner<T>>[1]) =>
  asOwner(installation.url, work)

test('rei-19, cas-21, zor-09: a statement of a later day changes nothing before that day, and all on it', async () => {
  const there = await world()
  const folder = await next(there, await days(there, 3))
  const { url } = there.installation
  const published = await asOwnerOf(there, (owner) => publish(owner, folder))
  expect(published).toMatchObject({ applied: false })
  expect(await publishDue(url, there.organisation)).toEqual([])
  expect(await term(there)).toBe('5')
  expect((await findApplied(there.owner, there.organisation))?.version).toBe(4)
  await expect(asOwnerOf(there, (owner) => provision(owner, folder))).rejects.toMatchObject({
    code: 'IN_FORCE_LATER',
  })
  await there.owner.query(`update publications set in_force = ${TODAY} where version = 5`)
  await there.owner.query(
    `update publications set source = jsonb_set(source, '{statement.yaml}', to_jsonb(
       replace(source ->> 'statement.yaml', $1, (${TODAY})::text))) where version = 5`,
    [await days(there, 3)],
  )
  expect(await publishDue(url, there.organisation)).toEqual([5])
  expect(await term(there)).toBe('2')
  expect(await publishDue(url, there.organisation)).toEqual([])
})

test('a version has one text: the same again mends, another is refused', async () => {
  const there = await world()
  const folder = await next(there, '2026-09-01')
  await asOwnerOf(there, (owner) => provision(owner, folder))
  await there.owner.query(`update retention_rules set keep = 'P9Y' where part = 'dossier'`)
  await asOwnerOf(there, (owner) => provision(owner, folder))
  expect(await term(there)).toBe('2')
  const other = { ...folder, yaml: folder.yaml.replace('keep: P2Y\n', 'keep: P3Y\n') }
  await expect(asOwnerOf(there, (owner) => publish(owner, other))).rejects.toMatchObject({
    code: 'VERSION_TAKEN',
  })
  expect(await term(there)).toBe('2')
})

test('a version that an earlier release applied is noted, and nobody is told of it again', async () => {
  const { there } = await bureau()
  // As a newer release that makes something else of the same statement.
  await there.owner.query('delete from publications; delete from reach')
  const applied = await findApplied(there.owner, there.organisation)
  const folder = toStatementFolder(there.organisation, applied?.source ?? {})
  await asOwnerOf(there, (owner) => provision(owner, folder))
  const { rows } = await there.owner.query(
    `select version, announced_at is not null as announced,
       (select count(*)::int from statement_audience) as waiting from publications`,
  )
  expect(rows).toEqual([{ version: 4, announced: true, waiting: 0 }])
})

test('a version below the one in force is refused, and so is a day before another that waits', async () => {
  const there = await world()
  const folder = await next(there, '2026-09-01', 3)
  await expect(asOwnerOf(there, (owner) => publish(owner, folder))).rejects.toMatchObject({
    code: 'VERSION_PASSED',
  })
  const [later, sooner] = [await days(there, 9), await days(there, 4)]
  const first = await next(there, later, 5)
  await asOwnerOf(there, (owner) => publish(owner, first))
  const second = await next(there, sooner, 6)
  await expect(asOwnerOf(there, (owner) => publish(owner, second))).rejects.toMatchObject({
    code: 'IN_FORCE_BEFORE_OTHER',
  })
})

test('a version that cannot be made true is marked with why, and nothing has changed', async () => {
  const there = await world()
  const folder = await next(there, await days(there, 2))
  await asOwnerOf(there, (owner) => publish(owner, folder))
  await there.owner.query(
    `update publications set in_force = ${TODAY}, source = source || '{"text.nl.md": ""}'
     where version = 5`,
  )
  expect(await publishDue(there.installation.url, there.organisation)).toEqual([])
  const { rows } = await there.owner.query(
    'select problem, applied_at from publications where version = 5',
  )
  expect(rows).toEqual([{ problem: 'STATEMENT_WRONG', applied_at: null }])
  expect(await term(there)).toBe('5')
})

test('who reads while a version is made true gets an answer, and the version comes after', async () => {
  const there = await world()
  const folder = toStatementFolder(
    there.organisation,
    (await findApplied(there.owner, there.organisation))?.source ?? {},
  )
  const reader = await anotherOwner(there)
  await reader.query('begin')
  await reader.query('select from summaries')
  const applied = asOwnerOf(there, (owner) => publish(owner, folder))
  const asked = `select from pg_locks where relation = 'summaries'::regclass and not granted`
  await expect.poll(async () => (await there.owner.query(asked)).rowCount).toBe(1)
  // Tables that come before it by name: whoever made the version true has those by now.
  await expect(reader.query('select from clients, appointments')).resolves.toBeDefined()
  const first = await Promise.race([applied.then(() => 'applied'), Promise.resolve('waits')])
  expect(first).toBe('waits')
  await reader.query('commit')
  expect(await applied).toMatchObject({ applied: true })
})

/** Applies what is due in a process of its own, which waits for a lock in the middle and dies. */
async function killWhileApplying(there: World, table: string): Promise<void> {
  const blocker = await anotherOwner(there)
  await blocker.query('begin')
  await blocker.query(`lock table ${table} in access exclusive mode`)
  const script = `import { publishDue } from '#modules/publisher.ts'
    await publishDue(${JSON.stringify(there.installation.url)}, '${there.organisation}')`
  const child = execFile(process.execPath, ['--input-type=module', '-e', script])
  onTestFinished(() => void child.kill('SIGKILL'))
  const gone = new Promise((resolve) => child.once('exit', resolve))
  const waiting = `select from pg_locks l join pg_class c on c.oid = l.relation
    where c.relname = $1 and not l.granted`
  for (let tries = 0; tries < 400; tries += 1) {
    if ((await there.owner.query(waiting, [table])).rows.length > 0) break
    await sleep(25)
  }
  child.kill('SIGKILL')
  await gone
  await blocker.query('rollback')
}

test.each(['statement_audience', 'relation_words', 'statements'])(
  'killed while it applies, at %s: nothing is half done, and the next start finishes it',
  async (table) => {
    const there = await world()
    const folder = await next(there, await days(there, 1))
    await asOwnerOf(there, (owner) => publish(owner, folder))
    const tomorrow = await days(there, 1)
    await there.owner.query(
      `update publications set announced_at = null, in_force = ${TODAY},
         source = jsonb_set(source, '{statement.yaml}', to_jsonb(
           replace(source ->> 'statement.yaml', $1, (${TODAY})::text))) where version = 5`,
      [tomorrow],
    )
    await killWhileApplying(there, table)
    const { rows } = await there.owner.query(
      'select applied_at, problem from publications where version = 5',
    )
    expect(rows).toEqual([{ applied_at: null, problem: null }])
    expect(await term(there)).toBe('5')
    const again = async () => (await publishDue(there.installation.url, there.organisation)).length
    // The server notices that the client is gone only when it answers.
    await expect.poll(again, { timeout: 10_000 }).toBe(1)
    expect(await term(there)).toBe('2')
  },
)
