-- How a registration goes on: put before two verifiers, confirmed or sent back, interrupted, moved
-- to another employer, ended, or crowned with a diploma. It goes by the table of transitions alone.

create function move_registration(which uuid, doing text) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  then_state text;
begin
  select t.next into then_state from registrations g
    join registration_transitions t on t.state = g.state and t.act = doing
    where g.dossier_id = which for update of g;
  if then_state is null then
    raise exception 'REGISTRATION_STEP_IMPOSSIBLE' using errcode = 'GS409';
  end if;
  update registrations g set state = then_state, state_since = now() where g.dossier_id = which;
end
$$;

-- No state is reached but by the table, whoever writes it.
create function guard_state() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if not exists (select from registration_transitions t
    where t.state = old.state and t.next = new.state) then
    raise exception 'REGISTRATION_STEP_IMPOSSIBLE' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_state before update of state on registrations
  for each row when (new.state <> old.state) execute function guard_state();

-- Training begins and ends, from which the rights of the person count. Its institutions leave with
-- its end: what they knew as employer or institute is over.
create function registration_moved() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if new.state = 'enrolled' then
    insert into events (dossier_id, event) values (new.dossier_id, 'training.started')
      on conflict do nothing;
  elsif new.state in ('graduated', 'ended') then
    insert into events (dossier_id, event) values (new.dossier_id, 'training.ended')
      on conflict do nothing;
    update submissions s set outcome = 'lapsed', settled_at = now()
      where s.dossier_id = new.dossier_id and s.outcome = 'open';
    update relations r set until = now()
      where r.dossier_id = new.dossier_id
        and r.relation in ('employer', 'institute', 'auditor', 'portfolio-viewer')
        and (r.until is null or r.until > now());
  end if;
  return null;
end
$$;
create trigger registration_moved after update of state on registrations
  for each row when (new.state <> old.state) execute function registration_moved();
create trigger registration_began after insert on registrations
  for each row when (new.state in ('enrolled', 'interrupted', 'graduated', 'ended'))
  execute function registration_moved();

-- From student to graduated professional: by the diploma, and by nothing else.
create function graduate(which uuid) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  perform from dossiers d where d.id = which for update;
  perform move_registration(which, 'graduate');
  update dossiers d set kind = 'professional' where d.id = which;
end
$$;

-- An enrolment is put before the verifiers once the person entered who they are; an application for
-- the diploma while in training.
create function guard_submission() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if current_activity() is null then return new; end if;
  perform from dossiers d where d.id = new.dossier_id for update;
  if not exists (select from registrants t where t.dossier_id = new.dossier_id) then
    raise exception 'REGISTRANT_MISSING' using errcode = 'GS409';
  end if;
  new.outcome := 'open';
  if new.about = 'enrolment' then
    perform move_registration(new.dossier_id, 'submit');
  elsif not exists (select from registrations g
    where g.dossier_id = new.dossier_id and g.state = 'enrolled') then
    raise exception 'NOT_IN_TRAINING' using errcode = 'GS409';
  elsif exists (select from submissions s
    where s.dossier_id = new.dossier_id and s.outcome = 'open') then
    raise exception 'SUBMISSION_OPEN' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_submission before insert on submissions
  for each row execute function guard_submission();

create function note_open_submission() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  update registrations g set open_submission_id = (
    select s.id from submissions s where s.dossier_id = new.dossier_id and s.outcome = 'open')
  where g.dossier_id = new.dossier_id;
  return null;
end
$$;
create trigger note_open_submission after insert or update of outcome on submissions
  for each row execute function note_open_submission();

-- Who verifies does so for the institution that they act for, as the one of the two that it is in
-- this registration, and once. Two at a time take turns by the lock on the dossier.
create function guard_verification() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  who uuid := actor();
  at  registrations;
begin
  perform from dossiers d where d.id = new.dossier_id for update;
  if not exists (select from submissions s
    where s.id = new.submission_id and s.dossier_id = new.dossier_id and s.outcome = 'open') then
    raise exception 'SUBMISSION_SETTLED' using errcode = 'GS409';
  end if;
  select * into at from registrations g where g.dossier_id = new.dossier_id;
  new.party_id := case new.verifier when 'institution' then at.institution_id
    else at.institute_id end;
  if who is null then return new; end if;
  if not exists (select from affiliations f
    where f.account_id = who and f.party_id = new.party_id) then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  -- Two verifications are two pairs of eyes.
  if exists (select from verifications v
    where v.submission_id = new.submission_id and v.verified_by = who) then
    raise exception 'SAME_VERIFIER' using errcode = 'GS403';
  end if;
  return new;
end
$$;
create trigger guard_verification before insert on verifications
  for each row execute function guard_verification();

create function settle_submission() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  on_what text := (select s.about from submissions s where s.id = new.submission_id);
  came_of text := case
    when new.decision = 'rejected' then 'rejected'
    when (select count(*) from verifications v
      where v.submission_id = new.submission_id and v.decision = 'confirmed') = 2
      then 'verified' end;
