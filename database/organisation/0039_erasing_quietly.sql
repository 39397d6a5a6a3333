-- An erasure is told once, in the register and in the ledger. What notes each row that goes, for
-- whoever looks at rows that came and went, would only repeat it: it is still while the worker
-- erases. Nobody else can keep it still.

create function erasing() returns boolean
language sql stable parallel safe
return session_user = 'gestand_worker'
  and current_setting('gestand.erasing', true) is not distinct from 'on';
grant execute on function erasing to public;

do $$
declare
  noting record;
begin
  for noting in
    select t.tgname, c.relname, pg_get_triggerdef(t.oid) as says
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = current_schema()::regnamespace and not t.tgisinternal
      and obj_description(c.oid) ~ '@(belongs|system)'
      and t.tgname in ('reach_changed', 'note_removal', 'event_happened')
      and t.tgqual is null
      and t.tgtype & 8 = 8
  loop
    execute format('drop trigger %I on %I', noting.tgname, noting.relname);
    execute replace(noting.says, ' EXECUTE FUNCTION ', ' WHEN (not erasing()) EXECUTE FUNCTION ');
  end loop;
end
$$;
