-- Numbers about people, told in groups none of which is small, in a way that does not give the
-- small ones away. Whatever tells numbers to somebody outside uses this and nothing else.

-- The smallest group that is ever told of. Fewer than three would tell two people of each other.
create function smallest_group() returns integer
language sql immutable parallel safe set search_path from current as $$ select 5 $$;

create function weight(amounts integer[], lo integer, hi integer) returns integer
language sql immutable parallel safe set search_path from current as $$
  select coalesce(sum(a), 0)::integer from unnest(amounts[lo:hi]) a
$$;

-- How many there are with the same values: a place in each column, how many things are counted, and
-- of how many people at least. Somebody who is counted twice is one person, in the first place
-- only.
create type counted as (place integer[], amount integer, persons integer);

-- Cells of a table of several columns in groups, none of which is of fewer people than so many. All
-- together are halved by the first column, and each half again, always in the same place, as long
-- as both halves are large enough; then by the second, and so on. Where to halve hangs on no
-- number, and nothing is left out: what was hidden could be told from that. A half with nobody in
-- it is too small as well.
--
-- A column is halved on its sums alone, so that the cells are gone through once for each column and
-- not once for each step.
create function boxes(sizes integer[], cells counted[], fewest integer)
returns table (lo integer[], hi integer[], amount bigint)
language plpgsql immutable parallel safe rows 100 set search_path from current
  set enable_nestloop = off as $$
#variable_conflict use_column
declare
  columns constant integer := cardinality(sizes);
  -- Of each cell the group that it is in; of each group its ends in the columns that were halved.
  member  integer[] := array_fill(1, array[cardinality(cells)]);
  los     text[] := array[''];
  his     text[] := array[''];
begin
  if (select coalesce(sum(c.persons), 0) from unnest(cells) c) < fewest then return; end if;
  for at in 1 .. columns loop
    with recursive sums as materialized (
      select c.g, c.place[at] as place, sum(c.persons) as persons
      from unnest(cells, member) c (place, amount, persons, g) group by 1, 2),
    walk as (
      select s.g, s.place, s.persons, 1 as lo, sizes[at] as hi, true as goes from sums s
      union all
      select h.g, h.place, h.persons,
        case when h.halved and h.place > h.middle then h.middle + 1 else h.lo end,
        case when h.halved and h.place <= h.middle then h.middle else h.hi end, h.halved
      from (
        select p.*, p.lo < p.hi and p.low >= fewest and p.here - p.low >= fewest as halved
        from (
          select w.*, (w.lo + w.hi) / 2 as middle, sum(w.persons) over part as here,
            coalesce(sum(w.persons) filter (where w.place <= (w.lo + w.hi) / 2) over part, 0) as low
          from walk w where w.goes window part as (partition by w.g, w.lo)) p) h),
    ends as materialized (select w.g, w.place, w.lo, w.hi from walk w where not w.goes),
    groups as materialized (
      select g, lo, hi, row_number() over (order by g, lo)::integer as id
      from ends group by 1, 2, 3)
    select (select array_agg(n.id order by c.n)
        from unnest(cells, member) with ordinality c (place, amount, persons, g, n)
        join ends e on e.g = c.g and e.place = c.place[at]
        join groups n on n.g = e.g and n.lo = e.lo),
      (select array_agg(los[n.g] || n.lo || ',' order by n.id) from groups n),
      (select array_agg(his[n.g] || n.hi || ',' order by n.id) from groups n)
    into member, los, his;
  end loop;
  return query
    select string_to_array(rtrim(los[c.g], ','), ',')::integer[],
      string_to_array(rtrim(his[c.g], ','), ',')::integer[], sum(c.amount)
    from unnest(cells, member) c (place, amount, persons, g) group by c.g;
end
$$;

-- The same for a table of one column, in which nobody is counted twice.
create function grouped(amounts integer[], fewest integer)
returns table (lo integer, hi integer, amount integer)
language sql immutable parallel safe rows 5 set search_path from current as $$
  select b.lo[1], b.hi[1], b.amount::integer
  from boxes(array[cardinality(amounts)], array(
    select row(array[a.place], a.amount, a.amount)::counted
    from unnest(amounts) with ordinality a (amount, place)), fewest) b
$$;
