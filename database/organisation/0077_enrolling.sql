-- Who may begin a registration: a care institution for whom it employs, and people themselves.

comment on table registrants is
  $$Who is registered, and where they live, as they entered it themselves.
@belongs dossiers @card @insert self-enrolment self-service taking-over
@update self-service correction$$;
comment on table registrations is
  $$What a registration is about: the programme, who employs and who trains, and how far it is.
@belongs dossiers @card @insert enrolment self-enrolment taking-over
@update verification registry-keeping$$;
comment on table submissions is
  $$That training data were put before the two verifiers, and what came of it.
@belongs dossiers @card @insert self-enrolment self-service$$;
comment on table invitations is
  $$An invitation of the person whom a dossier is about to see and use it.
@belongs dossiers @insert coaching intake enrolment @delete coaching$$;
comment on table rectifications is $$A value that was wrong: what it was, and why it was changed.
@belongs dossiers @insert coaching correction$$;

-- Somebody who wants to enrol themselves, and has no account: a link to the address they gave. It
-- goes when it is used, and with its day.
create table enrolment_links (
  id         uuid primary key default gen_random_uuid(),
  email      text not null check (length(email) between 3 and 254),
  name       text not null check (length(name) between 1 and 200),
  language   text not null check (language in ('nl', 'en')),
  token_hash bytea not null unique check (length(token_hash) = 32),
  made_at    timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '2 days'
);
comment on table enrolment_links is
  $$A link by mail for somebody who wants to enrol and has no account yet.
@system @nobody it is there for two days, and who asked has no account yet$$;

create function ask_enrolment_link(form uuid, who jsonb, hashed bytea) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  if not exists (select from activities where activity = 'self-enrolment') then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  delete from enrolment_links where expires_at < now() or lower(email) = lower(who ->> 'email')
    and id <> form;
  insert into enrolment_links (id, email, name, language, token_hash)
    values (form, who ->> 'email', who ->> 'name', who ->> 'language', hashed);
end
$$;
grant execute on function ask_enrolment_link to gestand_accounts;

alter function find_invitation(bytea) rename to find_asked_invitation;
alter function accept_invitation(bytea, uuid) rename to accept_asked_invitation;

create function find_invitation(secret bytea, out kind text, out email text, out name text,
  out language text)
language plpgsql stable security definer set search_path from current as $$
begin
  select f.kind, f.email, f.name, f.language into kind, email, name, language
    from find_asked_invitation(secret) f;
  if kind is null then
    select 'account', l.email, l.name, l.language into kind, email, name, language
      from enrolment_links l where l.token_hash = sha256(secret) and l.expires_at > now();
  end if;
end
$$;

create function accept_invitation(secret bytea, account uuid) returns text
language plpgsql volatile security definer set search_path from current as $$
begin
  delete from enrolment_links l where l.token_hash = sha256(secret) and l.expires_at > now();
  if found then return 'account'; end if;
  return accept_asked_invitation(secret, account);
end
$$;
revoke execute on function find_asked_invitation, accept_asked_invitation from gestand_accounts;
grant execute on function find_invitation, accept_invitation to gestand_accounts;

-- People begin a dossier about themselves where the statement has an activity for that: one that
-- gives who starts it the relation of the person whom it is about.
create view self_starting as
  select a.activity, a.starts as relation, u.kind
  from activities a
  join relation_words w on w.relation = a.starts and w.subject
  join rules u on u.activity = a.activity and u.relation = a.starts;
comment on view self_starting is
  $$Activities in which people begin a dossier about themselves. @system$$;

-- A party starts a dossier by an account that acts for it, and stands to it as the activity says.
create or replace function start_dossier(wanted_kind text, holder uuid default null,
  same_person_as uuid default null)
returns uuid
language plpgsql volatile security definer set search_path from current as $$
declare
  who      uuid := actor();
  doing    text := current_activity();
  relation_given text;
  by_self  boolean;
  person   uuid;
  started  uuid;
  opening  bigint;
