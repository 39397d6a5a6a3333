-- Standing in that is announced: where the statement binds a relation to an absence and asks no
-- consent for it, it begins only once the client was told.

create table substitution_announcements (
  id           uuid primary key default gen_random_uuid(),
  dossier_id   uuid not null references dossiers on delete cascade,
  absence_id   uuid not null references absences,
  announced_by uuid default actor(),
  announced_at timestamptz not null default now(),
  unique (dossier_id, absence_id)
);
create index substitution_announcements_absence on substitution_announcements (absence_id);
comment on table substitution_announcements is
  $$That the client was told who stands in during an absence, from which moment that can begin.
@belongs dossiers @card @impersonal identifiers and moments only @insert coaching$$;
comment on column substitution_announcements.id is $$@key$$;
comment on column substitution_announcements.dossier_id is $$@key$$;
comment on column substitution_announcements.absence_id is $$@key$$;
comment on column substitution_announcements.announced_by is $$@stamp$$;
comment on column substitution_announcements.announced_at is $$@stamp$$;

-- People announce their own absence, and only where the statement asks no consent for it.
create function guard_announcement() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  away absences;
begin
  select a.* into away from absences a where a.id = new.absence_id for share;
  if away.id is null or (actor() is not null and (
      away.account_id <> actor() or away.ends_on < gestand.today())) then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  if exists (select from absence_cancellations where absence_id = away.id) then
    raise exception 'ABSENCE_CANCELLED' using errcode = 'GS409';
  end if;
  if not exists (
    select from rules u join dossiers d on d.kind = u.kind
    where d.id = new.dossier_id and u.during = 'absence' and u.after is null) then
    raise exception 'SUBSTITUTE_NEEDS_CONSENT' using errcode = 'GS403';
  end if;
  return new;
end
$$;
create trigger guard_announcement before insert on substitution_announcements
  for each row execute function guard_announcement();

create function stand_in_announced() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  insert into relations (dossier_id, holder_id, relation, absence_id, since)
    select distinct new.dossier_id, a.substitute_id, u.relation, a.id, new.announced_at
    from absences a join dossiers d on d.id = new.dossier_id
    join rules u on u.kind = d.kind and u.during = 'absence' and u.after is null
    where a.id = new.absence_id
    on conflict do nothing;
  return null;
end
$$;
create trigger stand_in_announced after insert on substitution_announcements
  for each row execute function stand_in_announced();

-- Clients were told these days: they do not grow unnoticed.
create function guard_announced_absence() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if (new.starts_on < old.starts_on or new.ends_on > old.ends_on
      or new.substitute_id <> old.substitute_id)
    and exists (select from substitution_announcements where absence_id = old.id) then
    raise exception 'ABSENCE_ASKED' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_announced_absence before update on absences
  for each row execute function guard_announced_absence();

-- What was done in substitution, with whether it was in the absence and the client had agreed to
-- it, or had been told where the statement asks no more.
create or replace function evidence_substitutions(since timestamptz, patience interval)
returns table (entry_id bigint, in_absence boolean, consented boolean)
language sql stable security definer set search_path from current as $$
  select l.id,
    exists (
      select from relations r join absences a on a.id = r.absence_id
      where r.dossier_id = l.dossier_id and r.holder_id = l.account_id
        and a.substitute_id = l.account_id
        and (l.at at time zone 'Europe/Amsterdam')::date >= a.starts_on
        and ((l.at - patience) at time zone 'Europe/Amsterdam')::date <= a.ends_on),
    exists (
      select from relations r
      join consent_requests q on q.dossier_id = r.dossier_id and q.holder_id = r.holder_id
        and q.item_id = r.absence_id and q.consent = 'substitution'
      join consents c on c.request_id = q.id and c.decision = 'given' and c.decided_at <= l.at
      left join withdrawals w on w.request_id = q.id
      where r.dossier_id = l.dossier_id and r.holder_id = l.account_id
        and (w.withdrawn_at is null or w.withdrawn_at + patience > l.at))
    or exists (
      select from relations r
      join dossiers d on d.id = r.dossier_id
      join rules u on u.kind = d.kind and u.relation = r.relation and u.activity = l.activity
        and u.during = 'absence' and u.after is null
      join substitution_announcements n on n.dossier_id = r.dossier_id
        and n.absence_id = r.absence_id and n.announced_at <= l.at
      where r.dossier_id = l.dossier_id and r.holder_id = l.account_id)
  from ledger l
  where l.activity = 'substitution' and l.at >= since and l.act <> 'refused'
    and exists (select from dossiers d where d.id = l.dossier_id)
$$;
