import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { judgeRows } from '#duties/promises/judging.ts'

/** No survey leads back to a person, and none tells of a few. */
const surveysApart: Check = {
  name: 'surveys-apart',
  says: {
    nl: 'elke enquête heeft één link voor iedereen en gaat over genoeg mensen, en niemand krijgt haar twee keer',
    en: 'each survey has one link for everybody and is about enough people, and nobody gets it twice',
  },
  looksAt: { nl: 'enquêtes', en: 'surveys' },
  keeps: ['survey-apart'],
  codes: {
    LINK_PERSONAL: {
      nl: 'de link van enquêtes heeft een plek voor wie hem leest ({count})',
      en: 'the link of surveys has a place for who reads it ({count})',
    },
    ASKED_TWICE: {
      nl: 'voor enquêtes is iemand twee keer gevraagd ({count})',
      en: 'for surveys somebody was asked twice ({count})',
    },
    SURVEY_FEW: {
      nl: 'enquêtes gingen naar zo weinig mensen dat het aantal iets verraadt ({count})',
      en: 'surveys went to so few people that the amount tells something ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select survey_id as subject, case
        when personal then 'LINK_PERSONAL'
        when twice > 0 then 'ASKED_TWICE'
        when few then 'SURVEY_FEW' end as code
      from evidence_surveys()`,
    ),
}

/** Nobody who objects is asked, and what was on its way to them was called back. */
const surveysHeed: Check = {
  name: 'surveys-heed-objections',
  says: {
    nl: 'aan wie bezwaar maakt, gaat geen enquête uit, ook niet een die al klaarstond',
    en: 'no survey goes out to whoever objects, not even one that was ready',
  },
  looksAt: { nl: 'enquêtes', en: 'surveys' },
  keeps: ['survey-objection'],
  codes: {
    ASKED_DESPITE: {
      nl: 'voor enquêtes is iemand gevraagd die bezwaar had gemaakt ({count})',
      en: 'for surveys somebody was asked who objected ({count})',
    },
    STILL_WAITING: {
      nl: 'van enquêtes staat nog een mail klaar voor iemand die bezwaar maakt ({count})',
      en: 'of surveys a mail still waits for somebody who objects ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select survey_id as subject, case
        when asked_despite > 0 then 'ASKED_DESPITE'
        when waiting_despite > 0 then 'STILL_WAITING' end as code
      from evidence_surveys()`,
    ),
}

/** The checks of surveys. */
export const SURVEY_CHECKS: readonly Check[] = [surveysApart, surveysHeed]
