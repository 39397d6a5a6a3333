-- Everything that is held on a person, for that person: read in an activity of its own, through an
-- opening. What stands in the person's dossiers shows by grants and policies, as in any activity.
-- What stands elsewhere (lines about the account, the invitation, the letterbox) shows by the
-- functions below, which follow the tag @subject and the categories of that same activity.

comment on column persons.id is $$@key @subject$$;
comment on column persons.created_at is $$@stamp$$;
comment on column events.dossier_id is $$@key @subject$$;
comment on column events.event is $$@key$$;
comment on column events.occurred_at is $$@stamp$$;
comment on column members.account_id is $$@key @subject$$;
comment on column functions.account_id is $$@key @subject$$;
comment on column affiliations.account_id is $$@category party @subject$$;
comment on column absences.account_id is $$@category staff @subject$$;
comment on column absences.substitute_id is $$@category staff @subject$$;
comment on column member_invitations.email is $$@category account @subject$$;
comment on column relation_lines.dossier_id is
  $$Ties the line to the client until the dossier is erased. @key @subject$$;
comment on table reach is $$What relation_reach says, kept: written again for a dossier whenever something changes
that it follows from. @system @nobody it repeats relations, which the package holds$$;
comment on table parties is $$An institution, principal or supplier that the organisation works with.
@organisation @insert intake administration @update administration
@nobody a party is an organisation; who acts for it is in affiliations$$;
comment on table findings is $$What a check found wrong: a code and the id or name of the thing, never its content.
@organisation @overseen @nobody what a check says of the system; the thing itself is elsewhere$$;
comment on column ledger.account_id is $$@category access-log @subject$$;
comment on column requests.account_id is $$Who asked, when signed in. @key @subject$$;
comment on column requests.person_id is $$Whom it is about, once that is known. @key @subject$$;
comment on column requests.dossier_id is
  $$The one dossier that it is about, or all of the person. @key @subject$$;
comment on column request_steps.request_id is $$@key @subject requests$$;
comment on column document_contents.body is
  $$@category-in category of conversation-reports test-results advice work-limitations
  labour-expert-data benefit-data improvement-points education-career
  general-practitioner psychologist school partner children line-manager benefit-duration
  business-plans finances psychological-tests
@sealed @file documents$$;
comment on column disclosed_documents.body is
  $$@category approved-document @sealed @file disclosures$$;

-- Whose data is asked for: the person of the opened dossier, as far as who asks reaches that
-- person's dossiers for this activity; without a dossier whoever asks.
create function package_subject(out ids uuid[], out emails text[], out dossiers uuid[],
  out accounts uuid[])
language plpgsql stable parallel restricted security definer set search_path from current as $$
declare
  who  uuid := actor();
  here uuid := opened();
begin
  if who is null or current_activity() is distinct from 'subject-access' then return; end if;
  if here is null then
    dossiers := '{}';
    accounts := array[who];
    ids := accounts;
  else
    dossiers := array(
      select distinct s.dossier_id from standing_relations s join dossiers d on d.id = s.dossier_id
      where s.activity = 'subject-access' and s.holder_id = who
        and d.person_id = (select o.person_id from dossiers o where o.id = here));
    accounts := array(
      select distinct r.holder_id from relations r join relation_words w on w.relation = r.relation
      where w.subject and r.dossier_id = any (dossiers) and (r.until is null or r.until > now()));
    ids := accounts || dossiers
      || array(select distinct d.person_id from dossiers d where d.id = any (dossiers));
  end if;
  emails := array(select lower(a.email) from gestand.accounts a where a.id = any (accounts));
end
$$;

-- The dossiers that are about whoever asks, and not those of others that a request gave reach to.
create function own_dossiers() returns setof uuid
language sql stable parallel restricted security definer set search_path from current as $$
  select distinct r.dossier_id from relations r join relation_words w on w.relation = r.relation
  where w.subject and r.holder_id = actor() and (r.until is null or r.until > now())
$$;

-- Whether the statement lets the activity read a category.
create function package_reads(word text) returns boolean
language sql stable parallel restricted security definer set search_path from current as $$
  select exists (select from category_rules c
    where c.activity = 'subject-access' and not c.writes and c.category = word)
$$;

-- The condition under which a row is about the person: $1 are ids, $2 email addresses.
create function subject_condition(place regclass) returns text
language sql stable parallel restricted security definer set search_path from current as $$
  select string_agg(case
      when a.atttypid <> 'uuid'::regtype then format('lower(%I) = any ($2)', a.attname)
      when t.through is null then format('%I = any ($1)', a.attname)
      else format('%I in (select id from %I where %s)', a.attname, t.through,
        subject_condition(to_regclass(format('%I.%I', current_schema(), t.through)))) end,
    ' or ' order by a.attnum)
  from pg_attribute a, lateral (
    select substring(col_description(a.attrelid, a.attnum) from '@subject ([a-z_]+)')
      as through) t
  where a.attrelid = place and a.attnum > 0 and not a.attisdropped
    and col_description(a.attrelid, a.attnum) ~ '@subject\M'
$$;

-- The rows about the person of a table that has the tag, with the columns whose category the
-- activity reads. Of tables of dossiers only the rows outside the person's own dossiers: the others
-- show by themselves. Of what shows while a consent stands, the rows of the opened dossier whose
-- consent was withdrawn: they are held, and nobody else sees them.
create function subject_rows(wanted text, skipped integer, most integer, files boolean)
returns setof jsonb
language plpgsql stable parallel restricted security definer set search_path from current as $$
declare
  whose     record;
  place     regclass := to_regclass(format('%I.%I', current_schema(), wanted));
  condition text := subject_condition(place);
  consented text := substring(obj_description(place) from '@while ([a-z_]+)');
  shown     text;
  keys      text;
