-- Everything that is held on a person, for that person: read in an activity of its own, through an
-- opening. What stands in the person's dossiers shows by grants and policies, as in any activity.
-- What stands elsewhere (lines about the account, the invitation, the letterbox) shows by the
-- functions below, which follow the tag @subject and the categories of that same activity.

comment on column persons.id is $$@key @subject$$;
comment on column persons.created_at is $$@stamp$$;
comment on column events.dossier_id is $$@key @subject$$;
comment on column events.event is $$@key$$;
comment on column events.occurred_at is $$@stamp$$;
comment on column members.account_id is $$@key @subject$$;
comment on column functions.account_id is $$@key @subject$$;
comment on column affiliations.account_id is $$@category party @subject$$;
comment on column absences.account_id is $$@category staff @subject$$;
comment on column absences.substitute_id is $$@category staff @subject$$;
comment on column member_invitations.email is $$@category account @subject$$;
comment on column relation_lines.dossier_id is
  $$Ties the line to the client until the dossier is erased. @key @subject$$;
comment on table reach is $$What relation_reach says, kept: written again for a dossier whenever something changes
that it follows from. @system @nobody it repeats relations, which the package holds$$;
comment on table parties is $$An institution, principal or supplier that the organisation works with.
@organisation @insert intake administration @update administration
@nobody a party is an organisation; who acts for it is in affiliations$$;
comment on table findings is $$What a check found wrong: a code and the id or name of the thing, never its content.
@organisation @overseen @nobody what a check says of the system; the thing itself is elsewhere$$;
comment on column ledger.account_id is $$@category access-log @subject$$;
comment on column requests.account_id is $$Who asked, when signed in. @key @subject$$;
comment on column requests.person_id is $$Whom it is about, once that is known. @key @subject$$;
comment on column requests.dossier_id is
  $$The one dossier that it is about, or all of the person. @key @subject$$;
comment on column request_steps.request_id is $$@key @subject requests$$;
comment on column document_contents.body is
  $$@category-in category of conversation-reports test-results advice work-limitations
  labour-expert-data benefit-data improvement-points education-career
@sealed @file documents$$;
comment on column disclosed_documents.body is
  $$@category approved-document @sealed @file disclosures$$;

-- Whose data is asked for: the person of the opened dossier, as far as who asks reaches that
-- person's dossiers for this activity; without a dossier whoever asks.
create function package_subject(out ids uuid[], out emails text[], out dossiers uuid[],
  out accounts uuid[])
language plpgsql stable parallel restricted security definer set search_path from current as $$
declare
  who  uuid := actor();
  here uuid := opened();
begin
  if who is null or current_activity() is distinct from 'subject-access' then return; end if;
  if here is null then
    dossiers := '{}';
    accounts := array[who];
    ids := accounts;
  else
    dossiers := array(
      select distinct s.dossier_id from standing_relations s join dossiers d on d.id = s.dossier_id
      where s.activity = 'subject-access' and s.holder_id = who
        and d.person_id = (select o.person_id from dossiers o where o.id = here));
    accounts := array(
      select distinct r.holder_id from relations r join relation_words w on w.relation = r.relation
      where w.subject and r.dossier_id = any (dossiers) and (r.until is null or r.until > now()));
    ids := accounts || dossiers
      || array(select distinct d.person_id from dossiers d where d.id = any (dossiers));
  end if;
  emails := array(select lower(a.email) from gestand.accounts a where a.id = any (accounts));
end
$$;

-- The dossiers that are about whoever asks, and not those of others that a request gave reach to.
create function own_dossiers() returns setof uuid
language sql stable parallel restricted security definer set search_path from current as $$
  select distinct r.dossier_id from relations r join relation_words w on w.relation = r.relation
  where w.subject and r.holder_id = actor() and (r.until is null or r.until > now())
$$;

-- Whether the statement lets the activity read a category.
create function package_reads(word text) returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select exists (select from category_rules c
    where c.activity = 'subject-access' and not c.writes and c.category = word)
