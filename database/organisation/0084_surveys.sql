-- Surveys that somebody else commissions. The one who commissions hands over words and a link; the
-- organisation chooses whom it asks and sends the mail. What goes back is one amount. Everybody has
-- the same link, so that no answer leads to a person.

create table surveys (
  id            uuid primary key default gen_random_uuid(),
  party_id      uuid not null references parties,
  name          text not null check (length(name) between 1 and 200),
  title_nl      text not null default '' check (length(title_nl) <= 150),
  title_en      text not null default '' check (length(title_en) <= 150),
  words_nl      text not null default '' check (length(words_nl) <= 3000),
  words_en      text not null default '' check (length(words_en) <= 3000),
  -- No place in it that a program could fill in for each reader.
  link          text check (length(link) <= 500 and link ~ '^https://[^[:space:]{}<>"\[\]|%*]+$'),
  kinds         text[] not null default '{}',
  programmes    uuid[] not null default '{}' check (cardinality(programmes) <= 200),
  started_since date,
  started_until date,
  people        integer,
  objecting     integer,
  unreachable   integer,
  counted_at    timestamptz,
  delivered_at  timestamptz,
  token_hash    bytea not null unique check (length(token_hash) = 32),
  begun_by      uuid default actor(),
  begun_at      timestamptz not null default now(),
  check (started_until >= started_since)
);
create index surveys_begun on surveys (begun_at desc, id);
comment on table surveys is
  $$A survey that a party commissions: its words, its link, and whom it is for.
@organisation @insert surveys @update surveys
@nobody it is about no person; who was asked stands in survey_invitations$$;
comment on column surveys.id is $$@key$$;
comment on column surveys.party_id is $$Who commissions it and gets an amount. @key$$;
comment on column surveys.name is $$How it is called here. @category survey$$;
comment on column surveys.title_nl is $$@category survey$$;
comment on column surveys.title_en is $$@category survey$$;
comment on column surveys.words_nl is $$@category survey$$;
comment on column surveys.words_en is $$@category survey$$;
comment on column surveys.link is $$The same for everybody. @category survey$$;
comment on column surveys.kinds is $$@category survey$$;
comment on column surveys.programmes is $$Empty for all. @category survey$$;
comment on column surveys.started_since is $$@category survey$$;
comment on column surveys.started_until is $$@category survey$$;
comment on column surveys.people is $$How many would be asked, when it was counted. @stamp$$;
comment on column surveys.objecting is $$How many are left out because they object. @stamp$$;
comment on column surveys.unreachable is $$How many have no address for mail. @stamp$$;
comment on column surveys.counted_at is $$@stamp$$;
comment on column surveys.delivered_at is
  $$When words and link were handed over by the link. @stamp$$;
comment on column surveys.token_hash is $$Of the link by which words are handed over. @key$$;
comment on column surveys.begun_by is $$@stamp$$;
comment on column surveys.begun_at is $$@stamp$$;

create table survey_mailings (
  survey_id  uuid primary key references surveys on delete cascade,
  begins_on  date not null,
  planned_by uuid default actor(),
  planned_at timestamptz not null default now(),
  reached    uuid not null default '00000000-0000-0000-0000-000000000000',
  invited    integer not null default 0,
  paused_at  timestamptz,
  stopped_at timestamptz,
  ended_at   timestamptz,
  sent       integer,
  failed     integer,
  recalled   integer,
  settled_at timestamptz,
  check (stopped_at is null or ended_at is not null),
  check ((settled_at is null) = (sent is null) and (settled_at is null) = (failed is null)
    and (settled_at is null) = (recalled is null))
);
create index survey_mailings_open on survey_mailings (begins_on) where settled_at is null;
comment on table survey_mailings is
  $$That a survey goes out from a day on, how far that is, and how many mails arrived, failed or
were called back.
@organisation @insert surveys @nobody amounts of mails$$;
comment on column survey_mailings.survey_id is $$@key$$;
comment on column survey_mailings.begins_on is $$@category survey$$;
comment on column survey_mailings.planned_by is $$@stamp$$;
comment on column survey_mailings.planned_at is $$@stamp$$;
comment on column survey_mailings.reached is
  $$The last dossier that was looked at: where a mailing goes on that was broken off. @stamp$$;
comment on column survey_mailings.invited is $$@stamp$$;
comment on column survey_mailings.paused_at is $$@stamp$$;
comment on column survey_mailings.stopped_at is $$@stamp$$;
comment on column survey_mailings.ended_at is $$When everybody was looked at. @stamp$$;
comment on column survey_mailings.sent is $$@stamp$$;
comment on column survey_mailings.failed is $$@stamp$$;
comment on column survey_mailings.recalled is $$@stamp$$;
comment on column survey_mailings.settled_at is $$When no mail of it waited any more. @stamp$$;

create table survey_invitations (
  id         uuid primary key default gen_random_uuid(),
  survey_id  uuid not null references surveys on delete cascade,
  dossier_id uuid not null references dossiers on delete cascade,
  person_id  uuid not null,
  title      text not null check (length(title) <= 150),
  invited_at timestamptz not null default now(),
  stop_hash  bytea unique check (length(stop_hash) = 32),
  unique (survey_id, person_id)
);
create index survey_invitations_dossier on survey_invitations (dossier_id, invited_at);
comment on table survey_invitations is
  $$That a person was asked to take part in a survey; whether they did is known to nobody here.