begin
  if came_of is null then return null; end if;
  -- Both may come in one statement: then the first of them settles it, and the other finds it so.
  update submissions s set outcome = came_of, settled_at = now()
    where s.id = new.submission_id and s.outcome = 'open';
  if not found then return null; end if;
  if on_what = 'enrolment' then
    perform move_registration(new.dossier_id,
      case came_of when 'verified' then 'confirm' else 'reject' end);
  end if;
  return null;
end
$$;
create trigger settle_submission after insert on verifications
  for each row execute function settle_submission();

-- Nothing is sent back without a reason.
create function guard_rejection() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if new.decision = 'rejected' and exists (
    select from verifications v
    where v.submission_id = new.submission_id and v.verifier = new.verifier)
    and not exists (select from rejections j
      where j.submission_id = new.submission_id and j.verifier = new.verifier) then
    raise exception 'REASON_MISSING' using errcode = 'GS400';
  end if;
  return null;
end
$$;
create constraint trigger guard_rejection after insert on verifications
  deferrable initially deferred for each row execute function guard_rejection();

-- An outcome is reached by verifications alone, and does not change.
create function guard_outcome() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if old.outcome <> 'open' or new.about <> old.about or new.outcome = 'verified' and (
    select count(distinct v.verifier) from verifications v
    where v.submission_id = new.id and v.decision = 'confirmed') < 2 then
    raise exception 'SUBMISSION_SETTLED' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_outcome before update of outcome, about on submissions
  for each row execute function guard_outcome();

create function guard_interruption() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  began date := (select g.starts_on from registrations g where g.dossier_id = new.dossier_id);
begin
  if current_activity() is null then return new; end if;
  perform from dossiers d where d.id = new.dossier_id for update;
  if new.starts_on < began or new.starts_on > gestand.today() or new.ends_on > gestand.today()
    then
    raise exception 'DAY_OUTSIDE_TRAINING' using errcode = 'GS400';
  end if;
  if exists (select from interruptions i
    where i.dossier_id = new.dossier_id and i.id <> new.id
      and daterange(i.starts_on, i.ends_on) && daterange(new.starts_on, new.ends_on)) then
    raise exception 'INTERRUPTION_OVERLAPS' using errcode = 'GS409';
  end if;
  if tg_op = 'INSERT' and new.ends_on is null then
    perform move_registration(new.dossier_id, 'interrupt');
  elsif tg_op = 'INSERT' then
    if not exists (select from registrations g
      where g.dossier_id = new.dossier_id and g.state in ('enrolled', 'interrupted')) then
      raise exception 'NOT_IN_TRAINING' using errcode = 'GS409';
    end if;
  elsif old.ends_on is null and new.ends_on is not null then
    perform move_registration(new.dossier_id, 'resume');
  elsif (old.starts_on, old.ends_on) is distinct from (new.starts_on, new.ends_on) then
    raise exception 'REGISTRATION_STEP_IMPOSSIBLE' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_interruption before insert or update on interruptions
  for each row execute function guard_interruption();

-- Who goes to work elsewhere takes the registration along: the old employer is out of it at once.
-- What it had confirmed of something that is still open, the new one confirms.
create function guard_employer_change() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  at registrations;
begin
  if current_activity() is null then return new; end if;
  perform from dossiers d where d.id = new.dossier_id for update;
  select * into at from registrations g where g.dossier_id = new.dossier_id;
  new.from_id := at.institution_id;
  if at.state in ('graduated', 'ended') then
    raise exception 'NOT_IN_TRAINING' using errcode = 'GS409';
  elsif new.changed_on < at.starts_on or new.changed_on > gestand.today() then
    raise exception 'DAY_OUTSIDE_TRAINING' using errcode = 'GS400';
  elsif new.party_id = at.institution_id or not accredited(new.party_id, at.version_id, 'care') then
    raise exception 'NOT_ACCREDITED' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_employer_change before insert on employer_changes
  for each row execute function guard_employer_change();

create function employer_changed() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if current_activity() is null then return null; end if;
  delete from verifications v using submissions s
    where s.id = v.submission_id and s.dossier_id = new.dossier_id and s.outcome = 'open'
      and v.verifier = 'institution';
  update registrations g set institution_id = new.party_id where g.dossier_id = new.dossier_id;
  return null;
end
$$;
create trigger employer_changed after insert on employer_changes
  for each row execute function employer_changed();

create function guard_ending() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if current_activity() is null then return new; end if;
  perform from dossiers d where d.id = new.dossier_id for update;
  if new.ended_on > gestand.today() or new.ended_on < (
    select least(g.starts_on, gestand.today()) from registrations g
    where g.dossier_id = new.dossier_id) then
    raise exception 'DAY_OUTSIDE_TRAINING' using errcode = 'GS400';
  end if;
  return new;
end
$$;
create trigger guard_ending before insert on endings
  for each row execute function guard_ending();

create function training_ended() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform move_registration(new.dossier_id, 'end') where current_activity() is not null;
  return null;
end
$$;
create trigger training_ended after insert on endings
  for each row execute function training_ended();
