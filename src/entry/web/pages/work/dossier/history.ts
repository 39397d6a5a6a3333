import { formatDay, type TimelineEntry } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { ConsentView, ConsultView, DossierView } from '#modules/practice/index.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { categoryTitle } from '#entry/web/titles.ts'

/** What happened in a dossier, the newest first, as far as it was read. */
export function listHistory(dossier: DossierView): TimelineEntry[] {
  return [
    ...serviceEntries(dossier),
    ...dossier.consults.flatMap(consultEntries),
    ...contentEntries(dossier),
    ...dossier.consents.flatMap(consentEntries),
    ...disclosureEntries(dossier),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime())
}

function serviceEntries({ startedAt, notices, service }: DossierView): TimelineEntry[] {
  const { activatedAt, closure } = service
  return [
    {
      at: startedAt,
      icon: 'add',
      says: { nl: 'Cliënt aangemeld', en: 'Client registered' },
    },
    ...notices.map(({ shownAt, version }) => ({
      at: shownAt,
      icon: 'info' as const,
      says: {
        nl: `Privacyverklaring getoond, versie ${version}`,
        en: `Privacy statement shown, version ${version}`,
      },
    })),
    ...(activatedAt
      ? [
          {
            at: activatedAt,
            icon: 'circleCheck' as const,
            says: { nl: 'Dienst begonnen', en: 'Service started' },
          },
        ]
      : []),
    ...(closure
      ? [
          {
            at: closure.closedAt,
            icon: 'lock' as const,
            says: { nl: 'Dienst afgesloten', en: 'Service ended' },
          },
        ]
      : []),
  ]
}

function consultEntries({ heldOn, summaries }: ConsultView): TimelineEntry[] {
  const of = (text: Text): Text => ({
    nl: `${text.nl} ${formatDay(heldOn, 'nl')}`,
    en: `${text.en} ${formatDay(heldOn, 'en')}`,
  })
  return summaries.flatMap(({ sentAt, approvedAt, dispute }) => [
    ...entryAt(sentAt, 'send', of(SUMMARY.sent)),
    ...entryAt(approvedAt, 'check', of(SUMMARY.approved)),
    ...entryAt(dispute?.at, 'speech', of(SUMMARY.disputed)),
  ])
}

const SUMMARY = {
  sent: {
    nl: 'Samenvatting verstuurd van het gesprek van',
    en: 'Summary sent of the consult of',
  },
  approved: {
    nl: 'Cliënt keurde de samenvatting goed van het gesprek van',
    en: 'Client approved the summary of the consult of',
  },
  disputed: {
    nl: 'Cliënt was het niet eens met de samenvatting van het gesprek van',
    en: 'Client disputed the summary of the consult of',
  },
} satisfies Record<string, Text>

function contentEntries({ notes, documents }: DossierView): TimelineEntry[] {
  return [
    ...notes.map(({ writtenAt, category }) => ({
      at: writtenAt,
      icon: 'pencil' as const,
      says: withTopic({ nl: 'Notitie geschreven', en: 'Note written' }, categoryTitle(category)),
    })),
    ...documents.flatMap(({ addedAt, title }) =>
      entryAt(addedAt, 'file', {
        nl: `Document toegevoegd: ${title}`,
        en: `Document added: ${title}`,
      }),
    ),
  ]
}

function consentEntries(consent: ConsentView): TimelineEntry[] {
  const topic = VOCABULARY.consents[consent.consent]?.says ?? {
    nl: consent.consent,
    en: consent.consent,
  }
  const { askedAt, decidedAt, withdrawnAt, state } = consent
  const answer =
    state === 'refused'
      ? { nl: 'Cliënt gaf geen toestemming', en: 'Client gave no consent' }
      : { nl: 'Cliënt gaf toestemming', en: 'Client gave consent' }
  return [
    ...entryAt(askedAt, 'speech', withTopic(ASKED, topic)),
    ...entryAt(decidedAt, state === 'refused' ? 'cross' : 'check', withTopic(answer, topic)),
    ...entryAt(withdrawnAt, 'cross', withTopic(WITHDRAWN, topic)),
  ]
}

const ASKED: Text = { nl: 'Toestemming gevraagd', en: 'Consent asked' }
const WITHDRAWN: Text = { nl: 'Cliënt trok de toestemming in', en: 'Client withdrew the consent' }

function disclosureEntries({ disclosures }: DossierView): TimelineEntry[] {
  return disclosures.map(({ disclosedAt, title, recipient }) => ({
    at: disclosedAt,
    icon: 'send',
    says: withTopic(
      { nl: `“${title}” verstrekt`, en: `“${title}” disclosed` },
      recipient === undefined ? undefined : { nl: `aan ${recipient}`, en: `to ${recipient}` },
    ),
  }))
}

function entryAt(
  at: Date | undefined,
  icon: NonNullable<TimelineEntry['icon']>,
  says: Text,
): TimelineEntry[] {
  return at ? [{ at, icon, says }] : []
}

function withTopic(text: Text, topic: Text | undefined): Text {
  return topic ? { nl: `${text.nl}: ${topic.nl}`, en: `${text.en}: ${topic.en}` } : text
}
