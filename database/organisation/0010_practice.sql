-- The practice: clients and their engagements, consults and summaries, notes, documents, disclosure.

create table clients (
  dossier_id  uuid primary key references dossiers on delete cascade,
  given_name  text not null default '' check (length(given_name) <= 100),
  initials    text not null default '' check (length(initials) <= 30),
  prefix      text not null default '' check (length(prefix) <= 30),
  family_name text not null check (length(family_name) between 1 and 100),
  email       text check (length(email) <= 254),
  phone       text check (length(phone) <= 30)
);
create index clients_name on clients (lower(family_name), lower(given_name));
comment on table clients is $$The card of a client's dossier: who it is and how to reach them.
@belongs dossiers @card @insert intake @update coaching intake self-service$$;
comment on column clients.dossier_id is $$@key$$;
comment on column clients.given_name is $$@category identity$$;
comment on column clients.initials is $$@category identity$$;
comment on column clients.prefix is $$@category identity$$;
comment on column clients.family_name is $$@category identity$$;
comment on column clients.email is $$@category contact$$;
comment on column clients.phone is $$@category contact$$;

create table profiles (
  dossier_id            uuid primary key references dossiers on delete cascade,
  born_on               date check (born_on > '1900-01-01'),
  street                text check (length(street) <= 100),
  house_number          integer check (house_number between 1 and 99999),
  house_number_addition text check (length(house_number_addition) <= 20),
  postcode              text check (length(postcode) <= 10),
  city                  text check (length(city) <= 100),
  education             bytea,
  career                bytea
);
comment on table profiles is $$What is asked of a client at intake.
@belongs dossiers @insert intake @update coaching intake self-service$$;
comment on column profiles.dossier_id is $$@key$$;
comment on column profiles.born_on is $$@category identity$$;
comment on column profiles.street is $$@category contact$$;
comment on column profiles.house_number is $$@category contact$$;
comment on column profiles.house_number_addition is $$@category contact$$;
comment on column profiles.postcode is $$@category contact$$;
comment on column profiles.city is $$@category contact$$;
comment on column profiles.education is $$@category education-career @sealed$$;
comment on column profiles.career is $$@category education-career @sealed$$;

create table engagements (
  dossier_id      uuid primary key references dossiers on delete cascade,
  party_id        uuid references parties,
  intake_id       uuid not null unique default gen_random_uuid(),
  order_reference text not null default '' check (length(order_reference) <= 60),
  ordered_on      date not null default gestand.today()
);
create index engagements_party on engagements (party_id);
comment on table engagements is $$The service that a dossier is about; its kind is the kind of the dossier.
@belongs dossiers @card @insert intake @update coaching intake$$;
comment on column engagements.dossier_id is $$@key$$;
comment on column engagements.party_id is $$The principal, who orders and pays. @key$$;
comment on column engagements.intake_id is $$The form that it began with: one form begins one engagement. @key$$;
comment on column engagements.order_reference is $$@category service$$;
comment on column engagements.ordered_on is $$@category service$$;

-- The principal of an engagement stands in that relation to the dossier.
create function relate_principal() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if new.party_id is not null then
    insert into relations (dossier_id, holder_id, relation)
      select new.dossier_id, new.party_id, w.relation from relation_words w where w.relation = 'principal'
      on conflict do nothing;
  end if;
  return null;
end
$$;
create trigger relate_principal after insert on engagements
  for each row execute function relate_principal();

create table statement_notices (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references dossiers on delete cascade,
  version    integer not null references statements,
  way        text not null check (way in ('shown', 'handed', 'mailed')),
  language   text not null check (language in ('nl', 'en')),
  shown_by   uuid default actor(),
  shown_at   timestamptz not null default now(),
  unique (id, dossier_id)
);
create index statement_notices_dossier on statement_notices (dossier_id);
comment on table statement_notices is $$That a version of the statement was shown to the client.
@belongs dossiers @insert coaching intake$$;
comment on column statement_notices.id is $$@key$$;
comment on column statement_notices.dossier_id is $$@key$$;
comment on column statement_notices.version is $$@category service$$;
comment on column statement_notices.way is $$@category service$$;
comment on column statement_notices.language is $$@impersonal a language$$;
comment on column statement_notices.shown_by is $$@stamp$$;
comment on column statement_notices.shown_at is $$@stamp$$;

create table activations (
  dossier_id   uuid primary key references dossiers on delete cascade,
  notice_id    uuid not null,
  activated_by uuid default actor(),
  activated_at timestamptz not null default now(),
  foreign key (notice_id, dossier_id) references statement_notices (id, dossier_id)
);
comment on table activations is $$The start of an engagement, which the notice of the statement precedes.
@belongs dossiers @card @insert coaching intake$$;
comment on column activations.dossier_id is $$@key$$;
comment on column activations.notice_id is $$@category service$$;
comment on column activations.activated_by is $$@stamp$$;
comment on column activations.activated_at is $$@stamp$$;

