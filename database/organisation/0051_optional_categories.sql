-- Kinds of data that are kept in a file only when its guidance asks for them, each switched on with
-- a reason; and the people around a client, who have rights of their own.

create table optional_categories (
  category text primary key
);
comment on table optional_categories is
  $$Categories that the statement allows in a file only once they were switched on there. @system$$;

create table switched_categories (
  dossier_id  uuid not null references dossiers on delete cascade,
  category    text not null,
  reason      bytea not null,
  switched_by uuid default actor(),
  switched_at timestamptz not null default now(),
  primary key (dossier_id, category)
);
comment on table switched_categories is
  $$A kind of data that was switched on in a file, and why the guidance asks for it.
@belongs dossiers @insert coaching @delete coaching$$;
comment on column switched_categories.dossier_id is $$@key$$;
comment on column switched_categories.category is $$@key$$;
comment on column switched_categories.reason is $$@category service @sealed$$;
comment on column switched_categories.switched_by is $$@stamp$$;
comment on column switched_categories.switched_at is $$@stamp$$;

create table related_persons (
  id           uuid primary key default gen_random_uuid(),
  dossier_id   uuid not null references dossiers on delete cascade,
  person_id    uuid not null references persons,
  category     text not null,
  role         text not null,
  name         bytea not null,
  organisation bytea,
  phone        bytea,
  email        text check (length(email) <= 254),
  source       text not null
    check (source in ('client', 'principal', 'professional', 'third-party', 'own')),
  source_name  bytea,
  channel      text not null check (channel in
    ('conversation', 'website', 'email', 'phone', 'letter', 'third-party')),
  added_by     uuid default actor(),
  added_at     timestamptz not null default now(),
  check (source not in ('professional', 'third-party') or source_name is not null),
  check ((role, category) in (('partner', 'partner'), ('child', 'children'),
    ('general-practitioner', 'general-practitioner'), ('psychologist', 'psychologist'),
    ('school-contact', 'school'), ('line-manager', 'line-manager')))
);
create index related_persons_dossier on related_persons (dossier_id);
create index related_persons_person on related_persons (person_id);
create index related_persons_email on related_persons (lower(email));
comment on table related_persons is
  $$Somebody around a client: a person with rights of their own, found by the e-mail address.
@belongs dossiers @insert coaching @delete coaching$$;
comment on column related_persons.id is $$@key$$;
comment on column related_persons.dossier_id is $$@key$$;
comment on column related_persons.person_id is $$@key @subject$$;
comment on column related_persons.category is $$@key$$;
comment on column related_persons.role is $$@key$$;
comment on column related_persons.name is
  $$@category-in category of line-manager partner children general-practitioner psychologist school
@sealed dossier_id$$;
comment on column related_persons.organisation is
  $$@category-in category of line-manager partner children general-practitioner psychologist school
@sealed dossier_id$$;
comment on column related_persons.phone is
  $$@category-in category of line-manager partner children general-practitioner psychologist school
@sealed dossier_id$$;
comment on column related_persons.email is $$@category contact @subject$$;
comment on column related_persons.source is $$@impersonal a word from a list$$;
comment on column related_persons.source_name is
  $$@category-in category of line-manager partner children general-practitioner psychologist school
@sealed dossier_id$$;
comment on column related_persons.channel is $$@impersonal a word from a list$$;
comment on column related_persons.added_by is $$@stamp$$;
comment on column related_persons.added_at is $$@stamp$$;

-- A related person is a person: the same one for the same address, a new one without it.
create function make_related_person() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if new.email is not null then
    select r.person_id into new.person_id from related_persons r
    where lower(r.email) = lower(new.email) limit 1;
  else
    new.person_id := null;
  end if;
  if new.person_id is null then
    insert into persons default values returning id into new.person_id;
  end if;
  return new;
end
$$;
create trigger make_related_person before insert on related_persons
  for each row execute function make_related_person();

-- The person goes with the last that is held on them.
create function forget_related_person() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  delete from persons p where p.id = old.person_id
    and not exists (select from related_persons r where r.person_id = p.id)
    and not exists (select from dossiers d where d.person_id = p.id);
  return null;
end
$$;
create trigger forget_related_person after delete on related_persons
  for each row execute function forget_related_person();

create trigger refuse_when_closed before insert on related_persons
  for each row execute function refuse_when_closed();
create trigger refuse_when_closed before insert on switched_categories
  for each row execute function refuse_when_closed();

-- What is optional is written only where it was switched on. Whoever writes holds the dossier, and
-- so does whoever switches.
create function refuse_unswitched() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if exists (select from optional_categories o where o.category = new.category) then
    perform from dossiers where id = new.dossier_id for share;
    if not exists (select from switched_categories s
      where s.dossier_id = new.dossier_id and s.category = new.category) then
      raise exception 'CATEGORY_NOT_ON' using errcode = 'GS409';
    end if;
  end if;
  return new;
