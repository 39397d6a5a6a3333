-- What goes to others: whom the statement names, what authorities demand, and the list of all that
-- left. The gate that lets it through, or not, comes after this.

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

-- While the law forbids to tell the person, nothing of it shows to that person, also not in the
-- ledger.
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

grant execute on function demand_disclosure, decide_demand, handed_over, handed_items to public;

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

grant execute on function evidence_deliveries, evidence_ungated to gestand_worker;
