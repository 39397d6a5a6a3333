-- What a student shows of the own training, who is let in to look at it and for how long, and the
-- audits for which that happens.

create table portfolio_items (
  id             uuid primary key default gen_random_uuid(),
  dossier_id     uuid not null references registrations on delete cascade,
  requirement_id uuid references programme_requirements on delete set null,
  title          bytea not null,
  words          bytea,
  media_type     text check (length(media_type) <= 100),
  bytes          integer check (bytes between 1 and 26214400),
  digest         bytea check (length(digest) = 32),
  added_by       uuid default actor(),
  added_at       timestamptz not null default now(),
  unique (id, dossier_id),
  check ((words is null) = (media_type is not null)),
  check ((media_type is null) = (digest is null) and (media_type is null) = (bytes is null))
);
create index portfolio_items_dossier on portfolio_items (dossier_id, added_at);
create index portfolio_items_requirement on portfolio_items (requirement_id);
comment on table portfolio_items is
  $$What a student put in the own portfolio: a file, or an attestation in own words.
@belongs dossiers @insert self-service @delete self-service$$;
comment on column portfolio_items.id is $$@key$$;
comment on column portfolio_items.dossier_id is $$@key$$;
comment on column portfolio_items.requirement_id is $$What of the programme it is about. @key$$;
comment on column portfolio_items.title is $$@category portfolio @sealed$$;
comment on column portfolio_items.words is
  $$An attestation; empty for a file. @category portfolio @sealed$$;
comment on column portfolio_items.media_type is $$@impersonal a type of file$$;
comment on column portfolio_items.bytes is $$@impersonal a size$$;
comment on column portfolio_items.digest is $$@key$$;
comment on column portfolio_items.added_by is $$@stamp$$;
comment on column portfolio_items.added_at is $$@stamp$$;

create table portfolio_files (
  portfolio_item_id uuid not null,
  dossier_id        uuid not null,
  part              integer not null check (part between 0 and 24),
  body              bytea not null check (length(body) <= 1048576 + 29),
  primary key (portfolio_item_id, part),
  foreign key (portfolio_item_id, dossier_id) references portfolio_items (id, dossier_id)
    on delete cascade
);
create index portfolio_files_dossier on portfolio_files (dossier_id);
comment on table portfolio_files is
  $$The bytes of a file in a portfolio, in parts of at most a megabyte.
@belongs dossiers @insert self-service @delete self-service$$;
comment on column portfolio_files.portfolio_item_id is $$@key$$;
comment on column portfolio_files.dossier_id is $$@key$$;
comment on column portfolio_files.part is $$@key$$;
comment on column portfolio_files.body is $$@category portfolio @sealed @file portfolio_items$$;

create function bound_portfolio() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if (select count(*) from portfolio_items i where i.dossier_id = new.dossier_id) >= 200 then
    raise exception 'PORTFOLIO_FULL' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger bound_portfolio before insert on portfolio_items
  for each row execute function bound_portfolio();

create table audits (
  id           uuid primary key default gen_random_uuid(),
  party_id     uuid not null references institutions on delete cascade,
  programme_id uuid references programmes,
  auditor_id   uuid not null references members,
  starts_on    date not null,
  ends_on      date not null,
  planned_by   uuid default actor(),
  planned_at   timestamptz not null default now(),
  ended_at     timestamptz,
  check (ends_on >= starts_on and ends_on <= starts_on + 120)
);
create index audits_party on audits (party_id, ends_on);
create index audits_auditor on audits (auditor_id, ends_on);
create index audits_programme on audits (programme_id);
comment on table audits is
  $$That an auditor looks whether an institution trains by the requirements.
@organisation @nobody it is about an institution; the students in it have rows of their own$$;
comment on column audits.id is $$@key$$;
comment on column audits.party_id is $$@key$$;
comment on column audits.programme_id is $$Empty for all programmes. @key$$;
comment on column audits.auditor_id is $$@category audit$$;
comment on column audits.starts_on is $$@category audit$$;
comment on column audits.ends_on is $$The last day. @category audit$$;
comment on column audits.planned_by is $$@stamp$$;
comment on column audits.planned_at is $$@stamp$$;
comment on column audits.ended_at is $$When it was ended before its last day. @stamp$$;

create table audit_partners (
  audit_id uuid primary key references audits on delete cascade,
  name     text not null check (length(name) between 1 and 200),
  named_by uuid default actor(),
  named_at timestamptz not null default now()
);
comment on table audit_partners is $$Who of the institution talks with the auditor.
@organisation @insert portfolio @update portfolio
@nobody it names somebody of an institution in their work$$;
comment on column audit_partners.audit_id is $$@key$$;
comment on column audit_partners.name is $$@category audit$$;
comment on column audit_partners.named_by is $$@stamp$$;
comment on column audit_partners.named_at is $$@stamp$$;

create table audit_students (
  audit_id   uuid not null references audits on delete cascade,
  dossier_id uuid not null references registrations on delete cascade,
  drawn_at   timestamptz not null default now(),
  primary key (audit_id, dossier_id)
);
create index audit_students_dossier on audit_students (dossier_id);
comment on table audit_students is $$A student whom chance put in an audit.
@belongs dossiers @card$$;
comment on column audit_students.audit_id is $$@key$$;
comment on column audit_students.dossier_id is $$@key$$;
comment on column audit_students.drawn_at is $$@category audit$$;

