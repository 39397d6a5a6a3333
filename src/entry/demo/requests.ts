import type { Channel, Outcome, RequestKind, RequestState } from '#duties/rights/words.ts'

/** A step of a request in the demonstration. */
export interface DemoRequestStep {
  readonly action: string
  readonly state: RequestState
  /** Days before today. */
  readonly daysAgo: number
  readonly ground?: string
  readonly note?: string
}

/** A request: who asks is a client by number, or somebody without an account. */
export interface DemoRequest {
  readonly key: string
  readonly kind: RequestKind
  readonly channel: Channel
  readonly daysAgo: number
  /** Which of the clients who have an account; undefined for somebody else. */
  readonly client?: number
  readonly name?: string
  readonly email?: string
  readonly about?: string
  readonly words: string
  readonly outcome?: Outcome
  readonly identifiedBy?: string
  readonly steps: readonly DemoRequestStep[]
}

/** A handful of requests, in several states. All in time: a bureau that keeps its word. */
export const DEMO_REQUESTS: readonly DemoRequest[] = [
  {
    key: 'request-1',
    kind: 'rectification',
    channel: 'account',
    daysAgo: 9,
    client: 0,
    words:
      'In mijn dossier staat dat ik tot 2021 bij mijn vorige werkgever werkte. Dat was tot 2022. Kunt u dat aanpassen?',
    identifiedBy: 'account',
    steps: [{ action: 'establish', state: 'weighing', daysAgo: 9 }],
  },
  {
    key: 'request-2',
    kind: 'access',
    channel: 'form',
    daysAgo: 12,
    name: 'J. Terpstra',
    email: 'j.terpstra@example.org',
    words: 'Ik was in 2023 bij u in begeleiding. Ik wil graag weten wat u nog van mij hebt.',
    steps: [
      { action: 'confirm', state: 'received', daysAgo: 12 },
      {
        action: 'ask-identity',
        state: 'identifying',
        daysAgo: 11,
        note: 'U hebt geen account meer. Wilt u een afgedekte kopie sturen?',
      },
    ],
  },
  {
    key: 'request-3',
    kind: 'access',
    channel: 'mail',
    daysAgo: 27,
    client: 3,
    words: 'Graag alles wat u over mij hebt, ook de e-mails.',
    identifiedBy: 'in-person',
    steps: [
      { action: 'establish', state: 'weighing', daysAgo: 25 },
      {
        action: 'extend',
        state: 'weighing',
        daysAgo: 5,
        note: 'Uw dossier is groot en er staan gegevens van anderen in, die wij eerst weghalen.',
      },
    ],
  },
  {
    key: 'request-4',
    kind: 'restriction',
    channel: 'phone',
    daysAgo: 26,
    client: 5,
    words:
      'Meneer betwist dat zijn gegevens kloppen en wil dat er niets mee gebeurt tot dat is bekeken.',
    identifiedBy: 'in-person',
    steps: [{ action: 'establish', state: 'weighing', daysAgo: 22 }],
  },
  {
    key: 'request-5',
    kind: 'erasure',
    channel: 'letter',
    daysAgo: 40,
    name: 'M. Hoekstra',
    words: 'Ik wil dat u de facturen waar mijn naam op staat vernietigt.',
    identifiedBy: 'covered-copy',
    steps: [
      { action: 'ask-identity', state: 'identifying', daysAgo: 39 },
      { action: 'establish', state: 'weighing', daysAgo: 34 },
      {
        action: 'refuse',
        state: 'refused',
        daysAgo: 31,
        ground: 'legal-duty',
        note: 'Facturen moeten wij zeven jaar bewaren voor de Belastingdienst. Daarna verdwijnen zij vanzelf.',
      },
    ],
  },
  {
    key: 'request-6',
    kind: 'objection',
    channel: 'account',
    daysAgo: 18,
    client: 7,
    about: 'relation-management',
    words: 'Mijn naam hoeft niet in een lijst van opdrachten te staan.',
    identifiedBy: 'account',
    outcome: 'fulfilled',
    steps: [
      { action: 'establish', state: 'weighing', daysAgo: 18 },
      { action: 'grant', state: 'executing', daysAgo: 18 },
      { action: 'finish', state: 'fulfilled', daysAgo: 18, ground: 'fulfilled' },
    ],
  },
  {
    key: 'request-7',
    kind: 'rectification',
    channel: 'letter',
    daysAgo: 20,
    client: 9,
    words: 'Mijn postcode is veranderd, maar de oude staat nog in mijn gegevens.',
    identifiedBy: 'in-person',
    steps: [
      { action: 'establish', state: 'weighing', daysAgo: 15 },
      {
        action: 'pause',
        state: 'paused',
        daysAgo: 14,
        note: 'Wat is uw nieuwe adres, en vanaf wanneer geldt het?',
      },
    ],
  },
  {
    key: 'request-8',
    kind: 'access',
    channel: 'phone',
    daysAgo: 60,
    name: 'P. Visser',
    words: 'Wil weten of wij gegevens van haar overleden moeder hebben.',
    outcome: 'nothing-held',
    identifiedBy: 'in-person',
    steps: [
      { action: 'establish', state: 'weighing', daysAgo: 52 },
      { action: 'grant', state: 'executing', daysAgo: 50 },
      { action: 'finish', state: 'fulfilled', daysAgo: 50, ground: 'nothing-held' },
    ],
  },
  {
    key: 'request-9',
    kind: 'withdrawal',
    channel: 'mail',
    daysAgo: 33,
    name: 'S. Meijer',
    email: 's.meijer@example.org',
    words: 'Ik trek mijn verzoek van vorige week weer in, het is al opgelost.',
    steps: [{ action: 'withdraw', state: 'withdrawn', daysAgo: 30 }],
  },
  {
    key: 'request-held',
    kind: 'erasure',
    channel: 'account',
    daysAgo: 16,
    client: 11,
    words: 'Mijn traject is klaar. Ik wil dat u mijn dossier verwijdert.',
    identifiedBy: 'account',
    steps: [
      { action: 'establish', state: 'weighing', daysAgo: 16 },
      { action: 'grant', state: 'executing', daysAgo: 16 },
      { action: 'hold', state: 'held', daysAgo: 16, ground: 'hold-complaint' },
    ],
  },
  {
    key: 'request-package',
    kind: 'access',
    channel: 'letter',
    daysAgo: 8,
    client: 9,
    words: 'Ik wil graag een kopie van alles wat u van mij bewaart, op papier of per e-mail.',
    identifiedBy: 'covered-copy',
    steps: [
      { action: 'ask-identity', state: 'identifying', daysAgo: 7 },
      { action: 'establish', state: 'weighing', daysAgo: 4 },
      {
        action: 'grant',
        state: 'executing',
        daysAgo: 2,
        note: 'U krijgt uw gegevens met een link per e-mail. De code geven wij u door de telefoon.',
      },
    ],
  },
]
