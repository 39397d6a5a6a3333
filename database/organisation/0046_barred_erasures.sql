-- Requests for erasure that cannot be carried out now: a hold puts them off, and a law that demands
-- keeping answers them. Both are told with the reason, and go by themselves.

-- Whether a law demands that a dossier is kept now, and until when; without a day when its term has
-- not begun.
create function law_keeps(which uuid, out kept boolean, out until date)
language sql stable security definer set search_path from current as $$
  select coalesce((r.started_on + t.at_least)::date > gestand.today(), true),
    (r.started_on + t.at_least)::date
  from dossiers d
  join retention_terms t on t.part = 'dossier' and t.at_least is not null
    and (t.kind = d.kind or t.kind = '' and not exists (
      select from retention_terms o where o.part = t.part and o.kind = d.kind))
  left join reckoned_dates r on r.dossier_id = d.id and r.part = t.part
  where d.id = which
$$;

-- The reason of a hold as it may be told, and its last day: an investigation could come to harm.
create function told_hold(ids uuid[], out reason text, out until date)
language sql stable security definer set search_path from current as $$
  select case when h.reason = 'investigation' then 'hold-untold' else 'hold-' || h.reason end,
    case when h.reason <> 'investigation' then h.ends_on end
  from standing_holds h where h.dossier_id = any (ids)
  order by h.reason = 'investigation' desc, h.ends_on desc limit 1
$$;

-- What the law demands to be kept is answered at once, once it is known who asks and about what.
create function answer_by_law(request uuid) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  r      requests;
  barred boolean;
  until  date;
begin
  select * into r from requests q where q.id = request;
  if r.kind <> 'erasure' or r.state <> 'weighing' then return; end if;
  select bool_and(coalesce(l.kept, false)), max(l.until) into barred, until
    from requested_dossiers(r) d left join lateral law_keeps(d) l on true;
  if barred then
    perform move_request(request, 'refuse', 'system', 'legal-duty', null, until);
  end if;
end
$$;

-- Orders what can go of a granted request. What is held puts the request off until the hold ends;
-- what a law keeps stays, and the rest was a part. Answers with the newest order.
create function settle_erasure(request uuid) returns uuid
language plpgsql volatile security definer set search_path from current as $$
declare
  r       requests;
  dossier uuid;
  made    uuid;
  held    uuid[];
  kept    date;
  hold    record;
begin
  select * into r from requests q where q.id = request for update;
  for dossier in
    select d from requested_dossiers(r) d
    where not exists (
        select from erasure_orders o where o.dossier_id = d and o.part = 'dossier')
      and not exists (select from standing_holds h where h.dossier_id = d)
      and not coalesce((select l.kept from law_keeps(d) l), false)
  loop
    made := order_erasure(dossier, 'dossier', 'request', request);
  end loop;
  if exists (select from erasure_orders o where o.request_id = request and o.closed_at is null) then
    return made;
  end if;
  select array_agg(distinct h.dossier_id) into held from standing_holds h
    where h.dossier_id in (select requested_dossiers(r));
  if held is not null then
    select * into hold from told_hold(held);
    perform move_request(request, 'hold', 'system', hold.reason, null, hold.until);
  elsif exists (select from requested_dossiers(r)) then
    select max(l.until) into kept from requested_dossiers(r) d, law_keeps(d) l;
    update requests q set outcome = 'partly' where q.id = request;
    perform move_request(request, 'finish', 'system', 'partly', null, kept);
  else
    perform finish_request(request, case when exists (
      select from erasure_orders o where o.request_id = request) then 'fulfilled'
      else 'nothing-held' end);
  end if;
  return made;
end
$$;

-- Requests for erasure that were granted become orders, and those that were held go on when nothing
-- holds them any more.
create function order_requested() returns integer
language plpgsql volatile security definer set search_path from current as $$
declare
  asked record;
  made  integer := 0;
begin
  perform move_request(q.id, 'resume', 'system') from requests q
    where q.state = 'held' and not exists (
      select from standing_holds h where h.dossier_id in (select requested_dossiers(q)));
  for asked in select x.request_id from requests_to_execute('{erasure}') x loop
    if settle_erasure(asked.request_id) is not null then made := made + 1; end if;
  end loop;
  return made;
end
$$;

-- Begins with what the person asked and the statement grants at once, in the transaction that asks:
-- the answer is the number by which it can be followed, without an account.
create function begin_own_erasure(request uuid) returns uuid
language plpgsql volatile security definer set search_path from current as $$
begin
  if not exists (select from requests q
    where q.id = request and q.account_id = actor() and q.kind = 'erasure'
      and q.state = 'executing') then
    return null;
  end if;
  return settle_erasure(request);
end
$$;

-- What stands in the way of erasing the opened dossier, for its person: said before it is asked.
create function erasure_bar(out reason text, out until date)
language sql stable parallel restricted security definer set search_path from current as $$
  select b.reason, b.until from (
    select h.reason, h.until, 1 as rank from told_hold(array[opened()]) h
    union all
    select 'legal-duty', l.until, 0 from law_keeps(opened()) l where l.kept) b
  where opened() is not null and b.reason is not null order by b.rank limit 1
$$;

-- Steps that the software took by itself and that the person must hear of, each once.
alter table requests add column told_place integer not null default 0;
comment on column requests.told_place is $$The last step that the person was mailed of. @stamp$$;

create function take_request_news()
returns table (request_id uuid, account_id uuid, name text, email text, language text, number text)
language sql volatile security definer set search_path from current as $$
  update requests q set told_place = n.place
  from (
    select s.request_id, max(s.place) as place from request_steps s
    where s.action in ('hold', 'resume') or s.until_on is not null
      or s.action = 'refuse' and s.ground = 'legal-duty' and s.taken_by is null
    group by s.request_id) n
  where n.request_id = q.id and n.place > q.told_place
  returning q.id, q.account_id, q.name, q.email, q.language, q.number
$$;

grant execute on function begin_own_erasure, erasure_bar to public;
grant execute on function order_requested, take_request_news to gestand_worker;
