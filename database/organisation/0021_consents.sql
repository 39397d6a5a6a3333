-- Consent as a record that lasts: what was asked, in the words that were shown and signed, until
-- when a yes stands, and how it ends.

create table consent_rules (
  consent text primary key,
  expires interval
);
comment on table consent_rules is $$Consents that the statement declares, and how long a yes lasts. @system$$;

-- A question is kept as it was shown and signed with the key of the organisation, so that nobody
-- can alter afterwards what a person said yes to. A yes can end by itself.

alter table consent_requests
  add column renews uuid references consent_requests on delete set null,
  add column signature bytea check (length(signature) = 64),
  add column signed_by text;
comment on column consent_requests.renews is $$The question of which this one renews the answer. @key$$;
comment on column consent_requests.signature is $$Over what was asked and shown. @key$$;
comment on column consent_requests.signed_by is $$The key of the organisation that signed. @key$$;

alter table consents
  add column way text not null default 'own-pages';
alter table consents add check (way in ('own-pages', 'paper'));
comment on column consents.way is $$How the person answered. @stamp$$;

alter table withdrawals add column way text not null default 'own-pages';
alter table withdrawals
  add check (way in ('own-pages', 'conversation', 'phone', 'email', 'letter'));
comment on column withdrawals.way is $$How the person withdrew. @stamp$$;

-- Nothing is asked in an activity without a signature; the key to sign with is the application's.
create function refuse_unsigned_question() returns trigger
language plpgsql set search_path from current as $$
begin
  if new.signature is null or new.signed_by is null then
    raise exception 'QUESTION_UNSIGNED' using errcode = 'GS400';
  end if;
  return new;
end
$$;
create trigger refuse_unsigned_question before insert on consent_requests
  for each row when (actor() is not null) execute function refuse_unsigned_question();

-- The end of a yes follows from the term that was in force when it was given.
create function reckon_consent() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  if new.decision = 'given' then
    new.expires_at := new.decided_at
      + (select r.expires from consent_rules r join consent_requests q on q.consent = r.consent
         where q.id = new.request_id);
  end if;
  return new;
end
$$;
create trigger reckon_consent before insert on consents
  for each row execute function reckon_consent();

-- A shorter term holds for what was given before as well; a longer one does not, because nobody
-- said yes to that.
create function reckon_consents() returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  changed bigint;
begin
  update consents c set expires_at = c.decided_at + r.expires
  from consent_requests q join consent_rules r on r.consent = q.consent
  where q.id = c.request_id and c.decision = 'given'
    and (c.expires_at is null or c.expires_at > c.decided_at + r.expires);
  get diagnostics changed = row_count;
  return changed;
end
$$;

-- Whoever withdraws means the consent, not one of its versions: a yes that was renewed, or asked
-- twice, ends as a whole.
create function withdraw_alike() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  insert into withdrawals (request_id, dossier_id, withdrawn_by, withdrawn_at, way)
    select q.id, q.dossier_id, new.withdrawn_by, new.withdrawn_at, new.way
    from consent_requests n
    join consent_requests q on q.dossier_id = n.dossier_id and q.consent = n.consent
      and q.holder_id is not distinct from n.holder_id
      and q.item_id is not distinct from n.item_id and q.id <> n.id
    join consents c on c.request_id = q.id and c.decision = 'given'
    where n.id = new.request_id
      and not exists (select from withdrawals w where w.request_id = q.id)
    on conflict do nothing;
  return null;
end
$$;
create trigger withdraw_alike after insert on withdrawals
  for each row execute function withdraw_alike();

-- Whether an account is the person whom a dossier is about.
create function is_subject(account uuid, dossier uuid) returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select exists (
    select from relations r join relation_words w on w.relation = r.relation and w.subject
    where r.dossier_id = dossier and r.holder_id = account
      and (r.until is null or r.until > now()))
$$;

-- The person says yes once more to the same words, before the end of the first yes or after it. The
-- signature is over the new question, in the version of the statement that is in force.
create function renew_consent(earlier uuid, fresh uuid, version integer, signature bytea,
  signed_by text)
returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  before consent_requests;
  ends   timestamptz;
begin
  if opened() is null or is_subject(actor(), opened()) is not true then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  perform from consents where request_id = earlier for update;
  -- The same form once more.
  if exists (select from consent_requests where id = fresh and renews = earlier) then
    raise exception 'DUPLICATE' using errcode = 'GS409';
  end if;
  select q.* into before from consent_requests q where q.id = earlier and q.dossier_id = opened();
  select c.expires_at into ends from consents c
  where c.request_id = before.id and c.decision = 'given'
    and not exists (select from withdrawals w where w.request_id = c.request_id);
  if not found then raise exception 'CONSENT_NOT_GIVEN' using errcode = 'GS409'; end if;
  if ends is null or ends > now() + interval '60 days' or exists (
    select from consent_requests n join consents c on c.request_id = n.id
    where n.renews = before.id) then
    raise exception 'CONSENT_STANDS' using errcode = 'GS409';
  end if;
  if version is distinct from (
    select s.version from statements s order by s.applied_at desc limit 1) then
    raise exception 'CONFLICT' using errcode = 'GS409';
  end if;
  insert into consent_requests (id, dossier_id, consent, holder_id, item_id, wording, language,
      statement, renews, signature, signed_by)
    values (fresh, before.dossier_id, before.consent, before.holder_id, before.item_id,
      before.wording, before.language, renew_consent.version, before.id,
      renew_consent.signature, renew_consent.signed_by);
  insert into consents (request_id, dossier_id, decision)
    values (fresh, before.dossier_id, 'given');
