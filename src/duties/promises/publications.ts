import { sql } from 'kysely'
import { written } from '#store/query.ts'
import type { Check } from './check.ts'
import { judgeRows } from './judging.ts'

/** Every version came into force on its day, after the yes of somebody who did not write it. */
export const publicationsInOrder: Check = {
  name: 'publications-in-order',
  says: {
    nl: 'elke nieuwe versie is door een tweede persoon goedgekeurd en ging in op haar dag',
    en: 'every new version was approved by a second person and took effect on its day',
  },
  keeps: ['statement-approved'],
  looksAt: { nl: 'versies en besluiten daarover', en: 'versions and decisions on them' },
  codes: {
    OWN_APPROVAL: {
      nl: 'versies zijn goedgekeurd door wie ze schreef ({count})',
      en: 'versions were approved by who wrote them ({count})',
    },
    TOO_EARLY: {
      nl: 'versies golden al voor hun dag ({count})',
      en: 'versions applied before their day ({count})',
    },
    LATE: {
      nl: 'versies gelden nog niet, hoewel hun dag er is ({count})',
      en: 'versions do not apply yet, though their day has come ({count})',
    },
    RETRACTED: {
      nl: 'versies gelden hoewel zij zijn teruggenomen ({count})',
      en: 'versions apply though they were taken back ({count})',
    },
    OTHER_TEXT: {
      nl: 'versies gelden met een andere tekst dan is goedgekeurd ({count})',
      en: 'versions apply with another text than was approved ({count})',
    },
  },
  run: (tx) =>
    judgeRows(tx, sql`select 'version ' || version as subject, code from evidence_publications()`),
}

/** Whoever had to be told of a new version was told. */
export const audienceTold: Check = {
  name: 'audience-told',
  says: {
    nl: 'wie een nieuwe versie raakt, kreeg daarvan bericht',
    en: 'whoever is affected by a new version was told of it',
  },
  keeps: ['statement-notified'],
  looksAt: { nl: 'versies die zijn aangekondigd', en: 'versions that were announced' },
  codes: {
    NOT_ANNOUNCED: {
      nl: 'van versies is nog niet bepaald wie ze raken ({count})',
      en: 'of versions it is not settled yet whom they affect ({count})',
    },
    NOT_TOLD: {
      nl: 'mensen hebben nog geen bericht gekregen ({count})',
      en: 'people have not been told yet ({count})',
    },
  },
  run: async (tx) => {
    const rows = await tx.evidence(written(sql<Told>`select * from evidence_audience()`))
    return {
      lookedAt: rows.length,
      findings: rows.flatMap(({ version, code }) =>
        code === null ? [] : [{ code, subject: `version ${version}` }],
      ),
      wrong: rows.reduce((sum, { code, waiting }) => (code === null ? sum : sum + waiting), 0),
    }
  },
}

interface Told {
  readonly version: number
  readonly code: string | null
  /** How many people still wait. */
  readonly waiting: number
}
