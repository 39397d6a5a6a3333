-- Triggers and foreign keys guard everything here, and `session_replication_role` silences them.
-- One function may, for one statement (`delete_in_sets`), by the right of the owner of the
-- functions. Who else could: a role that was granted that right, a function that uses it, or a
-- setting that begins sessions with it. Superusers, the owner of the database and who handed the
-- right on are the operator's.
create function evidence_guards() returns table (kind text, place text, silences boolean)
language sql stable security definer set search_path from current as $$
  with operators as (
    select d.datdba as oid from pg_database d where d.datname = current_database()
    union select g.grantor from pg_parameter_acl p, aclexplode(p.paracl) g
    where p.parname = 'session_replication_role'
    union select r.oid from pg_roles r where r.rolsuper or r.rolname = 'gestand_owner')
  select 'role', r.rolname::text, has_parameter_privilege(r.oid, 'session_replication_role', 'set')
  from pg_roles r where r.oid not in (select o.oid from operators o)
    and r.rolname !~ '^pg_'
  union all
  select 'function', p.proname::text,
    p.prosrc ~* 'set_config\s*\(\s*''session_replication_role'
      or p.prosrc ~* '\mset\s+((local|session)\s+)?session_replication_role'
      or array_to_string(p.proconfig, ' ') ~* 'session_replication_role'
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname in (current_schema(), 'gestand') and p.proname <> 'delete_in_sets'
  union all
  select 'setting', coalesce(r.rolname, 'everybody')::text, true
  from pg_db_role_setting s left join pg_roles r on r.oid = s.setrole
  where array_to_string(s.setconfig, ' ') ~* 'session_replication_role'
    and s.setdatabase in (0, (
      select d.oid from pg_database d where d.datname = current_database()))
$$;
grant execute on function evidence_guards to gestand_worker;