@belongs dossiers @card$$;
comment on column survey_invitations.id is $$Also that of its mail. @key$$;
comment on column survey_invitations.survey_id is $$@key$$;
comment on column survey_invitations.dossier_id is $$@key$$;
comment on column survey_invitations.person_id is $$Asked once, in however many dossiers. @key$$;
comment on column survey_invitations.title is $$@category survey$$;
comment on column survey_invitations.invited_at is $$@category survey$$;
comment on column survey_invitations.stop_hash is $$Of the link by which it is refused. @key$$;

-- Who is asked sees what; the rest is for who works on surveys.
alter table surveys enable row level security;
create policy core_asked on surveys as restrictive for select
  using ((select works_here(actor()))
    or exists (select from survey_invitations i where i.survey_id = surveys.id));
alter table survey_mailings enable row level security;
create policy core_working on survey_mailings as restrictive for select
  using ((select works_here(actor())));

-- What was planned stays as it was read when it was planned.
create function guard_survey() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if exists (select from survey_mailings m where m.survey_id = old.id) then
    raise exception 'SURVEY_PLANNED' using errcode = 'GS409';
  end if;
  -- Whom it is for was counted for another choice.
  if (new.kinds, new.programmes, new.started_since, new.started_until)
    is distinct from (old.kinds, old.programmes, old.started_since, old.started_until) then
    new.people := null; new.objecting := null; new.unreachable := null; new.counted_at := null;
  end if;
  return new;
end
$$;
create trigger guard_survey before update on surveys for each row execute function guard_survey();

-- People whom a survey is for: in training or graduated, once for each of their dossiers, from the
-- first dossier after one that was looked at. Who objects in any of them is left out, and so is
-- what is restricted.
create function survey_candidates(which uuid, beyond uuid, most integer, objecting boolean)
returns table (dossier_id uuid, person_id uuid)
language plpgsql stable security definer rows 500 set search_path from current as $$
declare
  s surveys;
begin
  select * into s from surveys v where v.id = which;
  return query
    select d.id, d.person_id
    from dossiers d
    join registrations g on g.dossier_id = d.id
    join programme_versions v on v.id = g.version_id
    where d.id > beyond and d.kind = any (s.kinds)
      and exists (select from rules u where u.activity = 'surveys' and u.kind = d.kind)
      and g.state in ('enrolled', 'interrupted', 'graduated')
      and (s.programmes = '{}' or v.programme_id = any (s.programmes))
      and (s.started_since is null or g.starts_on >= s.started_since)
      and (s.started_until is null or g.starts_on <= s.started_until)
      and d.restricted_at is null and (d.expires_on is null or d.expires_on > gestand.today())
      and objecting = exists (select from dossiers o
        where o.person_id = d.person_id and 'surveys' = any (o.paused_activities))
    order by d.id
    limit most;
end
$$;

-- Where a person wants mail: as they entered it, else the address they sign in with.
create function survey_address(which uuid)
returns table (name text, email text, language text)
language sql stable security definer rows 1 set search_path from current as $$
  select concat_ws(' ', r.given_names, nullif(r.prefix, ''), r.family_name),
    coalesce(r.email, a.email), coalesce(a.language, 'nl')
  from registrants r
  left join lateral (
    select b.email, b.language
    from relations s join relation_words w on w.relation = s.relation and w.subject
    join gestand.accounts b on b.id = s.holder_id and b.disabled_at is null
    where s.dossier_id = which and (s.until is null or s.until > now())
    order by s.since limit 1) a on true
  where r.dossier_id = which
$$;

create function survey_only() returns void
language plpgsql stable security definer set search_path from current as $$
begin
  if current_activity() is distinct from 'surveys' or not exists (
    select from standing_functions f
    where f.account_id = actor() and f.activity = 'surveys') then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
end
$$;

-- Counts whom a survey would go to, when somebody wants to know.
create function count_survey(which uuid) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  perform survey_only();
  update surveys s set counted_at = now(), people = n.people, unreachable = n.unreachable,
      objecting = (select count(distinct c.person_id)
        from survey_candidates(which, '00000000-0000-0000-0000-000000000000', null, true) c)
    from (
      select count(*) filter (where p.reachable) as people,
        count(*) filter (where not p.reachable) as unreachable
      from (
        -- The same as survey_address, for all at once.
        select c.person_id, bool_or(r.email <> '' or r.email is null and exists (
          select from relations s join relation_words w on w.relation = s.relation and w.subject
          join gestand.accounts b on b.id = s.holder_id and b.disabled_at is null
          where s.dossier_id = c.dossier_id and (s.until is null or s.until > now()))) as reachable
        from survey_candidates(which, '00000000-0000-0000-0000-000000000000', null, false) c
        join registrants r on r.dossier_id = c.dossier_id
        group by c.person_id) p) n
    where s.id = which;
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
end
$$;

create function guard_survey_mailing() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  s surveys;
begin
  select * into s from surveys v where v.id = new.survey_id for update;
  if s.link is null or '' = any (array[s.title_nl, s.title_en, s.words_nl, s.words_en]) then
    raise exception 'SURVEY_INCOMPLETE' using errcode = 'GS409';
  elsif s.counted_at is null then
    raise exception 'SURVEY_UNCOUNTED' using errcode = 'GS409';
  elsif s.people < smallest_group() then
    raise exception 'SURVEY_TOO_FEW' using errcode = 'GS409';
  elsif new.begins_on < gestand.today() then
    raise exception 'SURVEY_DAY_OVER' using errcode = 'GS400';
  end if;
  return new;
end
$$;
create trigger guard_survey_mailing before insert on survey_mailings
  for each row execute function guard_survey_mailing();

grant execute on function count_survey to public;
