-- How public pages are visited: how often each, and by how many a day. No address, no browser and
-- no number of a visitor is kept: a mark tells within one day that somebody was counted already,
-- and it goes with the salt of that day.

create table page_visits (
  day      date not null,
  page     text not null check (page ~ '^/[a-z0-9/:-]{0,100}$'),
  language text not null check (language in ('nl', 'en')),
  visits   bigint not null check (visits > 0),
  primary key (day, page, language)
);
comment on table page_visits is $$How often a public page was shown on a day.
@organisation @nobody amounts in which nobody can be recognised$$;
comment on column page_visits.day is $$@key$$;
comment on column page_visits.page is
  $$The pattern of its address, without what differs by person. @key$$;
comment on column page_visits.language is $$@key$$;
comment on column page_visits.visits is $$@category page-visit$$;

create table day_visitors (
  day      date primary key,
  visitors bigint not null check (visitors > 0)
);
comment on table day_visitors is
  $$By how many the public pages were visited on a day. Who comes back the next day is another.
@organisation @nobody amounts in which nobody can be recognised$$;
comment on column day_visitors.day is $$@key$$;
comment on column day_visitors.visitors is $$@category page-visit$$;

-- Lets go of the salts and marks of other days, and of amounts whose term is over.
create function sweep_page_visits() returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  here text := substr(current_schema(), 5);
  keep interval := (select r.keep from retention_rules r where r.part = 'page-visit');
begin
  delete from gestand.visit_marks m where m.organisation = here and m.day <> gestand.today();
  delete from gestand.visit_salts s where s.organisation = here and s.day <> gestand.today();
  delete from page_visits p where p.day + keep < gestand.today();
  delete from day_visitors v where v.day + keep < gestand.today();
end
$$;

-- The salt of today; it begins by letting go of the one before.
create function visit_salt() returns bytea
language plpgsql volatile security definer set search_path from current as $$
declare
  here  text := substr(current_schema(), 5);
  known bytea;
begin
  select s.salt into known from gestand.visit_salts s
  where s.organisation = here and s.day = gestand.today();
  if known is not null then return known; end if;
  perform sweep_page_visits();
  insert into gestand.visit_salts (organisation, day, salt)
    values (here, gestand.today(), uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
    on conflict do nothing;
  select s.salt into known from gestand.visit_salts s
  where s.organisation = here and s.day = gestand.today();
  return known;
end
$$;

-- Counts pages that were shown: for each its address, its language, and a digest of where it was
-- shown. A statement that does not say that visits are counted counts none.
create function count_page_visits(visits jsonb) returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  here text := substr(current_schema(), 5);
  salt bytea;
  new_visitors bigint;
begin
  if not exists (select from activities a where a.activity = 'page-statistics') then return; end if;
  salt := visit_salt();
  insert into page_visits as p (day, page, language, visits)
    select gestand.today(), v.page, v.language, count(*)
    from jsonb_to_recordset(visits) v (page text, language text, visitor text)
    group by v.page, v.language order by v.page, v.language
    on conflict (day, page, language) do update set visits = p.visits + excluded.visits;
  with marked as (
    insert into gestand.visit_marks (organisation, day, mark)
      select distinct here, gestand.today(),
        substring(sha256(salt || decode(v.visitor, 'hex')) for 16)
      from jsonb_to_recordset(visits) v (page text, language text, visitor text)
      order by 3
      on conflict do nothing
      returning 1)
  select count(*) into new_visitors from marked;
  if new_visitors > 0 then
    insert into day_visitors as d (day, visitors) values (gestand.today(), new_visitors)
      on conflict (day) do update set visitors = d.visitors + excluded.visitors;
  end if;
end
$$;

-- What is left of salts and marks that should be gone, and amounts that were kept too long.
create function evidence_page_visits() returns table (day date, salted boolean, late boolean)
language sql stable security definer set search_path from current as $$
  with days as (
    select s.day, true as salted from gestand.visit_salts s
    where s.organisation = substr(current_schema(), 5)
    union select m.day, true from gestand.visit_marks m
    where m.organisation = substr(current_schema(), 5)
    union select p.day, false from page_visits p
    union select v.day, false from day_visitors v)
  select d.day, bool_or(d.salted),
    bool_or(not d.salted and d.day + r.keep < gestand.today()) is true
  from days d left join retention_rules r on r.part = 'page-visit'
  group by d.day order by d.day
$$;

grant execute on function count_page_visits to gestand_accounts;
grant execute on function sweep_page_visits, evidence_page_visits to gestand_worker;
