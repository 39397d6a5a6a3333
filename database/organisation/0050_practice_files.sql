-- Two files a client: the coach's and the client's own. What stands in the client's file alone is
-- read by the client, and by whoever makes the client's package; nobody else, the coach included.

create function own_files() returns setof uuid
language sql stable parallel restricted security definer set search_path from current rows 5 as $$
  select own_dossiers() union select unnest(reached('subject-access'))
$$;
grant execute on function own_files to public;

alter table documents enable row level security;
create policy core_own_file on documents as restrictive for select
  using (file <> 'client' or dossier_id = any (array(select own_files())));
alter table document_contents enable row level security;
create policy core_own_file on document_contents as restrictive for select
  using (exists (select from documents d where d.id = document_id));

-- Points for improvement that a principal entrusted stand in the client's file from the start, and
-- so does what the client adds or gives. Staff put nothing where they could not see it themselves.
create function place_in_file() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if new.file = 'coach' and (new.category = 'improvement-points'
    or tg_table_name = 'documents' and new.source = 'client') then
    new.file := 'both';
  end if;
  if actor() is null then return new; end if;
  if new.dossier_id in (select own_files()) then
    if new.file = 'coach' then new.file := 'both'; end if;
  elsif new.file = 'client' then
    raise exception 'FILE_BARRED' using errcode = 'GS403';
  end if;
  return new;
end
$$;
create trigger place_in_file before insert on notes for each row execute function place_in_file();
create trigger place_in_file before insert on documents
  for each row execute function place_in_file();

-- Of a document nothing changes but the file that it is in. The client shares what is the client's
-- alone; the coach puts something in the client's file, or takes out what came from elsewhere.
create function guard_placing() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  own boolean := new.dossier_id in (select own_files());
begin
  if actor() is null then return new; end if;
  if tg_table_name = 'documents' and to_jsonb(new) - 'file' is distinct from to_jsonb(old) - 'file'
  then
    raise exception 'DOCUMENT_FIXED' using errcode = 'GS403';
  end if;
  if new.file is distinct from old.file and (
    own and (old.file <> 'client' or new.file <> 'both')
    or not own and (old.file = 'client' or new.file = 'client' or new.file = 'coach'
      and (new.source = 'client' or new.category = 'improvement-points'))) then
    raise exception 'FILE_BARRED' using errcode = 'GS403';
  end if;
  return new;
end
$$;
create trigger guard_placing before update on notes for each row execute function guard_placing();
create trigger guard_placing before update on documents
  for each row execute function guard_placing();

-- Where each detail of a client came from, noted by the database at each change: from the client
-- when the client wrote it, and else from the client in a conversation, unless who wrote it says
-- otherwise in the same transaction.
create table value_sources (
  dossier_id  uuid not null references dossiers on delete cascade,
  value       text not null,
  source      text not null
    check (source in ('client', 'principal', 'professional', 'third-party', 'own')),
  source_name bytea,
  channel     text not null check (channel in
    ('conversation', 'website', 'email', 'phone', 'letter', 'third-party')),
  changed_by  uuid default actor(),
  changed_at  timestamptz not null default now(),
  primary key (dossier_id, value),
  check (source not in ('professional', 'third-party') or source_name is not null)
);
comment on table value_sources is $$From whom a detail of the client came, and along which way.
@belongs dossiers @update coaching intake$$;
comment on column value_sources.dossier_id is $$@key$$;
comment on column value_sources.value is $$Table and column of the detail. @key$$;
comment on column value_sources.source is $$@impersonal a word from a list$$;
comment on column value_sources.source_name is $$@category identity @sealed$$;
comment on column value_sources.channel is $$@impersonal a word from a list$$;
comment on column value_sources.changed_by is $$@stamp$$;
comment on column value_sources.changed_at is $$@stamp$$;

create function note_value_sources() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  before jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) else '{}' end;
  own    boolean := new.dossier_id in (select own_files());
begin
  insert into value_sources (dossier_id, value, source, channel)
    select new.dossier_id, tg_table_name || '.' || v.key, 'client',
      case when own then 'website' else 'conversation' end
    from jsonb_each_text(to_jsonb(new) - 'dossier_id') v
    where v.value is distinct from before ->> v.key and coalesce(v.value, '') <> ''
    on conflict (dossier_id, value) do update set source = excluded.source, source_name = null,
      channel = excluded.channel, changed_by = excluded.changed_by, changed_at = now();
  return null;
end
$$;
create trigger note_value_sources after insert or update on clients
  for each row execute function note_value_sources();
create trigger note_value_sources after insert or update on profiles
  for each row execute function note_value_sources();

-- For the checks: which items stand in which file.
create function evidence_files()
returns table (item_id uuid, place text, category text, file text, source text)
language sql stable security definer set search_path from current as $$
  select id, 'notes', category, file, source from notes
  union all
  select id, 'documents', category, file, source from documents
$$;
grant execute on function evidence_files to gestand_worker;
