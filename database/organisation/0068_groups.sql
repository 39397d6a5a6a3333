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
-- number, and nothing is left out: what was hidden could be told from that.
--
-- Each step looks at every cell once. `path` is the way to a group, a digit of three for each step.
create function boxes(sizes integer[], cells counted[], fewest integer)
returns table (lo integer[], hi integer[], amount bigint)
language sql immutable parallel safe rows 100 set search_path from current as $$
  with recursive walk as (
    select c.place, c.amount, c.persons, array_fill(1, array[cardinality(sizes)]) as lo,
      sizes as hi, 1 as at, 0::bigint as path
    from unnest(cells) c
    where (select sum(all_cells.persons) from unnest(cells) all_cells) >= fewest
    union all
    select s.place, s.amount, s.persons,
      case when s.goes = 2 then s.lo[:s.at - 1] || (s.middle + 1) || s.lo[s.at + 1:] else s.lo end,
      case when s.goes = 1 then s.hi[:s.at - 1] || s.middle || s.hi[s.at + 1:] else s.hi end,
      case when s.goes > 0 then s.at when s.persons_here < 2 * fewest then cardinality(sizes) + 1
        else s.at + 1 end,
      s.path * 3 + s.goes
    from (
      select h.*, case when h.lo[h.at] = h.hi[h.at] or h.persons_left < fewest
          or h.persons_here - h.persons_left < fewest then 0
        when h.place[h.at] <= h.middle then 1 else 2 end as goes
      from (
        select w.*, (w.lo[w.at] + w.hi[w.at]) / 2 as middle,
          sum(w.persons) over here as persons_here,
          sum(w.persons) filter (where w.place[w.at] <= (w.lo[w.at] + w.hi[w.at]) / 2) over here
            as persons_left
        from walk w where w.at <= cardinality(sizes)
        window here as (partition by w.path)) h) s)
  select w.lo, w.hi, sum(w.amount) from walk w
  where w.at > cardinality(sizes) group by w.path, w.lo, w.hi
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
