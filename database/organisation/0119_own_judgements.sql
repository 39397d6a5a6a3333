-- A student can be in several audits, and an auditor who reaches a student for one of them would
-- reach the findings of the others too: of colleagues, and of audits that are over. Findings are
-- written by the auditor of that audit while it runs.

create function judges_now(audit uuid) returns boolean
language sql stable security definer set search_path from current as $$
  select exists (select from audits a
    where a.id = audit and a.auditor_id = actor() and a.ended_at is null
      and gestand.today() between a.starts_on and a.ends_on)
$$;
grant execute on function judges_now to public;

create policy core_own_audit on audit_judgements as restrictive for insert
  with check (judges_now(audit_id));
create policy core_own_audit_update on audit_judgements as restrictive for update
  using (judges_now(audit_id)) with check (judges_now(audit_id));
