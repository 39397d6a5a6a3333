-- Numbers on a year of training for others to use, in which nobody can be recognised. A year is
-- told once, all tables at the same moment, and never again: whatever is given out later comes from
-- what was told then, so that no two exports can be subtracted.

create table tallies (
  id            uuid primary key default gen_random_uuid(),
  measure       text not null check (measure in ('enrolments', 'diplomas')),
  year          integer not null check (year between 1950 and 2999),
  smallest      integer not null check (smallest between 5 and 1000),
  rounding      integer not null check (rounding in (1, 5, 10)),
  planned_on    date not null default gestand.today(),
  asked_by      uuid default actor(),
  asked_at      timestamptz not null default now(),
  called_off_at timestamptz,
  made_at       timestamptz,
  check (called_off_at is null or made_at is null)
);
-- What two colleagues ask for at the same moment is one.
create unique index tallies_once on tallies (measure, year) where called_off_at is null;
create index tallies_waiting on tallies (planned_on)
  where made_at is null and called_off_at is null;
comment on table tallies is $$What is counted of a year, in groups of how many at least.
@organisation @insert research-exports @update research-exports
@nobody nobody can be recognised in it$$;
comment on column tallies.id is $$@key$$;
comment on column tallies.measure is $$@key$$;
comment on column tallies.year is $$@key$$;
comment on column tallies.smallest is $$No group is of fewer people. @category figures$$;
comment on column tallies.rounding is $$Numbers are multiples of it. @category figures$$;
comment on column tallies.planned_on is $$The day on which it is counted. @category figures$$;
comment on column tallies.asked_by is $$@stamp$$;
comment on column tallies.asked_at is $$@stamp$$;
comment on column tallies.called_off_at is $$@category figures$$;
comment on column tallies.made_at is $$@stamp$$;

create table tally_tables (
  tally_id  uuid not null references tallies on delete cascade,
  number    integer not null check (number between 1 and 5),
  recipient text not null,
  purpose   text not null default 'research-exports',
  fields    text[] not null check (cardinality(fields) between 1 and 5),
  primary key (tally_id, number)
);
comment on table tally_tables is
  $$A table of a tally: by which fields it counts, and for whom and what for it is made.
@organisation @insert research-exports
@nobody nobody can be recognised in it$$;
comment on column tally_tables.tally_id is $$@key$$;
comment on column tally_tables.number is $$@key$$;
comment on column tally_tables.recipient is $$Word of the statement. @category figures$$;
comment on column tally_tables.purpose is $$@category figures$$;
comment on column tally_tables.fields is $$In the order in which they are told. @category figures$$;

create table tally_words (
  tally_id uuid not null references tallies on delete cascade,
  field    text not null,
  place    integer not null,
  id       uuid,
  name_nl  text not null,
  name_en  text not null,
  primary key (tally_id, field, place)
);
comment on table tally_words is
  $$What a field could be when it was counted, also what nobody was: which are left out would tell.
@organisation @nobody nobody can be recognised in it$$;
comment on column tally_words.tally_id is $$@key$$;
comment on column tally_words.field is $$@key$$;
comment on column tally_words.place is $$@key$$;
comment on column tally_words.id is $$Of a programme or a party. @key$$;
comment on column tally_words.name_nl is $$@category figures$$;
comment on column tally_words.name_en is $$@category figures$$;

create table tally_groups (
  tally_id uuid not null,
  number   integer not null,
  place    integer not null,
  lo       integer[] not null,
  hi       integer[] not null,
  amount   integer not null,
  primary key (tally_id, number, place),
  foreign key (tally_id, number) references tally_tables on delete cascade
);
comment on table tally_groups is
  $$A number in a table: of everything between two places in each of its fields.
@organisation @nobody nobody can be recognised in it$$;
comment on column tally_groups.tally_id is $$@key$$;
comment on column tally_groups.number is $$@key$$;
comment on column tally_groups.place is $$@key$$;
comment on column tally_groups.lo is $$@key$$;
comment on column tally_groups.hi is $$@key$$;
comment on column tally_groups.amount is $$@category figures$$;

create table tally_exports (
  id          uuid primary key default gen_random_uuid(),
  tally_id    uuid not null,
  number      integer not null,
  recipient   text not null default '',
  purpose     text not null default '',
  statement   integer,
  exported_by uuid default actor(),
  exported_at timestamptz not null default now(),
  foreign key (tally_id, number) references tally_tables on delete cascade
);
create index tally_exports_tally on tally_exports (tally_id, number);
comment on table tally_exports is
  $$That a table went out: to whom, what for and by whom. It comes before the file does.
