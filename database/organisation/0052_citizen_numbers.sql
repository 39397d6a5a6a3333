-- The citizen number: only where the statement names the law that allows it, sealed, and for no
-- activity to read. Everything that is done with it goes through the functions below, and each
-- stands in the ledger. By the mark, a hash under a key that is in no database, it is found again.

create table citizen_numbers (
  dossier_id  uuid primary key references dossiers on delete cascade,
  number      bytea not null check (get_byte(number, 0) = 1 and length(number) = 9 + 29),
  mark        bytea not null check (length(mark) = 32),
  recorded_by uuid default actor(),
  recorded_at timestamptz not null default now()
);
create index citizen_numbers_mark on citizen_numbers (mark);
comment on table citizen_numbers is $$The citizen number of a client: nine digits, sealed. Its mark is a
hash under a key that is in no database.
@system$$;
comment on column citizen_numbers.dossier_id is $$@key @subject$$;
comment on column citizen_numbers.number is
  $$Shown to nobody save by an act of its own, and in no package. @sealed$$;
comment on column citizen_numbers.recorded_by is $$@stamp$$;
comment on column citizen_numbers.recorded_at is $$@stamp$$;

-- Whether what is done may be done with the number: in the opened dossier, by its kind. No package
-- holds it: that there is one is in there, and the person sees it by an act of their own.
create function may_citizen_number(to_write boolean) returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select exists (
    select from dossiers d join category_rules c on c.kind = d.kind
    where d.id = opened() and c.activity = current_activity() and c.category = 'citizen-number'
      and c.writes = to_write and c.activity <> 'subject-access')
$$;

create function record_citizen_number(sealed bytea, found_by bytea) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  here uuid := opened();
begin
  if here is null or not may_citizen_number(true) then
    raise exception 'CITIZEN_NUMBER_BARRED' using errcode = 'GS403';
  end if;
  perform from dossiers where id = here for share;
  if exists (select from closures where dossier_id = here) then
    raise exception 'DOSSIER_CLOSED' using errcode = 'GS409';
  end if;
  insert into citizen_numbers (dossier_id, number, mark) values (here, sealed, found_by)
    on conflict (dossier_id) do update set number = excluded.number, mark = excluded.mark,
      recorded_by = excluded.recorded_by, recorded_at = now();
  perform record('inserted', current_activity(), actor(), here, 'citizen_numbers', null, null);
end
$$;

-- That there is one, since when and by whom; never what it is.
create function citizen_number_held()
returns table (recorded_at timestamptz, recorded_by uuid, may_show boolean, may_write boolean)
language sql stable parallel restricted security definer set search_path from current as $$
  select n.recorded_at, n.recorded_by, may_citizen_number(false), may_citizen_number(true)
  from (select opened() as id) o left join citizen_numbers n
    on n.dossier_id = o.id and may_citizen_number(false)
  where o.id is not null
$$;

-- Hands the sealed number out, once it is in the ledger that it was shown.
create function show_citizen_number() returns bytea
language plpgsql volatile security definer set search_path from current as $$
declare
  here   uuid := opened();
  sealed bytea;
begin
  if here is null or not may_citizen_number(false) then
    raise exception 'CITIZEN_NUMBER_BARRED' using errcode = 'GS403';
  end if;
  select n.number into sealed from citizen_numbers n where n.dossier_id = here;
  if sealed is null then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  perform record('shown', current_activity(), actor(), here, 'citizen_numbers', null, null);
  return sealed;
end
$$;

create function remove_citizen_number() returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  here uuid := opened();
begin
  if here is null or not may_citizen_number(true) then
    raise exception 'CITIZEN_NUMBER_BARRED' using errcode = 'GS403';
  end if;
  delete from citizen_numbers n where n.dossier_id = here;
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  perform record('deleted', current_activity(), actor(), here, 'citizen_numbers', null, null);
end
$$;

-- Other dossiers with the same number, as far as whoever asks reaches them.
create function citizen_number_twins() returns table (dossier_id uuid, reference text)
language sql stable parallel restricted security definer set search_path from current as $$
  select d.id, d.reference
  from citizen_numbers n
  join citizen_numbers t on t.mark = n.mark and t.dossier_id <> n.dossier_id
  join dossiers d on d.id = t.dossier_id
  where n.dossier_id = opened() and may_citizen_number(false)
    and d.id = any (reached(current_activity()))
  order by d.reference
  limit 20
$$;

grant execute on function record_citizen_number, citizen_number_held, show_citizen_number,
  remove_citizen_number, citizen_number_twins to public;

-- For the checks: whether each number stands where a law is named, is sealed, and can be read by
-- nobody who would leave no line.
create function evidence_citizen_numbers()
returns table (dossier_id uuid, lawful boolean, sealed boolean)
language sql stable security definer set search_path from current as $$
  select n.dossier_id, exists (
      select from category_rules c where c.kind = d.kind and c.category = 'citizen-number'),
    get_byte(n.number, 0) = 1 and length(n.number) = 9 + 29
  from citizen_numbers n join dossiers d on d.id = n.dossier_id
$$;
create function evidence_citizen_number_readers() returns table (role text)
language sql stable security definer set search_path from current as $$
  select v.role from activities v
  where has_any_column_privilege(v.role, 'citizen_numbers'::regclass, 'select')
$$;
grant execute on function evidence_citizen_numbers, evidence_citizen_number_readers
  to gestand_worker;
