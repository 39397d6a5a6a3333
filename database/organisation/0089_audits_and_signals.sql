-- Audits as they are planned and ended, and what the register tells institutions when training may
-- not follow its requirements.

-- Plans an audit: chance draws students of the institution, the employer is let in to their
-- portfolios, and the auditor too, for as long as it lasts. Nobody's reach outlasts it.
create function plan_audit(audit uuid, party uuid, programme uuid, auditor uuid, first date,
  last date, sample integer)
returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  drawn uuid;
begin
  if serving('audit-planning') is not true then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  if first < gestand.today() then
    raise exception 'AUDIT_DAY_PASSED' using errcode = 'GS400';
  end if;
  if not exists (select from functions f join members m using (account_id)
    where f.account_id = auditor and f.function = 'audit-member' and m.left_at is null) then
    raise exception 'AUDITOR_UNKNOWN' using errcode = 'GS404';
  end if;
  insert into audits (id, party_id, programme_id, auditor_id, starts_on, ends_on)
    values (audit, party, programme, auditor, first, last);
  perform record('inserted', current_activity(), actor(), null, 'audits', audit::text, null);
  for drawn in
    select r.dossier_id from registrations r
    join living_dossiers d on d.id = r.dossier_id and 'audits' <> all (d.paused_activities)
    join programme_versions v on v.id = r.version_id
    where r.institution_id = party and r.state in ('enrolled', 'interrupted')
      and (programme is null or v.programme_id = programme)
    order by random() limit least(sample, 200)
  loop
    insert into audit_students (audit_id, dossier_id) values (audit, drawn);
    perform record('inserted', current_activity(), actor(), drawn, 'audit_students', audit::text,
      null);
    perform relate_until(drawn, auditor, 'auditor', first, last);
    perform let_look(drawn, party, audit, first, last);
  end loop;
  if drawn is null then raise exception 'AUDIT_WITHOUT_STUDENTS' using errcode = 'GS409'; end if;
end
$$;

-- Ends an audit before its last day, with the reach that hangs on it and on no other.
create function end_audit(which uuid) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  ended audits;
begin
  if serving('audit-planning') is not true then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  update audits a set ended_at = now()
  where a.id = which and a.ended_at is null and a.ends_on >= gestand.today() returning * into ended;
  if ended.id is null then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  update portfolio_requests p set ends_on = greatest(p.starts_on, gestand.today())
  where p.audit_id = which and p.ends_on > gestand.today();
  update relations r set until = now()
  from audit_students s
  where s.audit_id = which and r.dossier_id = s.dossier_id and r.until > now() and (
    r.relation = 'auditor' and r.holder_id = ended.auditor_id and not exists (
      select from audit_students o join audits a on a.id = o.audit_id
      where o.dossier_id = r.dossier_id and a.id <> which and a.auditor_id = ended.auditor_id
        and a.ended_at is null and a.ends_on >= gestand.today())
    or r.relation = 'portfolio-viewer' and r.holder_id = ended.party_id and not exists (
      select from portfolio_requests p
      where p.dossier_id = r.dossier_id and p.party_id = ended.party_id
        and p.audit_id is distinct from which and p.ends_on >= gestand.today()));
  perform record('updated', current_activity(), actor(), null, 'audits', which::text, null);
end
$$;

-- The accounts that are to hear of an audit: its students, and who acts for the institution.
create function audit_hearers(which uuid)
returns table (account_id uuid, dossier_id uuid)
language sql stable security definer set search_path from current as $$
  select h.holder_id, s.dossier_id
  from audit_students s join relations h on h.dossier_id = s.dossier_id
    and (h.until is null or h.until > now())
  join relation_words w on w.relation = h.relation and w.subject
  where s.audit_id = which and serving('audit-planning')
  union all
  select f.account_id, null from audits a join affiliations f on f.party_id = a.party_id
  where a.id = which and serving('audit-planning')
$$;
grant execute on function plan_audit, end_audit, audit_hearers to public;

create table signals (
  id             uuid primary key default gen_random_uuid(),
  dossier_id     uuid not null references registrations on delete cascade,
  requirement_id uuid not null references programme_requirements,
  party_id       uuid not null references institutions,
  sent_by        uuid default actor(),
  sent_at        timestamptz not null default now(),
  unique (id, dossier_id)
);
create index signals_dossier on signals (dossier_id, sent_at);
create index signals_party on signals (party_id, sent_at);
create index signals_requirement on signals (requirement_id);
comment on table signals is
  $$That the register told an institution that training may not follow a requirement.
@belongs dossiers @card @insert signalling$$;
comment on column signals.id is $$@key$$;
comment on column signals.dossier_id is $$@key$$;
comment on column signals.requirement_id is $$@category signal$$;
comment on column signals.party_id is $$@key$$;
comment on column signals.sent_by is $$@stamp$$;
comment on column signals.sent_at is $$@stamp$$;

create table signal_words (
  signal_id  uuid primary key,
  dossier_id uuid not null,
  words      bytea not null,
  foreign key (signal_id, dossier_id) references signals (id, dossier_id) on delete cascade
);
create index signal_words_dossier on signal_words (dossier_id);
comment on table signal_words is $$What the register saw, in words that the student reads too.
@belongs dossiers @insert signalling$$;
comment on column signal_words.signal_id is $$@key$$;
comment on column signal_words.dossier_id is $$@key$$;
comment on column signal_words.words is $$@category signal @sealed$$;

