-- What people enter about themselves, who is reminded of what waits, and
-- the colleagues of an institution.

-- What people enter about themselves is theirs: nobody else changes it, but the officer who carries
-- out a request that was granted.
create function guard_registrant() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  doing text := current_activity();
begin
  if doing is null or pg_trigger_depth() > 1 then return new; end if;
  if doing = 'taking-over' and tg_op = 'INSERT' then
    new.source := 'import';
  elsif doing in ('self-service', 'self-enrolment') then
    new.source := 'person';
  elsif doing = 'correction' and exists (
    select from requests q
    where q.kind = 'rectification' and q.state = 'executing'
      and new.dossier_id in (select requested_dossiers(q))) then
    new.source := 'request';
  else
    raise exception 'OWN_ENTRY' using errcode = 'GS403';
  end if;
  new.entered_at := now();
  return new;
end
$$;
create trigger guard_registrant before insert or update on registrants
  for each row execute function guard_registrant();

-- One person has one name and one address, in each of the own registrations.
create function spread_registrant() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  update registrations g set announced_name = null
    where g.dossier_id = new.dossier_id and g.announced_name is not null;
  if pg_trigger_depth() > 1 then return null; end if;
  update registrants t set given_names = new.given_names, prefix = new.prefix,
    family_name = new.family_name, born_on = new.born_on, birth_place = new.birth_place,
    email = new.email, phone = new.phone, street = new.street, house_number = new.house_number,
    house_number_addition = new.house_number_addition, postcode = new.postcode, city = new.city,
    source = new.source, entered_at = new.entered_at
  where t.dossier_id <> new.dossier_id and t.dossier_id in (
    select o.id from dossiers d join dossiers o on o.person_id = d.person_id
    where d.id = new.dossier_id);
  return null;
end
$$;
create trigger spread_registrant after insert or update on registrants
  for each row execute function spread_registrant();

-- The officer carries out a correction that was asked in writing and granted: for that alone, and
-- for as long as the request is being carried out.
create function take_up_correction(request uuid) returns setof uuid
language plpgsql volatile security definer set search_path from current as $$
declare
  asked requests;
begin
  select * into asked from requests q where q.id = request for update;
  if not found or not handles_requests() then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  if asked.state <> 'executing' or asked.kind <> 'rectification'
    or not exists (select from activities where activity = 'correction') then
    raise exception 'REQUEST_STEP_IMPOSSIBLE' using errcode = 'GS409';
  end if;
  if asked.account_id = actor() or exists (
    select from relations r join dossiers d on d.id = r.dossier_id
      join relation_words w on w.relation = r.relation
    where w.subject and r.holder_id = actor() and d.person_id = asked.person_id) then
    raise exception 'OWN_REQUEST' using errcode = 'GS403';
  end if;
  insert into relations (dossier_id, holder_id, relation, until)
    select d, actor(), w.relation, now() + interval '14 days'
    from requested_dossiers(asked) d, relation_words w
    where w.relation = 'request-handler'
    on conflict (dossier_id, holder_id, relation, absence_id) do update
      set until = excluded.until;
  return query select requested_dossiers(asked);
end
$$;
grant execute on function take_up_correction to public;

-- Reminders: two weeks after something was put before an institution, and then each two weeks,
-- three times at most; to whoever acts for it, one mail with a number. And to people who were sent
-- their enrolment back and did nothing for two weeks, once.

create function remind_verifiers() returns table (account_id uuid, waiting bigint)
language sql volatile security definer set search_path from current as $$
  with late as (
    update submissions s set reminders = s.reminders + 1, reminded_on = gestand.today()
    where s.outcome = 'open' and s.reminders < 3
      and coalesce(s.reminded_on, s.submitted_at::date) <= gestand.today() - 14
    returning s.id, s.dossier_id)
  select f.account_id, count(*)
  from late l
  join registrations g on g.dossier_id = l.dossier_id
  join living_dossiers d on d.id = l.dossier_id
  cross join lateral (values (g.institution_id, 'institution'), (g.institute_id, 'institute'))
    as v (party_id, verifier)
  join affiliations f on f.party_id = v.party_id
  where not exists (select from verifications w
    where w.submission_id = l.id and w.verifier = v.verifier)
  group by f.account_id
