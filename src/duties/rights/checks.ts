import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { judgeRows } from '#duties/promises/judging.ts'

/** Transactions that began before a shield may end after it: so long nobody is blamed. */
const PATIENCE = sql`interval '1 minute'`

/** Every request is answered within its term, extended only in time and with a reason. */
const requestsAnswered: Check = {
  name: 'requests-answered',
  says: {
    nl: 'elk verzoek is binnen zijn termijn beantwoord, of de termijn loopt nog',
    en: 'each request was answered within its term, or the term still runs',
  },
  looksAt: { nl: 'verzoeken', en: 'requests' },
  keeps: [
    'rights.access',
    'rights.rectification',
    'rights.erasure',
    'rights.restriction',
    'rights.objection',
    'rights.portability',
    'retention.request',
  ],
  codes: {
    ANSWERED_LATE: {
      nl: 'verzoeken zijn te laat beantwoord ({count})',
      en: 'requests were answered late ({count})',
    },
    OVERDUE: {
      nl: 'verzoeken staan open terwijl de termijn voorbij is ({count})',
      en: 'requests are open while the term is over ({count})',
    },
    EXTENDED_WRONGLY: {
      nl: 'termijnen zijn te laat of zonder reden verlengd ({count})',
      en: 'terms were extended late or without a reason ({count})',
    },
    KEPT_TOO_LONG: {
      nl: 'verzoeken zijn langer bewaard dan beloofd ({count})',
      en: 'requests were kept longer than promised ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select q.request_id as subject, case
        when q.overkept then 'KEPT_TOO_LONG'
        when exists (select from evidence_extensions() e where e.request_id = q.request_id
          and (not e.noted
            or (e.extended_at at time zone 'Europe/Amsterdam')::date > e.due_before))
          then 'EXTENDED_WRONGLY'
        when (q.closed_at at time zone 'Europe/Amsterdam')::date > q.due_on then 'ANSWERED_LATE'
        when q.closed_at is null and q.paused_on is null and q.due_on < gestand.today()
          then 'OVERDUE'
        end as code
      from evidence_requests() q`,
    ),
}

/** No copy of an identity document outlives what it was for. */
const copiesDestroyed: Check = {
  name: 'identity-copies-destroyed',
  says: {
    nl: 'kopieën van identiteitsbewijzen zijn vernietigd zodra ze niet meer nodig waren',
    en: 'copies of identity documents were destroyed as soon as they were no longer needed',
  },
  looksAt: { nl: 'kopieën', en: 'copies' },
  keeps: ['identity-copies', 'categories.identity-document'],
  codes: {
    KEPT: {
      nl: 'kopieën zijn er nog terwijl de identiteit vaststaat of het verzoek is afgehandeld ({count})',
      en: 'copies are still there though identity was established or the request is done ({count})',
    },
    UNCOVERED_KEPT: {
      nl: 'kopieën zijn afgekeurd maar niet vernietigd ({count})',
      en: 'copies were rejected and not destroyed ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select copy_id as subject, case
        when there and judgement = 'uncovered' then 'UNCOVERED_KEPT'
        when there and (identified_at is not null or closed_at is not null) then 'KEPT'
        end as code
      from evidence_copies()`,
    ),
}

/** What is restricted is kept and shown to nobody, and lifted only after it was announced. */
const restrictionShields: Check = {
  name: 'restriction-shields',
  says: {
    nl: 'een beperkt dossier is voor niemand te zien, en de persoon hoort vooraf wanneer dat eindigt',
    en: 'a restricted dossier shows to nobody, and the person hears beforehand when that ends',
  },
  looksAt: { nl: 'beperkingen', en: 'restrictions' },
  keeps: ['rights.restriction', 'restriction'],
  codes: {
    REACHED: {
      nl: 'beperkte dossiers zijn nog te bereiken ({count})',
      en: 'restricted dossiers can still be reached ({count})',
    },
    OPENED: {
      nl: 'beperkte dossiers zijn tijdens de beperking ingezien ({count})',
      en: 'restricted dossiers were opened while restricted ({count})',
    },
    UNANNOUNCED: {
      nl: 'beperkingen zijn opgeheven zonder aankondiging ({count})',
      en: 'restrictions were lifted without notice ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select restriction_id as subject, case
        when standing and (not shielded or reached) then 'REACHED'
        when touched > 0 then 'OPENED'
        when not announced and not by_person then 'UNANNOUNCED'
        end as code
      from evidence_restrictions(${PATIENCE})`,
    ),
}

/** An activity that somebody objects to stands still for their dossiers. */
const objectionPauses: Check = {
  name: 'objection-pauses',
  says: {
    nl: 'waartegen iemand bezwaar maakt, staat voor diens gegevens stil',
    en: 'what somebody objects to stands still for their data',
  },
  looksAt: { nl: 'bezwaren', en: 'objections' },
  keeps: ['rights.objection', 'objection'],
  codes: {
    NOT_PAUSED: {
      nl: 'bezwaren laten de verwerking niet stilstaan ({count})',
      en: 'objections do not pause the activity ({count})',
    },
    WENT_ON: {
      nl: 'verwerkingen zijn na het bezwaar doorgegaan ({count})',
      en: 'activities went on after the objection ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select request_id as subject, case
        when standing and (not paused or reached) then 'NOT_PAUSED'
        when touched > 0 then 'WENT_ON'
        end as code
      from evidence_objections(${PATIENCE})`,
    ),
}

/** The checks of the rights of persons. */
export const RIGHTS_CHECKS: readonly Check[] = [
  requestsAnswered,
  copiesDestroyed,
  restrictionShields,
  objectionPauses,
]
