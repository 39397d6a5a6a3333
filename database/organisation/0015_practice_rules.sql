-- What holds between the rows of the practice, whoever writes them and however many at once.

-- Starting and ending an engagement are events; starting writes the line of the principal.
create function engagement_started() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  insert into events (dossier_id, event, occurred_at)
    values (new.dossier_id, 'engagement.started', new.activated_at);
  update dossiers set service_state = 'active' where id = new.dossier_id;
  insert into relation_lines (party_id, dossier_id, name, service, year)
    select e.party_id, d.id,
      concat_ws(' ', nullif(c.given_name, ''), nullif(c.prefix, ''), c.family_name), d.kind,
      extract(year from new.activated_at)
    from dossiers d join engagements e on e.dossier_id = d.id join clients c on c.dossier_id = d.id
    where d.id = new.dossier_id and e.party_id is not null
    on conflict do nothing;
  return null;
end
$$;
create trigger engagement_started after insert on activations
  for each row execute function engagement_started();

create function engagement_ended() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  insert into events (dossier_id, event, occurred_at)
    values (new.dossier_id, 'engagement.ended',
      new.ended_on::timestamp at time zone 'Europe/Amsterdam');
  update dossiers set service_state = 'closed' where id = new.dossier_id;
  return null;
end
$$;
create trigger engagement_ended after insert on closures
  for each row execute function engagement_ended();

-- A closed dossier takes no new content. Whoever writes holds the dossier until the end of the
-- transaction, and so does
-- whoever closes it: one of the two comes first.
create function refuse_when_closed() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  which uuid := case when tg_op = 'DELETE' then old.dossier_id else new.dossier_id end;
begin
  perform from dossiers where id = which for share;
  if exists (select from closures where dossier_id = which) then
    raise exception 'DOSSIER_CLOSED' using errcode = 'GS409';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger refuse_when_closed before insert or update on consults
  for each row execute function refuse_when_closed();
create trigger refuse_when_closed before insert or update on summaries
  for each row execute function refuse_when_closed();
create trigger refuse_when_closed before insert or update on notes
  for each row execute function refuse_when_closed();
create trigger refuse_when_closed before insert on documents
  for each row execute function refuse_when_closed();

create function refuse_double_closing() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform from dossiers where id = new.dossier_id for update;
  if exists (select from closures where dossier_id = new.dossier_id) then
    raise exception 'DOSSIER_CLOSED' using errcode = 'GS409';
  end if;
  if new.ended_on > gestand.today() or new.ended_on < (
    select (activated_at at time zone 'Europe/Amsterdam')::date from activations
    where dossier_id = new.dossier_id) then
    raise exception 'END_OUTSIDE_SERVICE' using errcode = 'GS400';
  end if;
  return new;
end
$$;
create trigger refuse_double_closing before insert on closures
  for each row execute function refuse_double_closing();

-- A summary that was sent does not change; a next version replaces it, unless the client approved
-- it meanwhile and no correction was granted. The same row once more is a form that was sent twice:
-- its key refuses that, and says so.
create function guard_summary() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'UPDATE' then
    perform from summaries where id = old.id for update;
    if exists (select from dispatches where summary_id = old.id) then
      raise exception 'SUMMARY_SENT' using errcode = 'GS409';
    end if;
    new.written_at := now();
    new.written_by := coalesce(actor(), old.written_by);
  elsif exists (select from summaries where id = new.id) then
    return new;
  elsif new.replaces is not null then
    perform from summaries where id = new.replaces and dossier_id = new.dossier_id
      and consult_id = new.consult_id for update;
    if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
    if exists (select from approvals where summary_id = new.replaces)
      and correction_granted(new.dossier_id) is not true then
      raise exception 'SUMMARY_APPROVED' using errcode = 'GS409';
    end if;
    if not exists (select from dispatches where summary_id = new.replaces) then
      raise exception 'SUMMARY_NOT_SENT' using errcode = 'GS409';
    end if;
    if exists (select from summaries where replaces = new.replaces) then
      raise exception 'SUMMARY_REPLACED' using errcode = 'GS409';
    end if;
  elsif exists (select from summaries where consult_id = new.consult_id and replaces is null) then
    raise exception 'SUMMARY_EXISTS' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_summary before insert or update on summaries
  for each row execute function guard_summary();
create unique index summaries_first on summaries (consult_id) where replaces is null;

create function guard_dispatch() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform from summaries where id = new.summary_id for update;
  return new;
end
$$;
create trigger guard_dispatch before insert on dispatches
  for each row execute function guard_dispatch();

-- The client answers once, and about the newest version. An approval once more is left to its key.
create function guard_answer() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform from summaries where id = new.summary_id for update;
  if tg_table_name = 'approvals' and exists (
    select from approvals where summary_id = new.summary_id) then
    return new;
  end if;
  if exists (select from summaries where replaces = new.summary_id) then
    raise exception 'SUMMARY_REPLACED' using errcode = 'GS409';
  end if;
  if exists (select from approvals where summary_id = new.summary_id)
    or exists (select from disputes where summary_id = new.summary_id) then
    raise exception 'SUMMARY_ANSWERED' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_answer before insert on approvals for each row execute function guard_answer();
