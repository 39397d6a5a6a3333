-- An auditor with many students sees in the list of them who was judged already: that they were is
-- told there, what was found only in the opened dossier.

alter table audit_students add column judged_at timestamptz;
comment on column audit_students.judged_at is $$When the auditor last judged. @stamp$$;

create function note_judged() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  update audit_students s set judged_at = new.judged_at
  where s.audit_id = new.audit_id and s.dossier_id = new.dossier_id;
  return null;
end
$$;
create trigger note_judged after insert or update on audit_judgements
  for each row execute function note_judged();