$$;

alter table registrations add column reminded_on date;
comment on column registrations.reminded_on is
  $$When the person was reminded of an enrolment that waits for them. @stamp$$;

create function remind_registrants() returns table (account_id uuid, dossier_id uuid)
language sql volatile security definer set search_path from current as $$
  with late as (
    update registrations g set reminded_on = gestand.today()
    where g.state in ('invited', 'rejected') and g.state_since < now() - interval '14 days'
      and (g.reminded_on is null or g.reminded_on < g.state_since::date)
    returning g.dossier_id)
  select r.holder_id, l.dossier_id
  from late l
  join living_dossiers d on d.id = l.dossier_id
  join relations r on r.dossier_id = l.dossier_id and r.relation = 'registrant'
    and (r.until is null or r.until > now())
$$;
grant execute on function remind_verifiers, remind_registrants to gestand_worker;

-- Colleagues of whoever looks after them, by name.
create function own_colleagues()
returns table (party_id uuid, party text, account_id uuid, name text, email text,
  administrator boolean)
language sql stable parallel restricted security definer set search_path from current rows 20 as $$
  select f.party_id, p.name, f.account_id, a.name, a.email, exists (
      select from party_functions n where n.party_id = f.party_id
        and n.account_id = f.account_id and n.function = 'institution-administrator')
  from affiliations f
  join parties p on p.id = f.party_id
  join gestand.accounts a on a.id = f.account_id
  where f.party_id in (select kept_parties())
  order by p.name, a.name, f.account_id
  limit 500
$$;
grant execute on function own_colleagues to public;

-- What the checks may know: states and counts, no names.

create function evidence_registrations()
returns table (dossier_id uuid, kind text, state text, parties bigint, enrolments bigint,
  verified bigint)
language sql stable security definer set search_path from current as $$
  select g.dossier_id, d.kind, g.state,
    (select count(*) from standing_relations s join relation_words w on w.party
      where s.dossier_id = g.dossier_id and exists (select from relations r
        where r.dossier_id = s.dossier_id and r.holder_id = s.holder_id
          and r.relation = w.relation and (r.until is null or r.until > now()))),
    (select count(*) from submissions s
      where s.dossier_id = g.dossier_id and s.about = 'enrolment'),
    (select count(*) from submissions s
      where s.dossier_id = g.dossier_id and s.about = 'enrolment' and s.outcome = 'verified')
  from registrations g join dossiers d on d.id = g.dossier_id
$$;

create function evidence_submissions()
returns table (submission_id uuid, outcome text, confirmed bigint, verifiers bigint,
  unexplained bigint)
language sql stable security definer set search_path from current as $$
  select s.id, s.outcome, count(*) filter (where v.decision = 'confirmed'),
    count(distinct coalesce(v.verified_by::text, v.verifier)),
    count(*) filter (where v.decision = 'rejected' and j.reason is null)
  from submissions s
  left join verifications v on v.submission_id = s.id
  left join rejections j on j.submission_id = v.submission_id and j.verifier = v.verifier
  group by s.id, s.outcome
$$;

-- In which activity what somebody entered was changed last, by the ledger.
create function evidence_registrants() returns table (dossier_id uuid, activity text)
language sql stable security definer set search_path from current as $$
  select t.dossier_id, (
    select l.activity from ledger l
    where l.dossier_id = t.dossier_id and l.subject = 'registrants'
      and l.act = 'updated'
    order by l.id desc limit 1)
  from registrants t
$$;
grant execute on function evidence_registrations, evidence_submissions, evidence_registrants
  to gestand_worker;