$$;

-- The condition under which a row is about the person: $1 are ids, $2 email addresses.
create function subject_condition(place regclass) returns text
language sql stable parallel restricted security definer set search_path from current as $$
  select string_agg(case
      when a.atttypid <> 'uuid'::regtype then format('lower(%I) = any ($2)', a.attname)
      when t.through is null then format('%I = any ($1)', a.attname)
      else format('%I in (select id from %I where %s)', a.attname, t.through,
        subject_condition(to_regclass(format('%I.%I', current_schema(), t.through)))) end,
    ' or ' order by a.attnum)
  from pg_attribute a, lateral (
    select substring(col_description(a.attrelid, a.attnum) from '@subject ([a-z_]+)')
      as through) t
  where a.attrelid = place and a.attnum > 0 and not a.attisdropped
    and col_description(a.attrelid, a.attnum) ~ '@subject\M'
$$;

-- The rows about the person of a table that has the tag, with the columns whose category the
-- activity reads. Of tables of dossiers only the rows outside the person's own dossiers: the others
-- show by themselves. Of what shows while a consent stands, the rows of the opened dossier whose
-- consent was withdrawn: they are held, and nobody else sees them.
create function subject_rows(wanted text, skipped integer, most integer, files boolean)
returns setof jsonb
language plpgsql stable parallel restricted security definer set search_path from current as $$
declare
  whose     record;
  place     regclass := to_regclass(format('%I.%I', current_schema(), wanted));
  condition text := subject_condition(place);
  consented text := substring(obj_description(place) from '@while ([a-z_]+)');
  shown     text;
  keys      text;
begin
  if consented is not null then
    condition := format('dossier_id = $6 and not consent_stands(%I, current_activity())', consented);
  end if;
  select * into whose from package_subject();
  if whose.ids is null or condition is null then return; end if;
  select string_agg(format('%I', a.attname), ', ' order by a.attnum) into shown
  from pg_attribute a, lateral (select col_description(place, a.attnum) as says) c
  where a.attrelid = place and a.attnum > 0 and not a.attisdropped
    and (files or c.says !~ '@file\M')
    and (c.says ~ '@(key|stamp|impersonal|category-in)\M'
      or package_reads(substring(c.says from '@category ([a-z-]+)')));
  select string_agg(format('%I', a.attname), ', ' order by array_position(i.indkey::int2[], a.attnum))
    into keys
  from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
  where i.indrelid = place and i.indisprimary;
  if consented is null and obj_description(place) ~ '@belongs' then
    condition := format('(%s) and (dossier_id is null or dossier_id <> all ($3))', condition);
  end if;
  return query execute format(
    'select to_jsonb(l) from (select %s from %s where %s order by %s offset $4 limit $5) l',
    shown, place, condition, keys)
    using whose.ids, whose.emails, whose.dossiers, skipped, most, opened();
end
$$;

-- What the installation holds on the person's accounts. Hashes and sealed secrets are left out:
-- they tell nothing to anybody.
create function subject_account() returns table (part text, line jsonb)
language plpgsql stable parallel restricted security definer set search_path from current as $$
declare
  mine uuid[] := (select s.accounts from package_subject() s);
