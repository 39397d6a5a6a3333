import { createHash } from 'node:crypto'
import type { Authority } from '#kernel/authority.ts'
import { connectStore } from '#store/connect.ts'
import { asOwner, type Owner } from '#store/owner.ts'
import { type BenchInstallation, ORGANISATION } from './installation.ts'

export interface Size {
  readonly dossiers: number
  readonly notesEach: number
  /** Dossiers of each coach. */
  readonly caseload: number
}

const KEYS_AT_ONCE = 5_000

/** Who and what was loaded. Everything follows from the seed, so that nothing needs remembering. */
export class Bureau {
  readonly size: Size
  readonly seed: number

  constructor(size: Size, seed: number) {
    this.size = size
    this.seed = seed
  }

  get coaches(): number {
    return Math.ceil(this.size.dossiers / this.size.caseload)
  }

  dossier(index: number): string {
    return toUuid(`dossier ${this.seed} ${index}`)
  }

  coachId(coach: number): string {
    return toUuid(`coach ${this.seed} ${coach}`)
  }

  coachOf(dossier: number): number {
    return Math.floor(dossier / this.size.caseload)
  }

  session(coach: number): Buffer {
    return createHash('sha256').update(`session ${this.seed} ${coach}`).digest()
  }

  authority(coach: number, activity: string): Authority {
    return { organisation: ORGANISATION, session: this.session(coach), activity }
  }
}

/**
 * Loads a bureau of coaches, each with a caseload, and notes in every dossier, with sets of rows at
 * a time.
 */
export async function loadBureau(
  installation: BenchInstallation,
  size: Size,
  seed: number,
): Promise<Bureau> {
  const bureau = new Bureau(size, seed)
  await asOwner(installation.url, async (owner) => {
    await owner.query(`set search_path to org_${ORGANISATION}, gestand`)
    // What is loaded is consistent by construction: triggers would only write a ledger that nobody
    // asked for.
    await owner.query('set session_replication_role = replica')
    await loadCoaches(owner, bureau)
    await loadDossiers(owner, bureau)
    await owner.query('select renew_reach()')
  })
  await createKeys(installation, bureau)
  for (const url of [installation.url, installation.keysUrl]) {
    await asOwner(url, async (owner) => {
      await owner.query('vacuum analyze')
      await owner.query('checkpoint')
    })
  }
  return bureau
}

async function loadCoaches(owner: Owner, bureau: Bureau): Promise<void> {
  const coaches = Array.from({ length: bureau.coaches }, (_, coach) => coach)
  const hashes = coaches.map((coach) => createHash('sha256').update(bureau.session(coach)).digest())
  const ids = coaches.map((coach) => bureau.coachId(coach))
  await owner.query(
    `insert into accounts (id, email, name)
     select id, id || '@example.org', 'Coach ' || n from unnest($1::uuid[]) with ordinality c (id,
       n)`,
    [ids],
  )
  await owner.query(
    `insert into sessions (token_hash, account_id, strong, ends_at)
     select hash, id, true, now() + interval '12 hours' from unnest($1::uuid[], $2::bytea[]) s (id,
       hash)`,
    [ids, hashes],
  )
  await owner.query(
    `insert into members (account_id, name)
     select id, 'Coach ' || n from unnest($1::uuid[]) with ordinality c (id, n)`,
    [ids],
  )
  await owner.query(
    `insert into functions (account_id, function) select account_id, 'coach' from members`,
  )
}

async function loadDossiers(owner: Owner, { size, seed }: Bureau): Promise<void> {
  const each = [size.dossiers, seed] as const
  const id = `md5('dossier ' || $2::int || ' ' || n)::uuid`
  const coach = `md5('coach ' || $2::int || ' ' || n / $3)::uuid`
  const rows = 'from generate_series(0, $1 - 1) n'
  await owner.query(`insert into persons (id) select ${id} ${rows}`, [...each])
  await owner.query(
    `insert into dossiers (id, kind, person_id) select ${id}, 're-integration', ${id} ${rows}`,
    [...each],
  )
  await owner.query(
    `insert into clients (dossier_id, given_name, family_name, email)
     select ${id}, 'Voornaam ' || n % 500, 'Achternaam ' || n, 'client' || n || '@example.org'
       ${rows}`,
    [...each],
  )
  await owner.query(`insert into engagements (dossier_id) select ${id} ${rows}`, [...each])
  await owner.query(
    `insert into relations (dossier_id, holder_id, relation)
     select ${id}, ${coach}, 'responsible-coach' ${rows}`,
    [...each, size.caseload],
  )
  // As long as a sealed paragraph. Spread over the table, as notes that are written over years are.
  await owner.query(
    `insert into notes (dossier_id, category, body, source, channel, written_at)
     select ${id}, 'conversation-reports',
       sha256(int4send(n)) || sha256(int4send(m)) || sha256(int8send(n * 100::bigint + m))
         || decode(repeat('2a', 150), 'hex'),
       'client', 'conversation', now() - m * interval '1 week'
     from generate_series(1, $3) m, generate_series(0, $1 - 1) n`,
    [...each, size.notesEach],
  )
}

async function createKeys(installation: BenchInstallation, bureau: Bureau): Promise<void> {
  const { keys, close } = connectStore(installation)
  for (let from = 0; from < bureau.size.dossiers; from += KEYS_AT_ONCE) {
    const length = Math.min(KEYS_AT_ONCE, bureau.size.dossiers - from)
    const ids = Array.from({ length }, (_, index) => bureau.dossier(from + index))
    await keys.create(ORGANISATION, ids)
  }
  await close()
}

function toUuid(text: string): string {
  const hex = createHash('md5').update(text).digest('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
