-- Time registration: what a professional did for a client and for how long. The entries are a card,
-- so that a week of work over many dossiers shows without opening each of them; what they say is a
-- word from a closed list, none of which tells what troubles the client.

create table time_entries (
  id           uuid primary key default gen_random_uuid(),
  dossier_id   uuid not null references dossiers on delete cascade,
  day          date not null check (day > '2000-01-01'),
  minutes      integer not null check (minutes between 1 and 1440),
  kind         text not null check (kind in ('consult', 'preparation', 'report', 'contact', 'mail',
    'meeting', 'research', 'travel', 'administration', 'other')),
  billable     boolean not null default true,
  consult_id   uuid,
  invoice_line uuid,
  noted_by     uuid default actor(),
  noted_at     timestamptz not null default now(),
  unique (id, dossier_id),
  foreign key (consult_id, dossier_id) references consults (id, dossier_id)
    on delete set null (consult_id)
);
create index time_entries_dossier on time_entries (dossier_id, day);
create index time_entries_week on time_entries (noted_by, day);
create index time_entries_open on time_entries (dossier_id) where billable and invoice_line is null;
create unique index time_entries_consult on time_entries (consult_id, noted_by)
  where consult_id is not null;
comment on table time_entries is $$Time that a professional spent on a client, on one day.
@belongs dossiers @card @insert coaching substitution @update coaching substitution
@delete coaching substitution$$;
comment on column time_entries.id is $$@key$$;
comment on column time_entries.dossier_id is $$@key$$;
comment on column time_entries.day is $$@category hours$$;
comment on column time_entries.minutes is $$@category hours$$;
comment on column time_entries.kind is $$@category hours$$;
comment on column time_entries.billable is $$@category hours$$;
comment on column time_entries.consult_id is $$The consult that the time was spent on. @key$$;
comment on column time_entries.invoice_line is
  $$The line of the invoice that it stands on; from then on it does not change. @stamp$$;
comment on column time_entries.noted_by is $$Who spent the time. @stamp$$;
comment on column time_entries.noted_at is $$@stamp$$;

create table time_remarks (
  entry_id   uuid primary key,
  dossier_id uuid not null,
  body       bytea not null,
  foreign key (entry_id, dossier_id) references time_entries (id, dossier_id) on delete cascade
);
create index time_remarks_dossier on time_remarks (dossier_id);
comment on table time_remarks is
  $$What a professional adds to an entry in words of their own. Whoever makes invoices reads the
entries, and not these.
@belongs dossiers @insert coaching substitution @update coaching substitution
@delete coaching substitution$$;
comment on column time_remarks.entry_id is $$@key$$;
comment on column time_remarks.dossier_id is $$@key$$;
comment on column time_remarks.body is $$@category conversation-reports @sealed$$;

create table time_corrections (
  id           uuid primary key default gen_random_uuid(),
  dossier_id   uuid not null references dossiers on delete cascade,
  entry_id     uuid not null,
  consult_id   uuid,
  day          date not null,
  minutes      integer not null,
  kind         text not null,
  billable     boolean not null,
  removed      boolean not null,
  corrected_by uuid default actor(),
  corrected_at timestamptz not null default now()
);
create index time_corrections_dossier on time_corrections (dossier_id, entry_id, corrected_at);
comment on table time_corrections is
  $$What an entry said before it was corrected or taken out; written by the database.
@belongs dossiers$$;
comment on column time_corrections.id is $$@key$$;
comment on column time_corrections.dossier_id is $$@key$$;
comment on column time_corrections.entry_id is $$@key$$;
comment on column time_corrections.consult_id is $$@key$$;
comment on column time_corrections.day is $$@category hours$$;
comment on column time_corrections.minutes is $$@category hours$$;
comment on column time_corrections.kind is $$@category hours$$;
comment on column time_corrections.billable is $$@category hours$$;
comment on column time_corrections.removed is
  $$Whether the entry was taken out. @impersonal yes or no$$;