create trigger guard_answer before insert on disputes for each row execute function guard_answer();

-- A question for consent is answered once. The same answer once more is left to its key, unless it
-- was
-- withdrawn since.
create function guard_consent() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform from consent_requests where id = new.request_id for update;
  if exists (select from consents where request_id = new.request_id and decision <> new.decision)
    or exists (select from withdrawals where request_id = new.request_id) then
    raise exception 'CONSENT_ANSWERED' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_consent before insert on consents
  for each row execute function guard_consent();

-- A withdrawal and a disclosure under the same consent wait for each other.
create function guard_withdrawal() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform from consents where request_id = new.request_id and decision = 'given' for update;
  if not found then raise exception 'CONSENT_NOT_GIVEN' using errcode = 'GS409'; end if;
  return new;
end
$$;
create trigger guard_withdrawal before insert on withdrawals
  for each row execute function guard_withdrawal();

-- What a client agreed to names the days: an absence about which clients were asked does not grow.
-- Asking holds the absence, so that it cannot grow meanwhile.
create function guard_absence() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if (new.starts_on < old.starts_on or new.ends_on > old.ends_on)
    and exists (select from consent_requests where item_id = old.id) then
    raise exception 'ABSENCE_ASKED' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_absence before update on absences
  for each row execute function guard_absence();

-- A disclosure names a consent for disclosure to that party of that item, which stands; a summary
-- must be approved.
create function guard_disclosure() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  item uuid;
begin
  perform from consents where request_id = new.request_id for share;
  select c.item_id into item from standing_consents c
  where c.request_id = new.request_id and c.dossier_id = new.dossier_id
    and c.consent = 'disclosure' and c.holder_id = new.party_id;
  if item is null then raise exception 'CONSENT_MISSING' using errcode = 'GS409'; end if;
  if not exists (select from summaries where id = item and dossier_id = new.dossier_id)
    and not exists (select from documents where id = item and dossier_id = new.dossier_id) then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  if exists (select from summaries where id = item)
    and not exists (select from approvals where summary_id = item) then
    raise exception 'SUMMARY_NOT_APPROVED' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_disclosure before insert on disclosures
  for each row execute function guard_disclosure();

-- What waits in a dossier is counted anew at each change, by one at a time: the second waits, and
-- then
-- counts what the first has written too.
create function count_open_matters() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  which uuid := case when tg_op = 'DELETE' then old.dossier_id else new.dossier_id end;
begin
  -- A dossier that goes takes everything with it: there is nothing left to count.
  if not exists (select from dossiers where id = which) then return null; end if;
  insert into open_matters (dossier_id) values (which) on conflict do nothing;
  perform from open_matters where dossier_id = which for update;
  update open_matters m set
    summaries_unsent = s.unsent,
    summaries_unanswered = s.unanswered,
    summaries_disputed = s.disputed,
    consents_unanswered = (
      select count(*) from consent_requests q where q.dossier_id = which
        and not exists (select from consents c where c.request_id = q.id))
  from (
    select count(*) filter (where p.summary_id is null) as unsent,
      count(*) filter (
        where p.summary_id is not null and coalesce(a.summary_id, d.summary_id) is null
      ) as unanswered,
      count(*) filter (where d.summary_id is not null) as disputed
    from summaries t
    left join dispatches p on p.summary_id = t.id
    left join approvals a on a.summary_id = t.id
    left join disputes d on d.summary_id = t.id
    where t.dossier_id = which
      and not exists (select from summaries n where n.replaces = t.id)) s
  where m.dossier_id = which;
  return null;
end
$$;
create trigger count_open_matters after insert or delete on summaries
  for each row execute function count_open_matters();
create trigger count_open_matters after insert or delete on dispatches
  for each row execute function count_open_matters();
create trigger count_open_matters after insert or delete on approvals
  for each row execute function count_open_matters();
create trigger count_open_matters after insert or delete on disputes
  for each row execute function count_open_matters();
create trigger count_open_matters after insert or delete on consent_requests
  for each row execute function count_open_matters();
create trigger count_open_matters after insert or delete on consents
  for each row execute function count_open_matters();

-- Who stands in a relation to the opened dossier: for mail about it, which knows accounts and no
-- names.
create function holders_of_opened(word text) returns setof uuid
language sql stable parallel restricted security definer set search_path from current rows 5 as $$
  select r.holder_id from relations r
  where r.dossier_id = opened() and r.relation = word and (r.until is null or r.until > now())
$$;
grant execute on function holders_of_opened to public;

-- Which of these forms began an engagement, in whatever dossier. Ids of forms tell nothing, and are
-- not guessed.
create function begun_intakes(forms uuid[]) returns setof uuid
language sql stable parallel restricted security definer set search_path from current as $$
  select e.intake_id from engagements e where e.intake_id = any (forms) and actor() is not null
$$;
grant execute on function begun_intakes to public;
