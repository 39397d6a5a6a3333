-- What must come back although it was written after the backup that was brought back: a purpose
-- that stands still, what people asked and chose, a hold, and that an erasure was finished. Ids,
-- words and moments of it; what was said is lost.

create trigger note_pause after update on dossiers for each row
  when (old.paused_activities is distinct from new.paused_activities)
  execute function gestand.note_ending('id', 'paused_activities');

-- A request comes back without a name and without words: whose it is follows from the dossier.
alter table requests alter column name set default '–';
create trigger note_ending after insert or update on requests for each row
  execute function gestand.note_ending('id',
    'number kind state channel account_id person_id dossier_id about language received_at '
    'due_on paused_on extended_on outcome ground closed_at');

create trigger note_ending after insert or update on retention_choices for each row
  execute function gestand.note_ending('dossier_id part', 'due_on chosen_by chosen_at');
create trigger note_removal after delete on retention_choices for each row
  execute function gestand.note_ending('dossier_id part');

create trigger note_ending after insert or update on holds for each row
  execute function gestand.note_ending('id',
    'dossier_id reason ends_on placed_by placed_at lifted_by lifted_at');

-- Thousands of erasures are closed by one statement, which notes them by one too.
create function note_closed_orders() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  insert into gestand.endings (organisation, table_name, act, key, columns)
    select substr(tg_table_schema, 5), tg_table_name, 'update', jsonb_build_object('id', a.id),
      to_jsonb(a) - array['id', 'law_until']
    from after_it a
    -- A join would be planned for the few rows of the first time.
    where a.closed_at is not null and a.id not in (
      select b.id from before_it b where b.closed_at is not null);
  return null;
end
$$;
create trigger note_ending after update on erasure_orders
  referencing old table as before_it new table as after_it
  for each statement execute function note_closed_orders();
