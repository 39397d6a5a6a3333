-- Reports to principals in numbers. Small groups are put together before anything leaves the
-- database (0068_groups.sql); and there is one report of a principal and a
-- year, so that no two can be subtracted from each other.

create table aggregate_reports (
  id           uuid primary key default gen_random_uuid(),
  party_id     uuid not null references parties on delete cascade,
  year         integer not null check (year between 2000 and 2999),
  smallest     integer not null check (smallest >= 3),
  published_by uuid,
  published_at timestamptz not null default now(),
  unique (party_id, year)
);
comment on table aggregate_reports is
  $$What was reported to principals in numbers: once of each year, and never again. @system$$;

create table aggregate_counts (
  report_id uuid not null references aggregate_reports on delete cascade,
  measure   text not null check (measure in ('started', 'ended')),
  place     integer not null,
  words     text[] not null check (cardinality(words) > 0),
  amount    integer,
  primary key (report_id, measure, place)
);
comment on table aggregate_counts is
  $$A number in a report: of kinds of service that started, or outcomes of those that ended, as many
words together as it takes. Without an amount there were too few in all. @system$$;

-- Writes the report on a principal over a year, unless it is there: what was published stays as it
-- was.
create function write_aggregates(principal uuid, of_year integer, writer uuid, at timestamptz)
returns uuid
language plpgsql volatile security definer set search_path from current as $$
declare
  report uuid;
  fewest integer := smallest_group();
begin
  insert into aggregate_reports (party_id, year, smallest, published_by, published_at)
    values (principal, of_year, fewest, writer, at)
    on conflict do nothing returning id into report;
  if report is null then
    return (select id from aggregate_reports where party_id = principal and year = of_year);
  end if;
  -- All words there are, also those of which there was none: which are left out would tell.
  insert into aggregate_counts (report_id, measure, place, words, amount)
    with listed as (
      select 'started' as measure, k.kind as word, row_number() over (order by k.kind) as place
        from (select distinct kind from rules) k
      union all
      select 'ended', o.word, o.place from unnest(array['completed', 'other', 'stopped-by-client',
        'stopped-by-principal']) with ordinality as o (word, place)
    ), found as (
      select 'started' as measure, l.service as word from relation_lines l
        where l.party_id = principal and l.year = of_year
      union all
      select 'ended', c.outcome from closures c join engagements e using (dossier_id)
        where e.party_id = principal and extract(year from c.ended_on) = of_year
    ), counted as (
      select w.measure, array_agg(w.word order by w.place) as words, array_agg((
        select count(*)::integer from found f where f.measure = w.measure and f.word = w.word)
        order by w.place) as amounts
      from listed w group by w.measure
    )
    select report, c.measure, g.lo, c.words[g.lo:g.hi], g.amount
      from counted c cross join lateral grouped(c.amounts, fewest) g
    union all
    select report, c.measure, 1, c.words, null
      from counted c where weight(c.amounts, 1, cardinality(c.amounts)) < fewest;
  return report;
end
$$;

-- Reports on a principal over a year that has ended; once more gives the same report.
create function publish_aggregates(principal uuid, of_year integer) returns uuid
language plpgsql volatile security definer set search_path from current as $$
declare
  this_year integer := extract(year from gestand.today());
  report    uuid;
begin
  if may_oversee('relation_lines', 'service') is not true
    or not exists (select from parties where id = principal) then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  if of_year >= this_year then raise exception 'YEAR_NOT_OVER' using errcode = 'GS409'; end if;
  if of_year < this_year - 4 then
    raise exception 'YEAR_TOO_LONG_AGO' using errcode = 'GS409';
  end if;
  report := write_aggregates(principal, of_year, actor(), now());
  perform record('inserted', current_activity(), actor(), null, 'aggregate_reports', report::text,
    null);
  return report;
end
$$;

-- Reports that were published: to whoever oversees principals all of them, to somebody who speaks
-- for a principal those of that principal.
create function published_aggregates()
returns table (report_id uuid, party_id uuid, party text, year integer, smallest integer,
  published_at timestamptz, measure text, words text[], amount integer)
language plpgsql stable security definer set search_path from current as $$
begin
  if acting_role() is null then return; end if;
  return query
    select r.id, r.party_id, p.name, r.year, r.smallest, r.published_at, c.measure, c.words,
      c.amount
    from aggregate_reports r
    join parties p on p.id = r.party_id
    join aggregate_counts c on c.report_id = r.id
    where may_oversee('relation_lines', 'service') or exists (
      select from affiliations f where f.party_id = r.party_id and f.account_id = actor())
    order by r.year desc, p.name, r.id, c.measure desc, c.place;
end
$$;

-- Principals with the years of which there can be a report and is none yet.
create function aggregates_to_publish()
returns table (party_id uuid, party text, year integer)
language plpgsql stable security definer set search_path from current as $$
declare
  now_year integer := extract(year from gestand.today());
begin
  if may_oversee('relation_lines', 'service') is not true then return; end if;
  return query
    select distinct p.id, p.name, l.year
    from relation_lines l join parties p on p.id = l.party_id
    where l.year between now_year - 4 and now_year - 1
      and not exists (
        select from aggregate_reports r where r.party_id = l.party_id and r.year = l.year)
    order by 3 desc, 2
    limit 2000;
end
$$;

grant execute on function publish_aggregates, published_aggregates, aggregates_to_publish to public;

-- Every number that was published.
create function evidence_aggregates()
returns table (report_id uuid, party_id uuid, year integer, smallest integer,
  published_at timestamptz, measure text, words text[], amount integer)
language sql stable security definer set search_path from current as $$
  select r.id, r.party_id, r.year, r.smallest, r.published_at, c.measure, c.words, c.amount
  from aggregate_reports r join aggregate_counts c on c.report_id = r.id
$$;
grant execute on function evidence_aggregates to gestand_worker;
