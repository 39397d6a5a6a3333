-- Surveys that somebody else commissions. The one who commissions hands over words and a link; the
-- organisation chooses whom it asks and sends the mail. What goes back is one amount. Everybody gets
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
comment on column surveys.delivered_at is $$When words and link were handed over by the link. @stamp$$;
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
-- first dossier after one that was looked at. Who objects in any of them is left out, and so is what
-- is restricted.
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

-- Mails of a survey that still wait.
create function waiting_survey_mails(which uuid) returns setof uuid
language sql stable security definer set search_path from current as $$
  select m.id from gestand.mails m
  join survey_invitations i on i.id = m.id and i.survey_id = which
  where m.bulk and m.sent_at is null and m.failed_at is null
$$;

create function survey_progress(which uuid, out waiting bigint)
language plpgsql stable security definer set search_path from current as $$
begin
  perform survey_only();
  waiting := (select count(*) from waiting_survey_mails(which));
end
$$;

-- Calls mails back. One that is being handed over at this moment goes out: then it says so.
create function recall_survey_mails(ids uuid[]) returns void
language sql volatile security definer set search_path from current as $$
  update gestand.mails m set failed_at = now(), payload = null, failure = 'RECALLED'
  where m.id = any (ids) and m.sent_at is null and m.failed_at is null
$$;

create function steer_survey(which uuid, doing text) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  m survey_mailings;
begin
  perform survey_only();
  select * into m from survey_mailings g where g.survey_id = which for update;
  if m.survey_id is null then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  if m.settled_at is not null or m.stopped_at is not null then
    raise exception 'SURVEY_OVER' using errcode = 'GS409';
  end if;
  case doing
    when 'pause' then
      update survey_mailings set paused_at = now() where survey_id = which;
      update gestand.mails set next_try_at = 'infinity'
        where id in (select waiting_survey_mails(which));
    when 'resume' then
      update survey_mailings set paused_at = null where survey_id = which;
      update gestand.mails set next_try_at = now()
        where id in (select waiting_survey_mails(which));
    when 'stop' then
      update survey_mailings set stopped_at = now(), ended_at = coalesce(ended_at, now()),
        paused_at = null where survey_id = which;
      perform recall_survey_mails(array(select waiting_survey_mails(which)));
    else raise exception 'INVALID' using errcode = 'GS400';
  end case;
  perform record('updated', 'surveys', actor(), null, 'survey_mailings', which::text, null);
end
$$;

-- The next people of the mailing that is furthest behind: each is asked once, by one process, and
-- never while they object. What is done here and what is queued of it is one transaction, so that
-- a mailing that is broken off goes on where it was. No more mails wait than so many at once.
create function invite_next(most integer, waiting_most integer)
returns table (invitation_id uuid, survey_id uuid, name text, email text, language text)
language plpgsql volatile security definer rows 500 set search_path from current as $$
declare
  m      survey_mailings;
  asked_now integer;
  room   integer := waiting_most - (select count(*) from gestand.mails w
    where w.bulk and w.sent_at is null and w.failed_at is null);
  looked uuid[];
begin
  -- A person who objects must not wait for long, and never be the one who is turned away.
  perform set_config('lock_timeout', '500ms', true);
  select * into m from survey_mailings g
    where g.begins_on <= gestand.today() and g.ended_at is null and g.paused_at is null
      and room > 0
      and exists (select from activities a where a.activity = 'surveys')
    order by g.begins_on, g.planned_at limit 1 for update skip locked;
  if m.survey_id is null then return; end if;
  looked := array(select c.dossier_id
    from survey_candidates(m.survey_id, m.reached, least(most, room), false) c);
  return query
    with held as materialized (
      select d.id, d.person_id from dossiers d
      where d.id = any (looked) and d.restricted_at is null
        and not 'surveys' = any (d.paused_activities)
      order by d.id for share of d),
    one as (
      select distinct on (h.person_id) h.id, h.person_id, a.name, a.email, a.language
      from held h cross join lateral survey_address(h.id) a
      where a.email <> ''
      order by h.person_id, h.id),
    asked as (
      insert into survey_invitations as i (survey_id, dossier_id, person_id, title)
        select m.survey_id, o.id, o.person_id,
          case o.language when 'en' then s.title_en else s.title_nl end
        from one o join surveys s on s.id = m.survey_id
        on conflict do nothing
        returning i.id, i.dossier_id, i.person_id),
    noted as (
      insert into ledger (account_id, activity, act, dossier_id, subject, item, statement)
        select m.planned_by, 'surveys', 'inserted', k.dossier_id, 'survey_invitations', k.id::text,
          (select version from statements order by applied_at desc limit 1)
        from asked k)
    select k.id, m.survey_id, o.name, o.email, o.language
    from asked k join one o on o.id = k.dossier_id;
  get diagnostics asked_now = row_count;
  update survey_mailings g set
      reached = coalesce(looked[cardinality(looked)], g.reached),
      invited = g.invited + asked_now,
      ended_at = case when cardinality(looked) = 0 then now() end
    where g.survey_id = m.survey_id;
end
$$;

