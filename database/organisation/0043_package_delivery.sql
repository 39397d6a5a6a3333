-- A package for somebody without an account, and what is taken over from elsewhere.

-- Whoever handles a request for access makes the package, and reaches the person's dossiers for
-- that and for as long as the request is being carried out.
create function take_up_package(request uuid) returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  asked requests;
  given bigint;
begin
  select * into asked from requests q where q.id = request for update;
  if not found or not handles_requests() then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  if asked.state <> 'executing' or asked.kind not in ('access', 'portability') then
    raise exception 'REQUEST_STEP_IMPOSSIBLE' using errcode = 'GS409';
  end if;
  if asked.account_id = actor() or exists (
    select from relations r join dossiers d on d.id = r.dossier_id
      join relation_words w on w.relation = r.relation
    where w.subject and r.holder_id = actor() and d.person_id = asked.person_id) then
    raise exception 'OWN_REQUEST' using errcode = 'GS403';
  end if;
  insert into relations (dossier_id, holder_id, relation, until)
    select d.id, actor(), w.relation, now() + interval '14 days'
    from dossiers d, relation_words w
    where w.relation = 'request-handler'
      and (d.id = asked.dossier_id or asked.dossier_id is null and d.person_id = asked.person_id)
    on conflict (dossier_id, holder_id, relation, absence_id) do update
      set until = excluded.until;
  get diagnostics given = row_count;
  return given;
end
$$;
grant execute on function take_up_package to public;

-- That reach ends with the request.
create function end_request_handling() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  update relations r set until = now()
  where r.relation = 'request-handler' and r.until > now() and not exists (
      select from requests q where q.person_id = new.person_id and q.state = 'executing')
    and exists (
      select from dossiers d where d.id = r.dossier_id and d.person_id = new.person_id);
  return null;
end
$$;
create trigger end_request_handling after update of state on requests
  for each row when (old.state = 'executing' and new.state <> 'executing')
  execute function end_request_handling();

-- A package that waits for somebody who has no account here. Its key is made of the link and the
-- code, and is kept nowhere: whoever has the database, or an old backup of it, has nothing.

create table packages (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references dossiers on delete cascade,
  request_id uuid not null references requests on delete cascade,
  link_hash  bytea not null unique check (length(link_hash) = 32),
  code_hash  bytea not null check (length(code_hash) = 32),
  digest     bytea not null check (length(digest) = 32),
  bytes      bigint not null check (bytes > 0),
  parts      integer not null check (parts between 1 and 4096),
  language   text not null check (language in ('nl', 'en')),
  tries      integer not null default 0,
  made_by    uuid default actor(),
  made_at    timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '14 days',
  taken_at   timestamptz,
  unique (id, dossier_id)
);
create index packages_dossier on packages (dossier_id);
create index packages_request on packages (request_id);
create index packages_expiry on packages (expires_at);
comment on table packages is $$A package with all that is held on a person, ready to be fetched by that person.
@belongs dossiers @impersonal identifiers and moments only @insert subject-access
@delete subject-access$$;
comment on column packages.id is $$@key$$;
comment on column packages.dossier_id is $$@key$$;
comment on column packages.request_id is $$@key$$;
comment on column packages.link_hash is $$@key$$;
comment on column packages.code_hash is $$@key$$;
comment on column packages.digest is $$@key$$;
comment on column packages.bytes is $$@impersonal a size$$;
comment on column packages.parts is $$@impersonal a number$$;
comment on column packages.language is $$@impersonal a language$$;
comment on column packages.tries is $$Wrong codes since the last right one. @stamp$$;
comment on column packages.made_by is $$@stamp$$;
comment on column packages.made_at is $$@stamp$$;
comment on column packages.expires_at is $$@stamp$$;
comment on column packages.taken_at is $$@stamp$$;

create table package_parts (
  package_id uuid not null,
  dossier_id uuid not null,
  part       integer not null check (part between 0 and 4095),
  body       bytea not null check (length(body) <= 1048576 + 29),
  primary key (package_id, part),
  foreign key (package_id, dossier_id) references packages (id, dossier_id) on delete cascade
);
comment on table package_parts is $$The bytes of a package, in parts of at most a megabyte.
@belongs dossiers @impersonal encrypted with a key that is kept nowhere @insert subject-access$$;
comment on column package_parts.package_id is $$@key$$;
comment on column package_parts.dossier_id is $$@key$$;
comment on column package_parts.part is $$@key$$;
comment on column package_parts.body is $$@impersonal encrypted with a key that is kept nowhere$$;

-- The package behind a link, if it is there still: for the page that asks for the code.
create function find_package(link bytea, out expires_at timestamptz, out bytes bigint,
  out language text)
language sql stable security definer set search_path from current as $$
  select p.expires_at, p.bytes, p.language from packages p
  where p.link_hash = sha256(link) and p.expires_at > now() and p.tries < 10
$$;

-- Opens a package for an hour with the code that came another way. Ten wrong codes in a row and it
-- is gone. Answers null when the code is wrong.
create function take_package(link bytea, code bytea, out package_id uuid, out parts integer)
language plpgsql volatile security definer set search_path from current as $$
declare
  found_dossier uuid;
