-- An absence that does not go on. It is a row, not a deletion: clients were asked about it, and
-- their answers stay.

create table absence_cancellations (
  absence_id   uuid primary key references absences on delete cascade,
  cancelled_by uuid default actor(),
  cancelled_at timestamptz not null default now()
);
comment on table absence_cancellations is $$That an absence does not go on: nobody stands in because of it any more.
@organisation @impersonal identifiers and moments only @insert coaching administration$$;
comment on column absence_cancellations.absence_id is $$@key$$;
comment on column absence_cancellations.cancelled_by is $$@stamp$$;
comment on column absence_cancellations.cancelled_at is $$@stamp$$;

alter table absence_cancellations enable row level security;
create policy core_own_cancellation on absence_cancellations as restrictive for insert
  with check (exists (
    select from absences a where a.id = absence_id
      and (a.account_id = (select actor()) or (select holds('administrator')))));

-- Whoever stands in because of it stops at once.
create function end_standing_in() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform from absences where id = new.absence_id for update;
  update relations set until = now()
    where absence_id = new.absence_id and (until is null or until > now());
  return null;
end
$$;
create trigger end_standing_in after insert on absence_cancellations
  for each row execute function end_standing_in();

-- And nobody begins, or begins again.
create function refuse_cancelled_absence() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if new.absence_id is not null and (new.until is null or new.until > now()) then
    perform from absences where id = new.absence_id for share;
    if exists (select from absence_cancellations where absence_id = new.absence_id) then
      raise exception 'ABSENCE_CANCELLED' using errcode = 'GS409';
    end if;
  end if;
  return new;
end
$$;
create trigger refuse_cancelled_absence before insert or update on relations
  for each row execute function refuse_cancelled_absence();