comment on column time_corrections.corrected_by is $$@stamp$$;
comment on column time_corrections.corrected_at is $$@stamp$$;

-- Time lies on a day that has come, and not after the service ended: what was done until then can
-- still be written down afterwards. What stands on an invoice does not change; a credit note takes
-- it off again.
create function guard_time_entry() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if tg_op <> 'INSERT' then
    -- A dossier that goes takes its time with it, also what stands on an invoice.
    if not exists (select from dossiers where id = old.dossier_id) then
      return case when tg_op = 'DELETE' then old else new end;
    end if;
    if old.invoice_line is not null then
      raise exception 'TIME_INVOICED' using errcode = 'GS409';
    end if;
    if tg_op = 'UPDATE' and (old.day, old.minutes, old.kind, old.billable)
      = (new.day, new.minutes, new.kind, new.billable) then
      return new;
    end if;
    insert into time_corrections (dossier_id, entry_id, consult_id, day, minutes, kind,
        billable, removed)
      values (old.dossier_id, old.id, old.consult_id, old.day, old.minutes, old.kind,
        old.billable, tg_op = 'DELETE');
    if tg_op = 'DELETE' then return old; end if;
  end if;
  perform from dossiers where id = new.dossier_id for share;
  if new.day > gestand.today() then
    raise exception 'TIME_IN_FUTURE' using errcode = 'GS400';
  end if;
  if exists (select from closures where dossier_id = new.dossier_id and ended_on < new.day) then
    raise exception 'TIME_AFTER_END' using errcode = 'GS400';
  end if;
  return new;
end
$$;
create trigger guard_time_entry
  before insert or delete or update of day, minutes, kind, billable on time_entries
  for each row execute function guard_time_entry();

-- A remark belongs to its entry, and is as fixed.
create function guard_time_remark() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if exists (select from time_entries
    where id = case when tg_op = 'DELETE' then old.entry_id else new.entry_id end
      and invoice_line is not null)
    and exists (select from dossiers
      where id = case when tg_op = 'DELETE' then old.dossier_id else new.dossier_id end) then
    raise exception 'TIME_INVOICED' using errcode = 'GS409';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger guard_time_remark before insert or update or delete on time_remarks
  for each row execute function guard_time_remark();

-- Time of a consult is recorded with the consult, and follows it until it stands on an invoice.
-- Where the statement lets nobody record hours there are none to record.
create function hours_declared() returns boolean
language sql stable security definer set search_path from current as $$
  select exists (select from pg_attribute where attrelid = 'time_entries'::regclass
    and attname = 'minutes' and attacl is not null)
$$;

create function note_consult_time() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if not hours_declared() then return null; end if;
  if tg_op = 'INSERT' then
    insert into time_entries (dossier_id, day, minutes, kind, consult_id, noted_by, noted_at)
      select new.dossier_id, new.held_on, new.minutes, 'consult', new.id, new.noted_by, new.noted_at
      where new.held_on <= gestand.today();
  else
    update time_entries set day = new.held_on, minutes = new.minutes
      where consult_id = new.id and noted_by is not distinct from new.noted_by
        and invoice_line is null and (day, minutes) = (old.held_on, old.minutes);
  end if;
  return null;
end
$$;
create trigger note_consult_time after insert or update of held_on, minutes on consults
  for each row execute function note_consult_time();

-- Every consult with whether the time of it was recorded; taking it out again leaves a trace.
create function evidence_consult_time() returns table (consult_id uuid, recorded boolean)
language sql stable security definer set search_path from current as $$
  select c.id,
    exists (select from time_entries t where t.consult_id = c.id)
    or exists (select from time_corrections o where o.consult_id = c.id and o.removed)
  from consults c where hours_declared() and c.held_on <= gestand.today()
$$;
grant execute on function evidence_consult_time to gestand_worker;
