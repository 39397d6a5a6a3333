-- A party that there was can become an institution. Whoever acts for it then looks after its
-- accounts, as whoever acts first for a new one does; they settle among themselves who goes on.

create or replace function institution_opened() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  insert into party_functions (party_id, function) values (new.party_id, 'institution-staff')
    on conflict do nothing;
  insert into party_functions (party_id, account_id, function)
    select f.party_id, f.account_id, 'institution-administrator' from affiliations f
    where f.party_id = new.party_id
    on conflict do nothing;
  return null;
end
$$;