create table signal_answers (
  signal_id   uuid primary key,
  dossier_id  uuid not null,
  words       bytea not null,
  answered_by uuid default actor(),
  answered_at timestamptz not null default now(),
  foreign key (signal_id, dossier_id) references signals (id, dossier_id) on delete cascade
);
create index signal_answers_dossier on signal_answers (dossier_id);
comment on table signal_answers is $$What the institution does about a signal.
@belongs dossiers @insert signalling$$;
comment on column signal_answers.signal_id is $$@key$$;
comment on column signal_answers.dossier_id is $$@key$$;
comment on column signal_answers.words is $$@category signal @sealed$$;
comment on column signal_answers.answered_by is $$@stamp$$;
comment on column signal_answers.answered_at is $$@stamp$$;

-- The register sends, institutions answer. What is sent passes the gate, which knows who is tied to
-- the student.
create function send_signal() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  wanted deliveries;
begin
  if not exists (
    select from registrations r join programme_requirements q on q.version_id = r.version_id
    where r.dossier_id = new.dossier_id and q.id = new.requirement_id) then
    raise exception 'REQUIREMENT_UNKNOWN' using errcode = 'GS400';
  end if;
  select r.relation into wanted.recipient from relations r
  where r.dossier_id = new.dossier_id and r.holder_id = new.party_id
    and r.relation in ('employer', 'institute') and (r.until is null or r.until > now())
  order by r.relation limit 1;
  if wanted.recipient is null then
    raise exception 'RECIPIENT_UNRELATED' using errcode = 'GS403';
  end if;
  wanted.id := new.id;
  wanted.dossier_id := new.dossier_id;
  wanted.party_id := new.party_id;
  wanted.channel := 'link';
  wanted.purpose := 'signalling';
  wanted.subject := 'signals';
  wanted.item := new.id;
  wanted.delivered_by := new.sent_by;
  perform pass_gate(wanted);
  return null;
end
$$;
create trigger send_signal after insert on signals
  for each row execute function send_signal();

alter table signals enable row level security;
create policy core_from_here on signals as restrictive for insert
  with check (works_here(actor()));
create policy core_own_party on signals as restrictive for select
  using (sees_party(party_id) or is_about_me(dossier_id));
alter table signal_words enable row level security;
create policy core_from_here on signal_words as restrictive for insert
  with check (works_here(actor()));
create policy core_own_party on signal_words as restrictive for select
  using (exists (select from signals s where s.id = signal_id));
alter table signal_answers enable row level security;
create policy core_own_party on signal_answers as restrictive for select
  using (exists (select from signals s where s.id = signal_id));
create policy core_receiver on signal_answers as restrictive for insert
  with check (exists (select from signals s
    where s.id = signal_id and s.party_id in (select own_parties())));

-- The accounts that are to hear of a signal in the opened dossier: the student, and who acts for
-- the institution; of an answer: who sent the signal.
create function signal_hearers(which uuid, answered boolean)
returns table (account_id uuid, subject boolean)
language sql stable security definer set search_path from current as $$
  select h.holder_id, true
  from signals s join relations h on h.dossier_id = s.dossier_id
    and (h.until is null or h.until > now())
  join relation_words w on w.relation = h.relation and w.subject
  where s.id = which and s.dossier_id = opened()
  union all
  select f.account_id, false from signals s join affiliations f on f.party_id = s.party_id
  where s.id = which and s.dossier_id = opened() and not answered
  union all
  select s.sent_by, false from signals s
  where s.id = which and s.dossier_id = opened() and answered and s.sent_by is not null
$$;
grant execute on function signal_hearers to public;

-- For the checks: who was let in to a portfolio, and whom a signal went to.
create function evidence_looks()
returns table (dossier_id uuid, holder_id uuid, relation text, until timestamptz, latest date)
language sql stable security definer rows 100 set search_path from current as $$
  select r.dossier_id, r.holder_id, r.relation, r.until, case r.relation
    when 'auditor' then (select max(case when a.ended_at is null then a.ends_on
        else (a.ended_at at time zone 'Europe/Amsterdam')::date end)
      from audit_students s join audits a on a.id = s.audit_id
      where s.dossier_id = r.dossier_id and a.auditor_id = r.holder_id)
    else (select max(p.ends_on) from portfolio_requests p
      where p.dossier_id = r.dossier_id and p.party_id = r.holder_id) end
  from relations r where r.relation in ('auditor', 'portfolio-viewer')
$$;
create function evidence_signals()
returns table (signal_id uuid, dossier_id uuid, party_id uuid, delivered boolean, tied boolean,
  shown boolean)
language sql stable security definer rows 100 set search_path from current as $$
  select s.id, s.dossier_id, s.party_id,
    exists (select from deliveries d where d.item = s.id and d.subject = 'signals'
      and d.dossier_id = s.dossier_id and d.party_id = s.party_id),
    exists (select from relations r where r.dossier_id = s.dossier_id and r.holder_id = s.party_id
      and r.relation in ('employer', 'institute')),
    exists (select from signal_words w where w.signal_id = s.id)
  from signals s
$$;
grant execute on function evidence_looks, evidence_signals to gestand_worker;