-- What a mailing says, for whoever writes its mails.
create function survey_words(which uuid)
returns table (party text, title_nl text, title_en text, words_nl text, words_en text, link text)
language sql stable security definer rows 1 set search_path from current as $$
  select p.name, s.title_nl, s.title_en, s.words_nl, s.words_en, s.link
  from surveys s join parties p on p.id = s.party_id where s.id = which
$$;

-- Puts the mails of these invitations in the queue, behind all other mail.
create function queue_survey_mails(ids uuid[], payloads bytea[], stops bytea[], master text)
returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  insert into gestand.mails (id, kind, payload, master, bulk)
    select a.id, 'survey-invitation', a.payload, queue_survey_mails.master, true
    from unnest(ids, payloads) a (id, payload)
    where exists (select from survey_invitations i where i.id = a.id and i.stop_hash is null);
  update survey_invitations i set stop_hash = a.stop
    from unnest(ids, stops) a (id, stop) where i.id = a.id and i.stop_hash is null;
end
$$;

-- Writes down what became of a mailing when nothing of it waits any more.
create function settle_surveys() returns void
language sql volatile security definer set search_path from current as $$
  update survey_mailings g set settled_at = now(), sent = n.sent, recalled = n.recalled,
      failed = n.asked - n.sent - n.recalled
  from survey_mailings o
  cross join lateral (
    select count(*) as asked, count(m.sent_at) as sent,
      count(*) filter (where m.failure = 'RECALLED') as recalled
    from survey_invitations i left join gestand.mails m on m.id = i.id
    where i.survey_id = o.survey_id) n
  where g.survey_id = o.survey_id and o.ended_at is not null and o.settled_at is null
    and not exists (select waiting_survey_mails(o.survey_id))
$$;

-- From the moment that somebody objects, or that a dossier is restricted or goes, nothing that waits
-- goes out any more.
create function recall_when_shielded() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform recall_survey_mails(array(
    select i.id from survey_invitations i where i.dossier_id = new.id));
  return null;
end
$$;
create trigger recall_when_shielded after update of paused_activities, restricted_at on dossiers
  for each row when ('surveys' = any (new.paused_activities) or new.restricted_at is not null)
  execute function recall_when_shielded();

create function recall_when_gone() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform recall_survey_mails(array[old.id]);
  return null;
end
$$;
create trigger recall_when_gone after delete on survey_invitations
  for each row execute function recall_when_gone();

-- By the link that whoever commissions got: words and link are handed over until it is planned, and
-- one amount comes back, in fives, so that two surveys cannot be subtracted to tell of one person.

create function commissioned_survey(secret bytea)
returns table (id uuid, party text, name text, title_nl text, title_en text, words_nl text,
  words_en text, link text, delivered_at timestamptz, begins_on date, ended_at timestamptz,
  settled_at timestamptz, stopped boolean, sent integer)
language sql stable security definer rows 1 set search_path from current as $$
  select s.id, p.name, s.name, s.title_nl, s.title_en, s.words_nl, s.words_en, s.link,
    s.delivered_at, m.begins_on, m.ended_at, m.settled_at, m.stopped_at is not null,
    case when m.sent >= smallest_group() then m.sent - m.sent % smallest_group() end
  from surveys s join parties p on p.id = s.party_id
  left join survey_mailings m on m.survey_id = s.id
  where s.token_hash = sha256(secret)
    and (m.settled_at is null or m.settled_at > now() - interval '1 year')
$$;

create function deliver_survey(secret bytea, told jsonb) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  which uuid := (select c.id from commissioned_survey(secret) c);
begin
  if which is null then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  update surveys s set title_nl = told ->> 'title_nl', title_en = told ->> 'title_en',
      words_nl = told ->> 'words_nl', words_en = told ->> 'words_en', link = told ->> 'link',
      delivered_at = now()
    where s.id = which;
  perform record('updated', 'surveys', null, null, 'surveys', which::text, null);
end
$$;

-- For checks: what is wrong with surveys, in amounts.
create function evidence_surveys()
returns table (survey_id uuid, twice bigint, waiting_despite bigint, asked_despite bigint,
  personal boolean, few boolean)
language sql stable security definer set search_path from current as $$
  select s.id,
    (select count(*) from (
      select from survey_invitations i where i.survey_id = s.id
      group by i.person_id having count(*) > 1) t),
    (select count(*) from waiting_survey_mails(s.id) w
      join survey_invitations i on i.id = w join dossiers d on d.id = i.dossier_id
      where d.restricted_at is not null or 'surveys' = any (d.paused_activities)),
    (select count(*) from survey_invitations i join objections o on o.dossier_id = i.dossier_id
      where i.survey_id = s.id and o.activity = 'surveys' and i.invited_at > o.objected_at
        and i.invited_at < coalesce(case when o.outcome = 'upheld' then null else o.decided_at end,
          'infinity')),
    s.link is not null and s.link ~ '[[:space:]{}<>"\[\]|%*]',
    m.settled_at is not null and m.invited between 1 and smallest_group() - 1
      and m.stopped_at is null
  from surveys s left join survey_mailings m on m.survey_id = s.id
$$;

grant execute on function count_survey, steer_survey, survey_progress to public;
grant execute on function commissioned_survey, deliver_survey to gestand_accounts;
grant execute on function invite_next, survey_words, queue_survey_mails, settle_surveys, evidence_surveys
  to gestand_worker;