end
$$;

-- What the officer sees of consents: also how many have ended by themselves, and how many will.
drop function overseen_consents();
create function overseen_consents()
returns table (consent text, unanswered bigint, standing bigint, refused bigint,
  withdrawn bigint, expired bigint, expiring bigint)
language plpgsql stable security definer set search_path from current as $$
begin
  if may_oversee('ledger', 'at') is not true then return; end if;
  return query
    select q.consent,
      count(*) filter (where c.request_id is null),
      count(*) filter (where c.decision = 'given' and w.request_id is null
        and (c.expires_at is null or c.expires_at > now())),
      count(*) filter (where c.decision = 'refused'),
      count(*) filter (where w.request_id is not null),
      count(*) filter (where w.request_id is null and c.expires_at <= now()),
      count(*) filter (where w.request_id is null and c.expires_at > now()
        and c.expires_at <= now() + interval '60 days')
    from consent_requests q
    join living_dossiers d on d.id = q.dossier_id
    left join consents c on c.request_id = q.id
    left join withdrawals w on w.request_id = q.id
    group by q.consent
    order by 1;
end
$$;
grant execute on function overseen_consents to public;

-- People are told once that a yes of theirs ends within four weeks, so that it need not end by
-- surprise; what was renewed or withdrawn is not told.
alter table consents add column reminded_at timestamptz;
comment on column consents.reminded_at is $$When the person was told that it ends. @stamp$$;

create function take_ending_consents()
returns table (request_id uuid, dossier_id uuid, account_id uuid)
language plpgsql volatile security definer set search_path from current as $$
begin
  return query
    with ending as (
      update consents c set reminded_at = now()
      from standing_consents s
      where s.request_id = c.request_id and c.reminded_at is null
        and c.expires_at < now() + interval '28 days'
        and not exists (
          select from consent_requests n join consents a on a.request_id = n.id
          where n.renews = c.request_id)
      returning c.request_id, c.dossier_id)
    select e.request_id, e.dossier_id, r.holder_id
    from ending e
    join living_dossiers d on d.id = e.dossier_id
    join relations r on r.dossier_id = e.dossier_id and (r.until is null or r.until > now())
    join relation_words w on w.relation = r.relation and w.subject;
end
$$;
grant execute on function take_ending_consents to gestand_worker;

-- What checks may know of consents: what was signed, without the words, and until when a yes lasts.
drop function evidence_consents(uuid[]);
create function evidence_consents(ids uuid[])
returns table (
  dossier_id uuid, consent text, holder_id uuid, item_id uuid, decided_at timestamptz,
  withdrawn_at timestamptz, expires_at timestamptz
)
language sql stable security definer set search_path from current as $$
  select q.dossier_id, q.consent, q.holder_id, q.item_id, c.decided_at, w.withdrawn_at,
    c.expires_at
  from consent_requests q
  join consents c on c.request_id = q.id and c.decision = 'given'
  left join withdrawals w on w.request_id = q.id
  where q.dossier_id = any (ids)
$$;

-- Whether an answer stands on paper, with a scan of it; known once there are documents.
create function paper_signed(request uuid) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  return exists (select from consents c
    where c.request_id = request and c.way = 'paper' and c.document_id is not null);
end
$$;

create function evidence_questions(beyond uuid, amount integer)
returns table (
  request_id uuid, dossier_id uuid, consent text, holder_id uuid, item_id uuid, language text,
  statement integer, digest bytea, signature bytea, signed_by text, version_known boolean,
  by_subject boolean, answered boolean, decided_at timestamptz, expires_at timestamptz,
  expires interval
)
language sql stable security definer set search_path from current as $$
  select q.id, q.dossier_id, q.consent, q.holder_id, q.item_id, q.language, q.statement,
    sha256(q.wording), q.signature, q.signed_by,
    exists (select from statements s where s.version = q.statement),
    paper_signed(c.request_id) or exists (
      select from relations r join relation_words w on w.relation = r.relation and w.subject
      where r.dossier_id = q.dossier_id and r.holder_id = c.decided_by),
    c.request_id is not null, c.decided_at, c.expires_at,
    case when c.decision = 'given' then u.expires end
  from consent_requests q
  left join consents c on c.request_id = q.id
  left join consent_rules u on u.consent = q.consent
  where beyond is null or q.id > beyond
  order by q.id limit amount
$$;

grant execute on function renew_consent to public;
grant execute on function evidence_consents, evidence_questions to gestand_worker;
