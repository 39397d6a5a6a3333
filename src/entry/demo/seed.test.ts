import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { readFacts } from '#duties/promises/access-facts.ts'
import { isExplained } from '#duties/promises/explanation.ts'
import type { OpeningEntry } from '#duties/promises/opening-entry.ts'
import { readApplied } from '#duties/promises/statements-applied.ts'
import { prove } from '#duties/promises/proving.ts'
import { closeCheckpoint } from '#ledger/closing.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import { inProof } from '#ledger/proof-transaction.ts'
import { readWholeCatalogue } from '#modules/catalogue.ts'
import { listChecks } from '#modules/checks.ts'
import { caseloadReads, dossierReads, readDossier } from '#modules/practice/index.ts'
import { demonstration } from '#world/demonstration.ts'
import { settle, workerOf } from '#world/worker.ts'
import { type World, world, WorldAccount } from '#world/world.ts'
import { seedDemo } from './seed.ts'

const silent = (): void => undefined

/** The tables that are asked for afterwards are those of the first organisation. */
async function seed({ owner, installation, organisation }: World): Promise<string[]> {
  try {
    return await seedDemo({ owner, installation, tell: silent })
  } finally {
    await owner.query(`set search_path to org_${organisation}, gestand`)
  }
}

async function count({ owner }: World, what: string): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(`select count(*) as count from ${what}`)
  return Number(rows[0]?.count)
}

/** A session of somebody in the demonstration. */
async function visitor({ owner, organisation }: World, email: string): Promise<WorldAccount> {
  const session = randomBytes(32)
  const { rows } = await owner.query<{ id: string }>(
    `insert into gestand.sessions (token_hash, account_id, strong, ends_at)
     select $1, id, true, now() + interval '1 hour' from gestand.accounts where email = $2
     returning account_id as id`,
    [createHash('sha256').update(session).digest(), email],
  )
  return new WorldAccount(rows[0]?.id ?? '', session, organisation)
}

const SLOW_MS = 60_000

test(
  'a demonstration has people and months of history, and keeps every promise',
  async () => {
    const there = await demonstration()
    expect(await count(there, 'persons')).toBeGreaterThanOrEqual(72)
    expect(await count(there, 'members')).toBe(10)
    expect(await count(there, 'summaries')).toBeGreaterThanOrEqual(400)
    // What was past its term is destroyed, and not only out of sight.
    expect(await count(there, 'living_dossiers')).toBe(await count(there, 'dossiers'))
    expect(await count(there, 'erasure_orders')).toBeGreaterThan(0)
    // Of some dossiers that are still on the calendar the paper went before.
    const partly = `due_dates u join erasure_orders o using (dossier_id)
      where u.part = 'dossier' and o.part = 'paper' and o.closed_at is not null
        and u.due_on <= gestand.today() + 365`
    expect(await count(there, partly)).toBeGreaterThan(0)
    // There is paper in a cabinet of which the day to destroy it is near.
    const near = `due_dates u join paper_files f using (dossier_id)
      where u.part = 'paper' and f.destroyed_on is null and u.due_on <= gestand.today() + 30`
    expect(await count(there, near)).toBeGreaterThan(0)
    expect(await count(there, `statements where applied_at < now() - interval '1 day'`)).toBe(2)
    expect(await count(there, `ledger where act = 'opened'`)).toBeGreaterThan(3_000)
    expect(await count(there, 'ledger where at > now()')).toBe(0)
    const worker = workerOf(there)
    const { organisation, installation } = there
    const key = ledgerKey(installation.master, organisation)
    await settle(there)
    await closeCheckpoint(worker, organisation, key)
    const catalogue = await readWholeCatalogue()
    const checks = listChecks({ catalogue, ledgerKey: key })
    const proofs = await prove(worker, organisation, checks, { all: true })
    expect(proofs.filter(({ state }) => state !== 'kept')).toEqual([])
    expect(await findUnexplained(there)).toEqual([])
    expect(await count(there, UNOPENED)).toBe(0)
    expect(await count(there, OUT_OF_ORDER)).toBe(0)
  },
  SLOW_MS,
)

