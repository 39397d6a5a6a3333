-- Consent as a record that lasts, and the gate before anything leaves: which recipient, for what
-- purpose, which categories, under which agreement, after which consent. What the statement does not
-- name is refused here, whatever the page.

create table consent_rules (
  consent text primary key,
  expires interval
);
comment on table consent_rules is $$Consents that the statement declares, and how long a yes lasts. @system$$;

create table recipient_rules (
  recipient       text primary key,
  kind            text not null,
  gets            text[] not null,
  purposes        text[] not null,
  after           text,
  needs_agreement boolean not null,
  agreement_until date
);
comment on table recipient_rules is
  $$Recipients that the statement declares, and on which conditions they get what. @system$$;

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
alter table consents add check (way in ('own-pages'));
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

-- A withdrawal that came by letter or phone, entered by whoever oversees: it only ever ends
-- something. Without a word every consent in the dossier ends.
create function withdraw_on_request(dossier uuid, way text, word text default null)
returns bigint
language plpgsql volatile security definer set search_path from current as $$
declare
  ended bigint;
begin
  if may_oversee('ledger', 'at') is not true then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  insert into withdrawals (request_id, dossier_id, way)
    select s.request_id, s.dossier_id, withdraw_on_request.way from standing_consents s
    where s.dossier_id = dossier and (word is null or s.consent = word)
    on conflict do nothing;
  get diagnostics ended = row_count;
  return ended;
end
$$;

-- What an authority demands on the ground of a law, decided on by a second person.

create table legal_demands (
  id              uuid primary key,
  dossier_id      uuid not null references dossiers on delete cascade,
  authority       text not null check (length(authority) between 1 and 200),
  article         text not null check (length(article) between 1 and 200),
  reference       text not null default '' check (length(reference) <= 100),
  scope           text not null check (length(scope) between 1 and 1000),
  categories      text[] not null check (cardinality(categories) between 1 and 50),
  received_on     date not null check (received_on > '2000-01-01'),
  silent_until    date,
  silence_article text check (length(silence_article) between 1 and 200),
  recorded_by     uuid not null default actor(),
  recorded_at     timestamptz not null default now(),
  unique (id, dossier_id),
  check ((silent_until is null) = (silence_article is null))
);
create index legal_demands_dossier on legal_demands (dossier_id);
comment on table legal_demands is
  $$What an authority demands from a dossier on the ground of a law.
@belongs dossiers @overseen$$;
comment on column legal_demands.id is $$@key$$;
comment on column legal_demands.dossier_id is $$@key$$;
comment on column legal_demands.authority is $$@category legal-demand$$;
comment on column legal_demands.article is $$@category legal-demand$$;
comment on column legal_demands.reference is $$Their own number. @category legal-demand$$;
comment on column legal_demands.scope is $$What they demand, in words. @category legal-demand$$;
comment on column legal_demands.categories is
  $$Kinds of data that may go to them, and no others. @category legal-demand$$;
comment on column legal_demands.received_on is $$@category legal-demand$$;
comment on column legal_demands.silent_until is
  $$The last day on which the law forbids to tell the person. @category legal-demand$$;
comment on column legal_demands.silence_article is $$@category legal-demand$$;
comment on column legal_demands.recorded_by is $$@stamp$$;
comment on column legal_demands.recorded_at is $$@stamp$$;

create table demand_decisions (
  demand_id  uuid primary key,
  dossier_id uuid not null,
  decision   text not null check (decision in ('approved', 'rejected')),
  reason     text not null check (length(reason) between 1 and 1000),
  decided_by uuid not null default actor(),
  decided_at timestamptz not null default now(),
  foreign key (demand_id, dossier_id) references legal_demands (id, dossier_id) on delete cascade
);
create index demand_decisions_dossier on demand_decisions (dossier_id);
comment on table demand_decisions is
  $$Whether a demand is met, decided by somebody else than who recorded it.
@belongs dossiers @overseen$$;
comment on column demand_decisions.demand_id is $$@key$$;
comment on column demand_decisions.dossier_id is $$@key$$;
comment on column demand_decisions.decision is $$@category legal-demand$$;
comment on column demand_decisions.reason is $$@category legal-demand$$;
comment on column demand_decisions.decided_by is $$@stamp$$;
comment on column demand_decisions.decided_at is $$@stamp$$;

