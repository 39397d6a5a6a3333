-- The practice: clients and their engagements, consults and summaries, notes.

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
@belongs dossiers @card @insert intake @update coaching intake self-service
@takeover$$;
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
@belongs dossiers @insert intake @update coaching intake self-service
@takeover$$;
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
comment on table engagements is
  $$The service that a dossier is about; its kind is the kind of the dossier.
@belongs dossiers @card @beside @insert intake @update coaching intake
@takeover$$;
comment on column engagements.dossier_id is $$@key$$;
comment on column engagements.party_id is $$The principal, who orders and pays. @key$$;
comment on column engagements.intake_id is
  $$The form that it began with: one form begins one engagement. @key$$;
comment on column engagements.order_reference is $$@category service$$;
comment on column engagements.ordered_on is $$@category service$$;

-- The principal of an engagement stands in that relation to the dossier.
create function relate_principal() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if new.party_id is not null then
    insert into relations (dossier_id, holder_id, relation)
      select new.dossier_id, new.party_id, w.relation from relation_words w
      where w.relation = 'principal'
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
comment on table activations is
  $$The start of an engagement, which the notice of the statement precedes.
@belongs dossiers @card @beside @insert coaching intake$$;
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
@belongs dossiers @card @beside @insert coaching$$;
comment on column closures.dossier_id is $$@key$$;
comment on column closures.outcome is $$@category service$$;
comment on column closures.ended_on is
  $$The day on which the service ended: that of closing, or an earlier one. @category service$$;
comment on column closures.closed_by is $$@stamp$$;
comment on column closures.closed_at is $$@stamp$$;

-- How far a service is stands in its dossier too: lists count it of thousands at once.
alter table dossiers add column service_state text
  check (service_state in ('active', 'closed'));
comment on column dossiers.service_state is
  $$How far its service is; nothing before that began. Kept by the database. @category service$$;

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
comment on table consults is
  $$A talk between professional and client, in an engagement that is active.
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
comment on table dispatches is
  $$That a summary was sent to the client, after which it no longer changes.
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
  foreign key (summary_id, dossier_id)
    references dispatches (summary_id, dossier_id) on delete cascade
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
  foreign key (summary_id, dossier_id)
    references dispatches (summary_id, dossier_id) on delete cascade
);
create index disputes_dossier on disputes (dossier_id);
comment on table disputes is
  $$The client's word that a summary is not right, and why, kept beside it.
@belongs dossiers @insert self-service$$;
comment on column disputes.summary_id is $$@key$$;
comment on column disputes.dossier_id is $$@key$$;
comment on column disputes.words is $$@category conversation-reports @sealed$$;
comment on column disputes.disputed_by is $$@stamp$$;
comment on column disputes.disputed_at is $$@stamp$$;

create table notes (
  id          uuid primary key default gen_random_uuid(),
  dossier_id  uuid not null references dossiers on delete cascade,
  category    text not null,
  body        bytea not null,
  source      text not null
    check (source in ('client', 'principal', 'professional', 'third-party', 'own')),
  source_name bytea,
  channel     text not null check (channel in
    ('conversation', 'website', 'email', 'phone', 'letter', 'third-party')),
  file        text not null default 'coach' check (file in ('coach', 'both')),
  written_by  uuid default actor(),
  written_at  timestamptz not null default now(),
  check (source not in ('professional', 'third-party') or source_name is not null),
  check (category <> 'improvement-points' or file <> 'coach')
);
create index notes_dossier on notes (dossier_id, written_at);
comment on table notes is $$A professional's note on a client, with where it came from.
@belongs dossiers @insert coaching substitution intake @update coaching @delete coaching
@takeover$$;
comment on column notes.id is $$@key$$;
comment on column notes.dossier_id is $$@key$$;
comment on column notes.category is $$@key$$;
comment on column notes.body is
  $$@category-in category of conversation-reports test-results advice work-limitations
  labour-expert-data benefit-data improvement-points education-career
  general-practitioner psychologist school partner children line-manager benefit-duration
  business-plans finances psychological-tests
@sealed$$;
comment on column notes.source is $$@impersonal a word from a list$$;
comment on column notes.source_name is
  $$Who it was, when it was neither the client nor the principal nor oneself.
@category-in category of conversation-reports test-results advice work-limitations
  labour-expert-data benefit-data improvement-points education-career
  general-practitioner psychologist school partner children line-manager benefit-duration
  business-plans finances psychological-tests
@sealed$$;
comment on column notes.channel is $$@impersonal a word from a list$$;
comment on column notes.file is
  $$In the coach's file, or in that of the client too. @impersonal a word from a list$$;
comment on column notes.written_by is $$@stamp$$;
comment on column notes.written_at is $$@stamp$$;
