-- Forms: what the organisation writes time and again, filled in for one client, and kept as a
-- document once it is final.

create table form_templates (
  id         uuid primary key default gen_random_uuid(),
  sort       text not null
    check (sort in ('intake', 'agreement', 'quotation', 'plan', 'progress', 'end')),
  kind       text,
  language   text not null check (language in ('nl', 'en')),
  version    integer not null default 0,
  title      text not null check (length(title) between 1 and 120),
  body       text not null check (length(body) between 1 and 20000),
  written_by uuid default actor(),
  written_at timestamptz not null default now(),
  unique nulls not distinct (sort, kind, language, version)
);
comment on table form_templates is
  $$The words with which a form begins, in a version; the newest one counts.
@organisation @impersonal words of the organisation itself @insert template-keeping$$;
comment on column form_templates.id is $$@key$$;
comment on column form_templates.sort is $$@impersonal a word from a list$$;
comment on column form_templates.kind is
  $$The kind of service that it is for; empty for all others. @impersonal a kind of service$$;
comment on column form_templates.language is $$@impersonal a language$$;
comment on column form_templates.version is $$Counted by the database. @stamp$$;
comment on column form_templates.title is $$@impersonal words of the organisation itself$$;
comment on column form_templates.body is $$@impersonal words of the organisation itself$$;
comment on column form_templates.written_by is $$@stamp$$;
comment on column form_templates.written_at is $$@stamp$$;

create function number_template() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform pg_advisory_xact_lock(hashtext('form_templates ' || current_schema()));
  new.version := 1 + coalesce((
    select max(version) from form_templates
    where sort = new.sort and kind is not distinct from new.kind and language = new.language), 0);
  return new;
end
$$;
create trigger number_template before insert on form_templates
  for each row execute function number_template();

create table forms (
  id          uuid primary key default gen_random_uuid(),
  dossier_id  uuid not null references dossiers on delete cascade,
  sort        text not null
    check (sort in ('intake', 'agreement', 'quotation', 'plan', 'progress', 'end')),
  category    text not null,
  template_id uuid references form_templates,
  language    text not null check (language in ('nl', 'en')),
  title       bytea not null,
  body        bytea not null,
  replaces    uuid unique references forms on delete cascade,
  written_by  uuid default actor(),
  written_at  timestamptz not null default now(),
  unique (id, dossier_id, category)
);
create index forms_dossier on forms (dossier_id, written_at);
comment on table forms is $$A form for a client, in a version; a draft until it is final.
@belongs dossiers @insert coaching @update coaching @delete coaching$$;
comment on column forms.id is $$@key$$;
comment on column forms.dossier_id is $$@key$$;
comment on column forms.sort is $$@impersonal a word from a list$$;
comment on column forms.category is $$@key$$;
comment on column forms.template_id is $$The words that it began with. @key$$;
comment on column forms.language is $$@impersonal a language$$;
comment on column forms.title is $$@category-in category of agreement goals advice @sealed$$;
comment on column forms.body is $$@category-in category of agreement goals advice @sealed$$;
comment on column forms.replaces is $$The version before it. @key$$;
comment on column forms.written_by is $$@stamp$$;
comment on column forms.written_at is $$@stamp$$;

create table form_shares (
  form_id    uuid primary key,
  dossier_id uuid not null,
  category   text not null,
  shared_by  uuid default actor(),
  shared_at  timestamptz not null default now(),
  foreign key (form_id, dossier_id, category)
    references forms (id, dossier_id, category) on delete cascade
);
create index form_shares_dossier on form_shares (dossier_id);
comment on table form_shares is $$That a client was asked to fill in a form.
@belongs dossiers @insert coaching$$;
comment on column form_shares.form_id is $$@category-in category of agreement goals advice$$;
comment on column form_shares.dossier_id is $$@key$$;
comment on column form_shares.category is $$@key$$;
comment on column form_shares.shared_by is $$@stamp$$;
comment on column form_shares.shared_at is $$@stamp$$;

create table form_answers (
  id          uuid primary key default gen_random_uuid(),
  form_id     uuid not null references form_shares on delete cascade,
  dossier_id  uuid not null references dossiers on delete cascade,
  body        bytea not null,
  answered_by uuid default actor(),
  answered_at timestamptz not null default now()
);
create index form_answers_dossier on form_answers (dossier_id, form_id);
comment on table form_answers is
  $$What a client filled in; who fills it in again adds another, the newest counts.
