-- Paper: printing is an act, and of every paper file it is known where it lies, who has it, and
-- when it was destroyed.

create table paper_files (
  dossier_id   uuid primary key references dossiers on delete cascade,
  label        text not null unique,
  place        text not null,
  out_with     uuid,
  out_since    timestamptz,
  told_on      date,
  destroyed_on date,
  destroyed_by uuid,
  begun_at     timestamptz not null default now()
);
comment on table paper_files is
  $$Where the paper of a dossier lies and who has it, as its moves make it.
@belongs dossiers @card$$;
comment on column paper_files.dossier_id is $$@key$$;
comment on column paper_files.label is
  $$What stands on the file instead of a name. @category paper-file$$;
comment on column paper_files.place is $$Cabinet and shelf. @category paper-file$$;
comment on column paper_files.out_with is $$Who took it out. @stamp$$;
comment on column paper_files.out_since is $$@stamp$$;
comment on column paper_files.told_on is $$When its holder was last reminded. @stamp$$;
comment on column paper_files.destroyed_on is $$@category paper-file$$;
comment on column paper_files.destroyed_by is $$@stamp$$;
comment on column paper_files.begun_at is $$@stamp$$;

create table paper_moves (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references dossiers on delete cascade,
  act        text not null check (act in ('placed', 'taken', 'returned', 'destroyed')),
  place      text not null default '' check (length(place) <= 100),
  day        date not null default gestand.today(),
  moved_by   uuid default actor(),
  moved_at   timestamptz not null default now(),
  check (act <> 'placed' or length(place) > 0)
);
create index paper_moves_dossier on paper_moves (dossier_id, moved_at);
comment on table paper_moves is
  $$That a paper file was put somewhere, taken out, brought back or destroyed.
@belongs dossiers @insert coaching substitution$$;
comment on column paper_moves.id is $$@key$$;
comment on column paper_moves.dossier_id is $$@key$$;
comment on column paper_moves.act is $$@category paper-file$$;
comment on column paper_moves.place is $$@category paper-file$$;
comment on column paper_moves.day is $$The day on which it was done. @category paper-file$$;
comment on column paper_moves.moved_by is $$@stamp$$;
comment on column paper_moves.moved_at is $$@stamp$$;

create table paper_items (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references dossiers on delete cascade,
  kind       text not null check (kind in ('document', 'summary', 'note', 'hours')),
  item_id    uuid,
  title      bytea not null,
  went       text not null check (went in ('file', 'client', 'destroyed')),
  printed_by uuid default actor(),
  printed_at timestamptz not null default now(),
  check ((item_id is null) = (kind = 'hours'))
);
create index paper_items_dossier on paper_items (dossier_id, printed_at);
comment on table paper_items is $$A print of something in a dossier, and where that print went.
@belongs dossiers @insert coaching substitution @update coaching$$;
comment on column paper_items.id is $$@key$$;
comment on column paper_items.dossier_id is $$@key$$;
comment on column paper_items.kind is $$@category paper-file$$;
comment on column paper_items.item_id is $$What was printed. @key$$;
comment on column paper_items.title is $$@category paper-file @sealed$$;
comment on column paper_items.went is
  $$In the paper file, along with the client, or destroyed after use. @category paper-file$$;
comment on column paper_items.printed_by is $$@stamp$$;
comment on column paper_items.printed_at is $$@stamp$$;

create table paper_leftovers (
  id           uuid primary key default gen_random_uuid(),
  label        text not null,
  place        text not null,
  left_at      timestamptz not null default now(),
  destroyed_on date check (destroyed_on <= gestand.today())
);
comment on table paper_leftovers is
  $$Paper that still lies somewhere while its dossier is gone: it must be destroyed at once.
@organisation @nobody it names nobody, only a label and a cabinet @update coaching$$;
comment on column paper_leftovers.id is $$@key$$;
comment on column paper_leftovers.label is $$@stamp$$;
comment on column paper_leftovers.place is $$@stamp$$;
comment on column paper_leftovers.left_at is $$@stamp$$;
comment on column paper_leftovers.destroyed_on is $$@category paper-file$$;

-- A label says nothing of whose file it is.
create function paper_label() returns text
language sql volatile security definer set search_path from current as $$
  select 'P-' || upper(substr(replace(gen_random_uuid()::text, '-', ''), 1, 8))
$$;

