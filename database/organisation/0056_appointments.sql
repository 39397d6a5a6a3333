-- Appointments with clients. What a calendar shows stands on the card of the dossier, so that a
-- week of times opens no file; where it is and what there is to say of it stands in the dossier.

create table appointments (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references dossiers on delete cascade,
  coach_id   uuid not null references members,
  starts_at  timestamptz not null,
  ends_at    timestamptz not null,
  way        text not null check (way in ('office', 'phone', 'video', 'visit')),
  series_id  uuid,
  recurs_at  timestamptz not null default now(),
  sequence   integer not null default 0,
  planned_by uuid default actor(),
  planned_at timestamptz not null default now(),
  unique (id, dossier_id),
  constraint appointments_length
    check (ends_at between starts_at + interval '5 minutes' and starts_at + interval '10 hours')
);
create index appointments_dossier on appointments (dossier_id, starts_at);
create index appointments_coach on appointments (coach_id, starts_at);
create index appointments_series on appointments (series_id) where series_id is not null;
comment on table appointments is $$A time at which professional and client are to meet.
@belongs dossiers @card @insert coaching substitution planning
@update coaching substitution planning$$;
comment on column appointments.id is $$@key$$;
comment on column appointments.dossier_id is $$@key$$;
comment on column appointments.coach_id is $$With whom. @category planning$$;
comment on column appointments.starts_at is $$@category planning$$;
comment on column appointments.ends_at is $$@category planning$$;
comment on column appointments.way is $$@category planning$$;
comment on column appointments.series_id is $$What those that were planned together share. @key$$;
comment on column appointments.recurs_at is $$When it was planned to begin at first, by which
calendars know it from the others of its series (RFC 5545, 3.8.4.4). @category planning$$;
comment on column appointments.sequence is
  $$How often it was changed, as calendars count it (RFC 5545, 3.8.7.4). @stamp$$;
comment on column appointments.planned_by is $$@stamp$$;
comment on column appointments.planned_at is $$@stamp$$;

create table appointment_details (
  appointment_id uuid primary key,
  dossier_id     uuid not null,
  place          bytea,
  remark         bytea,
  foreign key (appointment_id, dossier_id)
    references appointments (id, dossier_id) on delete cascade
);
create index appointment_details_dossier on appointment_details (dossier_id);
comment on table appointment_details is
  $$Where an appointment is, and what the client should know before it.
@belongs dossiers @insert coaching substitution @update coaching substitution$$;
comment on column appointment_details.appointment_id is $$@key$$;
comment on column appointment_details.dossier_id is $$@key$$;
comment on column appointment_details.place is $$@category contact @sealed$$;
comment on column appointment_details.remark is $$@category conversation-reports @sealed$$;

create table appointment_cancellations (
  appointment_id uuid primary key,
  dossier_id     uuid not null,
  side           text not null default 'practice' check (side in ('client', 'practice')),
  cancelled_by   uuid default actor(),
  cancelled_at   timestamptz not null default now(),
  foreign key (appointment_id, dossier_id)
    references appointments (id, dossier_id) on delete cascade
);
create index appointment_cancellations_dossier on appointment_cancellations (dossier_id);
comment on table appointment_cancellations is $$That an appointment does not go on.
@belongs dossiers @card @insert coaching substitution planning self-service$$;
comment on column appointment_cancellations.appointment_id is $$@category planning$$;
comment on column appointment_cancellations.dossier_id is $$@key$$;
comment on column appointment_cancellations.side is $$Who cancelled: client or practice. @stamp$$;
comment on column appointment_cancellations.cancelled_by is $$@stamp$$;
comment on column appointment_cancellations.cancelled_at is $$@stamp$$;

create table appointment_confirmations (
  appointment_id uuid not null,
  sequence       integer not null,
  dossier_id     uuid not null,
  confirmed_by   uuid default actor(),
  confirmed_at   timestamptz not null default now(),
  primary key (appointment_id, sequence),
  foreign key (appointment_id, dossier_id)
    references appointments (id, dossier_id) on delete cascade
);
create index appointment_confirmations_dossier on appointment_confirmations (dossier_id);
comment on table appointment_confirmations is
  $$The client's word that they will come, at the time as it was then.
@belongs dossiers @card @insert self-service$$;
comment on column appointment_confirmations.appointment_id is $$@category planning$$;
comment on column appointment_confirmations.sequence is $$@impersonal which change of the time$$;
comment on column appointment_confirmations.dossier_id is $$@key$$;
comment on column appointment_confirmations.confirmed_by is $$@stamp$$;
comment on column appointment_confirmations.confirmed_at is $$@stamp$$;

create table appointment_proposals (
  id             uuid primary key default gen_random_uuid(),
  appointment_id uuid not null,
  dossier_id     uuid not null,
  times          timestamptz[] not null check (cardinality(times) between 1 and 3),
  sequence       integer not null default 0,
  side           text not null default 'practice' check (side in ('client', 'practice')),
  proposed_by    uuid default actor(),
  proposed_at    timestamptz not null default clock_timestamp(),
  unique (id, dossier_id),
  foreign key (appointment_id, dossier_id)
    references appointments (id, dossier_id) on delete cascade
);
create index appointment_proposals_of on appointment_proposals (appointment_id, proposed_at);
create index appointment_proposals_dossier on appointment_proposals (dossier_id);
comment on table appointment_proposals is
  $$Other times for an appointment, that one side offers and the other may choose from.