create table deliveries (
  id           uuid primary key,
  dossier_id   uuid not null references dossiers on delete cascade,
  recipient    text not null,
  party_id     uuid references parties,
  request_id   uuid references consents on delete set null,
  demand_id    uuid references legal_demands on delete cascade,
  channel      text not null check (channel in ('link', 'mail', 'export', 'api', 'letter')),
  purpose      text not null,
  categories   text[] not null,
  subject      text not null,
  item         uuid not null,
  statement    integer,
  delivered_by uuid,
  delivered_at timestamptz not null default now()
);
create index deliveries_dossier on deliveries (dossier_id, delivered_at);
create index deliveries_at on deliveries (delivered_at desc, id);
comment on table deliveries is
  $$That something of a dossier went to a recipient: who must hear of it when it turns out wrong.
Made by the gate alone.
@belongs dossiers @overseen$$;
comment on column deliveries.id is $$@key$$;
comment on column deliveries.dossier_id is $$@key$$;
comment on column deliveries.recipient is
  $$Word of the recipient in the statement, or legal-demand. @category access-log$$;
comment on column deliveries.party_id is $$Who it was, where the recipient differs by dossier. @key$$;
comment on column deliveries.request_id is $$The consent that it rests on. @key$$;
comment on column deliveries.demand_id is $$The legal demand that it rests on. @key$$;
comment on column deliveries.channel is $$@category access-log$$;
comment on column deliveries.purpose is $$The activity for which they get it. @category access-log$$;
comment on column deliveries.categories is $$@category access-log$$;
comment on column deliveries.subject is $$The table of what was given. @key$$;
comment on column deliveries.item is $$The key of what was given. @key$$;
comment on column deliveries.statement is $$@stamp$$;
comment on column deliveries.delivered_by is $$@stamp$$;
comment on column deliveries.delivered_at is $$@stamp$$;

-- While the law forbids to tell the person, nothing of it shows to that person, the ledger included.
create function is_withheld(demand uuid) returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select demand is not null and exists (
    select from legal_demands m
    where m.id = demand and m.silent_until >= gestand.today()
      and is_subject(actor(), m.dossier_id))
$$;
-- Policies of every role may ask for which activity it is.
grant execute on function is_withheld, current_activity to public;

alter table legal_demands enable row level security;
create policy core_silence on legal_demands as restrictive for select
  using (not is_withheld(id));
alter table demand_decisions enable row level security;
create policy core_silence on demand_decisions as restrictive for select
  using (not is_withheld(demand_id));
alter table deliveries enable row level security;
create policy core_silence on deliveries as restrictive for select
  using (not is_withheld(demand_id));

-- A line of the ledger of which the person is not told yet names no dossier.
create function told_dossier(demand uuid, dossier uuid) returns uuid
language sql stable security definer set search_path from current as $$
  select case when exists (
    select from legal_demands m where m.id = demand and m.silent_until >= gestand.today())
    then null else dossier end
$$;

create function record_delivery() returns trigger
language plpgsql security definer set search_path from current as $$
begin
  perform record('delivered', coalesce(current_activity(), 'system'), new.delivered_by,
    told_dossier(new.demand_id, new.dossier_id), 'deliveries', new.id::text, null);
  return null;
end
$$;
create trigger record_act after insert on deliveries
  for each row execute function record_delivery();

-- The kinds of data in a row of a dossier, as the comments on its columns tell them: nobody can
-- call what goes out something else.
create function categories_of(thing text, thing_id uuid, dossier uuid) returns text[]
language plpgsql stable security definer set search_path from current as $$
declare
  place regclass;
  key   text;
  line  jsonb;
begin
  select c.oid, a.attname into place, key
  from pg_class c
  join pg_index i on i.indrelid = c.oid and i.indisprimary
  join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
  where c.relnamespace = current_schema()::regnamespace and c.relname = thing
    and c.relkind = 'r' and obj_description(c.oid) ~ '@belongs dossiers';
  if place is null then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  execute format('select to_jsonb(t) from %I t where t.%I = $1 and t.dossier_id = $2', thing, key)
    into line using thing_id, dossier;
  if line is null then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  return array(
    select distinct coalesce(
      substring(d.says from '@category ([a-z][a-z-]*)'),
      line ->> substring(d.says from '@category-in ([a-z_]+)'))
    from (
      select a.attname as name, col_description(a.attrelid, a.attnum) as says
      from pg_attribute a
      where a.attrelid = place and a.attnum > 0 and not a.attisdropped) d
    where d.says ~ '@category' and line -> d.name <> 'null'
    order by 1);
end
$$;

-- The gate. Nothing leaves unless each of these is so; what fails first is told.
create function pass_gate(wanted deliveries) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  rule   recipient_rules;
  demand legal_demands;