begin
  update packages p set
    tries = case when p.code_hash = sha256(code) then 0 else p.tries + 1 end,
    taken_at = case when p.code_hash = sha256(code) then now() else p.taken_at end
  where p.link_hash = sha256(link) and p.expires_at > now() and p.tries < 10
  returning case when p.code_hash = sha256(code) then p.id end, p.parts, p.dossier_id
    into take_package.package_id, take_package.parts, found_dossier;
  if package_id is not null then
    perform record('fetched', 'subject-access', null, found_dossier, 'packages', package_id::text,
      null);
  end if;
end
$$;

create function read_package_part(link bytea, wanted integer) returns bytea
language sql stable security definer set search_path from current as $$
  select t.body from packages p join package_parts t on t.package_id = p.id
  where p.link_hash = sha256(link) and t.part = wanted and p.expires_at > now() and p.tries < 10
    and p.taken_at > now() - interval '1 hour'
$$;
grant execute on function find_package, take_package, read_package_part to public;

-- Packages that nobody may fetch any more go.
create function expire_packages() returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  gone bigint;
begin
  delete from packages where expires_at <= now() or tries >= 10;
  get diagnostics gone = row_count;
  return gone;
end
$$;
grant execute on function expire_packages to gestand_worker;

-- From where a dossier was taken over, when its contents came with a package from elsewhere.
create table takeovers (
  id          uuid primary key default gen_random_uuid(),
  dossier_id  uuid not null references dossiers on delete cascade,
  controller  text not null check (length(controller) between 1 and 200),
  reference   text not null check (length(reference) <= 60),
  packaged_at timestamptz not null,
  digest      bytea not null check (length(digest) = 32),
  rows_taken  integer not null check (rows_taken >= 0),
  taken_by    uuid default actor(),
  taken_at    timestamptz not null default now()
);
create index takeovers_dossier on takeovers (dossier_id);
comment on table takeovers is $$That contents of a dossier came with a package from another organisation.
@belongs dossiers @insert intake coaching$$;
comment on column takeovers.id is $$@key$$;
comment on column takeovers.dossier_id is $$@key$$;
comment on column takeovers.controller is $$Who made the package. @category service$$;
comment on column takeovers.reference is $$The number that the dossier had there. @category service$$;
comment on column takeovers.packaged_at is $$@key$$;
comment on column takeovers.digest is $$Of the list of what was in it. @key$$;
comment on column takeovers.rows_taken is $$@impersonal a number$$;
comment on column takeovers.taken_by is $$@stamp$$;
comment on column takeovers.taken_at is $$@stamp$$;

-- For the checks: where the package falls short of what is held.

-- Columns with personal data that the activity cannot read, and tables of the system that hold a
-- reference to a person of which nobody said so.
-- The categories that the comment on a column names.
create function category_words(says text) returns setof text
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select w from regexp_split_to_table(coalesce(
    substring(says from '@category-in\s+\w+\s+of\s+([^@]+)'),
    substring(says from '@category\s+([a-z-]+)'), ''), '\s+') w
  where w <> ''
$$;

create function evidence_package_gaps() returns table (place text)
language sql stable security definer set search_path from current as $$
  with told as (
    select c.oid, c.relname, a.attname, a.attnum, obj_description(c.oid) as about,
      coalesce(col_description(c.oid, a.attnum), '') as says
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      and not a.attisdropped
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'),
  subjects as (select distinct t.oid from told t where t.says ~ '@subject\M')
  select t.relname || '.' || t.attname from told t
  where t.says ~ '@category' and t.about !~ '@system'
    -- What the statement names nowhere is held of nobody.
    and exists (
      select from category_rules c, category_words(t.says) w where c.category = w)
    and not case
    when t.about ~ '@belongs' then exists (
      select from activities v where v.activity = 'subject-access'
        and has_column_privilege(v.role, t.oid, t.attnum, 'select'))
    else t.about ~ '@nobody' or t.oid in (select oid from subjects)
      and (t.says ~ '@category-in' or package_reads(substring(t.says from '@category ([a-z-]+)')))
    end
  union all
  select t.relname || '.' || t.attname from told t
  where t.about ~ '@system' and t.attname in ('dossier_id', 'person_id', 'account_id', 'holder_id')
    and t.about !~ '@(impersonal|nobody)' and t.oid not in (select oid from subjects)
  order by 1
$$;

-- Categories of contents that somebody reads in a kind of dossier and the activity does not; not
-- those that stand only in tables about nobody.
create function evidence_package_categories()
returns table (kind text, category text, included boolean)
language sql stable security definer set search_path from current as $$
  select c.kind, c.category, bool_or(c.activity = 'subject-access')
  from category_rules c
  where not c.writes and exists (
    select from described_columns m, category_words(m.says) w
    where m.place !~ '@nobody' and w = c.category)
  group by 1, 2 order by 1, 2
$$;
grant execute on function evidence_package_gaps, evidence_package_categories to gestand_worker;
