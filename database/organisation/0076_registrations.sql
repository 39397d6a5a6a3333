-- Registrations: one dossier is one person in one programme, first as a student, after the diploma
-- as a professional. The registrations of one person are tied by dossiers.person_id.

create table registrants (
  dossier_id            uuid primary key references dossiers on delete cascade,
  given_names           text not null check (length(given_names) between 1 and 200),
  prefix                text not null default '' check (length(prefix) <= 30),
  family_name           text not null check (length(family_name) between 1 and 100),
  born_on               date not null check (born_on between '1900-01-01' and '2100-01-01'),
  birth_place           text not null default '' check (length(birth_place) <= 100),
  email                 text check (length(email) <= 254),
  phone                 text check (length(phone) <= 30),
  street                text check (length(street) <= 100),
  house_number          integer check (house_number between 1 and 99999),
  house_number_addition text check (length(house_number_addition) <= 20),
  postcode              text check (length(postcode) <= 10),
  city                  text check (length(city) <= 100),
  source                text not null default 'person'
    check (source in ('person', 'request', 'import')),
  entered_at            timestamptz not null default now()
);
create index registrants_name on registrants (lower(family_name), lower(given_names));
comment on table registrants is
  $$Who is registered, and where they live, as they entered it themselves.
@belongs dossiers @card @insert self-service taking-over @update self-service correction$$;
comment on column registrants.dossier_id is $$@key$$;
comment on column registrants.given_names is $$@category name$$;
comment on column registrants.prefix is $$@category name$$;
comment on column registrants.family_name is $$@category name$$;
comment on column registrants.born_on is $$@category identity$$;
comment on column registrants.birth_place is $$@category identity$$;
comment on column registrants.email is $$@category contact$$;
comment on column registrants.phone is $$@category contact$$;
comment on column registrants.street is $$@category contact$$;
comment on column registrants.house_number is $$@category contact$$;
comment on column registrants.house_number_addition is $$@category contact$$;
comment on column registrants.postcode is $$@category contact$$;
comment on column registrants.city is $$@category contact$$;
comment on column registrants.source is
  $$By whom it was entered: the person, the officer on a written request, or a register that was
taken over. @stamp$$;
comment on column registrants.entered_at is $$@stamp$$;

create table registrations (
  dossier_id     uuid primary key references dossiers on delete cascade,
  version_id     uuid not null references programme_versions,
  institution_id uuid not null references institutions,
  institute_id   uuid not null references institutions,
  announced_name text check (length(announced_name) between 1 and 200),
  starts_on      date not null check (starts_on > '1950-01-01'),
  planned_end_on date not null,
  state          text not null default 'invited' check (state in
    ('invited', 'submitted', 'rejected', 'enrolled', 'interrupted', 'graduated', 'ended')),
  state_since    timestamptz not null default now(),
  form_id        uuid not null unique default gen_random_uuid(),
  check (planned_end_on > starts_on)
);
create index registrations_version on registrations (version_id);
create index registrations_institution on registrations (institution_id, state, dossier_id);
create index registrations_institute on registrations (institute_id, state, dossier_id);
create index registrations_institution_start on registrations
  (institution_id, starts_on desc, dossier_id desc);
create index registrations_institute_start on registrations
  (institute_id, starts_on desc, dossier_id desc);
create index registrations_start on registrations (starts_on desc, dossier_id desc);
create index registrations_state on registrations (state, state_since);
comment on table registrations is
  $$What a registration is about: the programme, who employs and who trains, and how far it is.
@belongs dossiers @card @insert taking-over @update verification registry-keeping$$;
comment on column registrations.dossier_id is $$@key$$;
comment on column registrations.version_id is $$@key$$;
comment on column registrations.institution_id is $$The care institution that employs. @key$$;
comment on column registrations.institute_id is $$The training institute. @key$$;
comment on column registrations.announced_name is
  $$How an institution named somebody who did not enter a name yet; empty after that.
