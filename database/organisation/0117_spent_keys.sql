-- What is sealed outside dossiers has a key for each case: a request, a copy of an identity
-- document, a complaint, an incident, a mail that waits. When the case goes, or an erasure empties
-- it, its key must go too. That database is another one, so the key is noted here, in the same
-- transaction, and stays noted until it is destroyed.

create table spent_keys (
  id       uuid primary key,
  noted_at timestamptz not null default now()
);
comment on table spent_keys is $$Keys that seal nothing any more and are still to be destroyed. @system$$;

create function spend_key() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  insert into spent_keys (id) values (old.id) on conflict do nothing;
  return null;
end
$$;

create trigger spend_key after delete on requests for each row execute function spend_key();
create trigger spend_key after delete on identity_copies for each row execute function spend_key();
create trigger spend_key after delete on complaints for each row execute function spend_key();
create trigger spend_key after delete on incidents for each row execute function spend_key();
create trigger spend_key after delete on waiting_mails for each row execute function spend_key();

create trigger spend_key_of_emptied after update on requests for each row
  when (old.name <> new.name and new.name = '–') execute function spend_key();
create trigger spend_key_of_emptied after update on identity_copies for each row
  when (old.content is not null and new.content is null) execute function spend_key();
create trigger spend_key_of_emptied after update on complaints for each row
  when (old.words is not null and new.words is null) execute function spend_key();

create function list_spent_keys(most integer) returns setof uuid
language sql stable security definer set search_path from current as $$
  select s.id from spent_keys s order by s.noted_at, s.id limit most
$$;

create function forget_spent_keys(ids uuid[]) returns void
language sql volatile security definer set search_path from current as $$
  delete from spent_keys s where s.id = any (ids)
$$;

-- For checks.
create function evidence_spent_keys() returns table (key_id uuid, noted_at timestamptz)
language sql stable security definer set search_path from current as $$
  select s.id, s.noted_at from spent_keys s
$$;

grant execute on function list_spent_keys, forget_spent_keys, evidence_spent_keys
  to gestand_worker;
