-- What lists of a register go by when there are hundreds of thousands: an index that has their
-- order, and a search that begins with the name.

-- Since when something waits for each of the two verifiers; empty where nothing does.
alter table registrations add column waits_institution_since timestamptz;
alter table registrations add column waits_institute_since timestamptz;
comment on column registrations.waits_institution_since is
  $$Since when the care institution is asked to verify. @stamp$$;
comment on column registrations.waits_institute_since is
  $$Since when the training institute is asked to verify. @stamp$$;
create index registrations_institution_waits
  on registrations (institution_id, waits_institution_since, dossier_id)
  where waits_institution_since is not null;
create index registrations_institute_waits
  on registrations (institute_id, waits_institute_since, dossier_id)
  where waits_institute_since is not null;

create function note_waiting() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  which uuid := case tg_op when 'DELETE' then old.dossier_id else new.dossier_id end;
begin
  update registrations g set
    waits_institution_since = w.institution, waits_institute_since = w.institute
  from (
    select max(s.submitted_at) filter (where not exists (select from verifications v
        where v.submission_id = s.id and v.verifier = 'institution')) as institution,
      max(s.submitted_at) filter (where not exists (select from verifications v
        where v.submission_id = s.id and v.verifier = 'institute')) as institute
    from submissions s where s.dossier_id = which and s.outcome = 'open') w
  where g.dossier_id = which and (g.waits_institution_since, g.waits_institute_since)
    is distinct from (w.institution, w.institute);
  return null;
end
$$;
create trigger note_waiting after insert or update of outcome on submissions
  for each row execute function note_waiting();
create trigger note_waiting after insert or delete on verifications
  for each row execute function note_waiting();

-- Compared letter by letter, so that an index finds what begins so.
create index registrants_beginning on registrants ((lower(family_name) collate "C"));
create index registrations_announced on registrations ((lower(announced_name) collate "C"))
  where announced_name is not null;

-- Registrations by the beginning of a family name, or by their whole number; at most 500 of those
-- that whoever asks may list. Searching in the cards themselves would ask of each row whether it is
-- within reach before it is compared.
create function found_registrations(beginning text) returns setof uuid
language plpgsql stable security definer set search_path from current rows 100 as $$
declare
  first text := lower(trim(beginning));
  last  text := lower(trim(beginning)) || chr(1114111);
  doing text := current_activity();
  whole boolean := exists (select from standing_functions f
    where f.account_id = actor() and f.activity = doing and f.starts is null);
begin
  if first = '' then return; end if;
  return query
    select f.id
    from (
      select t.dossier_id as id from registrants t
      where lower(t.family_name) collate "C" >= first and lower(t.family_name) collate "C" < last
      union
      select g.dossier_id from registrations g
      where g.announced_name is not null and lower(g.announced_name) collate "C" >= first
        and lower(g.announced_name) collate "C" < last
      union
      select d.id from dossiers d where d.reference = trim(beginning)) f
    where whole or coalesce((select true from own_reach o
      where o.activity = doing and o.dossier_id = f.id limit 1), false)
    limit 500;
end
$$;
grant execute on function found_registrations to public;
