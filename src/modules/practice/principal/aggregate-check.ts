import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { judgeRows } from '#duties/promises/judging.ts'

/**
 * Of what was reported to principals in numbers, nothing tells of a group that is too small, by
 * itself or by subtraction.
 */
export const smallGroupsHidden: Check = {
  name: 'small-groups-hidden',
  says: {
    nl: 'rapportages aan opdrachtgevers verraden geen kleine groepen',
    en: 'reports to principals give no small groups away',
  },
  keeps: ['small-groups'],
  looksAt: { nl: 'tabellen in rapportages', en: 'tables in reports' },
  codes: {
    SMALL_GROUP_SHOWN: {
      nl: 'tabellen tonen een groep die te klein is ({count})',
      en: 'tables show a group that is too small ({count})',
    },
    WORD_LEFT_OUT: {
      nl: 'in tabellen ontbreekt een soort of uitkomst, en dat zegt iets ({count})',
      en: 'tables leave out a kind or an outcome, which tells something ({count})',
    },
    YEAR_NOT_OVER: {
      nl: 'rapportages gaan over een jaar dat nog liep ({count})',
      en: 'reports are on a year that was not over ({count})',
    },
    PUBLISHED_TWICE: {
      nl: 'over een opdrachtgever en een jaar is meer dan een keer gerapporteerd ({count})',
      en: 'a principal and a year were reported on more than once ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select subject, case
        when small then 'SMALL_GROUP_SHOWN'
        when words <> widest then 'WORD_LEFT_OUT'
        when extract(year from published_at at time zone 'Europe/Amsterdam') <= year
          then 'YEAR_NOT_OVER'
        when reports > 1 then 'PUBLISHED_TWICE'
        end as code
      from (
        select e.report_id::text || ' ' || e.measure as subject, e.year, e.published_at,
          bool_or(e.amount < e.smallest) as small, sum(cardinality(e.words)) as words,
          case e.measure when 'ended' then 4 else sum(cardinality(e.words)) end as widest,
          (select count(distinct o.report_id) from evidence_aggregates() o
            where o.party_id = e.party_id and o.year = e.year) as reports
        from evidence_aggregates() e
        group by e.report_id, e.party_id, e.measure, e.year, e.published_at) tables`,
    ),
}
