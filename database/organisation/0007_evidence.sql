-- What checks may know beyond keys and moments: who had access, when and by what. Ids, words of the
-- vocabulary and moments, never what somebody wrote. Only the login of the worker can ask.

create function evidence_dossiers(ids uuid[])
returns table (dossier_id uuid, kind text, expires_on date, restricted_at timestamptz)
language sql stable security definer set search_path from current as $$
  select id, kind, dossiers.expires_on, dossiers.restricted_at from dossiers where id = any (ids)
$$;

create function evidence_relations(ids uuid[])
returns table (
  relation_id uuid, dossier_id uuid, holder_id uuid, relation text, since timestamptz,
  until timestamptz, absence_id uuid, absent_id uuid, substitute_id uuid, starts_on date,
  ends_on date
)
language sql stable security definer set search_path from current as $$
  select r.id, r.dossier_id, r.holder_id, r.relation, r.since, r.until, r.absence_id,
    a.account_id, a.substitute_id, a.starts_on, a.ends_on
  from relations r left join absences a on a.id = r.absence_id
  where r.dossier_id = any (ids)
$$;

-- Consents that were given, also those that were withdrawn since.
create function evidence_consents(ids uuid[])
returns table (
  dossier_id uuid, consent text, holder_id uuid, item_id uuid, decided_at timestamptz,
  withdrawn_at timestamptz
)
language sql stable security definer set search_path from current as $$
  select q.dossier_id, q.consent, q.holder_id, q.item_id, c.decided_at, w.withdrawn_at
  from consent_requests q
  join consents c on c.request_id = q.id and c.decision = 'given'
  left join withdrawals w on w.request_id = q.id
  where q.dossier_id = any (ids)
$$;

create function evidence_functions(ids uuid[])
returns table (account_id uuid, function text, since timestamptz)
language sql stable security definer set search_path from current as $$
  select f.account_id, f.function, f.since from functions f where f.account_id = any (ids)
$$;

-- Those who work here or did, and when they left.
create function evidence_members(ids uuid[]) returns table (account_id uuid, left_at timestamptz)
language sql stable security definer set search_path from current as $$
  select m.account_id, m.left_at from members m where m.account_id = any (ids)
$$;

create function evidence_affiliations(ids uuid[]) returns table (account_id uuid, party_id uuid)
language sql stable security definer set search_path from current as $$
  select a.account_id, a.party_id from affiliations a where a.account_id = any (ids)
$$;

-- How many values of each sealed column there are, and how many do not look sealed: a value that
-- was sealed begins with the number of its format and is at least as long as nonce and tag.
create function evidence_sealing() returns table (place text, amount bigint, plain bigint)
language plpgsql stable security definer set search_path from current as $$
declare
  sealed record;
begin
  for sealed in
    select c.relname as name, a.attname as column
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
      and col_description(c.oid, a.attnum) ~ '@sealed'
    order by 1, 2
  loop
    place := sealed.name || '.' || sealed.column;
    execute format(
      $q$select count(%2$I), count(*) filter (
           where substring(%2$I from 1 for 1) <> '\x01' or length(%2$I) < 29)
         from %1$I$q$, sealed.name, sealed.column) into amount, plain;
    return next;
  end loop;
end
$$;

-- Reach that is kept and does not follow from the rules, or follows from them and is not kept.
create function evidence_reach() returns table (object text)
language sql stable security definer set search_path from current as $$
  with due as (
    select relation_id, activity, dossier_id, holder_id, kind, since, until
    from relation_reach where since < until),
  kept as (
    select relation_id, activity, dossier_id, holder_id, kind, since, until from reach)
  select 'reach of relation ' || relation_id || ' for ' || activity
  from ((table due except table kept) union (table kept except table due)) d
  where until > now()
  limit 1000
$$;

grant execute on function evidence_dossiers, evidence_relations, evidence_consents,
  evidence_functions, evidence_members, evidence_affiliations, evidence_sealing,
  evidence_reach to gestand_worker;