end
$$;
create trigger refuse_unswitched before insert or update of category on notes
  for each row execute function refuse_unswitched();
create trigger refuse_unswitched before insert or update of category on documents
  for each row execute function refuse_unswitched();
create trigger refuse_unswitched before insert or update of category on related_persons
  for each row execute function refuse_unswitched();

-- Only what the statement calls optional, and lets this activity write in this kind of dossier.
create function guard_switch() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if actor() is null then return new; end if;
  if not exists (select from optional_categories o where o.category = new.category)
    or not new.category = any (array(select writable(current_activity()))) then
    raise exception 'CATEGORY_BARRED' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_switch before insert on switched_categories
  for each row execute function guard_switch();

-- Switching off destroys what stands there: data without a reason is not kept.
create function drop_switched() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if not exists (select from dossiers where id = old.dossier_id) then return null; end if;
  perform from dossiers where id = old.dossier_id for update;
  if exists (select from standing_holds h where h.dossier_id = old.dossier_id) then
    raise exception 'CATEGORY_HELD' using errcode = 'GS409';
  end if;
  delete from notes where dossier_id = old.dossier_id and category = old.category;
  delete from documents where dossier_id = old.dossier_id and category = old.category;
  delete from related_persons where dossier_id = old.dossier_id and category = old.category;
  return null;
end
$$;
create trigger drop_switched after delete on switched_categories
  for each row execute function drop_switched();

-- A related person asks to be forgotten: gone from every file, by whoever handles requests. The
-- request says whose address it is.
create function related_entries(request uuid) returns bigint
language plpgsql stable security definer set search_path from current as $$
begin
  perform desk_only();
  return (select count(*) from related_persons p join requests q
    on lower(q.email) = lower(p.email) or q.person_id = p.person_id
    where q.id = request);
end
$$;
create function erase_related_entries(request uuid) returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  gone bigint;
begin
  perform desk_only();
  with wanted as (
    select p.id from related_persons p
    join requests q on lower(q.email) = lower(p.email) or q.person_id = p.person_id
    where q.id = request and q.kind = 'erasure' and q.identified_at is not null
      and not exists (select from standing_holds h where h.dossier_id = p.dossier_id)),
  deleted as (delete from related_persons p using wanted w where p.id = w.id returning p.id)
  select count(*) into gone from deleted;
  return gone;
end
$$;
grant execute on function related_entries, erase_related_entries to public;

-- A minor has somebody who acts for them, until the day on which they turn sixteen.
create function representation_ends(dossier uuid) returns timestamptz
language sql stable security definer set search_path from current as $$
  select gestand.midnight((p.born_on + interval '16 years')::date)
  from profiles p where p.dossier_id = dossier
$$;

create function guard_representative() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if new.relation is distinct from 'representative' then return new; end if;
  if coalesce(representation_ends(new.dossier_id), '-infinity') <= now() then
    raise exception 'CLIENT_NOT_MINOR' using errcode = 'GS409';
  end if;
  if tg_table_name = 'relations' then
    new.until := least(new.until, representation_ends(new.dossier_id));
  end if;
  return new;
end
$$;
create trigger guard_representative before insert on relations
  for each row execute function guard_representative();
create trigger guard_representative before insert on invitations
  for each row execute function guard_representative();

create function move_representation() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  update relations r set until = coalesce(representation_ends(new.dossier_id), now())
    where r.dossier_id = new.dossier_id and r.relation = 'representative'
      and (r.until is null or r.until > now());
  return null;
end
$$;
create trigger move_representation after update of born_on on profiles
  for each row when (old.born_on is distinct from new.born_on)
  execute function move_representation();

-- Who acts for a minor gets the mail that the client gets.
create or replace function holders_of_opened(word text) returns setof uuid
language sql stable parallel restricted security definer set search_path from current rows 5 as $$
  select distinct r.holder_id from relations r
  where r.dossier_id = opened() and (r.until is null or r.until > now())
    and (r.relation = word or word = 'client' and r.relation = 'representative')
$$;

-- For the checks.
create function evidence_unswitched() returns table (item_id uuid, place text, category text)
language sql stable security definer set search_path from current as $$
  select i.id, i.place, i.category
  from (
    select id, 'notes' as place, dossier_id, category from notes
    union all select id, 'documents', dossier_id, category from documents
    union all select id, 'related_persons', dossier_id, category from related_persons) i
  join optional_categories o on o.category = i.category
  where not exists (select from switched_categories s
    where s.dossier_id = i.dossier_id and s.category = i.category)
$$;
create function evidence_optional_categories() returns table (category text)
language sql stable security definer set search_path from current as $$
  select category from optional_categories
$$;
create function evidence_representation()
returns table (relation_id uuid, until timestamptz, ends timestamptz)
language sql stable security definer set search_path from current as $$
  select r.id, r.until, representation_ends(r.dossier_id)
  from relations r where r.relation = 'representative'
$$;
grant execute on function evidence_unswitched, evidence_optional_categories,
  evidence_representation to gestand_worker;
