-- What checks may know of it: whether each version came about as promised.
create function evidence_publications() returns table (version integer, code text)
language sql stable security definer set search_path from current as $$
  select coalesce(p.version, s.version), case
    when exists (
      select from statement_approvals a
      join statement_proposals o on o.id = a.proposal_id
      join statement_revisions r on r.id = o.revision_id
      where a.proposal_id = p.proposal_id and (a.approved_by = o.proposed_by or exists (
        select from statement_revisions w
        where w.draft_id = r.draft_id and w.written_by = a.approved_by))) then 'OWN_APPROVAL'
    when exists (
      select from statement_proposals o join statement_revisions r on r.id = o.revision_id
      where o.id = p.proposal_id and r.source <> coalesce(s.source, p.source)) then 'OTHER_TEXT'
    when (s.applied_at at time zone 'Europe/Amsterdam')::date < s.in_force then 'TOO_EARLY'
    when s.version is not null and p.retracted_at is not null then 'RETRACTED'
    when s.version is null and p.retracted_at is null and p.in_force <= gestand.today()
      and greatest(p.decided_at, p.in_force::timestamp at time zone 'Europe/Amsterdam')
        < now() - interval '1 hour' then 'LATE'
    end
  from publications p full join statements s on s.version = p.version
$$;

-- Versions that were decided on, and how many people still wait to be told; a day is time enough.
create function evidence_audience() returns table (version integer, code text, waiting bigint)
language sql stable security definer set search_path from current as $$
  select p.version, case
    when greatest(p.decided_at, p.retracted_at) > now() - interval '1 day' then null
    when p.announced_at is null then 'NOT_ANNOUNCED'
    when count(a.account_id) > 0 then 'NOT_TOLD'
    end, greatest(count(a.account_id), 1)
  from publications p left join statement_audience a on a.version = p.version
    and a.told_at is null
  group by p.version
$$;

-- What there is to do, for the worker: versions of which the day has come or whose audience is not
-- settled, and people to tell. Telling is taking: the mail is queued in the same transaction.
create function publications_waiting(out by_owner boolean, out by_mail boolean)
language sql stable security definer set search_path from current as $$
  select exists (
      select from publications p where p.problem is null and p.retracted_at is null
        and (p.announced_at is null
        or (p.applied_at is null and p.in_force <= gestand.today()))),
    exists (select from statement_audience where told_at is null)
$$;

create function take_audience(amount integer)
returns table (version integer, account_id uuid, news text)
language plpgsql volatile security definer set search_path from current as $$
begin
  -- Who was told of what is true now need not be remembered.
  delete from statement_audience a using publications p
    where p.version = a.version and a.told_at is not null
      and (p.applied_at is not null or p.retracted_at is not null);
  return query
    update statement_audience a set told_at = now() from (
      select s.version, s.account_id from statement_audience s where s.told_at is null
      order by 1, 2 limit amount for update skip locked) t
    where a.version = t.version and a.account_id = t.account_id
    returning a.version, a.account_id, a.news;
end
$$;
grant execute on function evidence_publications, evidence_audience, publications_waiting,
  take_audience to gestand_worker;
