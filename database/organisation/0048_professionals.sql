-- Questions to other professionals: none goes, and no answer is kept, without the client's consent
-- for that question to that professional.

comment on table parties is $$An institution, principal or supplier that the organisation works with.
@organisation @insert intake administration coaching @update administration
@nobody a party is an organisation; who acts for it is in affiliations$$;

create table professional_requests (
  id         uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references dossiers on delete cascade,
  party_id   uuid not null references parties,
  question   bytea not null,
  due_on     date not null,
  asked_by   uuid default actor(),
  asked_at   timestamptz not null default now(),
  unique (id, dossier_id)
);
create index professional_requests_dossier on professional_requests (dossier_id, asked_at);
create index professional_requests_party on professional_requests (party_id);
comment on table professional_requests is $$A question about the client to another professional.
@belongs dossiers @insert coaching$$;
comment on column professional_requests.id is $$@key$$;
comment on column professional_requests.dossier_id is $$@key$$;
comment on column professional_requests.party_id is $$The professional who is asked. @key$$;
comment on column professional_requests.question is $$@category professional-information @sealed$$;
comment on column professional_requests.due_on is
  $$The last day for an answer. @category professional-information$$;
comment on column professional_requests.asked_by is $$@stamp$$;
comment on column professional_requests.asked_at is $$@stamp$$;

create table professional_sendings (
  request_id  uuid primary key,
  dossier_id  uuid not null,
  consent_id  uuid not null default gen_random_uuid(),
  channel     text not null check (channel in ('letter', 'mail')),
  sent_by     uuid default actor(),
  sent_at     timestamptz not null default now(),
  reminded_at timestamptz,
  foreign key (request_id, dossier_id)
    references professional_requests (id, dossier_id) on delete cascade,
  foreign key (consent_id, dossier_id) references consents (request_id, dossier_id)
    on delete cascade
);
create index professional_sendings_dossier on professional_sendings (dossier_id);
create index professional_sendings_consent on professional_sendings (consent_id);
comment on table professional_sendings is
  $$That a question went to another professional, through the gate.
@belongs dossiers @insert coaching$$;
comment on column professional_sendings.request_id is $$@key$$;
comment on column professional_sendings.dossier_id is $$@key$$;
comment on column professional_sendings.consent_id is
  $$The consent that it rests on, filled in by the guard. @stamp$$;
comment on column professional_sendings.channel is $$@category professional-information$$;
comment on column professional_sendings.sent_by is $$@stamp$$;
comment on column professional_sendings.sent_at is $$@stamp$$;
comment on column professional_sendings.reminded_at is
  $$When somebody was last told that the answer is late. @stamp$$;

create table professional_answers (
  id          uuid primary key default gen_random_uuid(),
  dossier_id  uuid not null,
  request_id  uuid not null,
  body        bytea not null,
  source      text not null default 'third-party' check (source = 'third-party'),
  channel     text not null check (channel in ('letter', 'email', 'phone', 'conversation')),
  received_on date not null default gestand.today() check (received_on > '2000-01-01'),
  stored_by   uuid default actor(),
  stored_at   timestamptz not null default now(),
  foreign key (request_id, dossier_id)
    references professional_requests (id, dossier_id) on delete cascade
);
create index professional_answers_dossier on professional_answers (dossier_id);
create index professional_answers_request on professional_answers (request_id);
comment on table professional_answers is $$What another professional answered about the client.
@belongs dossiers @insert coaching$$;
comment on column professional_answers.id is $$@key$$;
comment on column professional_answers.dossier_id is $$@key$$;
comment on column professional_answers.request_id is $$@key$$;
comment on column professional_answers.body is $$@category professional-information @sealed$$;
comment on column professional_answers.source is $$Always from a third party. @stamp$$;
comment on column professional_answers.channel is $$@category professional-information$$;
comment on column professional_answers.received_on is $$@category professional-information$$;
comment on column professional_answers.stored_by is $$@stamp$$;
comment on column professional_answers.stored_at is $$@stamp$$;

create trigger refuse_when_closed before insert on professional_requests
  for each row execute function refuse_when_closed();
create trigger refuse_when_closed before insert on professional_answers
  for each row execute function refuse_when_closed();

-- The consent for a question: it names that question and that professional. Whoever sends or stores
-- holds it, so that a withdrawal at the same moment waits.
create function professional_consent(request uuid, dossier uuid) returns uuid
language plpgsql volatile security definer set search_path from current as $$
declare
  found_id uuid;
begin
  perform from consents c join consent_requests q on q.id = c.request_id
  where q.dossier_id = dossier and q.item_id = request for share of c;
  select c.request_id into found_id
  from standing_consents c join professional_requests p on p.id = request
  where p.dossier_id = dossier and c.dossier_id = dossier and c.consent = 'professional-request'
    and c.item_id = request and c.holder_id = p.party_id
  order by c.until desc limit 1;
  return found_id;
end
$$;

