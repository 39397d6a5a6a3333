-- Diplomas as others see them: by a link of the holder, in the list of what waits, and to checks.

-- Of a link only its end can be brought forward, once.
create function guard_share() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if current_activity() is not null and ((new.copy, new.ends_at) is distinct from
    (old.copy, old.ends_at) or old.ended_at is not null) then
    raise exception 'CONFLICT' using errcode = 'GS409';
  end if;
  new.ended_at := case when current_activity() is null then new.ended_at else now() end;
  return new;
end
$$;
create trigger guard_share before update on diploma_shares
  for each row when (new.looks = old.looks) execute function guard_share();

-- What a link shows, to whoever has it. Without the secret in the link the copy cannot be read.
create function shared_diploma(secret_hash bytea)
returns table (copy bytea, state text, ends_at timestamptz)
language plpgsql volatile security definer set search_path from current as $$
begin
  return query
    update diploma_shares s set looks = s.looks + 1, looked_at = now()
    where s.token_hash = secret_hash and s.ended_at is null and s.ends_at > now()
      and exists (select from living_dossiers l where l.id = s.dossier_id)
    returning s.copy, diploma_state(s.number), s.ends_at;
end
$$;
grant execute on function shared_diploma to public;

-- Those who may get a diploma now, with the longest wait first; and those who ask for another in
-- the name as it is now.
create function diplomas_to_issue(most integer)
returns table (dossier_id uuid, submission_id uuid, replaces text, since timestamptz, total bigint)
language plpgsql stable security definer set search_path from current as $$
begin
  if current_activity() is distinct from 'diplomas' or not acting('diplomas') then return; end if;
  return query
    select w.dossier_id, w.submission_id, w.replaces, w.since, count(*) over ()
    from (
      select s.dossier_id, s.id as submission_id, null::text as replaces, s.settled_at as since
      from submissions s join registrations r on r.dossier_id = s.dossier_id
      where s.about = 'diploma' and s.outcome = 'verified' and r.state = 'enrolled'
      union all
      select q.dossier_id, null, q.number, q.asked_at
      from reissue_requests q
      where not exists (select from diploma_revocations v where v.number = q.number)) w
    join living_dossiers l on l.id = w.dossier_id
    order by w.since, w.dossier_id limit most;
end
$$;
grant execute on function diplomas_to_issue to public;
create index submissions_verified on submissions (settled_at)
  where about = 'diploma' and outcome = 'verified';

-- What checks may know of diplomas: numbers, days and links, never whose they are.
create function evidence_diplomas()
returns table (number text, serial integer, expected text, dossier_id uuid, orphan boolean,
  linked boolean, unverified boolean, undocumented boolean)
language sql stable security definer set search_path from current as $$
  select d.number, d.serial, diploma_number(d.serial), d.dossier_id,
    d.dossier_id is not null and o.id is null,
    d.dossier_id is null and d.replaces is not null,
    s.id is not null and (select count(*) from verifications v
      where v.submission_id = s.id and v.decision = 'confirmed') < 2,
    m.number is not null and m.submission_id is null and d.replaces is null
  from diplomas d
  left join dossiers o on o.id = d.dossier_id
  left join diploma_documents m on m.number = d.number
  left join submissions s on s.id = m.submission_id
$$;

create function evidence_diploma_series(out last integer, out highest integer, out given bigint)
language sql stable security definer set search_path from current as $$
  select (select s.last from diploma_series s), coalesce(max(d.serial), 0), count(*) from diplomas d
$$;
grant execute on function evidence_diplomas, evidence_diploma_series to gestand_worker;
