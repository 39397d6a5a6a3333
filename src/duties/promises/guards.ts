import { sql } from 'kysely'
import { written } from '#store/query.ts'
import type { Check } from './check.ts'

interface Looked {
  readonly kind: 'role' | 'function' | 'setting'
  readonly place: string
  readonly silences: boolean
}

const CODES = {
  role: 'ROLE_SILENCES',
  function: 'FUNCTION_SILENCES',
  setting: 'SETTING_SILENCES',
} satisfies Record<Looked['kind'], string>

/**
 * Nothing can silence the triggers and foreign keys of the database (`session_replication_role`),
 * but the one function that destroys many dossiers at once.
 */
export const guardsStanding: Check = {
  name: 'guards-standing',
  says: {
    nl: 'niemand kan de bewaking van de database uitzetten; alleen bij het vernietigen staat ze een moment stil',
    en: 'nobody can turn off the guards of the database; only destroying makes them wait a moment',
  },
  keeps: ['ledger'],
  looksAt: {
    nl: 'rollen, functies en instellingen van de database',
    en: 'roles, functions and settings of the database',
  },
  codes: {
    ROLE_SILENCES: {
      nl: 'rollen mogen de bewaking uitzetten ({count})',
      en: 'roles may turn off the guards ({count})',
    },
    FUNCTION_SILENCES: {
      nl: 'functies zetten de bewaking uit ({count})',
      en: 'functions turn off the guards ({count})',
    },
    SETTING_SILENCES: {
      nl: 'instellingen laten sessies zonder bewaking beginnen ({count})',
      en: 'settings begin sessions without the guards ({count})',
    },
  },
  run: async (tx) => {
    const looked = await tx.evidence(
      written(sql<Looked>`select kind, place, silences from evidence_guards()`),
    )
    return {
      lookedAt: looked.length,
      findings: looked
        .filter(({ silences }) => silences)
        .map(({ kind, place }) => ({ code: CODES[kind], subject: place })),
    }
  },
}
