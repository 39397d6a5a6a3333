import { isDeepStrictEqual } from 'node:util'
import { connectStore } from '#store/connect.ts'
import { asOwner } from '#store/owner.ts'
import { from } from '#store/query.ts'
import { type Bureau, loadBureau, type Size } from './bureau.ts'
import { type BenchInstallation, ORGANISATION, startInstallation } from './installation.ts'
import { type Result, toResult } from './report.ts'
import { type Effort, type Operation, race } from './rounds.ts'

/** Within 1.2 times as slow. */
const GOAL = 1 / 1.2
const IN_FLIGHT = 8
const LIST = 'bench'
/** Dossiers whose reading is timed; what is added belongs to the others, of other coaches. */
const TIMED = 50
const COMPARED = 20

const notes = from.selectFrom('notes').select(['id', 'category', 'body']).orderBy('written_at')
const caseload = from
  .selectFrom('clients')
  .select(['dossier_id', 'given_name', 'family_name'])
  .orderBy('family_name')

/**
 * Opening a dossier and listing a caseload in an organisation with one consent, objection and
 * relation for each of many, against the same in one without: what is decided must not depend on
 * how much there is to decide on elsewhere.
 */
export async function benchPolicy(
  size: Size,
  effort: Effort,
  seed: number,
): Promise<readonly Result[]> {
  const few = await startInstallation()
  try {
    const many = await startInstallation()
    try {
      const bureau = await loadBureau(few, size, seed)
      await loadBureau(many, size, seed)
      const added = await addMany(many, bureau)
      return await compare({ few, many }, { bureau, effort, added })
    } finally {
      await many.stop()
    }
  } finally {
    await few.stop()
  }
}

interface Both {
  readonly few: BenchInstallation
  readonly many: BenchInstallation
}

interface Asked {
  readonly bureau: Bureau
  readonly effort: Effort
  readonly added: number
}

async function compare(both: Both, { bureau, effort, added }: Asked): Promise<Result[]> {
  const few = reading(both.few, bureau)
  const many = reading(both.many, bureau)
  try {
    const results: Result[] = []
    for (const what of ['open', 'list'] as const) {
      const timed = (read: Read): Operation => {
        return async (random) => void (await read(Math.floor(random() * TIMED)))
      }
      const contenders = { peer: timed(few[what]), ours: timed(many[what]) }
      const speeds = await race(contenders, { inFlight: IN_FLIGHT, effort, seed: bureau.seed })
      let same = 0
      for (let index = 0; index < COMPARED; index++) {
        const [one, other] = await Promise.all([few[what](index), many[what](index)])
        if (one.length > 0 && isDeepStrictEqual(one, other)) same++
      }
      results.push(
        toResult({
          name: `${what}, with ${added} consents, objections and relations each`,
          peer: 'with none',
          seed: bureau.seed,
          speeds,
          goal: GOAL,
          correct: same === COMPARED,
          verdict: `${same} of ${COMPARED} answers equal`,
        }),
      )
    }
    return results
  } finally {
    await few.close()
    await many.close()
  }
}

type Read = (index: number) => Promise<readonly unknown[]>

function reading(
  installation: BenchInstallation,
  bureau: Bureau,
): { readonly open: Read; readonly list: Read; readonly close: () => Promise<void> } {
  const { store, close } = connectStore(installation)
  const coaching = (index: number) => bureau.authority(bureau.coachOf(index), 'coaching')
  return {
    open: async (index) => {
      const { answers } = await store.open(coaching(index), bureau.dossier(index), { notes })
      return answers.notes.map(({ category, body }) => ({ category, body }))
    },
    list: async (index) => (await store.list(coaching(index), LIST, { caseload })).caseload,
    close,
  }
}

/** Gives every other dossier a consent for a partner coach, an objection and that partner coach. */
async function addMany({ url }: BenchInstallation, { size, seed }: Bureau): Promise<number> {
  return asOwner(url, async (owner) => {
    await owner.query(`set search_path to org_${ORGANISATION}, gestand`)
    await owner.query('set session_replication_role = replica')
    await owner.query(
      `create temp table others as
       select md5('dossier ' || $2::int || ' ' || n)::uuid as id,
         md5('partner ' || n)::uuid as partner, md5('asked ' || n)::uuid as asked
       from generate_series($3::int, $1::int - 1) n`,
      [size.dossiers, seed, TIMED],
    )
    await owner.query(`
      insert into consent_requests
        (id, dossier_id, consent, holder_id, wording, language, statement)
        select asked, id, 'partner-access', partner, '\\x01', 'nl', 4 from others;
      insert into consents (request_id, dossier_id, decision) select asked, id, 'given' from others;
      insert into relations (dossier_id, holder_id, relation)
        select id, partner, 'partner-coach' from others;
      insert into requests (id, kind, channel, due_on, name, dossier_id, about)
        select asked, 'objection', 'letter', current_date + 28, 'Sam', id, 'relation-management'
        from others;
      insert into objections (request_id, dossier_id, activity)
        select asked, id, 'relation-management' from others;
      update dossiers set paused_activities = '{relation-management}'
        where id in (select id from others);
      select renew_reach()`)
    await owner.query('vacuum analyze')
    const { rows } = await owner.query<{ amount: number }>(
      `select count(*)::int as amount from reach r join others o on r.holder_id = o.partner
       where r.activity = 'coaching'`,
    )
    return rows[0]?.amount ?? 0
  })
}
