-- A law can demand that a part of a dossier is kept for some time. An order writes down until when,
-- because once the dossier is gone nobody can reckon it any more.

alter table erasure_orders add column law_until date;
comment on column erasure_orders.law_until is $$Until when a law demanded that it was kept, as it was when the order was given. @stamp$$;

create function note_law() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if exists (select from retention_terms t where t.part = new.part and t.at_least is not null) then
    new.law_until := (
      select coalesce((r.started_on + t.at_least)::date, 'infinity')
      from dossiers d
      join retention_terms t on t.part = new.part and t.at_least is not null
        and (t.kind = d.kind or t.kind = '' and not exists (
          select from retention_terms o where o.part = t.part and o.kind = d.kind))
      left join reckoned_dates r on r.dossier_id = d.id and r.part = t.part
      where d.id = new.dossier_id);
  end if;
  return new;
end
$$;
create trigger note_law before insert on erasure_orders
  for each row execute function note_law();

-- What went, or is to go, while a law demands that it stays.
create function evidence_law_floors()
returns table (subject uuid, gone boolean, too_soon boolean)
language sql stable security definer set search_path from current as $$
  select o.id, true, (o.ordered_at at time zone 'Europe/Amsterdam')::date < o.law_until
  from erasure_orders o where o.law_until is not null
  union all
  select x.dossier_id, false, x.due_on < (r.started_on + t.at_least)::date
  from due_dates x
  join reckoned_dates r on r.dossier_id = x.dossier_id and r.part = x.part
  join dossiers d on d.id = x.dossier_id
  join retention_terms t on t.part = x.part and t.at_least is not null
    and (t.kind = d.kind or t.kind = '' and not exists (
      select from retention_terms o where o.part = t.part and o.kind = d.kind))
$$;
grant execute on function evidence_law_floors to gestand_worker;