@belongs dossiers @insert self-service$$;
comment on column form_answers.id is $$@key$$;
comment on column form_answers.form_id is $$@key$$;
comment on column form_answers.dossier_id is $$@key$$;
comment on column form_answers.body is $$Questions with answers, as JSON. @category agreement @sealed$$;
comment on column form_answers.answered_by is $$@stamp$$;
comment on column form_answers.answered_at is $$@stamp$$;

create table form_sources (
  form_id    uuid not null references forms on delete cascade,
  summary_id uuid not null references summaries on delete cascade,
  dossier_id uuid not null references dossiers on delete cascade,
  primary key (form_id, summary_id)
);
create index form_sources_dossier on form_sources (dossier_id);
comment on table form_sources is $$The summaries that a report was made of.
@belongs dossiers @insert coaching$$;
comment on column form_sources.form_id is $$@key$$;
comment on column form_sources.summary_id is $$@category conversation-reports$$;
comment on column form_sources.dossier_id is $$@key$$;

create table form_completions (
  form_id      uuid primary key,
  dossier_id   uuid not null,
  category     text not null,
  document_id  uuid not null unique,
  completed_by uuid default actor(),
  completed_at timestamptz not null default now(),
  foreign key (form_id, dossier_id, category)
    references forms (id, dossier_id, category) on delete cascade,
  foreign key (document_id, dossier_id, category)
    references documents (id, dossier_id, category) on delete cascade
);
create index form_completions_dossier on form_completions (dossier_id);
comment on table form_completions is
  $$That a form is final: it no longer changes, and is a document of the dossier.
@belongs dossiers @insert coaching$$;
comment on column form_completions.form_id is $$@category-in category of agreement goals advice$$;
comment on column form_completions.dossier_id is $$@key$$;
comment on column form_completions.category is $$@key$$;
comment on column form_completions.document_id is $$@key$$;
comment on column form_completions.completed_by is $$@stamp$$;
comment on column form_completions.completed_at is $$@stamp$$;

create trigger refuse_when_closed before insert or update on forms
  for each row execute function refuse_when_closed();
create trigger refuse_when_closed before insert on form_answers
  for each row execute function refuse_when_closed();

-- A form that is final does not change and is not taken away; a next version replaces it.
create function guard_form() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if tg_op in ('UPDATE', 'DELETE') then
    if actor() is null then return coalesce(new, old); end if;
    perform from forms where id = old.id for update;
    if exists (select from form_completions where form_id = old.id) then
      raise exception 'FORM_FINAL' using errcode = 'GS409';
    end if;
    if tg_op = 'DELETE' then return old; end if;
    new.written_at := now();
    new.written_by := actor();
  elsif new.replaces is not null then
    perform from forms f join form_completions c on c.form_id = f.id
      where f.id = new.replaces and f.dossier_id = new.dossier_id and f.sort = new.sort;
    if not found then raise exception 'FORM_NOT_FINAL' using errcode = 'GS409'; end if;
  end if;
  return new;
end
$$;
create trigger guard_form before insert or update or delete on forms
  for each row execute function guard_form();

-- What a client is asked, or answers, is a form that is not final yet.
create function guard_form_open() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform from forms where id = new.form_id and dossier_id = new.dossier_id for update;
  if not found then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  if exists (select from form_completions where form_id = new.form_id) then
    raise exception 'FORM_FINAL' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_form_open before insert on form_shares
  for each row execute function guard_form_open();
create trigger guard_form_open before insert on form_answers
  for each row execute function guard_form_open();
create trigger guard_form_open before insert on form_completions
  for each row execute function guard_form_open();

-- A report is made of summaries that the client approved, and of no others.
create function guard_form_source() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform from summaries where id = new.summary_id and dossier_id = new.dossier_id;
  if not found or not exists (
    select from forms where id = new.form_id and dossier_id = new.dossier_id) then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  if not exists (select from approvals where summary_id = new.summary_id) then
    raise exception 'SUMMARY_NOT_APPROVED' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_form_source before insert on form_sources
  for each row execute function guard_form_source();