-- Moves follow one another: what is out cannot be taken out again, and what is destroyed stays so.
create function move_paper() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  now_at paper_files;
begin
  perform from dossiers where id = new.dossier_id for share;
  if exists (select from paper_moves where id = new.id) then return new; end if;
  select * into now_at from paper_files where dossier_id = new.dossier_id for update;
  if new.day > gestand.today() then
    raise exception 'PAPER_IN_FUTURE' using errcode = 'GS400';
  end if;
  if now_at.dossier_id is null and new.act <> 'placed' then
    raise exception 'PAPER_UNPLACED' using errcode = 'GS409';
  elsif now_at.destroyed_on is not null then
    raise exception 'PAPER_DESTROYED' using errcode = 'GS409';
  elsif new.act = 'taken' and now_at.out_since is not null then
    raise exception 'PAPER_OUT' using errcode = 'GS409';
  elsif new.act = 'returned' and now_at.out_since is null then
    raise exception 'PAPER_IN' using errcode = 'GS409';
  elsif new.act = 'destroyed' and exists (
    select from standing_holds where dossier_id = new.dossier_id) then
    raise exception 'ERASURE_HELD' using errcode = 'GS409';
  end if;
  if new.act = 'placed' then
    insert into paper_files (dossier_id, label, place)
      values (new.dossier_id, paper_label(), new.place)
      on conflict (dossier_id) do update
        set place = new.place, out_with = null, out_since = null, told_on = null;
  elsif new.act = 'taken' then
    update paper_files set out_with = new.moved_by, out_since = new.moved_at
      where dossier_id = new.dossier_id;
  elsif new.act = 'returned' then
    update paper_files set out_with = null, out_since = null, told_on = null,
      place = coalesce(nullif(new.place, ''), place) where dossier_id = new.dossier_id;
  else
    update paper_files set out_with = null, out_since = null, destroyed_on = new.day,
      destroyed_by = new.moved_by where dossier_id = new.dossier_id;
    if opened() = new.dossier_id and exists (
      select from due_dates where dossier_id = new.dossier_id and part = 'paper') then
      perform confirm_gone('paper');
    end if;
  end if;
  return new;
end
$$;
create trigger move_paper before insert on paper_moves
  for each row execute function move_paper();

-- What is printed stands in the dossier, and what goes into the paper file has a file to go into.
-- Afterwards only where a print went can change.
create function guard_print() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.dossier_id, new.kind, new.item_id, new.title)
      is distinct from (old.id, old.dossier_id, old.kind, old.item_id, old.title) then
      raise exception 'NOT_FOUND' using errcode = 'GS404';
    end if;
  elsif exists (select from paper_items where id = new.id) then
    return new;
  elsif not (case new.kind
    when 'document' then exists (
      select from documents where id = new.item_id and dossier_id = new.dossier_id)
    when 'summary' then exists (
      select from summaries where id = new.item_id and dossier_id = new.dossier_id)
    when 'note' then exists (
      select from notes where id = new.item_id and dossier_id = new.dossier_id)
    else true end) then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  if new.went = 'file' and not exists (select from paper_files
    where dossier_id = new.dossier_id and destroyed_on is null) then
    raise exception 'PAPER_UNPLACED' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_print before insert or update on paper_items
  for each row execute function guard_print();

-- A dossier that goes leaves its paper behind: somebody must still destroy that.
create function leave_paper() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if old.destroyed_on is null then
    insert into paper_leftovers (label, place) values (old.label, old.place);
  end if;
  return old;
end
$$;
create trigger leave_paper before delete on paper_files
  for each row execute function leave_paper();

-- Paper within reach that must go within a month, or should have gone: for lists.
create function paper_due() returns table (dossier_id uuid, due_on date)
language sql stable parallel restricted security definer set search_path from current rows 20 as $$
  select u.dossier_id, u.due_on from due_dates u
  where u.part = 'paper' and u.due_on <= gestand.today() + 30
    and u.dossier_id = any (array(select unnest(reached(current_activity()))))
    and not exists (
      select from erasure_orders o where o.dossier_id = u.dossier_id and o.part = u.part)
$$;
grant execute on function paper_due to public;

-- Who is told in the morning that paper was out overnight: who has it, and how many.
create function remind_of_paper() returns table (account_id uuid, amount bigint)
language sql volatile security definer set search_path from current as $$
  with told as (
    update paper_files set told_on = gestand.today()
    where out_since < gestand.today()::timestamp at time zone 'Europe/Amsterdam'
      and told_on is distinct from gestand.today() and destroyed_on is null
    returning out_with)
  select t.out_with, count(*) from told t where t.out_with is not null group by 1
  union all
  select f.account_id, (select count(*) from told) from functions f
  where f.function = 'manager' and exists (select from told)
$$;
grant execute on function remind_of_paper to gestand_worker;

-- Every paper file with whether it is where it should be, and every print with whether it was told.
create function evidence_paper_files()
returns table (dossier_id uuid, out_overnight boolean, left_over boolean)
language sql stable security definer set search_path from current as $$
  select f.dossier_id,
    coalesce(f.out_since < gestand.today()::timestamp at time zone 'Europe/Amsterdam', false), false
  from paper_files f where f.destroyed_on is null
  union all
  select l.id, false, true from paper_leftovers l
  where l.destroyed_on is null and l.left_at < now() - interval '7 days'
$$;

create function evidence_prints() returns table (print_id uuid, told boolean, filed boolean)
language sql stable security definer set search_path from current as $$
  select p.id,
    exists (select from ledger l where l.dossier_id = p.dossier_id and l.subject = 'paper_items'
      and l.act = 'inserted' and l.item = p.id::text),
    p.went <> 'file' or exists (select from paper_files f where f.dossier_id = p.dossier_id)
  from paper_items p
$$;
grant execute on function evidence_paper_files, evidence_prints to gestand_worker;
