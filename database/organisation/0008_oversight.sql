-- What the officer sees of access: who reaches how many dossiers, by which relation. Counts and
-- the names of those who work here; never whose dossier it is, and nothing of what is in it.

-- Whether whoever asks holds the function behind the activity, and the statement lets that
-- activity read a column of the same category as what is asked.
create function may_oversee(table_name text, column_name text) returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select exists (
      select from standing_functions f
      where f.account_id = actor() and f.activity = current_activity() and f.starts is null)
    and has_column_privilege(acting_role(), table_name, column_name, 'select')
$$;

-- Accounts of those who work here or act for a party, as far as those who manage them must know
-- them.
create function known_accounts()
returns table (account_id uuid, name text, email text, second_factor boolean)
language plpgsql stable security definer set search_path from current as $$
begin
  if may_oversee('member_invitations', 'email') is not true then return; end if;
  return query
    select a.id, a.name, a.email,
      exists (select from gestand.second_factors s where s.account_id = a.id)
    from gestand.accounts a
    where exists (select from members m where m.account_id = a.id)
      or exists (select from affiliations f where f.account_id = a.id)
    order by a.name, a.id
    limit 2000;
end
$$;

-- Who reaches how many dossiers now. Members and parties are named by their id; everybody else,
-- such as those whom the dossiers are about, is counted and has none.
create function overseen_reach()
returns table (activity text, relation text, holder_id uuid, holders bigint, dossiers bigint)
language plpgsql stable security definer set search_path from current as $$
begin
  if may_oversee('ledger', 'at') is not true then return; end if;
  return query
    with standing as (
      select distinct s.activity, r.relation, r.dossier_id, r.holder_id,
        case when exists (select from members m where m.account_id = r.holder_id)
          or exists (select from parties p where p.id = r.holder_id) then r.holder_id end as named
      from standing_relations s
      join relations r on r.dossier_id = s.dossier_id and r.holder_id = s.holder_id
      join rules u on u.activity = s.activity and u.kind = s.kind and u.relation = r.relation
        and u.scope = 'dossier'
      where r.since <= now() and (r.until is null or r.until > now()))
    select s.activity, s.relation, s.named, count(distinct s.holder_id),
      count(distinct s.dossier_id)
    from standing s
    group by s.activity, s.relation, s.named
    order by 1, 2, 5 desc, 3
    limit 5000;
end
$$;

-- Consents by what they are for: how often asked, and how the answers stand.
create function overseen_consents()
returns table (consent text, unanswered bigint, standing bigint, refused bigint, withdrawn bigint)
language plpgsql stable security definer set search_path from current as $$
begin
  if may_oversee('ledger', 'at') is not true then return; end if;
  return query
    select q.consent,
      count(*) filter (where c.request_id is null),
      count(*) filter (where c.decision = 'given' and w.request_id is null),
      count(*) filter (where c.decision = 'refused'),
      count(*) filter (where w.request_id is not null)
    from consent_requests q
    join living_dossiers d on d.id = q.dossier_id
    left join consents c on c.request_id = q.id
    left join withdrawals w on w.request_id = q.id
    group by q.consent
    order by 1;
end
$$;

-- Absences of today: in how many dossiers the substitute was asked for, and how many are open to
-- the substitute now.
create function overseen_substitutions()
returns table (absence_id uuid, account_id uuid, substitute_id uuid, starts_on date, ends_on date,
  asked bigint, open bigint)
language plpgsql stable security definer set search_path from current as $$
begin
  if may_oversee('ledger', 'at') is not true then return; end if;
  return query
    select a.id, a.account_id, a.substitute_id, a.starts_on, a.ends_on,
      (select count(*) from relations r join living_dossiers d on d.id = r.dossier_id
        where r.absence_id = a.id and r.holder_id = a.substitute_id),
      (select count(distinct r.dossier_id) from relations r
        join standing_relations s on s.dossier_id = r.dossier_id and s.holder_id = r.holder_id
        join rules u on u.activity = s.activity and u.kind = s.kind and u.relation = r.relation
          and u.during = 'absence'
        where r.absence_id = a.id and r.holder_id = a.substitute_id)
    from absences a
    where gestand.today() between a.starts_on and a.ends_on
    order by a.ends_on, a.id
    limit 500;
end
$$;

-- Dossiers that nobody who works here reaches, by their numbers: whose they are is not told.
create function unreached_dossiers() returns table (reference text, started_at timestamptz)
language plpgsql stable security definer set search_path from current as $$
begin
  if may_oversee('ledger', 'at') is not true then return; end if;
  return query
    select d.reference, d.started_at
    from dossiers d join living_dossiers l on l.id = d.id
    where not exists (
      select from standing_relations s join members m on m.account_id = s.holder_id
      where s.dossier_id = d.id and (m.left_at is null or m.left_at > now()))
    order by d.reference
    limit 200;
end
$$;

grant execute on function known_accounts, overseen_reach, overseen_consents,
  overseen_substitutions, unreached_dossiers to public;
