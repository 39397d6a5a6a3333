import { sql } from 'kysely'
import type { Check, CheckRun } from '#duties/promises/check.ts'
import { judgeRows } from '#duties/promises/judging.ts'

/** A person is a student or graduated, and institutions leave with the end of training. */
const twoStates: Check = {
  name: 'two-states',
  says: {
    nl: 'wie een diploma heeft is gediplomeerde en geen student, en na de opleiding kijkt geen instelling meer mee',
    en: 'who holds a diploma is graduated and no student, and after training no institution looks along',
  },
  keeps: ['two-states'],
  looksAt: { nl: 'inschrijvingen', en: 'registrations' },
  codes: {
    STATE_MIXED: {
      nl: 'een inschrijving is tegelijk van een student en van een gediplomeerde ({count})',
      en: 'a registration is of a student and of a graduate at once ({count})',
    },
    INSTITUTION_LEFT: {
      nl: 'een instelling kijkt nog mee na het einde van de opleiding ({count})',
      en: 'an institution still looks along after the end of training ({count})',
    },
  },
  run: (tx): Promise<CheckRun> =>
    judgeRows(
      tx,
      sql`select dossier_id as subject, case
          when (kind = 'professional') <> (state = 'graduated') then 'STATE_MIXED'
          when state in ('graduated', 'ended') and parties > 0 then 'INSTITUTION_LEFT' end as code
        from evidence_registrations()`,
    ),
}

/** Nobody is in training by an enrolment that two did not confirm. */
const twoVerifications: Check = {
  name: 'two-verifications',
  says: {
    nl: 'geen inschrijving is definitief zonder akkoord van twee, en niets ging terug zonder reden',
    en: 'no enrolment is final without two who confirmed, and nothing went back without a reason',
  },
  keeps: ['two-verifications'],
  looksAt: { nl: 'controles', en: 'verifications' },
  codes: {
    FINAL_UNVERIFIED: {
      nl: 'iets is definitief zonder twee die akkoord gaven ({count})',
      en: 'something is final without two who confirmed ({count})',
    },
    IN_TRAINING_UNVERIFIED: {
      nl: 'iemand is in opleiding zonder gecontroleerde inschrijving ({count})',
      en: 'somebody is in training without a verified enrolment ({count})',
    },
    REASON_ABSENT: {
      nl: 'iets is teruggestuurd zonder reden ({count})',
      en: 'something was sent back without a reason ({count})',
    },
  },
  run: (tx): Promise<CheckRun> =>
    judgeRows(
      tx,
      sql`select submission_id as subject, case
          when outcome = 'verified' and (confirmed < 2 or verifiers < 2) then 'FINAL_UNVERIFIED'
          when unexplained > 0 then 'REASON_ABSENT' end as code
        from evidence_submissions()
        union all
        select dossier_id, case
          when state in ('enrolled', 'interrupted', 'graduated') and enrolments > 0
            and verified = 0 then 'IN_TRAINING_UNVERIFIED' end
        from evidence_registrations()`,
    ),
}

/** Activities in which people write who they are, or have it written at their own request. */
const OWN = ['self-service', 'self-enrolment', 'correction', 'taking-over']

/** Who somebody is was written by that person, or on their request. */
const ownEntry: Check = {
  name: 'own-entry',
  says: {
    nl: 'naam en adres zijn door de persoon zelf ingevuld, of op schriftelijk verzoek',
    en: 'name and address were entered by the person, or on a written request',
  },
  keeps: ['own-entry'],
  looksAt: { nl: 'namen en adressen', en: 'names and addresses' },
  codes: {
    ENTERED_BY_OTHERS: {
      nl: 'iemand anders veranderde wat de persoon had ingevuld ({count})',
      en: 'somebody else changed what the person had entered ({count})',
    },
  },
  run: (tx): Promise<CheckRun> =>
    judgeRows(
      tx,
      sql`select dossier_id as subject,
          case when activity <> all (${OWN}) then 'ENTERED_BY_OTHERS' end as code
        from evidence_registrants()`,
    ),
}

export const REGISTRY_CHECKS: readonly Check[] = [twoStates, twoVerifications, ownEntry]