create function guard_professional_sending() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  new.consent_id := professional_consent(new.request_id, new.dossier_id);
  if new.consent_id is null then
    raise exception 'CONSENT_MISSING' using errcode = 'GS409';
  end if;
  return new;
end
$$;
create trigger guard_professional_sending before insert on professional_sendings
  for each row execute function guard_professional_sending();

-- What is sent is a delivery, whoever writes the row: the gate lets it through or not.
create function deliver_professional_request() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  wanted deliveries;
begin
  select r.recipient into wanted.recipient from recipient_rules r
  where r.after = 'professional-request' order by r.recipient limit 1;
  wanted.id := gen_random_uuid();
  wanted.dossier_id := new.dossier_id;
  select p.party_id into wanted.party_id from professional_requests p where p.id = new.request_id;
  wanted.request_id := new.consent_id;
  wanted.channel := new.channel;
  wanted.subject := 'professional_requests';
  wanted.item := new.request_id;
  wanted.delivered_by := new.sent_by;
  wanted.delivered_at := new.sent_at;
  perform pass_gate(wanted);
  return null;
end
$$;
create trigger deliver_professional_request after insert on professional_sendings
  for each row execute function deliver_professional_request();

create function guard_professional_answer() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if not exists (select from professional_sendings s
    where s.request_id = new.request_id and s.dossier_id = new.dossier_id) then
    raise exception 'REQUEST_NOT_SENT' using errcode = 'GS409';
  end if;
  if professional_consent(new.request_id, new.dossier_id) is null then
    raise exception 'CONSENT_MISSING' using errcode = 'GS409';
  end if;
  if new.received_on > gestand.today() then
    raise exception 'ANSWER_NOT_RECEIVED' using errcode = 'GS400';
  end if;
  return new;
end
$$;
create trigger guard_professional_answer before insert on professional_answers
  for each row execute function guard_professional_answer();

-- Of the recipients of one kind a released document goes to the one that waits for that consent.
create or replace function deliver_disclosure() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  wanted deliveries;
begin
  select r.recipient into wanted.recipient
  from recipient_rules r
  join relations h on h.dossier_id = new.dossier_id and h.holder_id = new.party_id
    and h.relation = r.kind and (h.until is null or h.until > now())
  join consent_requests q on q.id = new.request_id
  order by r.after is distinct from q.consent, r.recipient limit 1;
  wanted.id := new.id;
  wanted.dossier_id := new.dossier_id;
  wanted.party_id := new.party_id;
  wanted.request_id := new.request_id;
  wanted.channel := 'link';
  wanted.subject := 'disclosures';
  wanted.item := new.id;
  wanted.delivered_by := new.disclosed_by;
  wanted.delivered_at := new.disclosed_at;
  perform pass_gate(wanted);
  return null;
end
$$;

-- Who is told that an answer is late: once a week, as long as it may still come.
create function take_late_answers() returns table (dossier_id uuid, account_id uuid)
language sql volatile security definer set search_path from current as $$
  with late as (
    update professional_sendings s set reminded_at = now()
    from professional_requests p
    where p.id = s.request_id and p.due_on < gestand.today()
      and (s.reminded_at is null or s.reminded_at < now() - interval '7 days')
      and not exists (select from professional_answers a where a.request_id = s.request_id)
      and not exists (select from closures z where z.dossier_id = s.dossier_id)
      and exists (select from standing_consents c where c.request_id = s.consent_id)
      and exists (select from living_dossiers d where d.id = s.dossier_id)
    returning s.dossier_id)
  select distinct late.dossier_id, r.holder_id
  from late join relations r on r.dossier_id = late.dossier_id and r.relation = 'responsible-coach'
    and (r.until is null or r.until > now())
$$;

-- What checks may know: when a question went, when its answers were stored, and when there was
-- consent.
create function evidence_professional_requests()
returns table (subject text, at timestamptz, decided_at timestamptz, withdrawn_at timestamptz,
  expires_at timestamptz, same_item boolean, gated boolean)
language sql stable security definer set search_path from current as $$
  select x.subject, x.at, c.decided_at, w.withdrawn_at, c.expires_at,
    coalesce(q.item_id = x.request_id and q.holder_id = x.party_id
      and q.consent = 'professional-request' and c.decision = 'given', false),
    exists (select from deliveries d where d.subject = 'professional_requests'
      and d.item = x.request_id)
  from (
    select 'professional_sendings ' || s.request_id as subject, s.sent_at as at, s.request_id,
      s.consent_id, p.party_id
    from professional_sendings s join professional_requests p on p.id = s.request_id
    union all
    select 'professional_answers ' || a.id, a.stored_at, a.request_id, s.consent_id, p.party_id
    from professional_answers a join professional_requests p on p.id = a.request_id
    left join professional_sendings s on s.request_id = a.request_id) x
  left join consent_requests q on q.id = x.consent_id
  left join consents c on c.request_id = q.id
  left join withdrawals w on w.request_id = q.id
$$;
grant execute on function take_late_answers, evidence_professional_requests to gestand_worker;
