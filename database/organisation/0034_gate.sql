-- The gate before anything leaves: which recipient, for what purpose, which categories, under which
-- agreement, after which consent. What the statement does not name is refused here, whatever the
-- page.

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

-- By the register as soon as an agreement is recorded there, and until then by the day that the
-- statement declares: an agreement stands once.
create function agreement_stands(rule recipient_rules) returns boolean
language sql stable security definer set search_path from current as $$
  select coalesce((
    select bool_or(a.starts_on <= gestand.today()
      and coalesce(a.ends_on >= gestand.today(), true))
    from agreements a where a.recipient = rule.recipient), rule.agreement_until >= gestand.today())
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
  if rule.needs_agreement and agreement_stands(rule) is not true then
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

grant execute on function deliver to public;