begin
  if consented is not null then
    condition := format('dossier_id = $6 and not consent_stands(%I, current_activity())',
      consented);
  end if;
  select * into whose from package_subject();
  if whose.ids is null or condition is null then return; end if;
  select string_agg(format('%I', a.attname), ', ' order by a.attnum) into shown
  from pg_attribute a, lateral (select col_description(place, a.attnum) as says) c
  where a.attrelid = place and a.attnum > 0 and not a.attisdropped
    and (files or c.says !~ '@file\M')
    and (c.says ~ '@(key|stamp|impersonal|category-in)\M'
      or package_reads(substring(c.says from '@category ([a-z-]+)')));
  select string_agg(format('%I', a.attname), ', '
      order by array_position(i.indkey::int2[], a.attnum)) into keys
  from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
  where i.indrelid = place and i.indisprimary;
  if consented is null and obj_description(place) ~ '@belongs' then
    condition := format('(%s) and (dossier_id is null or dossier_id <> all ($3))', condition);
  end if;
  return query execute format(
    'select to_jsonb(l) from (select %s from %s where %s order by %s offset $4 limit $5) l',
    shown, place, condition, keys)
    using whose.ids, whose.emails, whose.dossiers, skipped, most, opened();
end
$$;

-- What the installation holds on the person's accounts. Hashes and sealed secrets are left out:
-- they tell nothing to anybody.
create function subject_account() returns table (part text, line jsonb)
language plpgsql stable parallel restricted security definer set search_path from current as $$
declare
  mine uuid[] := (select s.accounts from package_subject() s);
begin
  if mine is null or not package_reads('account') then return; end if;
  return query
    select 'accounts', to_jsonb(l) from (
      select a.id, a.email, a.name, a.language, a.created_at, a.disabled_at,
        a.unused_since
      from gestand.accounts a where a.id = any (mine)) l
    union all select 'sessions', to_jsonb(l) from (
      select s.id, s.account_id, s.device, s.strong, s.started_at, s.seen_at, s.ends_at, s.ended_at,
        s.idle_time, s.proved_at
      from gestand.sessions s where s.account_id = any (mine)) l
    union all select 'sign_ins', to_jsonb(l) from (
      select i.account_id, i.device, i.started_at, i.ends_at
      from gestand.sign_ins i where i.account_id = any (mine)) l
    union all select 'passwords', to_jsonb(l) from (
      select p.account_id, p.changed_at
      from gestand.passwords p where p.account_id = any (mine)) l
    union all select 'second_factors', to_jsonb(l) from (
      select f.account_id, f.since
      from gestand.second_factors f where f.account_id = any (mine)) l
    union all select 'second_factor_setups', to_jsonb(l) from (
      select f.account_id, f.begun_at
      from gestand.second_factor_setups f where f.account_id = any (mine)) l
    union all select 'recovery_codes', to_jsonb(l) from (
      select c.account_id, c.place, c.used_at
      from gestand.recovery_codes c where c.account_id = any (mine)) l
    union all select 'recoveries', to_jsonb(l) from (
      select r.account_id, r.asked_at, r.expires_at
      from gestand.recoveries r where r.account_id = any (mine)) l
    union all select 'email_changes', to_jsonb(l) from (
      select e.account_id, e.email, e.expires_at
      from gestand.email_changes e where e.account_id = any (mine)) l
    union all select 'mails', to_jsonb(l) from (
      select m.id, m.account_id, m.kind, m.queued_at, m.tries, m.next_try_at, m.sent_at,
        m.failed_at, m.failure
      from gestand.mails m where m.account_id = any (mine) order by m.queued_at limit 20000) l;
end
$$;

-- Who or what ids in the package are: the person, somebody who works here or a party, by name as
-- far as the statement lets the activity read that; and other people, of whom nothing is told.
create function package_names(wanted uuid[])
returns table (id uuid, what text, name text)
language plpgsql stable parallel restricted security definer set search_path from current as $$
declare
  whose record;
begin
  select * into whose from package_subject();
  if whose.ids is null then return; end if;
  return query
    select w.id, case
        when w.id = any (whose.accounts) then 'self'
        when m.account_id is not null then 'member'
        when p.id is not null then 'party'
        else 'other' end,
      case when w.id = any (whose.accounts) then null
        when m.account_id is not null then case when package_reads('staff') then m.name end
        else p.name end
    from unnest(wanted) as w (id)
    left join members m on m.account_id = w.id
    left join parties p on p.id = w.id
    where w.id = any (whose.accounts) or m.account_id is not null or p.id is not null
      or exists (select from gestand.accounts a where a.id = w.id)
      or exists (select from dossiers d where d.id = w.id and w.id <> all (whose.dossiers))
      or exists (select from persons x where x.id = w.id and w.id <> all (whose.ids));
end
$$;

-- That the person takes the package along, in the log of each dossier that is in it. What they had
-- asked for is answered by it.
create function record_package(sort text) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  whose record;
begin
  select * into whose from package_subject();
  if whose.ids is null then raise exception 'NOT_FOUND' using errcode = 'GS404'; end if;
  perform record('taken', 'subject-access', actor(), d, 'packages', null, null)
    from unnest(case when whose.dossiers = '{}' then array[null::uuid] else whose.dossiers end) d;
  perform finish_request(q.id, 'fulfilled')
    from requests q
    where q.account_id = actor() and q.behalf = 'self' and q.state = 'executing'
      and q.kind in ('portability', sort);
end
$$;

grant execute on function package_subject, own_dossiers, subject_rows, subject_account,
  package_names, record_package to public;
