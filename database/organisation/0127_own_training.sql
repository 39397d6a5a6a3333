-- An enrolment that was not put before the verifiers yet, or came back from them, is put right by
-- whom it is about. An institution that is left is out of it at once, as after any change.
create function correct_training(version uuid, institution uuid, institute uuid, starts date,
  planned_end date)
returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  here uuid := opened('self-service');
begin
  if here is null or not exists (
    select from writable('self-service') as w (category) where w.category = 'training') then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  perform from dossiers d where d.id = here for update;
  update registrations g set version_id = version, institution_id = institution,
    institute_id = institute, starts_on = starts, planned_end_on = planned_end
  where g.dossier_id = here;
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
end
$$;
grant execute on function correct_training to public;

-- For which institution somebody did something in the opened dossier, for the person whom it is
-- about: the institution, and never who works there. Who works there no more is nobody's here.
create function parties_of_opened() returns table (account_id uuid, name text)
language sql stable parallel restricted security definer set search_path from current rows 10 as $$
  select f.account_id, string_agg(distinct p.name, ', ' order by p.name)
  from (
    select distinct r.holder_id from relations r
    join relation_words w on w.relation = r.relation and w.party
    where r.dossier_id = opened('self-service')) stood
  join affiliations f on f.party_id = stood.holder_id
  join parties p on p.id = f.party_id
  where 'party' = any (array(select readable('self-service')))
    and exists (select from ledger l
      where l.dossier_id = opened('self-service') and l.account_id = f.account_id)
  group by f.account_id
$$;
grant execute on function parties_of_opened to public;