@category name$$;
comment on column registrations.starts_on is $$@category training$$;
comment on column registrations.planned_end_on is $$@category training$$;
comment on column registrations.state is $$Moved by the database alone. @stamp$$;
comment on column registrations.state_since is $$@stamp$$;
comment on column registrations.form_id is
  $$The form that it began with: one form begins one registration. @key$$;

create table registration_transitions (
  state text not null,
  act   text not null,
  next  text not null,
  primary key (state, act)
);
comment on table registration_transitions is
  $$The states of a registration and what leads from one to the next. @system$$;
insert into registration_transitions (state, act, next) values
  ('invited',     'submit',    'submitted'),
  ('rejected',    'submit',    'submitted'),
  ('submitted',   'confirm',   'enrolled'),
  ('submitted',   'reject',    'rejected'),
  ('enrolled',    'interrupt', 'interrupted'),
  ('interrupted', 'resume',    'enrolled'),
  ('enrolled',    'graduate',  'graduated'),
  ('invited',     'end',       'ended'),
  ('submitted',   'end',       'ended'),
  ('rejected',    'end',       'ended'),
  ('enrolled',    'end',       'ended'),
  ('interrupted', 'end',       'ended');

-- What the two verifiers judge: an enrolment, or an application for the diploma.
create table submissions (
  id             uuid primary key default gen_random_uuid(),
  dossier_id     uuid not null references registrations on delete cascade,
  about          text not null check (about in ('enrolment', 'diploma')),
  outcome        text not null default 'open'
    check (outcome in ('open', 'verified', 'rejected', 'lapsed')),
  submitted_by   uuid default actor(),
  submitted_at   timestamptz not null default now(),
  settled_at     timestamptz,
  reminders      integer not null default 0,
  reminded_on    date,
  unique (id, dossier_id)
);
create unique index submissions_one_open on submissions (dossier_id) where outcome = 'open';
alter table registrations add column open_submission_id uuid
  references submissions on delete set null;
create index registrations_institution_open on registrations (institution_id, dossier_id)
  where open_submission_id is not null;
create index registrations_institute_open on registrations (institute_id, dossier_id)
  where open_submission_id is not null;
comment on column registrations.open_submission_id is
  $$What is with the verifiers now: so that who verifies finds it at once. @stamp$$;
create index submissions_dossier on submissions (dossier_id, submitted_at);
create index submissions_open on submissions (submitted_at) where outcome = 'open';
comment on table submissions is
  $$That training data were put before the two verifiers, and what came of it.
@belongs dossiers @card @insert self-service$$;
comment on column submissions.id is $$@key$$;
comment on column submissions.dossier_id is $$@key$$;
comment on column submissions.about is $$@category verification$$;
comment on column submissions.outcome is $$Settled by the database alone. @stamp$$;
comment on column submissions.submitted_by is $$@stamp$$;
comment on column submissions.submitted_at is $$@stamp$$;
comment on column submissions.settled_at is $$@stamp$$;
comment on column submissions.reminders is $$@stamp$$;
comment on column submissions.reminded_on is $$@stamp$$;

create table verifications (
  submission_id uuid not null,
  dossier_id    uuid not null,
  verifier      text not null check (verifier in ('institution', 'institute')),
  party_id      uuid not null references institutions
    default '00000000-0000-0000-0000-000000000000',
  decision      text not null check (decision in ('confirmed', 'rejected')),
  verified_by   uuid default actor(),
  verified_at   timestamptz not null default now(),
  primary key (submission_id, verifier),
  foreign key (submission_id, dossier_id) references submissions (id, dossier_id)
    on delete cascade
);
create index verifications_dossier on verifications (dossier_id);
comment on table verifications is
  $$What one of the two verifiers said of training data that were put before them.
@belongs dossiers @card @insert verification$$;
comment on column verifications.submission_id is $$@key$$;
comment on column verifications.dossier_id is $$@key$$;
comment on column verifications.verifier is
  $$As which of the two: the care institution or the training institute. @key$$;
