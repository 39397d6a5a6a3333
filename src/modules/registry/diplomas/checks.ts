import { sql } from 'kysely'
import type { Check, Finding } from '#duties/promises/check.ts'
import { judgeRows } from '#duties/promises/judging.ts'
import { isIntact, placesOf, readList } from '#modules/registry/credentials/index.ts'
import { written } from '#store/query.ts'

/** All that stays of a diploma. One column more is room for something that tells whose it was. */
const DIPLOMA_COLUMNS = ['dossier_id', 'issued_on', 'number', 'replaces', 'serial', 'version_id']

/** Numbers are given once, without gaps, and to nobody who was not verified twice. */
const diplomasSound: Check = {
  name: 'diplomas-sound',
  says: {
    nl: 'elk diploma is twee keer gecontroleerd en heeft een nummer van zichzelf, zonder gaten',
    en: 'every diploma was verified twice and has a number of its own, without gaps',
  },
  keeps: ['diploma-numbers'],
  looksAt: { nl: 'diploma’s', en: 'diplomas' },
  codes: {
    NUMBER_WRONG: {
      nl: 'diploma’s hebben een nummer dat niet klopt ({count})',
      en: 'diplomas have a number that is not right ({count})',
    },
    DIPLOMA_UNVERIFIED: {
      nl: 'diploma’s zijn uitgegeven zonder twee controles ({count})',
      en: 'diplomas were issued without two verifications ({count})',
    },
    SERIES_BROKEN: {
      nl: 'in de reeks van diplomanummers zit een gat ({count})',
      en: 'the series of diploma numbers has a gap ({count})',
    },
  },
  run: (tx) =>
    judgeRows(
      tx,
      sql`select number as subject, case
          when number ~ '^[0-9]{9}$' and number <> expected then 'NUMBER_WRONG'
          when unverified or undocumented then 'DIPLOMA_UNVERIFIED' end as code
        from evidence_diplomas()
        union all
        select 'series', case when highest <> given or last < highest then 'SERIES_BROKEN' end
        from evidence_diploma_series()`,
    ),
}

/** What anybody can read of revoked diplomas is what the register knows. */
const revocationsPublished: Check = {
  name: 'revocations-published',
  says: {
    nl: 'elk ingetrokken diploma staat in de lijst die iedereen kan lezen, en geen ander',
    en: 'every revoked diploma is in the list that anybody can read, and no other',
  },
  keeps: ['diploma-revocations'],
  looksAt: { nl: 'lijsten van ingetrokken diploma’s', en: 'lists of revoked diplomas' },
  codes: {
    LIST_WRONG: {
      nl: 'lijsten van ingetrokken diploma’s kloppen niet ({count})',
      en: 'lists of revoked diplomas are not right ({count})',
    },
    LIST_UNSIGNED: {
      nl: 'lijsten van ingetrokken diploma’s zijn niet goed ondertekend ({count})',
      en: 'lists of revoked diplomas are not signed well ({count})',
    },
  },
  run: async (tx) => {
    const lists = await tx.evidence(
      written(sql<ListEvidence>`
        select list, credential, public_key as "publicKey", withdrawn, places
        from evidence_revocation_lists()`),
    )
    const findings: Finding[] = []
    for (const each of lists) {
      const code = await faultOf(each)
      if (code) findings.push({ code, subject: String(each.list) })
    }
    return { lookedAt: lists.length, findings }
  },
}

interface ListEvidence {
  readonly list: number
  readonly credential: string
  readonly publicKey: string
  readonly withdrawn: boolean
  readonly places: readonly number[]
}

async function faultOf(each: ListEvidence): Promise<'LIST_WRONG' | 'LIST_UNSIGNED' | undefined> {
  const credential = readList(each.credential)
  if (!credential || each.withdrawn || !(await isIntact(credential, each.publicKey))) {
    return 'LIST_UNSIGNED'
  }
  const published = placesOf(credential.credentialSubject.encodedList)
  return published.join() === each.places.join() ? undefined : 'LIST_WRONG'
}

/** What stays of a diploma leads to nobody. */
const diplomasUnlinked: Check = {
  name: 'diplomas-unlinked',
  says: {
    nl: 'van wie verwijderd is, blijven van het diploma alleen datum, opleiding en nummer',
    en: 'of who was erased only date, programme and number of the diploma stay',
  },
  keeps: ['diplomas-unlinked', 'retention.diploma'],
  looksAt: { nl: 'diploma’s', en: 'diplomas' },
  codes: {
    DIPLOMA_LEADS: {
      nl: 'diploma’s van wie verwijderd is, leiden nog ergens naartoe ({count})',
      en: 'diplomas of who was erased still lead somewhere ({count})',
    },
    FIELD_ADDED: {
      nl: 'bij diploma’s staat een veld dat er niet hoort ({count})',
      en: 'diplomas have a field that should not be there ({count})',
    },
  },
  run: async (tx) => {
    const judged = await judgeRows(
      tx,
      sql`select number as subject, case when orphan or linked then 'DIPLOMA_LEADS' end as code
        from evidence_diplomas()`,
    )
    const { rows } = await tx.query(
      `select a.attname as subject, 'FIELD_ADDED' as code from pg_attribute a
       where a.attrelid = ($1 || '.diplomas')::regclass and a.attnum > 0 and not a.attisdropped
         and a.attname <> all ($2)`,
      [`org_${tx.organisation}`, DIPLOMA_COLUMNS],
    )
    // The two columns that the query names.
    const added = rows as { subject: string; code: string }[]
    return {
      lookedAt: judged.lookedAt + DIPLOMA_COLUMNS.length,
      findings: [...judged.findings, ...added],
    }
  },
}

export const DIPLOMA_CHECKS: readonly Check[] = [
  diplomasSound,
  revocationsPublished,
  diplomasUnlinked,
]
