-- An account ends when nobody needs it any more: it works nowhere, speaks for no party and has no
-- dossier within reach, or it was closed. From that moment its term counts.

alter table gestand.accounts add column unused_since timestamptz;
comment on column gestand.accounts.unused_since is
  $$Since when it is of no use in any organisation; empty while it is of use in one.$$;

-- Notes of every account whether it is of use, and if not since when: since its work or its last
-- relation ended, as far as an organisation still knows that, or since now.
create function gestand.note_unused_accounts() returns bigint
language plpgsql volatile security definer set search_path = gestand, pg_temp as $$
declare
  uses  text;
  ends  text;
  noted bigint;
begin
  select string_agg(format($q$
      select m.account_id from %1$I.members m where m.left_at is null or m.left_at > now()
      union all select f.account_id from %1$I.affiliations f
      union all select r.holder_id from %1$I.relations r
        left join %1$I.members m on m.account_id = r.holder_id
        left join %1$I.relation_words w on w.relation = r.relation
        where (r.until is null or r.until > now()) and (m.account_id is null or w.subject)$q$,
      'org_' || o.id), ' union all '),
    string_agg(format($q$
      select m.account_id, m.left_at from %1$I.members m
      union all select r.holder_id, r.until from %1$I.relations r$q$,
      'org_' || o.id), ' union all ')
    into uses, ends from organisations o;
  if uses is null then return 0; end if;
  execute format($q$
    with used as (select distinct u.account_id from (%s) u),
    ended as (select e.account_id, max(e.ended_at) as at from (%s) e (account_id, ended_at)
      where e.ended_at <= now() group by 1)
    update accounts a set unused_since = case when n.useful then null
      else coalesce(a.disabled_at, e.at, now()) end
    from (select b.id, b.disabled_at is null and u.account_id is not null as useful
      from accounts b left join used u on u.account_id = b.id) n
    left join ended e on e.account_id = n.id
    where n.id = a.id and n.useful = (a.unused_since is not null)$q$, uses, ends);
  get diagnostics noted = row_count;
  return noted;
end
$$;

-- Removes accounts that have been of no use for the term of an organisation. Where more
-- organisations share an installation the shortest of their terms counts: it is of use in none.
create function gestand.remove_unused_accounts(term interval) returns bigint
language plpgsql volatile security definer set search_path = gestand, pg_temp as $$
declare
  gone bigint;
begin
  delete from accounts a where a.unused_since is not null
    and (a.unused_since at time zone 'Europe/Amsterdam')::date + term <= today();
  get diagnostics gone = row_count;
  return gone;
end
$$;
