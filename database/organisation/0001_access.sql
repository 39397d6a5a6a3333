-- Dossiers, how accounts stand to them, and the rules that the statement makes of it.

create table persons (
  id         uuid primary key default gen_random_uuid(),
  created_at timestamptz not null default now()
);
comment on table persons is $$Someone whose data is held. Holds no data itself: it ties a person's dossiers together.
@system$$;

create sequence dossier_numbers;

create table dossiers (
  id            uuid primary key default gen_random_uuid(),
  kind          text not null,
  person_id     uuid not null references persons,
  reference     text not null unique
    default to_char(now(), 'YYYY') || '-' || to_char(nextval('dossier_numbers'), 'FM9999999900000'),
  started_at    timestamptz not null default now(),
  expires_on    date,
  restricted_at timestamptz,
  paused_activities text[] not null default '{}'
);
create index dossiers_person on dossiers (person_id);
create index dossiers_expiry on dossiers (expires_on) where expires_on is not null;
comment on table dossiers is $$The unit of record about one person in one relationship.
@belongs dossiers @card @impersonal identifiers
  and dates only; whom it is about stands in its card$$;
comment on column dossiers.id is $$@key$$;
comment on column dossiers.kind is $$@key$$;
comment on column dossiers.person_id is $$@key$$;
comment on column dossiers.reference is $$@stamp$$;
comment on column dossiers.started_at is $$@stamp$$;
comment on column dossiers.expires_on is $$The day from which nobody sees it any more. @stamp$$;
comment on column dossiers.restricted_at is $$@stamp$$;
comment on column dossiers.paused_activities is
  $$Activities for which it may not be used, because the person objects. @stamp$$;

create table members (
  account_id uuid primary key,
  name       text not null check (length(name) between 1 and 200),
  title      text not null default '' check (length(title) <= 200),
  left_at    timestamptz
);
create index members_left on members (account_id) where left_at is not null;
comment on table members is $$Someone who works for the organisation; needs a second factor.
@organisation @insert administration @update administration$$;
comment on column members.account_id is $$@key$$;
comment on column members.name is $$@category staff$$;
comment on column members.title is $$@category staff$$;
comment on column members.left_at is $$@category staff$$;

create table functions (
  account_id uuid not null references members on delete cascade,
  function   text not null,
  since      timestamptz not null default now(),
  primary key (account_id, function)
);
comment on table functions is $$A relation of an account to the whole organisation.
@organisation @insert administration @delete administration$$;
comment on column functions.account_id is $$@key$$;
comment on column functions.function is $$@category staff$$;
comment on column functions.since is $$@stamp$$;

create table parties (
  id      uuid primary key default gen_random_uuid(),
  name    text not null check (length(name) between 1 and 200),
  email   text check (length(email) <= 254)
);
comment on table parties is $$An institution, principal or supplier that the organisation works with.
@organisation @insert intake administration @update administration$$;
comment on column parties.id is $$@key$$;
comment on column parties.name is $$@category party$$;
comment on column parties.email is $$@category party$$;

create table affiliations (
  party_id   uuid not null references parties on delete cascade,
  account_id uuid not null,
  primary key (party_id, account_id)
);
create index affiliations_account on affiliations (account_id);
comment on table affiliations is $$An account that acts for a party and so has the party's relations.
@organisation @insert administration @delete administration$$;
comment on column affiliations.party_id is $$@key$$;
comment on column affiliations.account_id is $$@category party$$;

create table absences (
  id            uuid primary key default gen_random_uuid(),
  account_id    uuid not null references members,
  substitute_id uuid not null references members,
  starts_on     date not null,
  ends_on       date not null,
  check (ends_on >= starts_on),
  check (substitute_id <> account_id)
);
create index absences_account on absences (account_id);
create index absences_substitute on absences (substitute_id);
comment on table absences is $$Days on which a member is away and another may stand in, both days included.
@organisation @insert coaching administration @update coaching administration$$;
comment on column absences.id is $$@key$$;
comment on column absences.account_id is $$@category staff$$;
comment on column absences.substitute_id is $$@category staff$$;
comment on column absences.starts_on is $$@category staff$$;
comment on column absences.ends_on is $$@category staff$$;

create table relations (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references dossiers on delete cascade,
  holder_id  uuid not null,
  relation   text not null,
  since      timestamptz not null default now(),
  until      timestamptz,
  absence_id uuid references absences,
  unique nulls not distinct (dossier_id, holder_id, relation, absence_id)
);
create index relations_holder on relations (holder_id, relation);
comment on table relations is $$How an account, or a party, stands to a dossier.
@belongs dossiers @insert coaching @update coaching$$;
comment on column relations.id is $$@key$$;
comment on column relations.dossier_id is $$@key$$;
comment on column relations.holder_id is $$@key$$;
comment on column relations.relation is $$@key$$;
comment on column relations.since is $$@stamp$$;
comment on column relations.until is $$@category consent-record$$;
comment on column relations.absence_id is $$@key$$;