/** What was written in a dossier without an opening just before. Starting one opens it too. */
const UNOPENED = `ledger l
  where act = 'inserted' and dossier_id is not null and activity <> 'intake'
    and activity in (select a.activity from activities a where a.opens)
    and not exists (
      select from ledger o
      where o.act = 'opened' and o.account_id = l.account_id and o.activity = l.activity
        and o.dossier_id = l.dossier_id and o.at between l.at - interval '10 seconds' and l.at)`

const OUT_OF_ORDER =
  '(select at, lag(at) over (order by id) as before from ledger) l where at < before'

/** Openings of all times, and not only of the last weeks, that no relation explains. */
async function findUnexplained(there: World): Promise<unknown[]> {
  const { rows } = await there.owner.query<OpeningEntry>(
    `select id, at, account_id as "accountId", activity, dossier_id as "dossierId", statement
     from ledger where act = 'opened'`,
  )
  const catalogue = await readWholeCatalogue()
  return inProof(workerOf(there), there.organisation, async (tx) => {
    const versions = await readApplied(tx, catalogue)
    const facts = await readFacts(tx, rows, new Map())
    return rows.filter((opening) => {
      const { plan } = versions.find(({ version }) => version === opening.statement) ?? versions[0]
      return !isExplained(opening, { plan, vocabulary: catalogue.vocabulary }, facts)
    })
  })
}

test(
  'coaches see their own clients only, and clients read their own dossier',
  async () => {
    const there = await demonstration()
    const { store, organisation } = there
    const coach = await visitor(there, 'ilse.kramer@example.org')
    const client = await visitor(there, 'annelies.vandermeulen@example.org')
    const access = await store.access(organisation, 'coaching')
    const { rows } = await store.list(coach.for('coaching'), 'caseload', caseloadReads(access))
    const own = await count(
      there,
      `living_dossiers d where exists (select from relations r where r.dossier_id = d.id
      and r.holder_id = '${coach.id}' and r.relation = 'responsible-coach')`,
    )
    expect(rows.length).toBeGreaterThanOrEqual(own)
    expect(rows.length).toBeLessThan(own + 15)
    const mine = await store.access(organisation, 'self-service')
    const { rows: dossiers } = await store.list(
      client.for('self-service'),
      'own-dossiers',
      caseloadReads(mine),
    )
    expect(dossiers).toHaveLength(1)
    const dossierId = dossiers[0]?.id ?? ''
    const reads = dossierReads(mine, dossierId)
    const { dossier, answers } = await store.open(client.for('self-service'), dossierId, reads)
    const view = readDossier(dossier, answers, mine)
    expect(JSON.stringify(view)).toContain('verzorgende')
    const stranger = await visitor(there, 'naima.haddou@example.org')
    await expect(
      store.open(stranger.for('coaching'), dossierId, dossierReads(access, dossierId)),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  },
  SLOW_MS,
)

test(
  'what breaks off leaves nobody, the next start fills all, and one more changes nothing',
  async () => {
    const there = await world()
    await there.owner.query(
      `create function refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
     create trigger refuse before insert on closures execute function refuse()`,
    )
    await expect(seed(there)).rejects.toThrow('no')
    expect(await count(there, 'members')).toBe(0)
    expect(await count(there, 'gestand.accounts')).toBe(0)
    await there.owner.query('drop trigger refuse on closures')
    const said = await seed(there)
    expect(await count(there, 'members')).toBe(10)
    const before = await count(there, 'ledger')
    expect(await seed(there)).toEqual(said)
    expect(await count(there, 'ledger')).toBe(before)
    expect(said.join('\n')).toContain('ilse.kramer@example.org')
  },
  SLOW_MS,
)
