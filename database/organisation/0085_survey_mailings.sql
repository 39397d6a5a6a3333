-- How a survey goes out: in batches, which an objection reaches, and what becomes of it.

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

-- From the moment that somebody objects, or that a dossier is restricted or goes, nothing that
-- waits goes out any more.
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

grant execute on function steer_survey, survey_progress to public;
grant execute on function commissioned_survey, deliver_survey to gestand_accounts;
grant execute on function invite_next, survey_words, queue_survey_mails, settle_surveys,
  evidence_surveys to gestand_worker;
