-- What lists of the practice show beside the cards, without opening a dossier.

create table last_consults (
  dossier_id uuid primary key references dossiers on delete cascade,
  held_on    date not null
);
comment on table last_consults is $$The day of the latest consult, kept by the database so that a list can show it.
@belongs dossiers @card @beside$$;
comment on column last_consults.dossier_id is $$@key$$;
comment on column last_consults.held_on is $$@category planning$$;

create function note_last_consult() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  which uuid := case when tg_op = 'DELETE' then old.dossier_id else new.dossier_id end;
  latest date := (select max(held_on) from consults where dossier_id = which);
begin
  if latest is null then
    delete from last_consults where dossier_id = which;
  elsif exists (select from dossiers where id = which) then
    insert into last_consults (dossier_id, held_on) values (which, latest)
      on conflict (dossier_id) do update set held_on = excluded.held_on;
  end if;
  return null;
end
$$;
create trigger note_last_consult after insert or update or delete on consults
  for each row execute function note_last_consult();

-- Dossiers that are open to whoever asks during somebody's absence: who is away, and the last day
-- of it.
create function reached_during() returns table (dossier_id uuid, account_id uuid, ends_on date)
language sql stable parallel restricted security definer set search_path from current rows 20 as $$
  select r.dossier_id, a.account_id, max(a.ends_on)
  from relations r
  join living_dossiers d on d.id = r.dossier_id
  join rules u on u.kind = d.kind and u.relation = r.relation and u.during = 'absence'
    and u.activity = current_activity()
  join absences a on a.id = r.absence_id and a.substitute_id = r.holder_id
    and gestand.today() between a.starts_on and a.ends_on
  where r.holder_id = actor() and (r.until is null or r.until > now())
    and (u.after is null or exists (
      select from standing_consents c
      where c.dossier_id = r.dossier_id and c.consent = u.after and c.holder_id = r.holder_id
        and c.item_id = a.id))
  group by r.dossier_id, a.account_id
$$;

-- How clients within reach answered to the substitute of an absence: of each the newest question.
-- It tells no more than the answers, which the activity must be allowed to read.
create function absence_answers()
returns table (absence_id uuid, dossier_id uuid, state text)
language plpgsql stable security definer set search_path from current rows 50 as $$
declare
  acting text := acting_role();
begin
  if acting is null or not has_column_privilege(acting, 'consents', 'decision', 'select') then
    return;
  end if;
  return query
    select distinct on (q.item_id, q.dossier_id) q.item_id, q.dossier_id,
      case when w.request_id is not null then 'withdrawn' else coalesce(c.decision, 'asked') end
    from consent_requests q
    join absences a on a.id = q.item_id and a.ends_on >= gestand.today()
    left join consents c on c.request_id = q.id
    left join withdrawals w on w.request_id = q.id
    where q.dossier_id = any (reached(current_activity()))
    order by q.item_id, q.dossier_id, q.asked_at desc;
end
$$;

grant execute on function reached_during, absence_answers to public;