begin
  select s.relation into relation_given from self_starting s
  where s.activity = doing and s.kind = wanted_kind and who is not null and not works_here(who);
  by_self := relation_given is not null;
  if not by_self then
    select a.starts into relation_given from activities a
    where a.activity = doing and a.starts is not null and exists (
      select from standing_functions f
      where f.activity = doing and f.account_id = who and f.kind = wanted_kind);
  end if;
  if relation_given is null then
    raise exception 'DOSSIER_NOT_STARTED' using errcode = 'GS403';
  end if;
  if exists (select from relation_words w where w.relation = relation_given and w.party) then
    if holder is null or holder not in (select own_parties()) then
      raise exception 'DOSSIER_NOT_STARTED' using errcode = 'GS403';
    end if;
  elsif holder is not null and (by_self or not exists (
    select from members m where m.account_id = holder and m.left_at is null)) then
    raise exception 'MEMBER_UNKNOWN' using errcode = 'GS404';
  end if;
  if by_self then
    -- One person is one person, however many dossiers: who starts a next one is known already.
    select d.person_id into person from relations r join dossiers d on d.id = r.dossier_id
    where r.holder_id = who and r.relation = relation_given
      and (r.until is null or r.until > now()) order by d.started_at limit 1;
  elsif same_person_as is not null then
    select d.person_id into person from living_dossiers d where d.id = same_person_as and exists (
      select from relations r where r.dossier_id = d.id and r.holder_id = any (holders(who))
        and r.relation = relation_given and (r.until is null or r.until > now()));
    if person is null then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  end if;
  if person is null then insert into persons default values returning id into person; end if;
  insert into dossiers (kind, person_id) values (wanted_kind, person) returning id into started;
  insert into relations (dossier_id, holder_id, relation)
    values (started, coalesce(holder, who), relation_given)
    on conflict do nothing;
  insert into ledger (account_id, activity, act, dossier_id, statement)
    values (who, doing, 'started', started,
      (select version from statements order by applied_at desc limit 1))
    returning id into opening;
  perform set_config('gestand.opening', opening::text, true);
  return started;
end
$$;

create or replace function whoami(out account_id uuid, out name text, out language text,
  out member boolean, out activities text[])
language plpgsql stable security definer set search_path from current as $$
begin
  account_id := actor();
  select a.name, a.language into name, language from gestand.accounts a where a.id = account_id;
  member := exists (select from members m where m.account_id = whoami.account_id
    and m.left_at is null);
  activities := array(
    select f.activity from standing_functions f where f.account_id = whoami.account_id
    union
    select r.activity from standing_relations r where r.holder_id = any (holders(whoami.account_id))
    union
    select u.activity from rules u join relation_words w on w.relation = u.relation
    where u.scope = 'dossier' and (
      w.subject and exists (select from relations r
        where r.holder_id = whoami.account_id and r.relation = u.relation)
      or w.party and exists (select from affiliations f where f.account_id = whoami.account_id))
    union
    select s.activity from self_starting s
    where whoami.account_id is not null and not whoami.member and not exists (
      select from affiliations f where f.account_id = whoami.account_id)
    order by 1);
end
$$;

-- Who accepts an invitation to a registration, and has others, is the same person in all of them.
create function join_registrations() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  known uuid;
begin
  if not exists (select from registrations g where g.dossier_id = new.dossier_id)
    or not exists (select from relation_words w where w.relation = new.relation and w.subject) then
    return null;
  end if;
  select d.person_id into known from relations r
    join registrations g on g.dossier_id = r.dossier_id
    join dossiers d on d.id = r.dossier_id
  where r.holder_id = new.holder_id and r.relation = new.relation
    and r.dossier_id <> new.dossier_id and (r.until is null or r.until > now())
  order by d.started_at limit 1;
  if known is null then return null; end if;
  update dossiers d set person_id = known where d.id = new.dossier_id and d.person_id <> known;
  insert into registrants (dossier_id, given_names, prefix, family_name, born_on, birth_place,
      email, phone, street, house_number, house_number_addition, postcode, city, source, entered_at)
    select new.dossier_id, t.given_names, t.prefix, t.family_name, t.born_on, t.birth_place,
      t.email, t.phone, t.street, t.house_number, t.house_number_addition, t.postcode, t.city,
      t.source, t.entered_at
    from registrants t join dossiers d on d.id = t.dossier_id
    where d.person_id = known order by t.entered_at desc limit 1
    on conflict do nothing;
  return null;