@belongs dossiers @card @insert coaching substitution planning self-service$$;
comment on column appointment_proposals.id is $$@key$$;
comment on column appointment_proposals.appointment_id is $$@key$$;
comment on column appointment_proposals.dossier_id is $$@key$$;
comment on column appointment_proposals.times is $$@category planning$$;
comment on column appointment_proposals.sequence is
  $$Of the time that it is about: it lapses when the appointment is moved. @stamp$$;
comment on column appointment_proposals.side is $$Who offers: client or practice. @stamp$$;
comment on column appointment_proposals.proposed_by is $$@stamp$$;
comment on column appointment_proposals.proposed_at is $$@stamp$$;

create table appointment_proposal_answers (
  proposal_id uuid primary key,
  dossier_id  uuid not null,
  chosen      timestamptz,
  answered_by uuid default actor(),
  answered_at timestamptz not null default now(),
  foreign key (proposal_id, dossier_id)
    references appointment_proposals (id, dossier_id) on delete cascade
);
create index appointment_proposal_answers_dossier on appointment_proposal_answers (dossier_id);
comment on table appointment_proposal_answers is
  $$The time that the other side chose of a proposal, or that none of them suits.
@belongs dossiers @card @insert coaching substitution planning self-service$$;
comment on column appointment_proposal_answers.proposal_id is $$@key$$;
comment on column appointment_proposal_answers.dossier_id is $$@key$$;
comment on column appointment_proposal_answers.chosen is $$@category planning$$;
comment on column appointment_proposal_answers.answered_by is $$@stamp$$;
comment on column appointment_proposal_answers.answered_at is $$@stamp$$;

create table appointment_reminders (
  appointment_id uuid not null,
  sequence       integer not null,
  dossier_id     uuid not null,
  reminded_at    timestamptz not null default now(),
  primary key (appointment_id, sequence),
  foreign key (appointment_id, dossier_id)
    references appointments (id, dossier_id) on delete cascade
);
create index appointment_reminders_dossier on appointment_reminders (dossier_id);
comment on table appointment_reminders is
  $$That the client was reminded of an appointment, at the time as it was then. @belongs dossiers$$;
comment on column appointment_reminders.appointment_id is $$@category planning$$;
comment on column appointment_reminders.sequence is $$@impersonal which change of the time$$;
comment on column appointment_reminders.dossier_id is $$@key$$;
comment on column appointment_reminders.reminded_at is $$@stamp$$;

-- Time of one's own that has no client in it. What it is for is a word and no text: nobody's name
-- gets into a calendar that colleagues see.
create table time_blocks (
  id         uuid primary key default gen_random_uuid(),
  account_id uuid not null default actor() references members,
  reason     text not null
    check (reason in ('meeting', 'administration', 'travel', 'training', 'private', 'other')),
  starts_at  timestamptz not null,
  ends_at    timestamptz not null,
  constraint time_blocks_length
    check (ends_at between starts_at + interval '5 minutes' and starts_at + interval '24 hours')
);
create index time_blocks_account on time_blocks (account_id, starts_at);
comment on table time_blocks is $$Time of a member in which no client is to be planned.
@organisation @insert coaching @update coaching @delete coaching$$;
comment on column time_blocks.id is $$@key$$;
comment on column time_blocks.account_id is $$@category staff @subject$$;
comment on column time_blocks.reason is $$@category staff$$;
comment on column time_blocks.starts_at is $$@category staff$$;
comment on column time_blocks.ends_at is $$@category staff$$;

create table working_hours (
  account_id uuid not null default actor() references members on delete cascade,
  weekday    integer not null check (weekday between 1 and 7),
  starts     time not null,
  ends       time not null check (ends > starts),
  primary key (account_id, weekday)
);
comment on table working_hours is
  $$Between which hours a member works on a day of the week; without any: eight to six on workdays.
@organisation @insert coaching @update coaching @delete coaching$$;
comment on column working_hours.account_id is $$@category staff @subject$$;
comment on column working_hours.weekday is $$Monday is 1. @category staff$$;
comment on column working_hours.starts is $$@category staff$$;
comment on column working_hours.ends is $$@category staff$$;

-- Links under which calendar software fetches the times of one account.
create table calendar_feeds (
  account_id uuid primary key,
  token_hash bytea not null unique check (length(token_hash) = 32),
  activity   text not null,
  made_at    timestamptz not null default now(),
  read_at    timestamptz
);
comment on table calendar_feeds is
  $$That an account has a secret link to its times; of the secret only a hash. @system$$;
comment on column calendar_feeds.account_id is $$@key @subject$$;
comment on column calendar_feeds.token_hash is $$@stamp$$;
comment on column calendar_feeds.activity is $$@key$$;
comment on column calendar_feeds.made_at is $$@stamp$$;
comment on column calendar_feeds.read_at is $$When it was last noted that it was read. @stamp$$;
