-- Tables of the whole organisation show to whoever acts. Acting takes more than a session: a function that the activity is
-- held by, or a relation to some dossier that it is for. Who works here may act in the activities of dossiers before there
-- is a dossier; nobody acts in one that only a function gives.

create or replace function acting(for_role text) returns boolean
language plpgsql stable parallel restricted security definer set search_path from current as $$
declare
  act   text[] := gestand.read_act(for_role);
  who   uuid := act[1]::uuid;
  doing text := act[4];
begin
  if act is null then return false; end if;
  if exists (select from standing_functions f where f.account_id = who and f.activity = doing) then
    return true;
  end if;
  -- What there is for others is not there for them: as with a dossier that is out of reach.
  if not exists (select from rules u where u.activity = doing and u.scope = 'dossier') then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  return exists (
      select from members m where m.account_id = who and (m.left_at is null or m.left_at > now()))
    or exists (
      select from standing_relations r where r.activity = doing and r.holder_id = any (holders(who)));
end
$$;
