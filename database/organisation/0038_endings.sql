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

create trigger note_ending after update on erasure_orders for each row
  when (old.closed_at is distinct from new.closed_at)
  execute function gestand.note_ending('id',
    'dossier_id person_id account_id part cause request_id kind year due_on language amount '
    'ordered_by ordered_at registered_at deleted_at reread_at leftovers accepted_by '
    'accepted_why closed_at scrubbed_at');
