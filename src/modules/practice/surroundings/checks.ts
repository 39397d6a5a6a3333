import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { written } from '#store/query.ts'

/** Optional kinds of data stand only in files where they were switched on. */
export const categoriesSwitched: Check = {
  name: 'categories-switched',
  says: {
    nl: 'extra soorten gegevens staan alleen in dossiers waar ze met een reden zijn aangezet',
    en: 'extra kinds of data stand only in dossiers where they were switched on with a reason',
  },
  keeps: ['switched-categories'],
  looksAt: {
    nl: 'extra soorten gegevens en wat erin staat',
    en: 'extra kinds of data and their items',
  },
  codes: {
    NOT_ON: {
      nl: 'stukken van een soort die in dat dossier niet aanstaat ({count})',
      en: 'items of a kind that is not switched on in that dossier ({count})',
    },
  },
  run: async (tx) => {
    const wrong = await tx.evidence(
      written(sql<{ item_id: string }>`select item_id from evidence_unswitched()`),
    )
    const optional = await tx.evidence(
      written(sql<{ category: string }>`select category from evidence_optional_categories()`),
    )
    return {
      lookedAt: optional.length + wrong.length,
      findings: wrong.map(({ item_id: id }) => ({ code: 'NOT_ON', subject: id })),
    }
  },
}

interface Representation {
  readonly relation_id: string
  readonly until: Date | null
  readonly ends: Date | null
}

/** Whoever acts for a minor does so until the sixteenth birthday at most. */
export const representationEnds: Check = {
  name: 'representation-ends',
  says: {
    nl: 'wie een minderjarige vertegenwoordigt, doet dat hoogstens tot de zestiende verjaardag',
    en: 'whoever represents a minor does so until the sixteenth birthday at most',
  },
  keeps: ['representation', 'relations.representative'],
  looksAt: { nl: 'regels en vertegenwoordigers', en: 'rules and representatives' },
  codes: {
    TOO_LONG: {
      nl: 'vertegenwoordigers die langer kunnen handelen dan mag ({count})',
      en: 'representatives who can act for longer than they may ({count})',
    },
  },
  run: async (tx) => {
    const all = await tx.evidence(
      written(sql<Representation>`select * from evidence_representation()`),
    )
    const { rows } = await tx.query(`select kind from rules where relation = 'representative'`)
    const wrong = all.filter(
      ({ until, ends }) => until === null || (until > new Date() && (!ends || until > ends)),
    )
    return {
      lookedAt: all.length + rows.length,
      findings: wrong.map(({ relation_id: id }) => ({ code: 'TOO_LONG', subject: id })),
    }
  },
}
