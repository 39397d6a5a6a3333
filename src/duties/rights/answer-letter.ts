import { sayDay } from '#kernel/day.ts'
import { dutchDay } from '#jobs/dutch-zone.ts'
import type { Letter, LetterBlock } from '#duties/letter/letter.ts'
import type { Language, Text } from '#kernel/language.ts'
import { HOLD_GROUNDS, REFUSAL_GROUNDS } from './ground.ts'
import { KIND_WORDS, OUTCOME_WORDS, type RequestKind } from './words.ts'

/** Who writes: what the statement says of the organisation and its officer. */
export interface LetterSender {
  readonly name: string
  readonly address?: string
  readonly officerEmail?: string
  /** The law that demands that dossiers are kept, as the statement names it. */
  readonly keepingLaw?: string
}

/** A step of a request that can be told in a letter. */
export interface ToldStep {
  readonly action: string
  readonly ground: string | null
  /** ISO date: the term after it. */
  readonly dueOn: string
  /** ISO date until which a law or a hold keeps what was asked to be erased. */
  readonly untilOn?: string | null
  readonly note: string
  readonly takenAt: Date
}

export interface ToldRequest {
  readonly number: string
  readonly kind: RequestKind
  readonly receivedAt: Date
  /** Name and address, as far as they are known. */
  readonly addressee: readonly string[]
}

/** Steps of which there is a letter; the others need none. */
export const LETTER_ACTIONS: ReadonlySet<string> = new Set([
  'ask',
  'confirm',
  'ask-identity',
  'reject-copy',
  'pause',
  'extend',
  'grant',
  'hold',
  'resume',
  'finish',
  'refuse',
  'withdraw',
  'announce-lifting',
])

/** Where somebody can turn who does not agree. */
const AUTHORITY = {
  name: 'Autoriteit Persoonsgegevens',
  address: 'Postbus 93374, 2509 AJ Den Haag',
  site: 'autoriteitpersoonsgegevens.nl',
}

const TITLES: Readonly<Record<string, Text>> = {
  ask: { nl: 'Wij hebben uw verzoek ontvangen', en: 'We have received your request' },
  confirm: { nl: 'Wij hebben uw verzoek ontvangen', en: 'We have received your request' },
  'ask-identity': { nl: 'Wij moeten weten wie u bent', en: 'We need to know who you are' },
  'reject-copy': { nl: 'Wij hebben uw kopie vernietigd', en: 'We have destroyed your copy' },
  pause: { nl: 'Wij hebben een antwoord van u nodig', en: 'We need an answer from you' },
  extend: { nl: 'Wij hebben meer tijd nodig', en: 'We need more time' },
  grant: { nl: 'Wij doen wat u vraagt', en: 'We do what you ask' },
  hold: { nl: 'Wij moeten nog even wachten', en: 'We have to wait for now' },
  resume: { nl: 'Wij gaan verder met uw verzoek', en: 'We go on with your request' },
  finish: { nl: 'Uw verzoek is afgehandeld', en: 'Your request is done' },
  refuse: { nl: 'Wij wijzen uw verzoek af', en: 'We refuse your request' },
  withdraw: { nl: 'Uw verzoek is ingetrokken', en: 'Your request is withdrawn' },
  'announce-lifting': { nl: 'De beperking eindigt', en: 'The restriction ends' },
}