comment on column verifications.party_id is $$Filled by the database. @stamp$$;
comment on column verifications.decision is $$@category verification$$;
comment on column verifications.verified_by is $$@stamp$$;
comment on column verifications.verified_at is $$@stamp$$;

create table rejections (
  submission_id uuid not null,
  verifier      text not null,
  dossier_id    uuid not null references dossiers on delete cascade,
  reason        bytea not null,
  primary key (submission_id, verifier),
  foreign key (submission_id, verifier) references verifications on delete cascade
    deferrable initially deferred
);
create index rejections_dossier on rejections (dossier_id);
comment on table rejections is
  $$Why a verifier sent training data back: written for the student.
@belongs dossiers @insert verification$$;
comment on column rejections.submission_id is $$@key$$;
comment on column rejections.verifier is $$@key$$;
comment on column rejections.dossier_id is $$@key$$;
comment on column rejections.reason is $$@category verification @sealed$$;

-- That training stands still carries no reason: it would often be about health.
create table interruptions (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references registrations on delete cascade,
  starts_on  date not null,
  ends_on    date check (ends_on > starts_on),
  noted_by   uuid default actor(),
  noted_at   timestamptz not null default now()
);
create unique index interruptions_one_open on interruptions (dossier_id) where ends_on is null;
create index interruptions_dossier on interruptions (dossier_id, starts_on);
comment on table interruptions is $$Days on which training stood still, without a reason.
@belongs dossiers @insert self-service verification registry-keeping
@update self-service verification registry-keeping$$;
comment on column interruptions.id is $$@key$$;
comment on column interruptions.dossier_id is $$@key$$;
comment on column interruptions.starts_on is $$@category training$$;
comment on column interruptions.ends_on is
  $$The day on which it went on; empty while it stands still. @category training$$;
comment on column interruptions.noted_by is $$@stamp$$;
comment on column interruptions.noted_at is $$@stamp$$;

create table employer_changes (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references registrations on delete cascade,
  from_id    uuid not null references institutions
    default '00000000-0000-0000-0000-000000000000',
  party_id   uuid not null references institutions,
  changed_on date not null,
  noted_by   uuid default actor(),
  noted_at   timestamptz not null default now(),
  check (from_id <> party_id)
);
create index employer_changes_dossier on employer_changes (dossier_id, changed_on);
comment on table employer_changes is
  $$That a student went to work at another care institution in the middle of training.
@belongs dossiers @insert self-service registry-keeping$$;
comment on column employer_changes.id is $$@key$$;
comment on column employer_changes.dossier_id is $$@key$$;
comment on column employer_changes.from_id is $$Filled by the database. @stamp$$;
comment on column employer_changes.party_id is $$@key$$;
comment on column employer_changes.changed_on is $$@category training$$;
comment on column employer_changes.noted_by is $$@stamp$$;
comment on column employer_changes.noted_at is $$@stamp$$;

create table endings (
  dossier_id uuid primary key references registrations on delete cascade,
  ended_on   date not null default gestand.today(),
  noted_by   uuid default actor(),
  noted_at   timestamptz not null default now()
);
comment on table endings is $$That training ended before the diploma, without a reason.
@belongs dossiers @insert self-service verification registry-keeping$$;
comment on column endings.dossier_id is $$@key$$;
comment on column endings.ended_on is $$@category training$$;
comment on column endings.noted_by is $$@stamp$$;
comment on column endings.noted_at is $$@stamp$$;

-- The version of the same programme that holds for who starts on a day; none when it is not given.
create function version_on(version uuid, day date) returns uuid
language sql stable security definer set search_path from current as $$
  select v.id
  from programme_versions asked
  join programmes p on p.id = asked.programme_id
  join programme_versions v on v.programme_id = p.id and v.starts_on <= day
  where asked.id = version and (p.retired_on is null or p.retired_on > day)
  order by v.starts_on desc limit 1
$$;