create table closures (
  dossier_id uuid primary key references activations on delete cascade,
  outcome    text not null
    check (outcome in ('completed', 'stopped-by-client', 'stopped-by-principal', 'other')),
  ended_on   date not null default gestand.today(),
  closed_by  uuid default actor(),
  closed_at  timestamptz not null default now()
);
comment on table closures is $$The end of an engagement, from which its retention counts.
@belongs dossiers @card @insert coaching$$;
comment on column closures.dossier_id is $$@key$$;
comment on column closures.outcome is $$@category service$$;
comment on column closures.ended_on is
  $$The day on which the service ended: that of closing, or an earlier one. @category service$$;
comment on column closures.closed_by is $$@stamp$$;
comment on column closures.closed_at is $$@stamp$$;

create table consults (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references activations on delete cascade,
  held_on    date not null check (held_on > '2000-01-01'),
  minutes    integer not null check (minutes between 5 and 600),
  way        text not null check (way in ('office', 'elsewhere', 'video', 'phone')),
  noted_by   uuid default actor(),
  noted_at   timestamptz not null default now(),
  unique (id, dossier_id)
);
create index consults_dossier on consults (dossier_id, held_on);
comment on table consults is $$A talk between professional and client, in an engagement that is active.
@belongs dossiers @insert coaching substitution @update coaching$$;
comment on column consults.id is $$@key$$;
comment on column consults.dossier_id is $$@key$$;
comment on column consults.held_on is $$@category planning$$;
comment on column consults.minutes is $$@category planning$$;
comment on column consults.way is $$@category planning$$;
comment on column consults.noted_by is $$@stamp$$;
comment on column consults.noted_at is $$@stamp$$;

create table summaries (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null,
  consult_id uuid not null,
  replaces   uuid unique references summaries on delete cascade,
  body       bytea not null,
  written_by uuid default actor(),
  written_at timestamptz not null default now(),
  unique (id, dossier_id),
  foreign key (consult_id, dossier_id) references consults (id, dossier_id) on delete cascade
);
create index summaries_consult on summaries (consult_id);
create index summaries_dossier on summaries (dossier_id);
comment on table summaries is $$What was said in a consult, in a version; a draft until it is sent.
@belongs dossiers @insert coaching substitution @update coaching substitution$$;
comment on column summaries.id is $$@key$$;
comment on column summaries.dossier_id is $$@key$$;
comment on column summaries.consult_id is $$@key$$;
comment on column summaries.replaces is $$The version before it. @key$$;
comment on column summaries.body is $$@category conversation-reports @sealed$$;
comment on column summaries.written_by is $$@stamp$$;
comment on column summaries.written_at is $$@stamp$$;

create table dispatches (
  summary_id uuid primary key,
  dossier_id uuid not null,
  sent_by    uuid default actor(),
  sent_at    timestamptz not null default now(),
  unique (summary_id, dossier_id),
  foreign key (summary_id, dossier_id) references summaries (id, dossier_id) on delete cascade
);
create index dispatches_dossier on dispatches (dossier_id);
comment on table dispatches is $$That a summary was sent to the client, after which it no longer changes.
@belongs dossiers @insert coaching substitution$$;
comment on column dispatches.summary_id is $$@category conversation-reports$$;
comment on column dispatches.dossier_id is $$@key$$;
comment on column dispatches.sent_by is $$@stamp$$;
comment on column dispatches.sent_at is $$@stamp$$;

create table approvals (
  summary_id  uuid primary key,
  dossier_id  uuid not null,
  approved_by uuid default actor(),
  approved_at timestamptz not null default now(),
  foreign key (summary_id, dossier_id) references dispatches (summary_id, dossier_id) on delete cascade
);
create index approvals_dossier on approvals (dossier_id);
comment on table approvals is $$The client's word that a summary is right.
@belongs dossiers @insert self-service$$;
comment on column approvals.summary_id is $$@category conversation-reports$$;
comment on column approvals.dossier_id is $$@key$$;
comment on column approvals.approved_by is $$@stamp$$;
comment on column approvals.approved_at is $$@stamp$$;

create table disputes (
  summary_id  uuid primary key,
  dossier_id  uuid not null,
  words       bytea not null,
  disputed_by uuid default actor(),
  disputed_at timestamptz not null default now(),
  foreign key (summary_id, dossier_id) references dispatches (summary_id, dossier_id) on delete cascade
);
create index disputes_dossier on disputes (dossier_id);
comment on table disputes is $$The client's word that a summary is not right, and why, kept beside it.
@belongs dossiers @insert self-service$$;
comment on column disputes.summary_id is $$@key$$;
comment on column disputes.dossier_id is $$@key$$;
comment on column disputes.words is $$@category conversation-reports @sealed$$;
comment on column disputes.disputed_by is $$@stamp$$;
comment on column disputes.disputed_at is $$@stamp$$;