const BODIES: Readonly<Record<string, Text>> = {
  ask: { nl: 'U krijgt uiterlijk op {due} antwoord.', en: 'You get an answer by {due}.' },
  confirm: { nl: 'U krijgt uiterlijk op {due} antwoord.', en: 'You get an answer by {due}.' },
  'ask-identity': {
    nl: 'Wij geven gegevens alleen aan degene over wie ze gaan. Stuur ons daarom een kopie van uw identiteitsbewijs. Dek uw pasfoto en uw burgerservicenummer af. Wij vernietigen de kopie zodra wij weten wie u bent. Tot dan staat de termijn stil.',
    en: 'We give data only to the person whom they are about. So please send us a copy of your identity document. Cover your photo and your citizen number. We destroy the copy as soon as we know who you are. Until then the term stands still.',
  },
  'reject-copy': {
    nl: 'Op de kopie van uw identiteitsbewijs waren uw pasfoto of uw burgerservicenummer te zien. Die mogen wij niet hebben. Wij hebben de kopie meteen vernietigd. Stuur een nieuwe waarop beide zijn afgedekt.',
    en: 'Your photo or your citizen number could be seen on the copy of your identity document. We may not have those. We destroyed the copy at once. Please send a new one on which both are covered.',
  },
  pause: {
    nl: 'Voordat wij verder kunnen, willen wij iets van u weten. Tot u antwoordt, staat de termijn stil.',
    en: 'Before we can go on we would like to know something from you. Until you answer, the term stands still.',
  },
  extend: {
    nl: 'Het lukt ons niet om uw verzoek binnen de gewone termijn te beantwoorden. Wij mogen die met ten hoogste twee maanden verlengen (artikel 12, derde lid, AVG). U krijgt nu uiterlijk op {due} antwoord.',
    en: 'We cannot answer your request within the usual term. We may extend it by two months at most (article 12(3) GDPR). You now get an answer by {due}.',
  },
  grant: {
    nl: 'Wij hebben uw verzoek toegewezen. U krijgt bericht zodra het is uitgevoerd.',
    en: 'We have granted your request. You hear from us as soon as it has been carried out.',
  },
  hold: {
    nl: 'Wij hebben uw verzoek toegewezen, maar mogen uw gegevens nu nog niet verwijderen. De reden: {hold}. Zodra dat voorbij is, gaat de verwijdering vanzelf door en hoort u het van ons.',
    en: 'We have granted your request, but may not erase your data yet. The reason: {hold}. As soon as that is over the erasure goes on by itself and you hear from us.',
  },
  resume: {
    nl: 'De reden waarom wij uw gegevens moesten bewaren, is voorbij. Wij verwijderen ze nu.',
    en: 'The reason why we had to keep your data is over. We are erasing them now.',
  },
  withdraw: {
    nl: 'Wij doen niets meer met uw verzoek. U kunt altijd een nieuw verzoek doen.',
    en: 'We do nothing more with your request. You can always make a new one.',
  },
  'announce-lifting': {
    nl: 'De beperking van uw gegevens eindigt op {lifts}. Vanaf die dag gebruiken wij ze weer zoals in onze privacyverklaring staat.',
    en: 'The restriction of your data ends on {lifts}. From that day we use them again as our privacy statement says.',
  },
}

const WORDS = {
  opening: {
    nl: 'Op {received} ontvingen wij uw verzoek: {kind}. Ons kenmerk is {number}.',
    en: 'On {received} we received your request: {kind}. Our reference is {number}.',
  },
  ground: {
    nl: 'Wij wijzen uw verzoek af. De reden: {ground} ({article}).',
    en: 'We refuse your request. The reason: {ground} ({article}).',
  },
  law: { nl: 'Het gaat om deze wet: {law}.', en: 'This is the law: {law}.' },
  until: {
    nl: 'Wij bewaren de gegevens op zijn laatst tot {until}.',
    en: 'We keep the data until {until} at the latest.',
  },
  notBegun: {
    nl: 'De termijn van die wet begint als uw dienst is afgesloten.',
    en: 'The term of that law begins when your service was closed.',
  },
  partly: {
    nl: 'Een deel moeten wij van de wet bewaren (artikel 17, derde lid, onder b, AVG).',
    en: 'A part we must keep by law (article 17(3)(b) GDPR).',
  },
  left: { nl: 'Wat u wel kunt vragen', en: 'What you can ask' },
  restrict: {
    nl: 'Beperking: wij bewaren uw gegevens dan, maar niemand gebruikt of ziet ze nog.',
    en: 'Restriction: we then keep your data, but nobody uses or sees them any more.',
  },
  access: {
    nl: 'Inzage, verbetering en een kopie van uw gegevens.',
    en: 'Access, correction and a copy of your data.',
  },
  reason: { nl: 'Toelichting', en: 'Explanation' },
  recourse: { nl: 'Bent u het er niet mee eens?', en: 'Do you not agree?' },
  officer: {
    nl: 'Neem dan contact op met onze functionaris gegevensbescherming: {officer}.',
    en: 'Then contact our data protection officer: {officer}.',
  },
  authority: {
    nl: 'U kunt ook een klacht indienen bij de toezichthouder: {name}, {address}, {site}.',
    en: 'You can also complain to the supervisory authority: {name}, {address}, {site}.',
  },
  court: {
    nl: 'En u kunt de rechtbank vragen om te beslissen. Doe dat binnen zes weken na deze brief.',
    en: 'And you can ask the court to decide. Do so within six weeks of this letter.',
  },
  greeting: { nl: 'Met vriendelijke groet,', en: 'Yours sincerely,' },
  signer: {
    nl: 'De functionaris gegevensbescherming',
    en: 'The data protection officer',
  },
} satisfies Record<string, Text>