begin
  wanted.categories := categories_of(wanted.subject, wanted.item, wanted.dossier_id);
  if wanted.demand_id is not null then
    select m.* into demand from legal_demands m
    join demand_decisions d on d.demand_id = m.id and d.decision = 'approved'
      and d.decided_by <> m.recorded_by
    where m.id = wanted.demand_id and m.dossier_id = wanted.dossier_id;
    if demand.id is null then
      raise exception 'DEMAND_NOT_APPROVED' using errcode = 'GS403';
    end if;
    if not wanted.categories <@ demand.categories then
      raise exception 'DEMAND_EXCEEDED' using errcode = 'GS403';
    end if;
    wanted.recipient := 'legal-demand';
    wanted.purpose := 'legal-disclosure';
  else
    select r.* into rule from recipient_rules r where r.recipient = wanted.recipient;
    if rule.recipient is null then
      raise exception 'RECIPIENT_UNDECLARED' using errcode = 'GS403';
    end if;
    wanted.purpose := coalesce(wanted.purpose, rule.purposes[1]);
    perform refuse_delivery(wanted, rule);
  end if;
  wanted.id := coalesce(wanted.id, gen_random_uuid());
  wanted.delivered_at := coalesce(wanted.delivered_at, now());
  wanted.statement := coalesce(
    (select s.version from statements s where s.applied_at <= wanted.delivered_at
      order by s.applied_at desc limit 1),
    (select s.version from statements s order by s.applied_at limit 1));
  insert into deliveries select (wanted).*;
end
$$;

create function refuse_delivery(wanted deliveries, rule recipient_rules) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  if wanted.purpose is null or (cardinality(rule.purposes) > 0
    and wanted.purpose <> all (rule.purposes)) then
    raise exception 'PURPOSE_UNDECLARED' using errcode = 'GS403';
  end if;
  if not wanted.categories <@ rule.gets then
    raise exception 'CATEGORY_UNDECLARED' using errcode = 'GS403';
  end if;
  if rule.needs_agreement
    and (rule.agreement_until is null or rule.agreement_until < gestand.today()) then
    raise exception 'AGREEMENT_LAPSED' using errcode = 'GS403';
  end if;
  if wanted.party_id is not null and not exists (
    select from relations r where r.dossier_id = wanted.dossier_id
      and r.holder_id = wanted.party_id and r.relation = rule.kind
      and (r.until is null or r.until > now())) then
    raise exception 'RECIPIENT_UNRELATED' using errcode = 'GS403';
  end if;
  if rule.after is null then return; end if;
  -- A withdrawal at the same moment waits for this, or this for that.
  perform from consents where request_id = wanted.request_id for share;
  if not exists (
    select from standing_consents c
    where c.request_id = wanted.request_id and c.dossier_id = wanted.dossier_id
      and c.consent = rule.after and c.holder_id is not distinct from wanted.party_id) then
    raise exception 'CONSENT_MISSING' using errcode = 'GS409';
  end if;
end
$$;

-- Notes that something of the opened dossier goes to a recipient, if it may. It comes before the
-- sending, in the same transaction: what is refused here does not go.
create function deliver(delivery uuid, recipient text, channel text, purpose text, thing text,
  thing_id uuid, party uuid default null, consent uuid default null, demand uuid default null)
returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  wanted deliveries;
begin
  if opened() is null or is_subject(actor(), opened())
    or not has_any_column_privilege(
      (select a.role from activities a where a.activity = current_activity()),
      to_regclass(format('%I', thing)), 'select')
  then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  wanted.id := delivery;
  wanted.dossier_id := opened();
  wanted.recipient := deliver.recipient;
  wanted.party_id := party;
  wanted.request_id := consent;
  wanted.demand_id := demand;
  wanted.channel := deliver.channel;
  wanted.purpose := deliver.purpose;
  wanted.subject := thing;
  wanted.item := thing_id;
  wanted.delivered_by := actor();
  perform pass_gate(wanted);
end
$$;

-- What a principal may read from now on is a delivery as well, whoever writes the row.
create function deliver_disclosure() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  wanted deliveries;
begin
  select r.recipient into wanted.recipient
  from recipient_rules r
  join relations h on h.dossier_id = new.dossier_id and h.holder_id = new.party_id
    and h.relation = r.kind and (h.until is null or h.until > now())
  order by r.recipient limit 1;
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
create trigger deliver_disclosure after insert on disclosures
  for each row execute function deliver_disclosure();

-- Whoever acts for meeting legal demands, and not for anything else.
create function meets_demands() returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select current_activity() = 'legal-disclosure'
    and may_oversee('legal_demands', 'authority') is true
$$;