end
$$;
create trigger join_registrations after insert on relations
  for each row execute function join_registrations();

-- What institutions train for now, for whoever chooses one: names of organisations.
create function training_places(programme uuid default null)
returns table (programme_id uuid, party_id uuid, name text, city text, sort text)
language sql stable parallel restricted security definer set search_path from current rows 100 as $$
  select distinct a.programme_id, a.party_id, p.name, i.city, i.sort
  from standing_accreditations a
  join institutions i on i.party_id = a.party_id
  join parties p on p.id = a.party_id
  where gestand.today() between a.starts_on and a.ends_on
    and (programme is null or a.programme_id = programme)
  order by p.name, a.party_id
  limit 5000
$$;
grant execute on function training_places to public;

create function accredited(party uuid, version uuid, wanted_sort text) returns boolean
language sql stable security definer set search_path from current as $$
  select exists (
    select from standing_accreditations a join programme_versions v
      on v.programme_id = a.programme_id
    where a.party_id = party and v.id = version and a.sort = wanted_sort
      and gestand.today() between a.starts_on and a.ends_on)
$$;

-- Nobody is registered in a programme that is over, or with an institution that may not train for
-- it, and an institution names nobody but for itself. A register that is taken over is as it was.
-- What was put before the verifiers stays as they judge it, until it comes back.
create function guard_registration() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  doing text := current_activity();
begin
  if doing is null or doing = 'taking-over' then return new; end if;
  if tg_op = 'UPDATE' then
    if old.state not in ('invited', 'rejected') then
      raise exception 'REGISTRATION_STEP_IMPOSSIBLE' using errcode = 'GS409';
    end if;
    if (new.version_id, new.institution_id, new.institute_id, new.starts_on)
      = (old.version_id, old.institution_id, old.institute_id, old.starts_on) then
      return new;
    end if;
  else
    new.state := 'invited';
    if doing = 'enrolment' and new.institution_id not in (select own_parties()) then
      raise exception 'NOT_FOUND' using errcode = 'GS404';
    end if;
    if (doing = 'enrolment') <> (new.announced_name is not null) then
      raise exception 'INVALID' using errcode = 'GS400';
    end if;
  end if;
  new.version_id := version_on(new.version_id, new.starts_on);
  if new.version_id is null then
    raise exception 'PROGRAMME_NOT_GIVEN' using errcode = 'GS409';
  end if;
  if not accredited(new.institution_id, new.version_id, 'care')
    or not accredited(new.institute_id, new.version_id, 'training') then
    raise exception 'NOT_ACCREDITED' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_registration before insert or update of starts_on, planned_end_on,
  announced_name on registrations
  for each row execute function guard_registration();

-- The institutions of a registration stand to it as employer and institute, as long as they are in
-- it.
create function relate_institutions() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'UPDATE' then
    update relations r set until = now()
    where r.dossier_id = new.dossier_id and (r.until is null or r.until > now()) and (
      r.relation in ('employer', 'portfolio-viewer') and r.holder_id = old.institution_id
        and old.institution_id <> new.institution_id
      or r.relation = 'institute' and r.holder_id = old.institute_id
        and old.institute_id <> new.institute_id);
  end if;
  insert into relations (dossier_id, holder_id, relation)
    select new.dossier_id, n.holder, n.relation
    from (values (new.institution_id, 'employer'), (new.institute_id, 'institute'))
      as n (holder, relation)
    join relation_words w on w.relation = n.relation
    where new.state not in ('graduated', 'ended')
    on conflict (dossier_id, holder_id, relation, absence_id) do update
      set until = null, since = now() where relations.until is not null;
  return null;
end
$$;
create trigger relate_institutions after insert or update of institution_id, institute_id
  on registrations
  for each row execute function relate_institutions();
