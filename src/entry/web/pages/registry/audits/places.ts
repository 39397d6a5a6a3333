import type { Door } from '#entry/web/http/door.ts'
import type { Language, Text } from '#kernel/language.ts'
import type { RegistryPost } from '#modules/registry/index.ts'

/** Where audits are planned. */
export const AUDITS_PATH = '/register/audits'
/** Where an auditor sees what to look at. */
export const AUDITOR_PATH = '/audits'
/** Where an institution looks in portfolios. */
export const PORTFOLIOS_PATH = '/instelling/portfolios'

export const AUDIT_WORDS = {
  audits: { nl: 'Audits', en: 'Audits' },
  ownAudits: { nl: 'Mijn audits', en: 'My audits' },
  institution: { nl: 'Zorginstelling', en: 'Care institution' },
  programme: { nl: 'Opleiding', en: 'Programme' },
  all: { nl: 'alle opleidingen', en: 'all programmes' },
  auditor: { nl: 'Auditor', en: 'Auditor' },
  startsOn: { nl: 'Eerste dag', en: 'First day' },
  endsOn: { nl: 'Laatste dag', en: 'Last day' },
  endedOn: { nl: 'Eerder beëindigd op', en: 'Ended early on' },
  partner: { nl: 'Gesprekspartner', en: 'Partner in the talk' },
  students: { nl: 'Studenten', en: 'Students' },
  student: { nl: 'Student', en: 'Student' },
  state: { nl: 'Stand', en: 'State' },
  portfolio: { nl: 'Portfolio', en: 'Portfolio' },
  notNamed: { nl: 'nog niet genoemd', en: 'not named yet' },
  finding: { nl: 'Bevinding', en: 'Finding' },
  judgedAt: { nl: 'Beoordeeld', en: 'Judged' },
  notJudged: { nl: 'nog niet', en: 'not yet' },
} satisfies Record<string, Text>

/** With what audits and signals are told of. */
export function registryPostOf({ visit }: Door): RegistryPost {
  const { site, organisation } = visit
  return {
    organisation: site.organisations.get(organisation)?.label ?? site.home.label,
    outbox: site.outbox,
  }
}

interface Named {
  readonly given_names: string | null
  readonly prefix: string | null
  readonly family_name: string | null
}

/** A student by name, or what stands for one who did not enter it yet. */
export function studentName({ given_names: given, prefix, family_name: family }: Named): string {
  const name = [given, prefix, family].filter(Boolean).join(' ')
  return name === '' ? '–' : name
}

/** A programme in the language of the reader. */
export function programmeName(
  {
    programme_nl: nl,
    programme_en: en,
  }: { programme_nl: string | null; programme_en: string | null },
  language: Language,
): string {
  return (language === 'nl' ? nl : en) ?? AUDIT_WORDS.all[language]
}
