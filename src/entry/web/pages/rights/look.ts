import type { RequestState } from '#duties/rights/words.ts'
import type { IconName, Tone } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'

/** How each state shows, beside its words. */
export const STATE_LOOKS: Readonly<Record<RequestState, { tone: Tone; icon: IconName }>> = {
  unconfirmed: { tone: 'neutral', icon: 'mail' },
  received: { tone: 'info', icon: 'mail' },
  identifying: { tone: 'warning', icon: 'person' },
  weighing: { tone: 'info', icon: 'pencil' },
  paused: { tone: 'warning', icon: 'clock' },
  executing: { tone: 'info', icon: 'right' },
  held: { tone: 'warning', icon: 'lock' },
  fulfilled: { tone: 'success', icon: 'circleCheck' },
  refused: { tone: 'error', icon: 'circleCross' },
  withdrawn: { tone: 'neutral', icon: 'cross' },
  lapsed: { tone: 'neutral', icon: 'cross' },
}

/** Words that several pages say. */
export const RIGHTS = {
  requests: { nl: 'Verzoeken', en: 'Requests' },
  own: { nl: 'Mijn rechten', en: 'My rights' },
  kind: { nl: 'Soort verzoek', en: 'Kind of request' },
  number: { nl: 'Nummer', en: 'Number' },
  state: { nl: 'Stand', en: 'State' },
  received: { nl: 'Ontvangen', en: 'Received' },
  due: { nl: 'Antwoord uiterlijk', en: 'Answer by' },
  left: { nl: 'Nog', en: 'Left' },
  standsStill: { nl: 'De termijn staat stil', en: 'The term stands still' },
  still: { nl: 'Staat stil', en: 'Stands still' },
  letter: { nl: 'Brief', en: 'Letter' },
  words: { nl: 'Wat u ons wilt laten weten', en: 'What you want to tell us' },
  history: { nl: 'Wat er is gebeurd', en: 'What has happened' },
  note: { nl: 'Toelichting', en: 'Explanation' },
  send: { nl: 'Versturen', en: 'Send' },
  copy: { nl: 'Kopie van het identiteitsbewijs', en: 'Copy of the identity document' },
  copyHint: {
    nl: 'Dek de pasfoto en het burgerservicenummer af, ook in de strook onderaan. Wij vernietigen de kopie zodra wij weten wie u bent.',
    en: 'Cover the photo and the citizen number, also in the strip at the bottom. We destroy the copy once we know who you are.',
  },
  answer: { nl: 'Uw antwoord', en: 'Your answer' },
  withdraw: { nl: 'Verzoek intrekken', en: 'Withdraw the request' },
} satisfies Record<string, Text>
