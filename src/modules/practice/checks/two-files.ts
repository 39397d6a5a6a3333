import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { written } from '#store/query.ts'

/** Out of the client's file. */
const OUT = 'coach'

interface Item {
  readonly item_id: string
  readonly place: string
  readonly category: string
  readonly file: string
  readonly source: string
}

/** Client and coach each have a view of the dossier with rights of its own, for every service. */
export const twoFiles: Check = {
  name: 'two-files',
  says: {
    nl: 'bij elke soort dienst hebben coach en cliënt elk een eigen ingang tot het dossier',
    en: 'with every kind of service coach and client each have a way of their own into the file',
  },
  keeps: ['two-files'],
  looksAt: {
    nl: 'soorten diensten en stukken van cliënten',
    en: 'kinds of service and items of clients',
  },
  codes: {
    ONE_FILE: {
      nl: 'soorten diensten waarbij coach of cliënt geen eigen ingang heeft ({count})',
      en: 'kinds of service in which coach or client has no way of their own ({count})',
    },
    TAKEN_OUT: {
      nl: 'stukken van de cliënt staan niet in het dossier van de cliënt ({count})',
      en: 'items of the client are not in the client’s file ({count})',
    },
  },
  run: async (tx) => {
    const { rows } = await tx.query(
      `select kind, bool_or(relation = 'client') and bool_or(relation = 'responsible-coach')
         and not bool_or(relation = 'client' and activity in (
           select o.activity from rules o where o.relation = 'responsible-coach')) as both
       from rules where scope = 'dossier' group by kind
       having bool_or(relation in ('client', 'responsible-coach')) order by kind`,
    )
    const kinds = rows.filter(isKind)
    const items = await tx.evidence(written(sql<Item>`select * from evidence_files()`))
    const out = items.filter(
      ({ place, source, file }) => place === 'documents' && source === 'client' && file === OUT,
    )
    return {
      lookedAt: kinds.length + items.length,
      findings: [
        ...kinds
          .filter(({ both }) => !both)
          .map(({ kind }) => ({ code: 'ONE_FILE', subject: kind })),
        ...out.map(({ item_id: id }) => ({ code: 'TAKEN_OUT', subject: id })),
      ],
    }
  },
}

/** Points that a principal entrusted are in the client's file, and the client may read them. */
export const pointsVisible: Check = {
  name: 'points-visible',
  says: {
    nl: 'de cliënt ziet verbeterpunten van de opdrachtgever vanaf het begin',
    en: 'the client sees points for improvement from the principal from the start',
  },
  keeps: ['points-visible', 'categories.improvement-points'],
  looksAt: {
    nl: 'soorten diensten en stukken met verbeterpunten',
    en: 'kinds of service and items with points for improvement',
  },
  codes: {
    NOT_READ: {
      nl: 'diensten waarbij de cliënt verbeterpunten niet kan lezen ({count})',
      en: 'services in which the client cannot read points for improvement ({count})',
    },
    POINTS_HIDDEN: {
      nl: 'de cliënt ziet verbeterpunten niet ({count})',
      en: 'the client does not see points for improvement ({count})',
    },
  },
  run: async (tx) => {
    const { rows } = await tx.query(
      `select kind, bool_or(activity = 'self-service' and not writes) as both
       from category_rules where category = 'improvement-points' group by kind order by kind`,
    )
    const kinds = rows.filter(isKind)
    const items = await tx.evidence(
      written(sql<Item>`
        select * from evidence_files() where category = 'improvement-points'`),
    )
    return {
      lookedAt: kinds.length + items.length,
      findings: [
        ...kinds
          .filter(({ both }) => !both)
          .map(({ kind }) => ({ code: 'NOT_READ', subject: kind })),
        ...items
          .filter(({ file }) => file === OUT)
          .map(({ item_id: id }) => ({ code: 'POINTS_HIDDEN', subject: id })),
      ],
    }
  },
}

function isKind(row: unknown): row is { kind: string; both: boolean } {
  return typeof row === 'object' && row !== null && 'kind' in row && 'both' in row
}
