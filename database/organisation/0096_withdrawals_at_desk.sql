-- Somebody who withdraws a consent by letter, phone or mail needs to show no identity document:
-- giving it took none, and withdrawing only ever ends something. Whoever handles requests ties it
-- to a dossier and withdraws: the identity counts as shown by that, in a way of its own.
create function withdraw_at_desk(request uuid, what text) returns text
language plpgsql volatile security definer set search_path from current as $$
declare
  asked requests;
begin
  perform choose_about(request, what);
  select * into asked from requests q where q.id = request;
  if asked.person_id is null then
    raise exception 'REQUEST_NEEDS_DOSSIER' using errcode = 'GS400';
  end if;
  if asked.state in ('received', 'identifying') then
    perform identified(request, 'withdrawal', 'desk');
  end if;
  return grant_request(request, 'desk');
end
$$;
grant execute on function withdraw_at_desk to public;