create table audit_judgements (
  audit_id   uuid not null,
  dossier_id uuid not null,
  judgement  text not null check (judgement in ('in-order', 'not-in-order')),
  words      bytea not null,
  judged_by  uuid default actor(),
  judged_at  timestamptz not null default now(),
  primary key (audit_id, dossier_id),
  foreign key (audit_id, dossier_id) references audit_students on delete cascade
);
create index audit_judgements_dossier on audit_judgements (dossier_id);
comment on table audit_judgements is
  $$What an auditor found on the training of one student, who reads it too.
@belongs dossiers @insert audits @update audits$$;
comment on column audit_judgements.audit_id is $$@key$$;
comment on column audit_judgements.dossier_id is $$@key$$;
comment on column audit_judgements.judgement is $$@category audit$$;
comment on column audit_judgements.words is $$@category audit @sealed$$;
comment on column audit_judgements.judged_by is $$@stamp$$;
comment on column audit_judgements.judged_at is $$@stamp$$;

create table portfolio_requests (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references registrations on delete cascade,
  party_id   uuid not null references institutions,
  audit_id   uuid references audits on delete set null,
  starts_on  date not null default gestand.today(),
  ends_on    date not null,
  asked_by   uuid default actor(),
  asked_at   timestamptz not null default now(),
  check (ends_on >= starts_on)
);
create index portfolio_requests_dossier on portfolio_requests (dossier_id, ends_on);
create index portfolio_requests_audit on portfolio_requests (audit_id);
comment on table portfolio_requests is
  $$That the employer may look in a portfolio, and until when: for an audit, or because it asked.
@belongs dossiers @card$$;
comment on column portfolio_requests.id is $$@key$$;
comment on column portfolio_requests.dossier_id is $$@key$$;
comment on column portfolio_requests.party_id is $$@key$$;
comment on column portfolio_requests.audit_id is $$Empty when the employer asked. @key$$;
comment on column portfolio_requests.starts_on is $$@category portfolio$$;
comment on column portfolio_requests.ends_on is $$The last day. @category portfolio$$;
comment on column portfolio_requests.asked_by is $$@stamp$$;
comment on column portfolio_requests.asked_at is $$@stamp$$;

-- Gives somebody a relation to a dossier for some days; what stands already lasts as long as
-- either.
create function relate_until(dossier uuid, holder uuid, wanted text, first date, last date)
returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  if not exists (select from relation_words w where w.relation = wanted) then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  insert into relations as r (dossier_id, holder_id, relation, since, until)
    values (dossier, holder, wanted, greatest(now(), gestand.midnight(first)),
      gestand.midnight(last + 1))
    on conflict (dossier_id, holder_id, relation, absence_id) do update set
      since = case when r.until > now() then least(r.since, excluded.since) else excluded.since end,
      until = greatest(r.until, excluded.until);
end
$$;

-- Lets the employer look in a portfolio. It passes the gate like anything that leaves.
create function let_look(dossier uuid, party uuid, audit uuid, first date, last date) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  wanted deliveries;
begin
  insert into portfolio_requests (dossier_id, party_id, audit_id, starts_on, ends_on)
    values (dossier, party, audit, first, last) returning id into wanted.item;
  wanted.id := wanted.item;
  wanted.dossier_id := dossier;
  wanted.recipient := 'employer';
  wanted.party_id := party;
  wanted.channel := 'link';
  wanted.purpose := 'portfolio';
  wanted.subject := 'portfolio_requests';
  wanted.delivered_by := actor();
  perform pass_gate(wanted);
  perform relate_until(dossier, party, 'portfolio-viewer', first, last);
  perform record('inserted', current_activity(), actor(), dossier, 'portfolio_requests',
    wanted.item::text, null);
end
$$;

-- The employer asks to look, for two weeks, in the dossier that it has open.
create function ask_portfolio() returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  asking uuid;
begin
  select r.holder_id into asking from relations r
  where r.dossier_id = opened() and r.relation = 'employer'
    and r.holder_id in (select own_parties()) and (r.until is null or r.until > now());
  if asking is null then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  if exists (select from portfolio_requests p where p.dossier_id = opened()
    and p.party_id = asking and p.ends_on >= gestand.today() and p.audit_id is null) then
    raise exception 'PORTFOLIO_ASKED' using errcode = 'GS409';
  end if;
  perform let_look(opened(), asking, null, gestand.today(), gestand.today() + 14);
end
$$;
grant execute on function ask_portfolio to public;

-- Whether a dossier is about whoever asks.
create function is_about_me(dossier uuid) returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select is_subject(actor(), dossier)
$$;
grant execute on function is_about_me to public;

-- Whoever comes from outside sees what concerns the own party; students see what concerns them.
alter table audits enable row level security;
create policy core_own_party on audits as restrictive for select
  using (sees_party(party_id) or exists (
    select from audit_students s where s.audit_id = id and is_about_me(s.dossier_id)));
alter table audit_partners enable row level security;
create policy core_own_party on audit_partners as restrictive for all
  using (exists (select from audits a where a.id = audit_id))
  with check (exists (select from audits a where a.id = audit_id and a.ended_at is null
    and a.ends_on >= gestand.today() and a.party_id in (select own_parties())));
