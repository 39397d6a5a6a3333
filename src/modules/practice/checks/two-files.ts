import type { Check } from '#duties/promises/check.ts'

/** Client and coach each have a view of the dossier with rights of its own, for every service. */
export const twoFiles: Check = {
  name: 'two-files',
  says: {
    nl: 'bij elke soort dienst hebben coach en cliënt elk een eigen ingang tot het dossier',
    en: 'with every kind of service coach and client each have a way of their own into the file',
  },
  keeps: ['two-files'],
  looksAt: { nl: 'soorten diensten', en: 'kinds of service' },
  codes: {
    ONE_FILE: {
      nl: 'soorten diensten waarbij coach of cliënt geen eigen ingang heeft ({count})',
      en: 'kinds of service in which coach or client has no way of their own ({count})',
    },
  },
  run: async (tx) => {
    const { rows } = await tx.query(
      `select kind, bool_or(relation = 'client') and bool_or(relation = 'responsible-coach')
         and not bool_or(relation = 'client' and activity in (
           select o.activity from rules o where o.relation = 'responsible-coach')) as both
       from rules where scope = 'dossier' group by kind order by kind`,
    )
    const kinds = rows.filter(isKind)
    return {
      lookedAt: kinds.length,
      findings: kinds
        .filter(({ both }) => !both)
        .map(({ kind }) => ({ code: 'ONE_FILE', subject: kind })),
    }
  },
}

function isKind(row: unknown): row is { kind: string; both: boolean } {
  return typeof row === 'object' && row !== null && 'kind' in row && 'both' in row
}
