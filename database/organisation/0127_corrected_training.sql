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
