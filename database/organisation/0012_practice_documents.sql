-- The practice: documents, what of them goes to others, and what lists show of it all.

create table documents (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references dossiers on delete cascade,
  category   text not null,
  title      bytea not null,
  media_type text not null check (length(media_type) <= 100),
  bytes      integer not null check (bytes between 1 and 26214400),
  digest     bytea not null check (length(digest) = 32),
  source     text not null
    check (source in ('client', 'principal', 'professional', 'third-party', 'own')),
  source_name bytea,
  channel    text not null check (channel in
    ('conversation', 'website', 'email', 'phone', 'letter', 'third-party')),
  file       text not null default 'coach' check (file in ('coach', 'client', 'both')),
  added_by   uuid default actor(),
  added_at   timestamptz not null default now(),
  check (source not in ('professional', 'third-party') or source_name is not null),
  check (category <> 'improvement-points' or file <> 'coach'),
  unique (id, dossier_id, category)
);
create index documents_dossier on documents (dossier_id, added_at);
comment on table documents is $$A file in a dossier, with where it came from.
@belongs dossiers @insert coaching substitution intake self-service @update coaching self-service
@delete coaching
@takeover$$;
comment on column documents.id is $$@key$$;
comment on column documents.dossier_id is $$@key$$;
comment on column documents.category is $$@key$$;
comment on column documents.title is
  $$@category-in category of conversation-reports test-results advice work-limitations
  labour-expert-data benefit-data improvement-points education-career
  general-practitioner psychologist school partner children line-manager benefit-duration
  business-plans finances psychological-tests agreement goals correspondence
@sealed$$;
comment on column documents.media_type is $$@impersonal a type of file$$;
comment on column documents.bytes is $$@impersonal a size$$;
comment on column documents.digest is $$@key$$;
comment on column documents.source is $$@impersonal a word from a list$$;
comment on column documents.source_name is
  $$Who it was, when it was neither the client nor the principal nor oneself.
@category-in category of conversation-reports test-results advice work-limitations
  labour-expert-data benefit-data improvement-points education-career
  general-practitioner psychologist school partner children line-manager benefit-duration
  business-plans finances psychological-tests agreement goals correspondence
@sealed$$;
comment on column documents.channel is $$@impersonal a word from a list$$;
comment on column documents.file is
  $$In the file of the coach, of the client, or of both. @impersonal a word from a list$$;
comment on column documents.added_by is $$@stamp$$;
comment on column documents.added_at is $$@stamp$$;

create table document_contents (
  document_id uuid not null,
  dossier_id  uuid not null,
  category    text not null,
  part        integer not null check (part between 0 and 24),
  body        bytea not null check (length(body) <= 1048576 + 29),
  primary key (document_id, part),
  foreign key (document_id, dossier_id, category)
    references documents (id, dossier_id, category) on delete cascade
);
create index document_contents_dossier on document_contents (dossier_id);
comment on table document_contents is
  $$The bytes of a document, in parts of at most a megabyte; sealing adds 29 bytes to each.
@belongs dossiers @insert coaching substitution intake self-service @delete coaching
@takeover$$;
comment on column document_contents.document_id is $$@key$$;
comment on column document_contents.dossier_id is $$@key$$;
comment on column document_contents.category is $$@key$$;
comment on column document_contents.part is $$@key$$;
comment on column document_contents.body is
  $$@category-in category of conversation-reports test-results advice work-limitations
  labour-expert-data benefit-data improvement-points education-career
  general-practitioner psychologist school partner children line-manager benefit-duration
  business-plans finances psychological-tests agreement goals correspondence
@sealed$$;

create table disclosures (
  id           uuid primary key default gen_random_uuid(),
  dossier_id   uuid not null references dossiers on delete cascade,
  request_id   uuid not null references consents on delete cascade,
  party_id     uuid not null references parties,
  title        text not null check (length(title) between 1 and 200),
  about        text not null check (length(about) between 1 and 200),
  disclosed_by uuid default actor(),
  disclosed_at timestamptz not null default now(),
  unique (request_id),
  unique (id, dossier_id, request_id)
);
create index disclosures_dossier on disclosures (dossier_id);
comment on table disclosures is
  $$One document that the client let go to one party; gone from sight when the consent is withdrawn.
@belongs dossiers @card @while request_id @insert coaching$$;
comment on column disclosures.id is $$@key$$;
comment on column disclosures.dossier_id is $$@key$$;
comment on column disclosures.request_id is $$@key$$;
comment on column disclosures.party_id is $$@key$$;
comment on column disclosures.title is $$@category approved-document$$;
comment on column disclosures.about is
  $$The client's name, as the party knows it. @category approved-document$$;
comment on column disclosures.disclosed_by is $$@stamp$$;
comment on column disclosures.disclosed_at is $$@stamp$$;

create table disclosed_documents (
  disclosure_id uuid not null,
  dossier_id    uuid not null,
  request_id    uuid not null,
  part          integer not null check (part between 0 and 24),
  media_type    text not null check (length(media_type) <= 100),
  body          bytea not null check (length(body) <= 1048576 + 29),
  primary key (disclosure_id, part),
  foreign key (disclosure_id, dossier_id, request_id)
    references disclosures (id, dossier_id, request_id) on delete cascade
);
comment on table disclosed_documents is
  $$The copy of a document that a party may read, as it was when it was let go.
@belongs dossiers @while request_id @insert coaching$$;
comment on column disclosed_documents.disclosure_id is $$@key$$;
comment on column disclosed_documents.dossier_id is $$@key$$;
comment on column disclosed_documents.request_id is $$@key$$;
comment on column disclosed_documents.part is $$@key$$;
comment on column disclosed_documents.media_type is $$@impersonal a type of file$$;
comment on column disclosed_documents.body is $$@category approved-document @sealed$$;

create table open_matters (
  dossier_id           uuid primary key references dossiers on delete cascade,
  summaries_unsent     integer not null default 0,
  summaries_unanswered integer not null default 0,
  summaries_disputed   integer not null default 0,
  consents_unanswered  integer not null default 0
);
comment on table open_matters is
  $$How much in a dossier waits for somebody: counts, kept by the database, so that a list can show
them without opening what they count.
@belongs dossiers @card @beside$$;
comment on column open_matters.dossier_id is $$@key$$;
comment on column open_matters.summaries_unsent is $$Drafts. @category conversation-reports$$;
comment on column open_matters.summaries_unanswered is
  $$Sent to the client, who did not answer yet. @category conversation-reports$$;
comment on column open_matters.summaries_disputed is
  $$Disputed by the client, with no new version yet. @category conversation-reports$$;
comment on column open_matters.consents_unanswered is $$@category consent-record$$;

create table relation_lines (
  id         uuid primary key default gen_random_uuid(),
  party_id   uuid not null references parties,
  dossier_id uuid unique,
  name       text,
  service    text not null,
  year       integer not null
);
create index relation_lines_party on relation_lines (party_id, year);
comment on table relation_lines is
  $$Per principal: which client had which service in which year. Outlives the dossier.
@organisation$$;
comment on column relation_lines.id is $$@key$$;
comment on column relation_lines.party_id is $$@key$$;
comment on column relation_lines.dossier_id is
  $$Ties the line to the client until the dossier is erased. @key$$;
comment on column relation_lines.name is
  $$Empty after an erasure that the client asked for. @category relation-line$$;
comment on column relation_lines.service is $$@category relation-line$$;
comment on column relation_lines.year is $$@category relation-line$$;