@organisation @insert research-exports
@nobody nobody can be recognised in it$$;
comment on column tally_exports.id is $$@key$$;
comment on column tally_exports.tally_id is $$@key$$;
comment on column tally_exports.number is $$@key$$;
comment on column tally_exports.recipient is $$Filled by the database. @category figures$$;
comment on column tally_exports.purpose is $$Filled by the database. @category figures$$;
comment on column tally_exports.statement is $$@stamp$$;
comment on column tally_exports.exported_by is $$@stamp$$;
comment on column tally_exports.exported_at is $$@stamp$$;

-- What a field is about. Fields of one stem depend on each other, as a place of work and a place of
-- training do: whoever knows that goes from the one to the other.
create function tally_stem(field text) returns text
language sql immutable parallel safe set search_path from current as $$
  select case field when 'programme' then 'programme' when 'institution' then 'place'
    when 'institute' then 'place' when 'age' then 'person' when 'quarter' then 'time' end
$$;

-- Whether two tables of the same people could be subtracted. They cannot when they begin with the
-- same fields and have nothing to do with each other after that: each number of the one is then a
-- sum over all that the other tells apart, and every number that nobody told stays open by as many
-- people as the smallest group.
create function subtractable(one text[], other text[]) returns boolean
language plpgsql immutable parallel safe set search_path from current as $$
declare
  rest integer := 1;
begin
  while one[rest] = other[rest] loop rest := rest + 1; end loop;
  return exists (
    select tally_stem(f) from unnest(one[rest:]) f intersect
    select tally_stem(f) from unnest(other[rest:]) f);
end
$$;

create function guard_tally() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'INSERT' then
    if new.year >= extract(year from gestand.today()) then
      raise exception 'YEAR_NOT_OVER' using errcode = 'GS409';
    end if;
    if new.planned_on < gestand.today() or new.planned_on > gestand.today() + 366 then
      raise exception 'TALLY_DAY_OUT_OF_REACH' using errcode = 'GS400';
    end if;
    new.called_off_at := null;
    return new;
  end if;
  if old.made_at is not null then raise exception 'TALLY_MADE' using errcode = 'GS409'; end if;
  if (to_jsonb(new) - 'called_off_at' - 'made_at') <> (to_jsonb(old) - 'called_off_at' - 'made_at')
    or old.called_off_at is not null then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  return new;
end
$$;
create trigger guard_tally before insert or update on tallies
  for each row execute function guard_tally();

-- A table is for a recipient and a purpose that the statement names, and cannot be subtracted from
-- the others. What was counted gets no more of them.
create function guard_tally_table() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if not exists (select from tallies t where t.id = new.tally_id and t.made_at is null
    and t.called_off_at is null for update) then
    raise exception 'TALLY_MADE' using errcode = 'GS409';
  end if;
  perform pass_figures(new.recipient, new.purpose);
  if (select count(distinct f) <> cardinality(new.fields) or not bool_and(tally_stem(f) is not null)
    from unnest(new.fields) f) then
    raise exception 'TALLY_FIELD_UNKNOWN' using errcode = 'GS400';
  end if;
  if exists (select from tally_tables t
    where t.tally_id = new.tally_id and subtractable(t.fields, new.fields)) then
    raise exception 'TABLES_SUBTRACT' using errcode = 'GS409';
  end if;
  return new;
end
$$;

-- The gate, for what is about nobody in particular.
create function pass_figures(wanted text, doing text) returns void
language plpgsql stable security definer set search_path from current as $$
declare
  rule recipient_rules;
begin
  select r.* into rule from recipient_rules r where r.recipient = wanted;
  if rule.recipient is null then
    raise exception 'RECIPIENT_UNDECLARED' using errcode = 'GS403';
  end if;
  if doing <> all (rule.purposes) then
    raise exception 'PURPOSE_UNDECLARED' using errcode = 'GS403';
  end if;
  if 'figures' <> all (rule.gets) then
    raise exception 'CATEGORY_UNDECLARED' using errcode = 'GS403';
  end if;
  if rule.needs_agreement and agreement_stands(rule) is not true then
    raise exception 'AGREEMENT_LAPSED' using errcode = 'GS403';
  end if;
end
$$;
create trigger guard_tally_table before insert on tally_tables
  for each row execute function guard_tally_table();

create function guard_tally_export() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  select t.recipient, t.purpose into new.recipient, new.purpose
  from tally_tables t join tallies a on a.id = t.tally_id and a.made_at is not null
  where t.tally_id = new.tally_id and t.number = new.number;
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  perform pass_figures(new.recipient, new.purpose);
  new.statement := (select s.version from statements s order by s.applied_at desc limit 1);
  new.exported_at := now();
  return new;
end
$$;
create trigger guard_tally_export before insert on tally_exports
  for each row execute function guard_tally_export();