/** Writes a step as a letter, in either language, whatever the language of the request. */
export function answerLetter(
  sender: LetterSender,
  request: ToldRequest,
  { step, language }: { readonly step: ToldStep; readonly language: Language },
): Letter {
  const day = (date: Date | string): string => sayDay(date, language)
  const places = {
    due: day(step.dueOn),
    lifts: step.action === 'announce-lifting' ? day(step.ground ?? step.dueOn) : '',
    received: day(request.receivedAt),
    kind: KIND_WORDS[request.kind][language].toLowerCase(),
    number: request.number,
    hold: HOLD_GROUNDS[step.ground ?? '']?.[language] ?? '',
    until: step.untilOn ? day(step.untilOn) : '',
    law: sender.keepingLaw ?? '',
  }
  const body = bodyOf(step, language)
  const note = step.note.trim()
  const blocks: LetterBlock[] = [
    { kind: 'paragraph', text: fill(WORDS.opening[language], places) },
    { kind: 'paragraph', text: fill(body, places) },
    ...keptWords(sender, step).map(
      (text): LetterBlock => ({ kind: 'paragraph', text: fill(text[language], places) }),
    ),
    ...(note === ''
      ? []
      : ([
          { kind: 'heading', text: WORDS.reason[language] },
          { kind: 'paragraph', text: note },
        ] as const)),
    ...(isBarred(step) ? remaining(language) : []),
    ...(hasRecourse(step) ? recourse(sender, language) : []),
  ]
  return {
    language,
    title: (TITLES[step.action] ?? WORDS.reason)[language],
    sender: { name: sender.name, lines: [sender.address ?? '', sender.officerEmail ?? ''] },
    addressee: request.addressee,
    writtenOn: dutchDay(step.takenAt),
    reference: request.number,
    blocks,
    closing: { words: WORDS.greeting[language], name: WORDS.signer[language] },
  }
}

/** What is said of data that stay for now: by which law, and until when. */
function keptWords({ keepingLaw }: LetterSender, step: ToldStep): Text[] {
  if (!isBarred(step)) return []
  const byLaw = step.action !== 'hold' && step.ground !== 'not-yet'
  return [
    ...(step.action === 'finish' ? [WORDS.partly] : []),
    ...(byLaw && keepingLaw ? [WORDS.law] : []),
    ...(step.untilOn ? [WORDS.until] : byLaw ? [WORDS.notBegun] : []),
  ]
}

/** Whether it was a law or a hold, and not a judgement, that kept an erasure from being done. */
function isBarred({ action, ground, untilOn }: ToldStep): boolean {
  return (
    action === 'hold' ||
    (action === 'refuse' && (ground === 'legal-duty' || ground === 'not-yet')) ||
    (action === 'finish' && typeof untilOn === 'string')
  )
}

function remaining(language: Language): LetterBlock[] {
  return [
    { kind: 'heading', text: WORDS.left[language] },
    { kind: 'list', items: [WORDS.restrict[language], WORDS.access[language]] },
  ]
}

function bodyOf({ action, ground }: ToldStep, language: Language): string {
  if (action === 'refuse') {
    const known = REFUSAL_GROUNDS[ground ?? '']
    const words = { ground: known?.says[language] ?? '', article: known?.article[language] ?? '' }
    return fill(WORDS.ground[language], words)
  }
  if (action === 'finish') {
    const outcome = ground === 'partly' || ground === 'nothing-held' ? ground : 'fulfilled'
    return OUTCOME_WORDS[outcome][language]
  }
  return BODIES[action]?.[language] ?? ''
}

/** Who is refused something, wholly or in part, or has to wait, is told where to turn. */
function hasRecourse({ action, ground }: ToldStep): boolean {
  if (action === 'hold') return true
  return action === 'refuse' || action === 'extend' || (action === 'finish' && ground === 'partly')
}

function recourse({ officerEmail }: LetterSender, language: Language): LetterBlock[] {
  return [
    { kind: 'heading', text: WORDS.recourse[language] },
    {
      kind: 'list',
      items: [
        ...(officerEmail ? [fill(WORDS.officer[language], { officer: officerEmail })] : []),
        fill(WORDS.authority[language], AUTHORITY),
        WORDS.court[language],
      ],
    },
  ]
}

function fill(text: string, places: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => places[name] ?? place)
}
