import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Holder, SmallWorld } from './small-world.ts'

/** The ids that the things of a small world got. */
export interface LoadedWorld {
  readonly accounts: readonly { readonly id: string; readonly session: Buffer }[]
  readonly dossiers: readonly string[]
}

/**
 * Puts a small world into the database in place of the one that was there, a set of rows at a time.
 * Only rows: triggers and foreign keys have no say in what they decide on.
 */
export async function loadWorld(owner: pg.Client, world: SmallWorld): Promise<LoadedWorld> {
  const accounts = world.accounts.map(() => ({ id: randomUUID(), session: randomBytes(32) }))
  const parties = world.accounts.flatMap(({ parties: places }) => places)
  const partyIds = Array.from({ length: Math.max(-1, ...parties) + 1 }, () => randomUUID())
  const dossiers = world.dossiers.map(() => randomUUID())
  const absences = world.absences.map(() => randomUUID())
  const holderId = (holder: Holder): string => {
    const [kind, place] = holder.split(' ')
    const id = kind === 'account' ? accounts[Number(place)]?.id : partyIds[Number(place)]
    return id ?? '00000000-0000-4000-8000-000000000000'
  }
  const at = (ids: readonly string[], place: number | null): string | null =>
    place === null ? null : (ids[place] ?? null)

  const rows = {
    accounts: world.accounts.map(({ member, session }, place) => ({
      id: accounts[place]?.id,
      hash: hashOf(accounts[place]?.session),
      member,
      session,
    })),
    functions: world.accounts.flatMap(({ member, functions }, place) =>
      member === 'never'
        ? []
        : functions.map((word) => ({ account: accounts[place]?.id, function: word })),
    ),
    affiliations: world.accounts.flatMap(({ parties: places }, place) =>
      places.map((party) => ({ account: accounts[place]?.id, party: at(partyIds, party) })),
    ),
    dossiers: world.dossiers.map((dossier, place) => ({ ...dossier, id: dossiers[place] })),
    absences: world.absences.map((absence, place) => ({
      ...absence,
      id: absences[place],
      account: accounts[absence.account]?.id,
      substitute: accounts[absence.substitute]?.id,
    })),
    relations: world.relations.map((relation) => ({
      ...relation,
      dossier: at(dossiers, relation.dossier),
      holder: holderId(relation.holder),
      absence: at(absences, relation.absence),
    })),
    consents: world.consents.map((consent) => ({
      ...consent,
      id: randomUUID(),
      dossier: at(dossiers, consent.dossier),
      holder: holderId(consent.holder),
      item: at(absences, consent.item),
    })),
  }
  await owner.query('begin; set local session_replication_role = replica')
  await owner.query(TABLES.map((table) => `delete from ${table}`).join(';'))
  await owner.query(LOAD.replaceAll('$1', `'${JSON.stringify(rows)}'::jsonb`))
  await owner.query('select renew_reach()')
  await owner.query('commit')
  return { accounts, dossiers }
}

const TABLES = `accounts sessions members functions affiliations dossiers clients notes absences
  relations consent_requests consents withdrawals ledger`.split(/\s+/)

function hashOf(session: Buffer | undefined): string {
  return createHash('sha256')
    .update(session ?? '')
    .digest('hex')
}

/** Moments that are long past or far ahead, so that nothing changes while a world is looked at. */
const MOMENT = `case %s when 'past' then now() - interval '1 hour' when 'future' then now() + interval '1 hour' end`
const moment = (column: string): string => MOMENT.replace('%s', column)

const LOAD = `
  insert into accounts (id, email, name, disabled_at)
  select id, id || '@example.org', 'Someone', case session when 'disabled' then now() end
  from jsonb_to_recordset($1 -> 'accounts') as a (id uuid, session text);

  insert into sessions (token_hash, account_id, strong, ends_at, ended_at, seen_at)
  select decode(hash, 'hex'), id, session <> 'weak',
    now() + case session when 'expired' then interval '-1 hour' else interval '1 hour' end,
    case session when 'ended' then now() end,
    now() - case session when 'idle' then interval '1 hour' else interval '0' end
  from jsonb_to_recordset($1 -> 'accounts') as a (id uuid, hash text, session text);

  insert into members (account_id, name, left_at)
  select id, 'Someone', case member when 'left' then now() - interval '1 hour'
    when 'leaving' then now() + interval '1 hour' end
  from jsonb_to_recordset($1 -> 'accounts') as a (id uuid, member text) where member <> 'never';

  insert into functions (account_id, function)
  select account, function from jsonb_to_recordset($1 -> 'functions') as f (account uuid,
    function text);

  insert into affiliations (account_id, party_id)
  select account, party from jsonb_to_recordset($1 -> 'affiliations') as f (account uuid,
    party uuid);

  insert into dossiers (id, kind, person_id, restricted_at, expires_on)
  select id, kind, id, case when restricted then now() end, gestand.today() + expires
  from jsonb_to_recordset($1 -> 'dossiers')
    as d (id uuid, kind text, restricted boolean, expires integer);

  insert into clients (dossier_id, family_name)
  select id, 'Someone' from jsonb_to_recordset($1 -> 'dossiers') as d (id uuid);

  insert into notes (dossier_id, category, body, source, channel)
  select id, c.category, '', 'own', 'letter'
  from jsonb_to_recordset($1 -> 'dossiers') as d (id uuid, notes jsonb),
    jsonb_array_elements_text(d.notes) as c (category);

  insert into absences (id, account_id, substitute_id, starts_on, ends_on)
  select id, account, substitute, gestand.today() + a."from", gestand.today() + a."to"
  from jsonb_to_recordset($1 -> 'absences')
    as a (id uuid, account uuid, substitute uuid, "from" integer, "to" integer);

  insert into relations (dossier_id, holder_id, relation, since, until, absence_id)
  select dossier, holder, relation, ${moment('since')}, ${moment('until')}, absence
  from jsonb_to_recordset($1 -> 'relations')
    as r (dossier uuid, holder uuid, relation text, since text, until text, absence uuid);

  insert into consent_requests (id, dossier_id, consent, holder_id, item_id, wording, language,
    statement)
  select id, dossier, consent, holder, item, '', 'nl', 1
  from jsonb_to_recordset($1 -> 'consents')
    as q (id uuid, dossier uuid, consent text, holder uuid, item uuid);

  insert into consents (request_id, dossier_id, decision)
  select id, dossier, case answer when 'refused' then 'refused' else 'given' end
  from jsonb_to_recordset($1 -> 'consents') as q (id uuid, dossier uuid, answer text)
  where answer <> 'none';

  insert into withdrawals (request_id, dossier_id)
  select id, dossier from jsonb_to_recordset($1 -> 'consents') as q (id uuid, dossier uuid,
    answer text)
  where answer = 'withdrawn'`
