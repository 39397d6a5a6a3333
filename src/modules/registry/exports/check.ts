import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { judgeRows } from '#duties/promises/judging.ts'

/** Of a year of training nothing is told that a few people could be found in. */
export const talliesAnonymous: Check = {
  name: 'tallies-anonymous',
  says: {
    nl: 'in aantallen die naar buiten gaan is niemand te herkennen',
    en: 'in numbers that go out nobody can be recognised',
  },
  keeps: ['anonymised-exports'],
  looksAt: { nl: 'tabellen met aantallen', en: 'tables of numbers' },
  codes: {
    SMALL_GROUP_TOLD: {
      nl: 'tabellen tonen een groep die te klein is ({count})',
      en: 'tables tell of a group that is too small ({count})',
    },
    TABLES_SUBTRACT: {
      nl: 'tabellen zijn van elkaar af te trekken ({count})',
      en: 'tables can be subtracted ({count})',
    },
    COUNTED_TWICE: {
      nl: 'een jaar is meer dan een keer geteld ({count})',
      en: 'a year was counted more than once ({count})',
    },
    YEAR_NOT_OVER: {
      nl: 'er is geteld voordat het jaar voorbij was ({count})',
      en: 'a year was counted before it was over ({count})',
    },
    WENT_UNDECLARED: {
      nl: 'een tabel ging naar een ontvanger of voor een doel dat er niet bij hoort ({count})',
      en: 'a table went to a recipient or for a purpose that it was not made for ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select e.tally_id::text || ' ' || e.number as subject, case
        when e.fewest + e.rounding / 2 < e.smallest or e.smallest < 5 then 'SMALL_GROUP_TOLD'
        when exists (select from evidence_tallies() o where o.tally_id = e.tally_id
          and o.number <> e.number and subtractable(o.fields, e.fields)) then 'TABLES_SUBTRACT'
        when exists (select from evidence_tallies() o where o.measure = e.measure
          and o.year = e.year and o.tally_id <> e.tally_id) then 'COUNTED_TWICE'
        when extract(year from e.made_at at time zone 'Europe/Amsterdam') <= e.year
          then 'YEAR_NOT_OVER'
        when e.strayed then 'WENT_UNDECLARED'
        end as code
      from evidence_tallies() e`,
    ),
}