begin
  if mine is null or not package_reads('account') then return; end if;
  return query
    select 'accounts', to_jsonb(l) from (
      select a.id, a.email, a.name, a.language, a.created_at, a.disabled_at
      from gestand.accounts a where a.id = any (mine)) l
    union all select 'sessions', to_jsonb(l) from (
      select s.id, s.account_id, s.device, s.strong, s.started_at, s.seen_at, s.ends_at, s.ended_at,
        s.idle_time
      from gestand.sessions s where s.account_id = any (mine)) l
    union all select 'sign_ins', to_jsonb(l) from (
      select i.account_id, i.device, i.started_at, i.ends_at
      from gestand.sign_ins i where i.account_id = any (mine)) l
    union all select 'passwords', to_jsonb(l) from (
      select p.account_id, p.changed_at
      from gestand.passwords p where p.account_id = any (mine)) l
    union all select 'second_factors', to_jsonb(l) from (
      select f.account_id, f.since
      from gestand.second_factors f where f.account_id = any (mine)) l
    union all select 'second_factor_setups', to_jsonb(l) from (
      select f.account_id, f.begun_at
      from gestand.second_factor_setups f where f.account_id = any (mine)) l
    union all select 'recovery_codes', to_jsonb(l) from (
      select c.account_id, c.place, c.used_at
      from gestand.recovery_codes c where c.account_id = any (mine)) l
    union all select 'recoveries', to_jsonb(l) from (
      select r.account_id, r.asked_at, r.expires_at
      from gestand.recoveries r where r.account_id = any (mine)) l
    union all select 'email_changes', to_jsonb(l) from (
      select e.account_id, e.email, e.expires_at
      from gestand.email_changes e where e.account_id = any (mine)) l
    union all select 'mails', to_jsonb(l) from (
      select m.id, m.account_id, m.kind, m.queued_at, m.tries, m.next_try_at, m.sent_at,
        m.failed_at, m.failure
      from gestand.mails m where m.account_id = any (mine) order by m.queued_at limit 20000) l;
end
$$;

-- Who or what ids in the package are: the person, somebody who works here or a party, by name as
-- far as the statement lets the activity read that; and other people, of whom nothing is told.
create function package_names(wanted uuid[])
returns table (id uuid, what text, name text)
language plpgsql stable parallel restricted security definer set search_path from current as $$
declare
  whose record;
begin
  select * into whose from package_subject();
  if whose.ids is null then return; end if;
  return query
    select w.id, case
        when w.id = any (whose.accounts) then 'self'
        when m.account_id is not null then 'member'
        when p.id is not null then 'party'
        else 'other' end,
      case when w.id = any (whose.accounts) then null
        when m.account_id is not null then case when package_reads('staff') then m.name end
        else p.name end
    from unnest(wanted) as w (id)
    left join members m on m.account_id = w.id
    left join parties p on p.id = w.id
    where w.id = any (whose.accounts) or m.account_id is not null or p.id is not null
      or exists (select from gestand.accounts a where a.id = w.id)
      or exists (select from dossiers d where d.id = w.id and w.id <> all (whose.dossiers))
      or exists (select from persons x where x.id = w.id and w.id <> all (whose.ids));
end
$$;

-- That the person takes the package along, in the log of each dossier that is in it. What they had
-- asked for is answered by it.
create function record_package(sort text) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  whose record;
begin
  select * into whose from package_subject();
  if whose.ids is null then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  perform record('taken', 'subject-access', actor(), d, 'packages', null, null)
    from unnest(case when whose.dossiers = '{}' then array[null::uuid] else whose.dossiers end) d;
  perform finish_request(q.id, 'fulfilled')
    from requests q
    where q.account_id = actor() and q.behalf = 'self' and q.state = 'executing'
      and q.kind in ('portability', sort);
end
$$;

grant execute on function package_subject, own_dossiers, subject_rows, subject_account, package_names,
  record_package to public;

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

-- What is in a package is from all dossiers of a person: when one of them goes, so does the package.
create function drop_packages() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  delete from packages p using dossiers d
  where d.id = p.dossier_id and d.person_id = old.person_id;
  return old;
end
$$;
create trigger drop_packages before delete on dossiers
  for each row execute function drop_packages();

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
@belongs dossiers @insert intake$$;
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
  where t.says ~ '@category' and t.about !~ '@system' and not case
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

-- Categories of contents that somebody reads in a kind of dossier and the activity does not.
create function evidence_package_categories()
returns table (kind text, category text, included boolean)
language sql stable security definer set search_path from current as $$
  select c.kind, c.category, bool_or(c.activity = 'subject-access')
  from category_rules c where not c.writes group by 1, 2 order by 1, 2
$$;
grant execute on function evidence_package_gaps, evidence_package_categories to gestand_worker;
