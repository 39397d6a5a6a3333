import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createApp } from '#entry/web/app.tsx'
import { prove } from '#duties/promises/proving.ts'
import { closeCheckpoint } from '#ledger/closing.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import { readWholeCatalogue } from '#modules/catalogue.ts'
import { listChecks } from '#modules/checks.ts'
import { caseloadReads, dossierReads } from '#modules/practice/index.ts'
import { from } from '#store/query.ts'
import { demonstration } from '#world/demonstration.ts'
import { siteOf } from '#world/site.ts'
import { settle, workerOf } from '#world/worker.ts'
import type { World } from '#world/world.ts'

const PRACTICE = 'casework'
const BUREAU = 'reintegration'
const REGISTER = 'registry'
const SLOW_MS = 60_000
const HIDDEN = { code: 'NOT_FOUND' }

async function visitor({ owner }: World, email: string): Promise<{ id: string; session: Buffer }> {
  const session = randomBytes(32)
  const { rows } = await owner.query<{ id: string }>(
    `insert into gestand.sessions (token_hash, account_id, strong, ends_at)
     select $1, id, true, now() + interval '1 hour' from gestand.accounts where email = $2
     returning account_id as id`,
    [createHash('sha256').update(session).digest(), email],
  )
  return { id: rows[0]?.id ?? '', session }
}

test(
  'the second organisation keeps every promise, and the two share no account, row or page',
  async () => {
    const there = await demonstration()
    await expectApart(there)
    await attack(there, { email: 'lotte.zeeman@baken.example.org', own: PRACTICE, other: BUREAU })
    await attack(there, { email: 'ilse.kramer@example.org', own: BUREAU, other: PRACTICE })
    expect(await broken(there, PRACTICE)).toEqual([])
  },
  SLOW_MS,
)

test(
  'the register keeps every promise',
  async () => {
    const there = await demonstration()
    expect(await broken(there, REGISTER)).toEqual([])
  },
  SLOW_MS,
)

async function broken(there: World, organisation: string): Promise<unknown[]> {
  const worker = workerOf(there)
  const key = ledgerKey(there.installation.master, organisation)
  await settle(there)
  await closeCheckpoint(worker, organisation, key)
  const checks = listChecks({ catalogue: await readWholeCatalogue(), ledgerKey: key })
  const proofs = await prove(worker, organisation, checks, { all: true })
  expect(proofs.length).toBeGreaterThan(20)
  return proofs.filter(({ state }) => state !== 'kept')
}

async function expectApart({ owner }: World): Promise<void> {
  const accounts = (schema: string): string => `(
    select account_id as id from org_${schema}.members
    union select account_id from org_${schema}.affiliations
    union select holder_id from org_${schema}.relations r
    where exists (select from gestand.accounts a where a.id = r.holder_id))`
  const { rows: shared } = await owner.query(
    `select id from ${accounts(BUREAU)} a join ${accounts(PRACTICE)} b using (id)`,
  )
  expect(shared).toEqual([])
  const { rows: names } = await owner.query(
    `select given_name, family_name from org_${BUREAU}.clients
     intersect select given_name, family_name from org_${PRACTICE}.clients`,
  )
  expect(names).toEqual([])
}

interface Attack {
  readonly email: string
  readonly own: string
  readonly other: string
}

/** Somebody of one organisation tries to get into the other: by the store, the pages and SQL. */
async function attack(there: World, { email, own, other }: Attack): Promise<void> {
  const { owner, store } = there
  const { session } = await visitor(there, email)
  const { rows } = await owner.query<{ id: string }>(
    `select dossier_id as id from org_${other}.clients limit 1`,
  )
  const [target = { id: '' }] = rows
  const { rows: activities } = await owner.query<{ activity: string; role: string }>(
    `select activity, role from org_${other}.activities order by 1`,
  )
  const home = await store.access(own, 'coaching')
  const authority = { organisation: own, session, activity: 'coaching' }
  const { rows: caseload } = await store.list(authority, 'caseload', caseloadReads(home))
  expect(caseload[0]?.id).toBeTypeOf('string')
  for (const { activity } of activities) {
    const elsewhere = { organisation: other, session, activity }
    const opening = store.open(elsewhere, target.id, {})
    await expect(opening, activity).rejects.toMatchObject(HIDDEN)
  }
  const across = store.open(authority, target.id, dossierReads(home, target.id))
  await expect(across).rejects.toMatchObject(HIDDEN)
  const starting = store.change({ ...authority, organisation: other, activity: 'intake' }, (tx) =>
    tx.run(from.insertInto('parties').values({ name: 'Van buiten' })),
  )
  await expect(starting).rejects.toThrow(/[A-Z]/u)
  await attackSql(there, { session, other, roles: activities.map(({ role }) => role) })
  await attackPages(there, { session, other, target: target.id })
}

/** With the login of the application and any SQL, in each role of the other organisation. */
async function attackSql(
  there: World,
  { session, other, roles }: { session: Buffer; other: string; roles: readonly string[] },
): Promise<void> {
  const client = await there.attack('app')
  for (const role of roles) {
    await client.query('begin')
    await client.query(`select set_config('gestand.session', $1, true)`, [session.toString('hex')])
    await client.query(`set local role ${role}`)
    for (const table of ['clients', 'notes', 'relations', 'members', 'ledger', 'consents']) {
      await client.query('savepoint s')
      const seen = await client
        .query<{ n: number }>(`select count(*)::int as n from org_${other}.${table}`)
        .then(({ rows }) => Number(rows[0]?.n))
        .catch(() => 0)
      await client.query('rollback to s')
      expect(seen, `${role} sees ${table}`).toBe(0)
    }
    await client.query('rollback')
  }
}

/** By the host of the other organisation, with the session of this one. */
async function attackPages(
  there: World,
  facts: { session: Buffer; other: string; target: string },
): Promise<void> {
  const { session, other, target } = facts
  const site = siteOf(there)
  const organisations = new Map([BUREAU, PRACTICE].map((id) => [id, { id, label: id }]))
  const app = createApp({ ...site, organisations })
  const { rows } = await there.owner.query<{ id: string }>(
    `select id::text from org_${other}.dossiers union select reference from org_${other}.dossiers`,
  )
  // The address of a page that is not there stands in that page.
  const ids = new Set(rows.map(({ id }) => id).filter((id) => id !== target))
  const paths = ['/werk', `/werk/dossiers/${target}`, '/mijn', '/privacy', '/beheer']
  for (const path of paths) {
    const answer = await app.request(`http://${other}.localhost${path}`, {
      headers: {
        host: `${other}.localhost`,
        cookie: `gestand=${session.toString('base64url')}`,
      },
    })
    const body = await answer.text()
    expect(
      [...ids].filter((id) => body.includes(id)),
      `${other} ${path}`,
    ).toEqual([])
    if (path.includes(target)) expect(answer.status).toBe(404)
  }
}
