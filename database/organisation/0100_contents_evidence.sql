-- Which categories of content stand in which kinds of dossier, and how often: of everything whose
-- category differs by row. The citizen number has a check of its own.
create or replace function evidence_contents()
returns table (place text, kind text, category text, amount bigint)
language sql stable security definer set search_path from current as $$
  select c.place, d.kind, c.category, count(*)
  from (
    select 'notes' as place, dossier_id, category from notes
    union all select 'documents', dossier_id, category from documents
    union all select 'forms', dossier_id, category from forms
    union all select 'related_persons', dossier_id, category from related_persons
    union all select 'sick_leaves', dossier_id, category from sick_leaves
  ) c join dossiers d on d.id = c.dossier_id
  group by 1, 2, 3
$$;
