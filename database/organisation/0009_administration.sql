-- Who works here and in which function is for administrators to say, but not about themselves:
-- what one of them gives or takes, another could have seen. And somebody must remain who can.

-- Whether somebody else stays who gives functions. One at a time: two administrators who let go of
-- each other at the same moment would leave nobody.
create function administrator_remains(without uuid) returns boolean
language plpgsql volatile security definer set search_path from current as $$
begin
  perform pg_advisory_xact_lock(hashtext('administrators of ' || current_schema()));
  return exists (
    select from functions f join members m on m.account_id = f.account_id
    where f.function = 'administrator' and f.account_id <> without and m.left_at is null);
end
$$;

create function guard_function() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  who  uuid := actor();
  line functions := case when tg_op = 'DELETE' then old else new end;
begin
  -- Outside an activity it is the owner, or an invitation that is accepted.
  if who is null then return line; end if;
  if line.account_id = who then
    raise exception 'OWN_FUNCTION' using errcode = 'GS403';
  end if;
  if tg_op = 'INSERT' then
    if not exists (
      select from rules u where u.scope = 'organisation' and u.relation = line.function) then
      raise exception 'FUNCTION_UNKNOWN' using errcode = 'GS400';
    end if;
  elsif line.function = 'administrator' and not administrator_remains(line.account_id) then
    raise exception 'LAST_ADMINISTRATOR' using errcode = 'GS409';
  end if;
  return line;
end
$$;
create trigger guard_function before insert or delete on functions
  for each row execute function guard_function();

create function guard_departure() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if actor() is null then return new; end if;
  if new.account_id = actor() then
    raise exception 'OWN_FUNCTION' using errcode = 'GS403';
  end if;
  if new.left_at is not null
    and exists (select from functions f
      where f.account_id = new.account_id and f.function = 'administrator')
    and not administrator_remains(new.account_id) then
    raise exception 'LAST_ADMINISTRATOR' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_departure before update of left_at on members
  for each row when (old.left_at is distinct from new.left_at) execute function guard_departure();

-- An invitation gives functions that the statement knows, or the voice of a party; never to
-- whoever invites, never twice at once, and never to somebody who has it already.
create function guard_member_invitation() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  known uuid;
begin
  if actor() is null then return new; end if;
  if (new.party_id is null) = (cardinality(new.functions) = 0) then
    raise exception 'INVITED_TO_NOTHING' using errcode = 'GS400';
  end if;
  if exists (select from unnest(new.functions) f
    where not exists (select from rules u where u.scope = 'organisation' and u.relation = f)) then
    raise exception 'FUNCTION_UNKNOWN' using errcode = 'GS400';
  end if;
  select a.id into known from gestand.accounts a where lower(a.email) = lower(new.email);
  if known = actor() then
    raise exception 'OWN_FUNCTION' using errcode = 'GS403';
  end if;
  if (new.party_id is null and exists (
      select from members m where m.account_id = known and m.left_at is null))
    or exists (
      select from affiliations f where f.account_id = known and f.party_id = new.party_id) then
    raise exception 'INVITED_ALREADY_IN' using errcode = 'GS409';
  end if;
  perform pg_advisory_xact_lock(hashtext('invitations of ' || current_schema()));
  if exists (select from member_invitations i
    where i.id <> new.id and lower(i.email) = lower(new.email)
      and i.party_id is not distinct from new.party_id
      and i.accepted_at is null and i.expires_at > now()) then
    raise exception 'INVITATION_OPEN' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_member_invitation before insert on member_invitations
  for each row execute function guard_member_invitation();
