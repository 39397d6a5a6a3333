-- A statement can say from which event on people can have their data erased: while somebody is in
-- training, for one, the data are needed for what they were given for. Asked sooner, the answer
-- comes at once, with that reason, and nobody can order it.

alter table right_rules add column after_event text;
comment on table right_rules is $$Within which term each right is answered, whether it is granted at
once, and from which event on it is there. @system$$;

insert into refusal_grounds (ground, kinds) values ('not-yet', '{erasure}');

-- Whether what somebody must have reached before an erasure is still to come.
create function erasure_awaits(which uuid) returns boolean
language sql stable security definer set search_path from current as $$
  select exists (
    select from right_rules r
    where r.word = 'erasure' and r.after_event is not null and not exists (
      select from events e where e.dossier_id = which and e.event = r.after_event))
$$;

create or replace function law_keeps(which uuid, out kept boolean, out until date)
language sql stable security definer set search_path from current as $$
  select coalesce(l.kept, false) or erasure_awaits(which), l.until
  from (select) one left join lateral (
    select coalesce((r.started_on + t.at_least)::date > gestand.today(), true) as kept,
      (r.started_on + t.at_least)::date as until
    from dossiers d
    join retention_terms t on t.part = 'dossier' and t.at_least is not null
      and (t.kind = d.kind or t.kind = '' and not exists (
        select from retention_terms o where o.part = t.part and o.kind = d.kind))
    left join reckoned_dates r on r.dossier_id = d.id and r.part = t.part
    where d.id = which) l on true
$$;

create or replace function answer_by_law(request uuid) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  r      requests;
  barred boolean;
  early  boolean;
  until  date;
begin
  select * into r from requests q where q.id = request;
  if r.kind <> 'erasure' or r.state <> 'weighing' then return; end if;
  select bool_and(coalesce(l.kept, false)), bool_or(erasure_awaits(d)), max(l.until)
    into barred, early, until
    from requested_dossiers(r) d left join lateral law_keeps(d) l on true;
  if barred then
    perform move_request(request, 'refuse', 'system',
      case when early then 'not-yet' else 'legal-duty' end, null,
      case when not early then until end);
  end if;
end
$$;

create or replace function erasure_bar(out reason text, out until date)
language sql stable parallel restricted security definer set search_path from current as $$
  select b.reason, b.until from (
    select h.reason, h.until, 1 as rank from told_hold(array[opened()]) h
    union all
    select 'not-yet', null, -1 where erasure_awaits(opened())
    union all
    select 'legal-duty', l.until, 0 from law_keeps(opened()) l where l.kept) b
  where opened() is not null and b.reason is not null order by b.rank limit 1
$$;

create or replace function take_request_news()
returns table (request_id uuid, account_id uuid, name text, email text, language text, number text)
language sql volatile security definer set search_path from current as $$
  update requests q set told_place = n.place
  from (
    select s.request_id, max(s.place) as place from request_steps s
    where s.action in ('hold', 'resume') or s.until_on is not null
      or s.action = 'refuse' and s.ground in ('legal-duty', 'not-yet') and s.taken_by is null
    group by s.request_id) n
  where n.request_id = q.id and n.place > q.told_place
  returning q.id, q.account_id, q.name, q.email, q.language, q.number
$$;
