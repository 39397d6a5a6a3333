-- Erasure: an order, of which every step is noted, so that whatever stops half-way is finished by
-- whoever comes next. What is erased, and in which order, follows from the comments on tables
-- alone.
--
--   ordered → registered → key destroyed → deleted → re-read → closed
--
-- The second and third step happen in the database of keys, outside the backups.

create table erasure_orders (
  id            uuid primary key default gen_random_uuid(),
  dossier_id    uuid not null,
  person_id     uuid,
  account_id    uuid,
  part          text not null default 'dossier',
  cause         text not null check (cause in ('request', 'choice', 'retention', 'restored')),
  request_id    uuid,
  kind          text not null,
  year          integer not null,
  due_on        date,
  language      text not null default 'nl' check (language in ('nl', 'en')),
  amount        bigint not null default 0,
  ordered_by    uuid,
  ordered_at    timestamptz not null default now(),
  registered_at timestamptz,
  deleted_at    timestamptz,
  reread_at     timestamptz,
  leftovers     bigint not null default 0 check (leftovers >= 0),
  accepted_by   uuid,
  accepted_why  text check (accepted_why in ('namesake', 'shared-address')),
  closed_at     timestamptz,
  scrubbed_at   timestamptz,
  unique (dossier_id, part),
  check (deleted_at is null or registered_at is not null),
  check (closed_at is null or deleted_at is not null and reread_at is not null)
);
create index erasure_orders_open on erasure_orders (ordered_at) where closed_at is null;
create index erasure_orders_undone on erasure_orders (ordered_at, id) where deleted_at is null;
create index erasure_orders_closed on erasure_orders (closed_at);
create index erasure_orders_request on erasure_orders (request_id) where request_id is not null;
create index erasure_orders_unscrubbed on erasure_orders (deleted_at) where scrubbed_at is null;
comment on table erasure_orders is
  $$A dossier, or a part of one, that is to be erased or was, and how far it is: ids, words, counts.
@system$$;
comment on column erasure_orders.id is $$@key$$;
comment on column erasure_orders.dossier_id is $$@key @subject$$;
comment on column erasure_orders.person_id is $$@key @subject$$;
comment on column erasure_orders.account_id is $$@key @subject$$;
comment on column erasure_orders.part is $$@stamp$$;
comment on column erasure_orders.cause is $$@stamp$$;
comment on column erasure_orders.request_id is $$@stamp$$;
comment on column erasure_orders.kind is $$@stamp$$;
comment on column erasure_orders.year is $$@stamp$$;
comment on column erasure_orders.due_on is $$@stamp$$;
comment on column erasure_orders.language is $$@stamp$$;
comment on column erasure_orders.amount is $$@stamp$$;
comment on column erasure_orders.ordered_by is $$@stamp$$;
comment on column erasure_orders.ordered_at is $$@stamp$$;
comment on column erasure_orders.registered_at is $$@stamp$$;
comment on column erasure_orders.deleted_at is $$@stamp$$;
comment on column erasure_orders.reread_at is $$@stamp$$;
comment on column erasure_orders.leftovers is $$@stamp$$;
comment on column erasure_orders.accepted_by is $$@stamp$$;
comment on column erasure_orders.accepted_why is $$@stamp$$;
comment on column erasure_orders.closed_at is $$@stamp$$;
comment on column erasure_orders.scrubbed_at is $$@stamp$$;

create table erasure_leftovers (
  order_id uuid not null references erasure_orders on delete cascade,
  place    text not null,
  amount   bigint not null,
  primary key (order_id, place)
);
comment on table erasure_leftovers is
  $$Where the last re-read of an erasure still found something: places and counts. @system$$;

create table holds (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references dossiers on delete cascade,
  reason     text not null
    check (reason in ('complaint', 'legal-claim', 'legal-duty', 'investigation', 'request')),
  ends_on    date not null,
  placed_by  uuid not null,
  placed_at  timestamptz not null default now(),
  lifted_by  uuid,
  lifted_at  timestamptz,
  check ((lifted_by is null) = (lifted_at is null))
);
create index holds_dossier on holds (dossier_id);
comment on table holds is
  $$Why a dossier may not be destroyed yet, and until when at most. @system$$;
comment on column holds.id is $$@key$$;
comment on column holds.dossier_id is $$@key @subject$$;
comment on column holds.reason is $$@key$$;
comment on column holds.ends_on is $$@stamp$$;
comment on column holds.placed_by is $$@stamp$$;
comment on column holds.placed_at is $$@stamp$$;
comment on column holds.lifted_by is $$@stamp$$;
comment on column holds.lifted_at is $$@stamp$$;

create view standing_holds as
  select id, dossier_id, reason, ends_on, placed_at from holds
  where lifted_at is null and ends_on >= gestand.today();
comment on view standing_holds is $$Holds that are neither lifted nor past their end. @system$$;

-- What names the person in rows that outlive the dossier. Emptied when the person asks; `always`,
-- whatever the statement keeps of it.
comment on column relation_lines.name is
  $$Empty after an erasure that the client asked for. @category relation-line @linkable$$;
comment on column requests.name is $$@category request @linkable always$$;
comment on column requests.email is $$@category request @linkable always$$;
comment on column requests.address is $$Where letters go. @category request @linkable always$$;
comment on column requests.person_name is
  $$Of the minor or of who gave the mandate. @category request @linkable always$$;
