import { joinWords, type Language } from '#kernel/language.ts'
import type { Vocabulary } from '#statement/catalogue.ts'
import type {
  CategoryRule,
  ConsentRule,
  Grant,
  Plan,
  Policy,
  RecipientRule,
  RetentionRule,
  Rule,
} from '#statement/plan.ts'
import { sayDate } from '#statement/say/date.ts'
import { sayDuration } from '#statement/say/duration.ts'
import { sayWord } from '#statement/say/value.ts'

/** A plan as sentences, in the order in which the plan has its parts. */
export function planSentences(plan: Plan, vocabulary: Vocabulary, language: Language): string[] {
  const teller = new PlanTeller(plan, vocabulary, language)
  return [
    ...plan.roles.map(({ activity, role, starts }) => teller.role(activity, role, starts)),
    ...grouped(plan.rules, (rule) => `${rule.activity} ${rule.relation}`).map((rules) =>
      teller.rules(rules),
    ),
    ...grouped(plan.categoryRules, (rule) => {
      return `${rule.activity} ${rule.writes} ${kindsWith(plan.categoryRules, rule).join(' ')}`
    }).map((rules) => teller.categories(rules)),
    ...plan.grants.map((grant) => teller.grant(grant)),
    ...plan.policies.map((policy) => teller.policy(policy)),
    ...plan.retention.map((rule) => teller.retention(rule)),
    ...plan.consents.map((rule) => teller.consent(rule)),
    ...plan.recipients.map((rule) => teller.recipient(rule)),
  ]
}

/** Says the parts of a plan in one language. */
export class PlanTeller {
  readonly #plan: Plan
  readonly #vocabulary: Vocabulary
  readonly #language: Language

  constructor(plan: Plan, vocabulary: Vocabulary, language: Language) {
    this.#plan = plan
    this.#vocabulary = vocabulary
    this.#language = language
  }