create table consent_requests (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references dossiers on delete cascade,
  consent    text not null,
  holder_id  uuid,
  item_id    uuid,
  wording    bytea not null,
  language   text not null check (language in ('nl', 'en')),
  statement  integer not null,
  asked_at   timestamptz not null default now(),
  unique (id, dossier_id)
);
create index consent_requests_dossier on consent_requests (dossier_id, consent);
comment on table consent_requests is $$A question for consent, in the words that the person sees.
@belongs dossiers @insert coaching$$;
comment on column consent_requests.id is $$@key$$;
comment on column consent_requests.dossier_id is $$@key$$;
comment on column consent_requests.consent is $$@key$$;
comment on column consent_requests.holder_id is $$Who gets access by it, an account or a party. @key$$;
comment on column consent_requests.item_id is $$The one document or absence that it is about. @key$$;
comment on column consent_requests.wording is $$@category consent-record @sealed$$;
comment on column consent_requests.language is $$@impersonal the language of the question$$;
comment on column consent_requests.statement is $$@impersonal the version of the statement$$;
comment on column consent_requests.asked_at is $$@stamp$$;

create table consents (
  request_id uuid primary key,
  dossier_id uuid not null,
  decision   text not null check (decision in ('given', 'refused')),
  decided_by uuid,
  decided_at timestamptz not null default now(),
  expires_at timestamptz,
  unique (request_id, dossier_id),
  foreign key (request_id, dossier_id) references consent_requests (id,
    dossier_id) on delete cascade
);
comment on table consents is $$The person's answer to a question for consent; a refusal is kept too.
@belongs dossiers @insert self-service$$;
comment on column consents.request_id is $$@key$$;
comment on column consents.dossier_id is $$@key$$;
comment on column consents.decision is $$@category consent-record$$;
comment on column consents.decided_by is $$@stamp$$;
comment on column consents.decided_at is $$@stamp$$;
comment on column consents.expires_at is $$When it ends by itself. @stamp$$;

create table withdrawals (
  request_id   uuid primary key,
  dossier_id   uuid not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz not null default now(),
  foreign key (request_id, dossier_id) references consents (request_id,
    dossier_id) on delete cascade
);
create index withdrawals_dossier on withdrawals (dossier_id);
comment on table withdrawals is $$The end of a consent that was given.
@belongs dossiers @insert self-service$$;
comment on column withdrawals.request_id is $$@category consent-record$$;
comment on column withdrawals.dossier_id is $$@key$$;
comment on column withdrawals.withdrawn_by is $$@stamp$$;
comment on column withdrawals.withdrawn_at is $$@stamp$$;

create table events (
  dossier_id  uuid not null references dossiers on delete cascade,
  event       text not null,
  occurred_at timestamptz not null default now(),
  primary key (dossier_id, event)
);
comment on table events is $$What happened in the trajectory of a dossier, from which its retention counts.
@system$$;

-- The statement in force, compiled.

create table statements (
  version    integer primary key,
  in_force   date not null,
  source     jsonb not null,
  applied_at timestamptz not null default now()
);
comment on table statements is $$A version of the privacy statement: its declarations and texts, and when it was made true.
@organisation @public @impersonal a published text$$;
comment on column statements.version is $$@key$$;
comment on column statements.in_force is $$@key$$;
comment on column statements.source is $$@key$$;
comment on column statements.applied_at is $$@stamp$$;

create table activities (
  activity text primary key,
  role     text not null unique,
  starts   text,
  opens    boolean not null
);
comment on table activities is $$An activity that the statement declares, and its role. @system$$;

create table relation_words (
  relation text primary key,
  subject  boolean not null,
  party    boolean not null
);
comment on table relation_words is
  $$Relations that the statement declares; a subject is the person whom the dossier is about. @system$$;

create table rules (
  activity text not null references activities,
  kind     text not null,
  relation text not null,
  scope    text not null check (scope in ('dossier', 'organisation')),
  after    text,
  during   text check (during in ('absence')),
  primary key (activity, kind, relation)
);
comment on table rules is $$Who reaches which dossiers for an activity. @system$$;

create table category_rules (
  activity text not null references activities,
  kind     text not null,
  category text not null,
  writes   boolean not null,
  primary key (activity, kind, category, writes)
);
comment on table category_rules is $$Categories of row-wise content that an activity reads or writes in a kind of dossier. @system$$;

create table retention_rules (
  part   text primary key,
  events text[] not null,
  keep   interval
);
comment on table retention_rules is $$How long a part of a dossier is kept, counted from the latest of its events. @system$$;

create table applied (
  object text primary key,
  digest text not null
);
comment on table applied is $$Policies, functions, triggers and views as they were when the statement was applied. @system$$;
