-- How a year is counted: who is in it, and what becomes of the numbers.

-- Registrations that became final, but not of somebody who objected to research. They are in
-- nothing, whatever it is for: two tables of which one leaves them out would tell who objected.
create view counted_registrations as
  select d.id, d.person_id, v.programme_id, r.institution_id, r.institute_id, p.born_on, r.starts_on
  from registrations r
  join living_dossiers d on d.id = r.dossier_id
    and not d.paused_activities && array['research-exports', 'surveys']
  join programme_versions v on v.id = r.version_id
  join registrants p on p.dossier_id = r.dossier_id
  where r.state in ('enrolled', 'interrupted', 'graduated') or r.state = 'ended' and exists (
    select from submissions s where s.dossier_id = r.dossier_id and s.about = 'enrolment'
      and s.outcome = 'verified');
comment on view counted_registrations is
  $$What may be counted for others: registrations of those who did not object. @system$$;

-- What a measure counts in a year.
create function tally_facts(measure text, year integer)
returns table (dossier_id uuid, person_id uuid, programme_id uuid, institution_id uuid,
  institute_id uuid, born_on date, day date)
language plpgsql stable security definer rows 50000 set search_path from current as $$
declare
  since date := make_date(year, 1, 1);
  until date := make_date(year + 1, 1, 1);
begin
  if measure = 'diplomas' then
    return query
      select c.id, c.person_id, c.programme_id, c.institution_id, c.institute_id, c.born_on,
        min(i.issued_on)
      from counted_registrations c join diplomas i on i.dossier_id = c.id
      group by 1, 2, 3, 4, 5, 6
      having min(i.issued_on) >= since and min(i.issued_on) < until;
    return;
  end if;
  return query
    select c.id, c.person_id, c.programme_id, c.institution_id, c.institute_id, c.born_on,
      c.starts_on
    from counted_registrations c where c.starts_on >= since and c.starts_on < until;
end
$$;

-- From which age each band counts, but for the first.
create function age_bands() returns integer[]
language sql immutable parallel safe set search_path from current as $$
  select array[20, 25, 30, 35, 40, 50]
$$;

-- What each field can be, in a fixed order: which it is must not hang on who is in it.
create function list_tally_words(tally uuid) returns void
language sql volatile security definer set search_path from current as $$
  insert into tally_words (tally_id, field, place, id, name_nl, name_en)
    select tally, 'programme', row_number() over (order by code), id, name_nl, name_en
      from programmes
    union all
    select tally, case i.sort when 'care' then 'institution' else 'institute' end,
      row_number() over (partition by i.sort order by p.name, p.id), p.id, p.name, p.name
      from institutions i join parties p on p.id = i.party_id
    union all
    select tally, 'quarter', q, null, 'kwartaal ' || q, 'quarter ' || q from generate_series(1, 4) q
    union all
    select tally, 'age', n, null, w.says, w.says
      from generate_series(1, cardinality(age_bands()) + 1) n
      cross join lateral (select case
        when n = 1 then '< ' || (age_bands())[1]
        when n > cardinality(age_bands()) then (age_bands())[n - 1] || ' +'
        else (age_bands())[n - 1] || '–' || (age_bands())[n] - 1 end as says) w
$$;

-- Counts all tables of a tally, in one statement: what changes meanwhile is in all of them or in
-- none.
-- The words were written just before, so that the planner takes them for one: by loops it would go
-- through all facts once for each word.
create function count_tally(which tallies) returns void
language sql volatile security definer set search_path from current set work_mem = '64MB'
  set enable_nestloop = off as $$
  with facts as materialized (
    select array[programme.place, institution.place, institute.place,
        width_bucket(extract(year from age(f.day, f.born_on)), age_bands()) + 1,
        extract(quarter from f.day)::integer] as place,
      row_number() over (partition by f.person_id order by f.dossier_id) = 1 as first
    from tally_facts(which.measure, which.year) f
    join tally_words programme on programme.tally_id = which.id and programme.field = 'programme'
      and programme.id = f.programme_id
    join tally_words institution on institution.tally_id = which.id
      and institution.field = 'institution' and institution.id = f.institution_id
    join tally_words institute on institute.tally_id = which.id and institute.field = 'institute'
      and institute.id = f.institute_id
  ), tables as (
    select t.number, array(
        select array_position(array['programme', 'institution', 'institute', 'age', 'quarter'], f)
        from unnest(t.fields) with ordinality u (f, n) order by n) as at,
      array(
        select (select count(*)::integer from tally_words w
          where w.tally_id = which.id and w.field = f)
        from unnest(t.fields) with ordinality u (f, n) order by n) as sizes
    from tally_tables t where t.tally_id = which.id
  ), cells as (
    select t.number, (array[f.place[t.at[1]], f.place[t.at[2]], f.place[t.at[3]], f.place[t.at[4]],
        f.place[t.at[5]]])[:cardinality(t.at)] as place,
      count(*)::integer as amount, (count(*) filter (where f.first))::integer as persons
    from facts f cross join tables t group by 1, 2
  )
  insert into tally_groups (tally_id, number, place, lo, hi, amount)
    select which.id, t.number, row_number() over (partition by t.number order by b.lo, b.hi),
      b.lo, b.hi, round(b.amount::numeric / which.rounding) * which.rounding
    from tables t cross join lateral boxes(t.sizes, array(
      select row(c.place, c.amount, c.persons)::counted from cells c where c.number = t.number),
      which.smallest) b
$$;

-- Counts a tally whose day has come. Whoever objected before this is not in it.
create function make_tally(tally uuid) returns boolean
language plpgsql volatile security definer set search_path from current as $$
declare
  which tallies;
begin
  select t.* into which from tallies t
  where t.id = tally and t.made_at is null and t.called_off_at is null
    and t.planned_on <= gestand.today() for update skip locked;
  if not found then return false; end if;
  perform list_tally_words(tally);
  perform count_tally(which);
  update tallies set made_at = now() where id = tally;
  return true;
end
$$;
create function tallies_due() returns setof uuid
language sql stable security definer rows 10 set search_path from current as $$
  select t.id from tallies t where t.made_at is null and t.called_off_at is null
    and t.planned_on <= gestand.today() order by t.planned_on, t.id
$$;
grant execute on function make_tally, tallies_due to gestand_worker;

-- What was told, for the checks.
create function evidence_tallies()
returns table (tally_id uuid, measure text, year integer, smallest integer, rounding integer,
  made_at timestamptz, number integer, recipient text, purpose text, fields text[],
  fewest integer, strayed boolean)
language sql stable security definer rows 100 set search_path from current as $$
  select a.id, a.measure, a.year, a.smallest, a.rounding, a.made_at, t.number, t.recipient,
    t.purpose, t.fields,
    (select min(g.amount) from tally_groups g where g.tally_id = a.id and g.number = t.number),
    exists (select from tally_exports e where e.tally_id = a.id and e.number = t.number
      and (e.recipient, e.purpose) is distinct from (t.recipient, t.purpose))
  from tallies a join tally_tables t on t.tally_id = a.id
  where a.made_at is not null
$$;
grant execute on function evidence_tallies, subtractable, tally_stem to gestand_worker;