create table notes (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references dossiers on delete cascade,
  category   text not null,
  body       bytea not null,
  source     text not null check (source in ('client', 'principal', 'professional', 'third-party', 'own')),
  channel    text not null check (channel in ('conversation', 'website', 'email', 'phone', 'letter')),
  written_by uuid default actor(),
  written_at timestamptz not null default now()
);
create index notes_dossier on notes (dossier_id, written_at);
comment on table notes is $$A professional's note on a client, with where it came from.
@belongs dossiers @insert coaching substitution intake @update coaching @delete coaching$$;
comment on column notes.id is $$@key$$;
comment on column notes.dossier_id is $$@key$$;
comment on column notes.category is $$@key$$;
comment on column notes.body is $$@category-in category of conversation-reports test-results advice work-limitations labour-expert-data benefit-data improvement-points education-career
@sealed$$;
comment on column notes.source is $$@impersonal a word from a list$$;
comment on column notes.channel is $$@impersonal a word from a list$$;
comment on column notes.written_by is $$@stamp$$;
comment on column notes.written_at is $$@stamp$$;

create table documents (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references dossiers on delete cascade,
  category   text not null,
  title      bytea not null,
  media_type text not null check (length(media_type) <= 100),
  bytes      integer not null check (bytes between 1 and 26214400),
  digest     bytea not null check (length(digest) = 32),
  source     text not null check (source in ('client', 'principal', 'professional', 'third-party', 'own')),
  channel    text not null check (channel in ('conversation', 'website', 'email', 'phone', 'letter')),
  added_by   uuid default actor(),
  added_at   timestamptz not null default now(),
  unique (id, dossier_id, category)
);
create index documents_dossier on documents (dossier_id, added_at);
comment on table documents is $$A file in a dossier, with where it came from.
@belongs dossiers @insert coaching substitution intake self-service @delete coaching$$;
comment on column documents.id is $$@key$$;
comment on column documents.dossier_id is $$@key$$;
comment on column documents.category is $$@key$$;
comment on column documents.title is $$@category-in category of conversation-reports test-results advice work-limitations labour-expert-data benefit-data improvement-points education-career
@sealed$$;
comment on column documents.media_type is $$@impersonal a type of file$$;
comment on column documents.bytes is $$@impersonal a size$$;
comment on column documents.digest is $$@key$$;
comment on column documents.source is $$@impersonal a word from a list$$;
comment on column documents.channel is $$@impersonal a word from a list$$;
comment on column documents.added_by is $$@stamp$$;
comment on column documents.added_at is $$@stamp$$;

create table document_contents (
  document_id uuid not null,
  dossier_id  uuid not null,
  category    text not null,
  part        integer not null check (part between 0 and 24),
  body        bytea not null check (length(body) <= 1048576 + 29),
  primary key (document_id, part),
  foreign key (document_id, dossier_id, category) references documents (id, dossier_id, category) on delete cascade
);
create index document_contents_dossier on document_contents (dossier_id);
comment on table document_contents is $$The bytes of a document, in parts of at most a megabyte; sealing adds 29 bytes to each.
@belongs dossiers @insert coaching substitution intake self-service @delete coaching$$;
comment on column document_contents.document_id is $$@key$$;
comment on column document_contents.dossier_id is $$@key$$;
comment on column document_contents.category is $$@key$$;
comment on column document_contents.part is $$@key$$;
comment on column document_contents.body is $$@category-in category of conversation-reports test-results advice work-limitations labour-expert-data benefit-data improvement-points education-career
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
comment on table disclosures is $$One document that the client let go to one party; gone from sight when the consent is withdrawn.
@belongs dossiers @card @while request_id @insert coaching$$;
comment on column disclosures.id is $$@key$$;
comment on column disclosures.dossier_id is $$@key$$;
comment on column disclosures.request_id is $$@key$$;
comment on column disclosures.party_id is $$@key$$;
comment on column disclosures.title is $$@category approved-document$$;
comment on column disclosures.about is $$The client's name, as the party knows it. @category approved-document$$;
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
comment on table disclosed_documents is $$The copy of a document that a party may read, as it was when it was let go.
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
@belongs dossiers @card$$;
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
comment on table relation_lines is $$Per principal: which client had which service in which year. Outlives the dossier.
@organisation$$;
comment on column relation_lines.id is $$@key$$;
comment on column relation_lines.party_id is $$@key$$;
comment on column relation_lines.dossier_id is $$Ties the line to the client until the dossier is erased. @key$$;
comment on column relation_lines.name is $$Empty after an erasure that the client asked for. @category relation-line$$;
comment on column relation_lines.service is $$@category relation-line$$;
comment on column relation_lines.year is $$@category relation-line$$;
