import { sayDay } from '#kernel/day.ts'
import type { DossierView } from '#modules/practice/dossier-view.ts'
import { sayName } from '#modules/practice/person.ts'
import type { TrajectoryView } from '#modules/practice/trajectory/trajectory-view.ts'
import { EXPECTERS, GOAL_STATES, PERFORMERS } from '#modules/practice/trajectory/words.ts'
import type { Language, Text } from '#kernel/language.ts'

/** What a template can ask for, by the name that it has between braces in either language. */
export const TOKENS = {
  name: { nl: 'naam', en: 'name' },
  address: { nl: 'adres', en: 'address' },
  born: { nl: 'geboortedatum', en: 'date-of-birth' },
  email: { nl: 'e-mailadres', en: 'email-address' },
  phone: { nl: 'telefoon', en: 'phone' },
  service: { nl: 'dienst', en: 'service' },
  dossier: { nl: 'dossiernummer', en: 'dossier-number' },
  project: { nl: 'projectnummer', en: 'project-number' },
  principal: { nl: 'opdrachtgever', en: 'principal' },
  order: { nl: 'kenmerk', en: 'order-reference' },
  started: { nl: 'begindatum', en: 'start-date' },
  today: { nl: 'vandaag', en: 'today' },
  coach: { nl: 'coach', en: 'coach' },
  organisation: { nl: 'organisatie', en: 'organisation' },
  goals: { nl: 'doelen', en: 'goals' },
  expectations: { nl: 'verwachtingen', en: 'expectations' },
  actions: { nl: 'acties', en: 'actions' },
  hours: { nl: 'uren', en: 'hours' },
  spent: { nl: 'bestede-uren', en: 'hours-spent' },
  summaries: { nl: 'samenvattingen', en: 'summaries' },
} as const satisfies Record<string, Text>

type Token = keyof typeof TOKENS

/** Names between braces that nothing stands for. */
export function unknownTokens(names: readonly string[]): string[] {
  const known = new Set(Object.values(TOKENS).flatMap(({ nl, en }) => [nl, en]))
  return names.filter((name) => !known.has(name as never))
}

export interface TokenFacts {
  /** As the activity reads it: what it may not know is not there, and becomes dots. */
  readonly dossier: DossierView
  readonly trajectory: TrajectoryView
  readonly organisation: string
  /** The kind of service in words. */
  readonly service: string
  /** ISO date. */
  readonly today: string
  readonly language: Language
}

/** The values of all names, of either language; of summaries those that the client approved. */
export function tokenValues(facts: TokenFacts): Record<string, string> {
  const values = { ...personValues(facts), ...serviceValues(facts), ...trajectoryValues(facts) }
  return Object.fromEntries(
    Object.entries(TOKENS).flatMap(([token, { nl, en }]) => {
      const value = values[token as Token] ?? '' // its own keys
      return [
        [nl, value],
        [en, value],
      ]
    }),
  )
}

type Values = { readonly [Name in Token]?: string | undefined }

function personValues({ dossier, language }: TokenFacts): Values {
  const { client, profile } = dossier
  const street = [profile.street, profile.houseNumber, profile.houseNumberAddition]
  const place = [profile.postcode, profile.city].filter(Boolean).join(' ')
  return {
    name: client && sayName(client),
    address: [street.filter(Boolean).join(' '), place].filter(Boolean).join(', '),
    born: profile.bornOn && sayDay(profile.bornOn, language),
    email: client?.email,
    phone: client?.phone,
  }
}

function serviceValues(facts: TokenFacts): Values {
  const { dossier, trajectory, language, today, organisation, service } = facts
  const { principal, orderReference } = dossier.service
  const coach = dossier.relations.find(({ relation }) => relation === 'responsible-coach')
  return {
    service,
    dossier: dossier.reference,
    project: trajectory.projectNumber,
    principal: principal?.name,
    order: orderReference,
    started: sayDay(trajectory.startedOn, language),
    today: sayDay(today, language),
    coach: coach?.holder.name,
    organisation,
    summaries: approvedSummaries(dossier)
      .map(({ heldOn, body }) => `## ${sayDay(heldOn, language)}\n\n${body}`)
      .join('\n\n'),
  }
}

function trajectoryValues({ trajectory, language }: TokenFacts): Values {
  const { goals, expectations, actions, budgetMinutes, spentMinutes } = trajectory
  const newest = Object.keys(EXPECTERS).flatMap((holder) => {
    const found = expectations.find((each) => each.holder === holder)
    return found ? [found] : []
  })
  return {
    goals: points(
      goals.flatMap((goal) => [
        `${goal.body} (${GOAL_STATES[goal.state][language]})`,
        ...goal.steps.map((step) => `${step.body} (${GOAL_STATES[step.state][language]})`),
      ]),
    ),
    expectations: points(
      newest.map(({ holder, body }) => `${EXPECTERS[holder][language]}: ${body}`),
    ),
    actions: points(
      actions.map(
        ({ week, body, performer }) => `week ${week}: ${body} (${PERFORMERS[performer][language]})`,
      ),
    ),
    hours: hours(budgetMinutes, language),
    spent: hours(spentMinutes, language),
  }
}

/** Summaries that may stand in a report, the oldest first: those that the client approved. */
export function approvedSummaries(
  dossier: DossierView,
): { readonly id: string; readonly heldOn: string; readonly body: string }[] {
  return dossier.consults
    .flatMap(({ heldOn, summaries }) =>
      summaries
        .filter(({ state }) => state === 'approved')
        .map(({ id, body }) => ({ id, heldOn, body })),
    )
    .toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))
}

function points(lines: readonly string[]): string {
  return lines.map((line) => `- ${line.replaceAll('\n', ' ')}`).join('\n')
}

const MINUTES_AN_HOUR = 60

function hours(minutes: number | undefined, language: Language): string {
  if (minutes === undefined) return ''
  const amount = String(Math.round((minutes / MINUTES_AN_HOUR) * 10) / 10)
  return language === 'nl' ? amount.replace('.', ',') : amount
}
