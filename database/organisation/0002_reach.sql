-- Who stands where, now. Everything that decides on access asks these.

create view living_dossiers as
  select id, kind, person_id, paused_activities from dossiers
  where restricted_at is null and (expires_on is null or expires_on > gestand.today());
comment on view living_dossiers is
  $$Dossiers that are neither restricted nor past their term. @system$$;

create view standing_consents as
  select q.id as request_id, q.dossier_id, q.consent, q.holder_id, q.item_id,
    coalesce(c.expires_at, 'infinity') as until
  from consent_requests q
  join consents c on c.request_id = q.id and c.decision = 'given'
  where (c.expires_at is null or c.expires_at > now())
    and not exists (select from withdrawals w where w.request_id = q.id);
comment on view standing_consents is
  $$Consents that were given, neither withdrawn nor expired. @system$$;

-- Who reaches which dossier for which activity by a relation to it, and between which moments. This
-- is the definition; the table below keeps what it says, so that no reading has to work it out.
-- What is restricted or past its term is out of everybody's reach, save in the activity with which
-- people get what is held on them: as long as it is held, that is theirs to have.
create view relation_reach as
  select r.id as relation_id, u.activity, r.dossier_id, r.holder_id, d.kind,
    greatest(r.since, a.since) as since,
    least(r.until, m.left_at, a.until, c.until, 'infinity',
      case when u.activity <> 'subject-access' then gestand.midnight(d.expires_on) end) as until
  from relations r
  join dossiers d on d.id = r.dossier_id
  join rules u on u.kind = d.kind and u.relation = r.relation and u.scope = 'dossier'
  left join members m on m.account_id = r.holder_id and not exists (
    select from relation_words w where w.relation = r.relation and w.subject)
  left join lateral (
    select max(s.until) as until from standing_consents s
    where s.dossier_id = r.dossier_id and s.consent = u.after and s.holder_id = r.holder_id
      and (r.absence_id is null or s.item_id = r.absence_id)) c on u.after is not null
  left join lateral (
    select gestand.midnight(b.starts_on) as since, least(gestand.midnight(b.ends_on + 1),
      max(coalesce(o.until, 'infinity'))) as until
    from absences b
    join relations o on o.dossier_id = r.dossier_id and o.holder_id = b.account_id
      and o.absence_id is null
    where b.id = r.absence_id and b.substitute_id = r.holder_id
    group by b.id) a on u.during = 'absence'
  where (d.restricted_at is null or u.activity = 'subject-access')
    and u.activity <> all (d.paused_activities)
    and (u.after is null or c.until is not null) and (u.during is null or a.until is not null);
comment on view relation_reach is
  $$Who would reach which dossier for which activity, and when. @system$$;

create table reach (
  relation_id uuid not null,
  activity    text not null,
  dossier_id  uuid not null,
  holder_id   uuid not null,
  kind        text not null,
  since       timestamptz not null,
  until       timestamptz not null,
  primary key (relation_id, activity)
);
create index reach_holder on reach (holder_id, activity) include (dossier_id, since, until);
-- All that is asked of a dossier stands in the index: lists ask it of thousands of rows.
create index reach_dossier on reach (dossier_id, activity) include (holder_id, since, until);
comment on table reach is
  $$What relation_reach says, kept: written again for a dossier whenever something changes
that it follows from. @system$$;

-- Writes the reach of some dossiers again. The lock lets changes of one dossier take turns, and
-- each sees what the one before it did.
create function renew_reach(which uuid[]) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  perform from dossiers where id = any (which) order by id for no key update;
  delete from reach where dossier_id = any (which);
  insert into reach select relation_id, activity, dossier_id, holder_id, kind, since, until
    from relation_reach where dossier_id = any (which) and since < until;
end
$$;

-- Writes all of it again, as when the rules change.
create function renew_reach() returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  lock table reach in exclusive mode;
  delete from reach;
  insert into reach select relation_id, activity, dossier_id, holder_id, kind, since, until
    from relation_reach where since < until;
end
$$;

create function reach_changed() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform renew_reach(array(
    select distinct id from unnest(array[old.dossier_id, new.dossier_id]) id where id is not null));
  return null;
end
$$;
create trigger reach_changed after update or delete on relations
  for each row execute function reach_changed();
-- Many relations that begin by one statement are written at once.
create function reach_began() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if exists (select from begun) then
    perform renew_reach(array(select distinct dossier_id from begun));
  end if;
  return null;
end
$$;
create trigger reach_began after insert on relations referencing new table as begun
  for each statement execute function reach_began();
create trigger reach_changed after insert or update or delete on consents
  for each row execute function reach_changed();
create trigger reach_changed after insert or update or delete on withdrawals
  for each row execute function reach_changed();

create function dossier_reach_changed() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform renew_reach(array[new.id]);
  return null;
end
$$;
create trigger reach_changed after update of kind, expires_on, restricted_at, paused_activities
  on dossiers
  for each row execute function dossier_reach_changed();

create function member_reach_changed() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform renew_reach(array(select distinct dossier_id from relations
    where holder_id in (old.account_id, new.account_id)));
  return null;
end
$$;
create trigger reach_changed after insert or delete or update of left_at on members
  for each row execute function member_reach_changed();

create function absence_reach_changed() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform renew_reach(array(select distinct dossier_id from relations where absence_id = new.id));
  return null;
end
$$;
create trigger reach_changed after update on absences
  for each row execute function absence_reach_changed();

create view standing_relations as
  select activity, dossier_id, holder_id, kind from reach
  where since <= now() and until > now();
comment on view standing_relations is
  $$Who reaches which dossier for which activity, now, by a relation to it. @system$$;

create view standing_functions as
  select u.activity, u.kind, f.account_id, a.starts, a.opens
  from functions f
  join members m on m.account_id = f.account_id and (m.left_at is null or m.left_at > now())
  join rules u on u.relation = f.function and u.scope = 'organisation'
  join activities a on a.activity = u.activity;
comment on view standing_functions is
  $$Who may act for a whole kind of dossier by a function. In an activity that starts dossiers this
is the right to start one, not to look into those of others. @system$$;