comment on column requests.reference is
  $$The number of a dossier, as the person gives it. @category request @linkable always$$;
comment on column requests.words is $$@category request @sealed @linkable always$$;
comment on column request_steps.note is $$@category request @sealed request_id @linkable always$$;

-- What the comments say of each column, as the statement was applied: asking PostgreSQL for
-- comments one by one takes longer than erasing.
create table described_columns (
  relname  name not null,
  attname  name not null,
  attnum   smallint not null,
  type     regtype not null,
  required boolean not null,
  place    text not null,
  says     text not null,
  cascades boolean not null,
  -- What the comments mean, read once: reading them at each erasure took longer than erasing.
  scope    text generated always as (case when place ~ '@system' then 'system'
    when place ~ '@organisation' then 'organisation'
    when place ~ '@belongs dossiers' then 'dossiers' end) stored,
  category text generated always as (substring(says from '@category ([a-z-]+)')) stored,
  by_row   name generated always as (substring(says from '@category-in ([a-z_]+)')::name) stored,
  among    text[] generated always as (regexp_split_to_array(substring(says from
    '@category-in [a-z_]+ of ([a-z[:space:]-]+)'), '[[:space:]]+')) stored,
  -- Whom a row is about: `own` for a column that names them, or the table that does.
  subject  name generated always as (case when says ~ '@subject'
    then coalesce(substring(says from '@subject ([a-z_]+)'), 'own')::name end) stored,
  linkable text generated always as (case when says ~ '@linkable always' then 'always'
    when says ~ '@linkable' then 'unless-kept' end) stored,
  stamp    boolean generated always as (says ~ '@stamp') stored,
  primary key (relname, attname)
);
create index described_columns_scope on described_columns (scope);
comment on table described_columns is
  $$Columns with their comments and those of their tables; what an erasure goes by. @system$$;

-- Reads the comments again, and writes what an erasure does by them. Called whenever a statement is
-- applied, after its terms.
create function describe_columns() returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  delete from described_columns;
  insert into described_columns
    select c.relname, a.attname, a.attnum, a.atttypid, a.attnotnull,
      coalesce(obj_description(c.oid), ''), coalesce(col_description(c.oid, a.attnum), ''),
      exists (select from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'f' and k.confdeltype = 'c')
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
      and not a.attisdropped;
  perform write_filled_parts();
  perform write_erasure_words();
  perform write_letting_go();
  perform write_taking_along();
end
$$;

-- Orders an erasure, from which moment nobody sees the dossier. Only functions of the owner can
-- call it. Asked twice it answers the same.
create function order_erasure(which uuid, wanted_part text, why text, request uuid default null,
  due date default null)
returns uuid
language plpgsql volatile security definer set search_path from current
set plan_cache_mode = force_generic_plan as $$
declare
  d       dossiers;
  ordered uuid;
begin
  select * into d from dossiers where id = which for update;
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  select id into ordered from erasure_orders where dossier_id = which and part = wanted_part;
  if found then return ordered; end if;
  if exists (select from standing_holds h where h.dossier_id = which) then
    raise exception 'ERASURE_HELD' using errcode = 'GS409';
  end if;
  if why = 'request' and (select l.kept from law_keeps(which) l) then
    raise exception 'ERASURE_BARRED' using errcode = 'GS409';
  end if;
  insert into erasure_orders (dossier_id, part, cause, request_id, kind, year, due_on, language,
      ordered_by)
    values (which, wanted_part, why, request, d.kind, extract(year from d.started_at), due,
      coalesce((select q.language from requests q where q.id = request), 'nl'), actor())
    returning id into ordered;
  if wanted_part = 'dossier' then
    -- Not even for a package any more: its key is about to go.
    update dossiers set restricted_at = coalesce(restricted_at, now()),
      paused_activities = array_append(array_remove(paused_activities, 'subject-access'),
        'subject-access')
    where id = which;
  end if;
  perform record('erasure-ordered', coalesce(current_activity(), 'system'), actor(), which,
    'erasure_orders', ordered::text, null);
  return ordered;
end
$$;

-- Accounts of those whom these dossiers are about, and who are nobody anywhere else: no client of
-- another dossier, no member, no voice of a party, in no organisation.
create function useless_accounts(ids uuid[]) returns table (dossier_id uuid, account_id uuid)
language plpgsql stable security definer set search_path from current as $$
declare
  place    text;
  used     boolean;
  found_in uuid;
begin
  for dossier_id, account_id in
    select r.dossier_id, r.holder_id from relations r
    join relation_words w on w.relation = r.relation and w.subject
    join gestand.accounts a on a.id = r.holder_id
    where r.dossier_id = any (ids)
      and not exists (select from members m where m.account_id = r.holder_id)
      and not exists (select from affiliations f where f.account_id = r.holder_id)
      and not exists (select from relations o
        where o.holder_id = r.holder_id and o.dossier_id <> all (ids))
  loop
    used := false;
    for place in select 'org_' || o.id from gestand.organisations o loop
      continue when place = current_schema();
      execute format(
        'select exists (select from %1$I.members where account_id = $1)
           or exists (select from %1$I.affiliations where account_id = $1)
           or exists (select from %1$I.relations where holder_id = $1)', place)
        into used using account_id;
      exit when used;
    end loop;
    if not used then return next; end if;
  end loop;
end
$$;