-- Records a demand about a dossier, by its number: whoever records it need not know whose it is.
create function demand_disclosure(demand uuid, dossier_number text, facts jsonb) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  about  legal_demands := jsonb_populate_record(null::legal_demands, facts);
  target dossiers;
begin
  if meets_demands() is not true then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  select d.* into target from dossiers d join living_dossiers l on l.id = d.id
  where d.reference = dossier_number;
  if target.id is null then
    raise exception 'DOSSIER_UNKNOWN' using errcode = 'GS409';
  end if;
  if not about.categories <@ array(
    select c.category from category_rules c where c.kind = target.kind) then
    raise exception 'CATEGORY_UNDECLARED' using errcode = 'GS403';
  end if;
  if about.received_on > gestand.today() then
    raise exception 'DEMAND_NOT_RECEIVED' using errcode = 'GS400';
  end if;
  insert into legal_demands (id, dossier_id, authority, article, reference, scope, categories,
      received_on, silent_until, silence_article)
    values (demand, target.id, about.authority, about.article, coalesce(about.reference, ''),
      about.scope, about.categories, about.received_on, about.silent_until,
      about.silence_article);
  perform record('inserted', current_activity(), actor(), told_dossier(demand, target.id),
    'legal_demands', demand::text, null);
end
$$;

-- A second person decides, once.
create function decide_demand(demand uuid, decision text, reason text) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  recorded legal_demands;
begin
  if meets_demands() then
    select m.* into recorded from legal_demands m where m.id = demand for update;
  end if;
  if recorded.id is null then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  if recorded.recorded_by = actor() then
    raise exception 'OWN_DEMAND' using errcode = 'GS403';
  end if;
  insert into demand_decisions (demand_id, dossier_id, decision, reason)
    values (demand, recorded.dossier_id, decide_demand.decision, decide_demand.reason);
  perform record('inserted', current_activity(), actor(),
    told_dossier(demand, recorded.dossier_id), 'demand_decisions', demand::text, null);
end
$$;

-- How much was handed over on each demand, for those who decide on them.
create function handed_over() returns table (demand_id uuid, items bigint)
language plpgsql stable security definer set search_path from current rows 50 as $$
begin
  if meets_demands() is not true then return; end if;
  return query
    select d.demand_id, count(*) from deliveries d where d.demand_id is not null
    group by d.demand_id;
end
$$;

-- What of the opened dossier was handed over on a demand, for whoever does that.
create function handed_items(demand uuid) returns table (item uuid, delivered_at timestamptz)
language sql stable parallel restricted security definer set search_path from current as $$
  select d.item, max(d.delivered_at) from deliveries d
  where d.demand_id = demand and d.dossier_id = opened() and not is_subject(actor(), d.dossier_id)
  group by d.item
$$;

grant execute on function renew_consent, withdraw_on_request, deliver, demand_disclosure,
  decide_demand, handed_over, handed_items to public;

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
    exists (
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

-- Every delivery with what it rested on.
create function evidence_deliveries()
returns table (
  delivery_id uuid, recipient text, purpose text, categories text[], statement integer,
  delivered_at timestamptz, party_id uuid, demanded boolean, demand_stands boolean,
  demand_categories text[], consent text, decision text, same_holder boolean,
  same_dossier boolean, decided_at timestamptz, withdrawn_at timestamptz,
  expires_at timestamptz
)
language sql stable security definer set search_path from current as $$
  select d.id, d.recipient, d.purpose, d.categories, d.statement, d.delivered_at, d.party_id,
    d.demand_id is not null,
    coalesce(e.decision = 'approved' and e.decided_by <> m.recorded_by
      and e.decided_at <= d.delivered_at and m.dossier_id = d.dossier_id, false),
    m.categories, q.consent, c.decision, q.holder_id is not distinct from d.party_id,
    q.dossier_id = d.dossier_id, c.decided_at, w.withdrawn_at, c.expires_at
  from deliveries d
  left join legal_demands m on m.id = d.demand_id
  left join demand_decisions e on e.demand_id = m.id
  left join consent_requests q on q.id = d.request_id
  left join consents c on c.request_id = q.id
  left join withdrawals w on w.request_id = q.id
$$;

-- What went to a recipient past the gate.
create function evidence_ungated() returns table (disclosure_id uuid, passed boolean)
language sql stable security definer set search_path from current as $$
  select s.id, exists (select from deliveries d where d.subject = 'disclosures' and d.item = s.id)
  from disclosures s
$$;

grant execute on function evidence_consents, evidence_questions, evidence_deliveries,
  evidence_ungated to gestand_worker;

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
