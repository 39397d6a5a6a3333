import type { TimelineEntry } from '#entry/web/components/index.ts'
import type { ConsentWay } from '#duties/consent/consent.ts'
import type { Text } from '#kernel/language.ts'
import type { ConsentView } from '#modules/practice/index.ts'

const SAYS = {
  asked: { nl: 'De vraag is aan u gesteld.', en: 'You were asked the question.' },
  renewed: { nl: 'U verlengde uw toestemming.', en: 'You renewed your consent.' },
  given: { nl: 'U gaf toestemming.', en: 'You gave consent.' },
  refused: { nl: 'U gaf geen toestemming.', en: 'You gave no consent.' },
  expired: { nl: 'Uw toestemming eindigde vanzelf.', en: 'Your consent ended by itself.' },
  lapsed: {
    nl: 'De vraag verviel: waar zij over ging, is voorbij.',
    en: 'The question lapsed: what it was about is over.',
  },
  withdrawn: { nl: 'U trok uw toestemming in.', en: 'You withdrew your consent.' },
  disclosed: { nl: 'Het stuk is vrijgegeven.', en: 'The item was released.' },
} satisfies Record<string, Text>

/** How an answer or a withdrawal came, where that is not by these pages. */
export const WAYS: Readonly<Record<ConsentWay, Text>> = {
  'own-pages': { nl: 'op uw eigen pagina’s', en: 'on your own pages' },
  paper: { nl: 'op papier', en: 'on paper' },
  conversation: { nl: 'in een gesprek', en: 'in a conversation' },
  phone: { nl: 'per telefoon', en: 'by phone' },
  email: { nl: 'per e-mail', en: 'by e-mail' },
  letter: { nl: 'per brief', en: 'by letter' },
}

/** What happened with a consent in all its versions, the newest first. */
export function historyOf(versions: readonly ConsentView[]): TimelineEntry[] {
  return versions.flatMap(eventsOf).toSorted((a, b) => b.at.getTime() - a.at.getTime())
}

function eventsOf(consent: ConsentView): TimelineEntry[] {
  const { askedAt, decidedAt, withdrawnAt, withdrawnBy, disclosedAt, expiresAt, state } = consent
  // A renewal is asked and answered by the person, in one act.
  const renewed = consent.renews !== null && decidedAt?.getTime() === askedAt.getTime()
  const answered = answerText(state === 'refused' ? SAYS.refused : SAYS.given, consent.way)
  return [
    ...(renewed ? [] : [{ at: askedAt, says: SAYS.asked, icon: 'speech' as const }]),
    ...(decidedAt
      ? [{ at: decidedAt, says: renewed ? SAYS.renewed : answered, icon: 'check' as const }]
      : []),
    ...(disclosedAt ? [{ at: disclosedAt, says: SAYS.disclosed, icon: 'send' as const }] : []),
    ...(withdrawnAt
      ? [{ at: withdrawnAt, says: withdrawalText(withdrawnBy), icon: 'cross' as const }]
      : []),
    ...(state === 'expired' && expiresAt
      ? [{ at: expiresAt, says: decidedAt ? SAYS.expired : SAYS.lapsed, icon: 'clock' as const }]
      : []),
  ]
}

function answerText(says: Text, way: ConsentWay = 'own-pages'): Text {
  if (way === 'own-pages') return says
  const told = (language: 'nl' | 'en') => `${says[language].slice(0, -1)}, ${WAYS[way][language]}.`
  return { nl: told('nl'), en: told('en') }
}

function withdrawalText(way: ConsentWay = 'own-pages'): Text {
  if (way === 'own-pages') return SAYS.withdrawn
  return {
    nl: `U trok uw toestemming in, ${WAYS[way].nl}.`,
    en: `You withdrew your consent, ${WAYS[way].en}.`,
  }
}
