import { sql } from 'kysely'
import { type Check, FINDINGS_LIMIT } from '#duties/promises/check.ts'
import { judgeRows } from '#duties/promises/judging.ts'
import { written } from '#store/query.ts'

/**
 * Nothing is kept past its day, unless it is held. Reckoned anew from events and terms, and not
 * from the days that decide.
 */
export const nothingPastTerm: Check = {
  name: 'nothing-past-term',
  says: {
    nl: 'van alles waarvan de termijn voorbij is, is niets meer bewaard',
    en: 'of whatever is past its term nothing is kept',
  },
  keeps: ['retention.dossier', 'retention.paper', 'retention.relation-line'],
  looksAt: { nl: 'termijnen', en: 'terms' },
  codes: {
    KEPT_PAST_TERM: {
      nl: 'dossiers of delen ervan zijn er nog na hun termijn ({count})',
      en: 'dossiers or parts of them are still there after their term ({count})',
    },
    NOT_DESTROYED_BY_HAND: {
      nl: 'van papieren dossiers is niet vastgelegd dat ze op tijd zijn vernietigd ({count})',
      en: 'of paper files it was not recorded that they were destroyed in time ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select dossier_id as subject, case
            when closed_at is not null or held or due_on >= gestand.today() then null
            when tangible then 'NOT_DESTROYED_BY_HAND'
            else 'KEPT_PAST_TERM' end as code
          from evidence_due()`,
    ),
}

/** What was erased is finished, stays away, and leaves nothing on the disk. */
export const erasedStaysErased: Check = {
  name: 'erased-stays-erased',
  says: {
    nl: 'wat verwijderd is, is overal weg en komt niet terug',
    en: 'what was erased is gone everywhere and does not come back',
  },
  keeps: ['rights.erasure', 'retention.dossier'],
  looksAt: { nl: 'verwijderingen', en: 'erasures' },
  codes: {
    CAME_BACK: {
      nl: 'verwijderde dossiers zijn er weer ({count})',
      en: 'erased dossiers are there again ({count})',
    },
    ERASURE_UNFINISHED: {
      nl: 'verwijderingen zijn langer dan een dag niet afgerond ({count})',
      en: 'erasures have not been finished for more than a day ({count})',
    },
    NOT_SCRUBBED: {
      nl: 'verwijderingen zijn langer dan drie dagen niet van de schijf gewist ({count})',
      en: 'erasures have not been wiped off the disk for more than three days ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select order_id as subject, case
            when there and deleted_at is not null then 'CAME_BACK'
            when closed_at is null and not held and ordered_at < now() - interval '1 day'
              then 'ERASURE_UNFINISHED'
            when scrubbed_at is null and deleted_at < now() - interval '3 days'
              then 'NOT_SCRUBBED' end as code
          from evidence_erasures()`,
    ),
}

/** Whoever keeps something longer says why, and until when. */
export const holdsReasoned: Check = {
  name: 'holds-reasoned',
  says: {
    nl: 'wat langer blijft, blijft om een reden en tot een dag die vaststaat',
    en: 'what stays longer stays for a reason and until a day that is set',
  },
  keeps: ['retention.dossier'],
  looksAt: { nl: 'bewaarplichten', en: 'holds' },
  codes: {
    HOLD_WITHOUT_REASON: {
      nl: 'bewaarplichten hebben geen reden ({count})',
      en: 'holds have no reason ({count})',
    },
    HOLD_TOO_LONG: {
      nl: 'bewaarplichten hebben geen einde, of een dat te ver weg ligt ({count})',
      en: 'holds have no end, or one that is too far away ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select hold_id as subject, case
            when coalesce(reason, '') = '' or placed_by is null then 'HOLD_WITHOUT_REASON'
            when ends_on is null or ends_on > (placed_at + interval '5 years 1 day')::date
              then 'HOLD_TOO_LONG' end as code
          from evidence_holds()`,
    ),
}

/** What a law demands to be kept is kept so long, whoever asks for less. */
const lawTermsKept: Check = {
  name: 'law-terms-kept',
  says: {
    nl: 'niets verdwijnt vóór de termijn die een wet voorschrijft',
    en: 'nothing goes before the term that a law demands',
  },
  keeps: ['retention.dossier', 'retention.invoice', 'rights.erasure'],
  looksAt: { nl: 'wettelijke termijnen', en: 'terms set by law' },
  codes: {
    GONE_TOO_SOON: {
      nl: 'dossiers of delen ervan zijn verwijderd binnen de wettelijke termijn ({count})',
      en: 'dossiers or parts of them were erased within the term of a law ({count})',
    },
    DUE_TOO_SOON: {
      nl: 'dossiers of delen ervan gaan weg vóór het einde van de wettelijke termijn ({count})',
      en: 'dossiers or parts of them would go before the end of the term of a law ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select subject, case when not too_soon then null
            when gone then 'GONE_TOO_SOON' else 'DUE_TOO_SOON' end as code
          from evidence_law_floors()`,
    ),
}

/** Tells of these dossiers which still have a key. */
export type FindKeys = (organisation: string, dossierIds: readonly string[]) => Promise<string[]>

const BATCH = 5_000

/** The key of what was erased is gone, so that no copy of it can be read. */
export function erasedKeysGone(findKeys: FindKeys): Check {
  return {
    name: 'erased-keys-gone',
    says: {
      nl: 'van alles wat verwijderd is, is de sleutel vernietigd',
      en: 'of everything that was erased the key was destroyed',
    },
    keeps: ['rights.erasure', 'retention.dossier'],
    looksAt: { nl: 'sleutels', en: 'keys' },
    codes: {
      KEY_LEFT: {
        nl: 'sleutels van wat verwijderd is, bestaan nog ({count})',
        en: 'keys of what was erased still exist ({count})',
      },
    },
    run: async (tx) => {
      const ids = await tx.evidence(ERASED)
      const left: string[] = []
      for (let at = 0; at < ids.length; at += BATCH) {
        const batch = ids.slice(at, at + BATCH).map(({ id }) => id)
        left.push(...(await findKeys(tx.organisation, batch)))
      }
      return {
        lookedAt: ids.length,
        findings: left.slice(0, FINDINGS_LIMIT).map((subject) => ({ code: 'KEY_LEFT', subject })),
        wrong: left.length,
      }
    },
  }
}

/** Dossiers, and other cases whose keys should have gone an hour ago. */
const ERASED = written(sql<{ id: string }>`
  select dossier_id as id from evidence_erasures()
  where part = 'dossier' and deleted_at is not null
  union all
  select key_id from evidence_spent_keys() where noted_at < now() - interval '1 hour'`)

export const RETENTION_CHECKS: readonly Check[] = [
  nothingPastTerm,
  erasedStaysErased,
  holdsReasoned,
  lawTermsKept,
]