  role(activity: string, role: string, starts: string | null): string {
    const name = this.#say('activities', activity)
    const relation = starts === null ? '' : this.#say('relations', starts)
    const begins = {
      nl: ` Hierin begint een dossier; wie het begint, wordt ${relation}.`,
      en: ` Dossiers start in it; whoever starts one becomes ${relation}.`,
    }[this.#language]
    const is = {
      nl: `De activiteit “${name}” is de rol ${role}.`,
      en: `The activity “${name}” is the role ${role}.`,
    }[this.#language]
    return starts === null ? is : `${is}${begins}`
  }

  /** Rules of one activity and relation, for several kinds. */
  rules(rules: readonly Rule[]): string {
    const [first] = rules
    if (!first) return ''
    const who = this.#say('relations', first.relation)
    const activity = this.#say('activities', first.activity)
    const kinds = this.#kinds(rules.map((rule) => rule.kind))
    const starts = this.#plan.roles.some(
      (each) => each.activity === first.activity && each.starts !== null,
    )
    const reach = first.scope === 'dossier' ? 'own' : starts ? 'start' : 'all'
    const doing = REACH[reach][this.#language]
    const after = first.after === null ? '' : this.#say('consents', first.after)
    const during = first.during === null ? '' : this.#say('periods', first.during)
    const consent = after && {
      nl: `, na toestemming voor ${after}`,
      en: `, after consent: ${after}`,
    }
    const period = during && { nl: `, alleen tijdens ${during}`, en: `, only during ${during}` }
    const limits = [consent, period].map((each) => each && each[this.#language]).join('')
    return {
      nl: `In “${activity}” ${doing(who)} ${kinds}${limits}.`,
      en: `In “${activity}” ${doing(who)} ${kinds}${limits}.`,
    }[this.#language]
  }

  /** Category rules of one activity that hold for the same kinds. */
  categories(rules: readonly CategoryRule[]): string {
    const [first] = rules
    if (!first) return ''
    const activity = capital(this.#say('activities', first.activity))
    const words = [...new Set(rules.map((rule) => rule.category))]
    const categories = words.map((word) => this.#say('categories', word)).join('; ')
    const kinds = this.#kinds(rules.map((rule) => rule.kind))
    const verb = { nl: ['leest', 'schrijft'], en: ['reads', 'writes'] }[this.#language]
    const does = verb[first.writes ? 1 : 0] ?? ''
    return {
      nl: `${activity} ${does} bij ${kinds}: ${categories}.`,
      en: `${activity} ${does} for ${kinds}: ${categories}.`,
    }[this.#language]
  }

  grant({ role, table, right, columns }: Grant): string {
    const activity = this.#plan.roles.find((each) => each.role === role)?.activity ?? role
    const name = capital(this.#say('activities', activity))
    const does = RIGHTS[right][this.#language]
    const named = columns.length === 0 ? '' : `: ${columns.join(', ')}`
    return {
      nl: `${name} mag in tabel ${table} ${does}${named}.`,
      en: `${name} may ${does} in table ${table}${named}.`,
    }[this.#language]
  }

  policy({ table, name, roles }: Policy): string {
    const says = POLICIES[name.replace(/^category_.*/, 'category')]?.[this.#language] ?? name
    const only = { nl: 'alleen voor', en: 'only for' }[this.#language]
    const held = roles.length === 0 ? '' : ` (${only} ${roles.join(', ')})`
    return { nl: `Tabel ${table}: ${says}${held}.`, en: `Table ${table}: ${says}${held}.` }[
      this.#language
    ]
  }

  retention({ part, from, keep }: RetentionRule): string {
    const what = this.#say('parts', part)
    const period = sayDuration(keep ?? 'indefinitely', this.#language)
    const events = this.#join(from.map((event) => this.#say('events', event)))
    const since = { nl: ` na ${events}`, en: ` after ${events}` }[this.#language]
    return {
      nl: `Bewaartermijn van ${what}: ${period}${events && since}.`,
      en: `Retention of ${what}: ${period}${events && since}.`,
    }[this.#language]
  }

  consent({ consent, expires }: ConsentRule): string {
    const what = this.#say('consents', consent)
    const term = expires === null ? '' : sayDuration(expires, this.#language)
    const ends = {
      nl: term ? `eindigt vanzelf na ${term}` : 'geldt tot zij wordt ingetrokken',
      en: term ? `ends by itself after ${term}` : 'stands until it is withdrawn',
    }[this.#language]
    return {
      nl: `Toestemming voor ${what} ${ends}.`,
      en: `Consent to ${what} ${ends}.`,
    }[this.#language]
  }

  recipient(rule: RecipientRule): string {
    const who = `${rule.recipient} (${this.#say('recipientKinds', rule.kind)})`
    const gets = rule.gets.map((word) => this.#say('categories', word)).join('; ')
    const purposes = this.#join(rule.purposes.map((word) => this.#say('activities', word)))
    const consent = rule.after && this.#say('consents', rule.after)
    const until = rule.agreementUntil && sayDate(rule.agreementUntil, this.#language)
    const limits = {
      nl: [
        purposes && `alleen voor ${purposes}`,
        consent && `na toestemming voor ${consent}`,
        until && `tot en met ${until}`,
      ],
      en: [
        purposes && `only for ${purposes}`,
        consent && `after consent: ${consent}`,
        until && `until ${until}`,
      ],
    }[this.#language].filter(Boolean)
    const only = limits.length > 0 ? `, ${limits.join(', ')}` : ''
    return {
      nl: `Naar ${who} mag: ${gets}${only}.`,
      en: `To ${who} may go: ${gets}${only}.`,
    }[this.#language]
  }

  /** Kinds by name, or all of them in one word. */
  #kinds(words: readonly string[]): string {
    const named = [...new Set(words)]
    const all = new Set(this.#plan.rules.map((rule) => rule.kind))
    if (named.length > 1 && named.length === all.size) {
      return { nl: 'alle soorten', en: 'all kinds' }[this.#language]
    }
    return this.#join(named.map((word) => this.#say('kinds', word)))
  }

  #say(list: keyof Vocabulary, word: string): string {
    return sayWord(this.#vocabulary, list, word, this.#language)
  }

  #join(words: readonly string[]): string {
    return joinWords(words, this.#language)
  }
}

/** What a relation reaches, said of whoever holds it. */
const REACH = {
  own: {
    nl: (who: string) => `bereikt ${who} de eigen dossiers van`,
    en: (who: string) => `${who} reaches dossiers of their own, of`,
  },
  all: {
    nl: (who: string) => `bereikt ${who} de kaart van alle dossiers van`,
    en: (who: string) => `${who} reaches the card of all dossiers of`,
  },
  start: {
    nl: (who: string) => `kan ${who} een dossier beginnen van`,
    en: (who: string) => `${who} can start a dossier of`,
  },
} as const

const RIGHTS = {
  select: { nl: 'lezen', en: 'read' },
  insert: { nl: 'toevoegen', en: 'insert' },
  update: { nl: 'wijzigen', en: 'update' },
  delete: { nl: 'rijen verwijderen', en: 'delete rows' },
} as const

const POLICIES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  reach: {
    nl: 'rijen zijn te zien als het dossier binnen bereik is',
    en: 'rows show when the dossier is within reach',
  },
  scope: {
    nl: 'rijen zijn te zien van alle dossiers van de soorten waarvoor een functie geldt',
    en: 'rows show of all dossiers of the kinds that a function serves',
  },
  opened: {
    nl: 'rijen zijn te zien en te wijzigen in het geopende dossier',
    en: 'rows show and change in the opened dossier',
  },
  opened_insert: {
    nl: 'rijen komen erbij in het geopende dossier',
    en: 'rows are added in the opened dossier',
  },
  opened_update: {
    nl: 'rijen veranderen in het geopende dossier',
    en: 'rows change in the opened dossier',
  },
  opened_delete: {
    nl: 'rijen verdwijnen uit het geopende dossier',
    en: 'rows go from the opened dossier',
  },
  acting: {
    nl: 'rijen zijn te zien voor wie is ingelogd en een activiteit verricht',
    en: 'rows show to whoever is signed in and does an activity',
  },
  oversight: {
    nl: 'alle rijen zijn te zien voor het toezicht',
    en: 'all rows show for oversight',
  },
  category: {
    nl: 'de categorie van de rij moet bij de activiteit en de soort dossier horen',
    en: 'the category of the row must belong to the activity and the kind of dossier',
  },
  consent: {
    nl: 'rijen zijn te zien zolang de toestemming geldt',
    en: 'rows show as long as the consent stands',
  },
}

function kindsWith(rules: readonly CategoryRule[], rule: CategoryRule): string[] {
  return rules
    .filter(
      (other) =>
        other.activity === rule.activity &&
        other.category === rule.category &&
        other.writes === rule.writes,
    )
    .map((other) => other.kind)
}

function grouped<T>(rows: readonly T[], key: (row: T) => string): T[][] {
  return [...Map.groupBy(rows, key).values()]
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
