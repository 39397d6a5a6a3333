import { dayOf, formatDay, type IconName } from '#entry/web/components/index.ts'
import { say } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import type { ConsultView, OwnSuccession, SummaryView } from '#modules/practice/index.ts'
import { readParticulars } from './consents/wording.ts'
import type { OwnFile } from './own-file.ts'
import { consentTitle } from '#entry/web/titles.ts'

/** Something that a client is asked, with the page where it is answered. */
export interface Matter {
  readonly title: Text
  readonly says: Text
  readonly act: Text
  readonly href: string
  readonly icon: IconName
}

const words = {
  summaryWhy: {
    nl: 'Uw coach vraagt of het zo klopt. Klopt er iets niet, dan schrijft u dat er zelf bij.',
    en: 'Your coach asks whether this is right. If something is not, you write that beside it.',
  },
  summaryAct: { nl: 'Samenvatting lezen', en: 'Read the summary' },
  consentWhy: {
    nl: 'Uw coach vraagt uw toestemming. U mag ook nee zeggen.',
    en: 'Your coach asks for your consent. You may also say no.',
  },
  consentAbout: {
    nl: '{about}. Uw coach vraagt uw toestemming; u mag ook nee zeggen.',
    en: '{about}. Your coach asks for your consent; you may also say no.',
  },
  consentAct: { nl: 'Vraag lezen', en: 'Read the question' },
  ending: { nl: 'Wij stoppen', en: 'We are ending' },
  endingWhy: {
    nl: 'Kies tot en met {day} wat er met uw dossier gebeurt.',
    en: 'Choose until {day} what becomes of your dossier.',
  },
  endingAct: { nl: 'Kiezen', en: 'Choose' },
} satisfies Record<string, Text>

/** What waits for the client's answer in a dossier, the oldest first. */
export function listMatters(file: OwnFile): Matter[] {
  const { dossier, path } = file
  const summaries = listWaitingSummaries(file).map(({ consult, summary }) => ({
    title: summaryTitle(consult),
    says: words.summaryWhy,
    act: words.summaryAct,
    href: `${path}/samenvattingen/${summary.id}`,
    icon: 'file' as const,
  }))
  const questions = dossier.consents
    .filter(({ state }) => state === 'asked')
    .map(({ id, consent, wording }) => ({
      title: consentTitle(consent),
      says: consentSays(wording),
      act: words.consentAct,
      href: `${path}/toestemmingen#${id}`,
      icon: 'speech' as const,
    }))
  return [...summaries.toReversed(), ...questions.toReversed()]
}

/** The choice what becomes of the dossier when the practice ends, as long as it was not made. */
export function listEndingMatters(
  { dossier }: OwnFile,
  successions: readonly OwnSuccession[],
): Matter[] {
  const mine = successions.filter(({ dossier_id: id }) => id === dossier.id)
  return mine
    .filter((own) => !own.choice && !own.outcome && own.choose_by >= dayOf(new Date()))
    .map(({ choose_by: day }) => ({
      title: words.ending,
      says: {
        nl: say(words.endingWhy, 'nl', { day: formatDay(day, 'nl') }),
        en: say(words.endingWhy, 'en', { day: formatDay(day, 'en') }),
      },
      act: words.endingAct,
      href: '/mijn/einde',
      icon: 'file' as const,
    }))
}

/** What is asked, with the particulars of the question: which document, for whom. */
function consentSays(wording: string): Text {
  const particulars = readParticulars(wording)
  if (particulars.length === 0) return words.consentWhy
  const about = particulars.map(({ term, value }) => `${term}: ${value}`).join('. ')
  const { nl, en } = words.consentAbout
  return { nl: say(nl, 'nl', { about }), en: say(en, 'en', { about }) }
}

export interface ConsultSummary {
  readonly consult: ConsultView
  readonly summary: SummaryView
}

/** Summaries that were sent and wait for the client's answer, the newest first. */
export function listWaitingSummaries({ dossier }: OwnFile): ConsultSummary[] {
  return dossier.consults.flatMap((consult) => {
    const [summary] = consult.summaries
    return summary?.state === 'sent' ? [{ consult, summary }] : []
  })
}

/** What a summary is called: after the day of the consult. */
export function summaryTitle({ heldOn }: ConsultView): Text {
  return {
    nl: `Samenvatting van het gesprek van ${formatDay(heldOn, 'nl')}`,
    en: `Summary of the consult of ${formatDay(heldOn, 'en')}`,
  }
}
