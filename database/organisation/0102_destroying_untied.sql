-- Rows that outlived their dossier go when their own term is over.

-- What something refers to that goes by a term of its own, stays until that went.
create function destroy_untied_row(place text, which uuid) returns boolean
language plpgsql volatile security definer set search_path from current as $$
begin
  execute format('delete from %I where id = $1', place) using which;
  return true;
exception when foreign_key_violation then
  return false;
end
$$;

create function destroy_untied() returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  due  record;
  gone bigint := 0;
begin
  for due in
    select u.place, array_agg(u.row_id) as ids from untied_rows u
    where u.due_on <= gestand.today() group by u.place
  loop
    begin
      execute format('delete from %I where id = any ($1)', due.place) using due.ids;
    exception when foreign_key_violation then
      due.ids := array(select i from unnest(due.ids) i where destroy_untied_row(due.place, i));
    end;
    delete from untied_rows u where u.place = due.place and u.row_id = any (due.ids);
    gone := gone + cardinality(due.ids);
  end loop;
  if gone > 0 then
    perform record('destroyed', 'system', null, null, 'settled', null, gone::integer);
  end if;
  return gone;
end
$$;
grant execute on function destroy_untied to gestand_worker;
