import type { Text } from '#kernel/language.ts'
import type { RequestKind } from './words.ts'

/** Why a request may be refused, with the article on which that rests. */
export interface RefusalGround {
  readonly says: Text
  readonly article: Text
  readonly kinds: readonly RequestKind[] | 'any'
}

function avg(nl: string, en: string): Text {
  return { nl: `artikel ${nl} AVG`, en: `article ${en} GDPR` }
}

/** As the table `refusal_grounds` has them. */
export const REFUSAL_GROUNDS: Readonly<Record<string, RefusalGround>> = {
  'not-identified': {
    says: {
      nl: 'wij konden niet vaststellen wie u bent',
      en: 'we could not establish who you are',
    },
    article: avg('12, tweede lid,', '12(2)'),
    kinds: 'any',
  },
  'no-mandate': {
    says: {
      nl: 'wij konden niet vaststellen dat u dit namens de ander mag vragen',
      en: 'we could not establish that you may ask this for the other person',
    },
    article: avg('12, tweede lid,', '12(2)'),
    kinds: 'any',
  },
  unfounded: {
    says: { nl: 'uw verzoek is kennelijk ongegrond', en: 'your request is manifestly unfounded' },
    article: avg('12, vijfde lid,', '12(5)'),
    kinds: 'any',
  },
  excessive: {
    says: {
      nl: 'u deed hetzelfde verzoek kort geleden en er is sindsdien niets veranderd',
      en: 'you made the same request shortly before and nothing has changed since',
    },
    article: avg('12, vijfde lid,', '12(5)'),
    kinds: 'any',
  },
  'others-rights': {
    says: {
      nl: 'wij zouden daarmee de rechten van anderen schaden',
      en: 'it would harm the rights of others',
    },
    article: avg('15, vierde lid,', '15(4)'),
    kinds: ['access', 'portability'],
  },
  accurate: {
    says: { nl: 'de gegevens kloppen', en: 'the data are right' },
    article: avg('16', '16'),
    kinds: ['rectification'],
  },
  'legal-duty': {
    says: {
      nl: 'een wet verplicht ons deze gegevens te bewaren',
      en: 'a law obliges us to keep these data',
    },
    article: avg('17, derde lid, onder b,', '17(3)(b)'),
    kinds: ['erasure'],
  },
  'not-yet': {
    says: {
      nl: 'wij hebben de gegevens nog nodig waarvoor u ze gaf; in onze privacyverklaring staat vanaf wanneer u ze kunt laten verwijderen',
      en: 'we still need the data for what you gave them for; our privacy statement says from when on you can have them erased',
    },
    article: avg('17, eerste lid, onder a,', '17(1)(a)'),
    kinds: ['erasure'],
  },
  'legal-claims': {
    says: {
      nl: 'wij hebben de gegevens nodig voor een rechtsvordering',
      en: 'we need the data for a legal claim',
    },
    article: avg('17, derde lid, onder e, en 21, eerste lid,', '17(3)(e) and 21(1)'),
    kinds: ['erasure', 'objection'],
  },
  'not-applicable': {
    says: {
      nl: 'dit recht geldt niet voor deze gegevens',
      en: 'this right does not apply to these data',
    },
    article: avg('17, 18 of 20', '17, 18 or 20'),
    kinds: ['restriction', 'portability', 'erasure'],
  },
  compelling: {
    says: {
      nl: 'wij hebben dwingende redenen om hiermee door te gaan',
      en: 'we have compelling reasons to go on with it',
    },
    article: avg('21, eerste lid,', '21(1)'),
    kinds: ['objection'],
  },
}

/** The grounds on which a kind of request may be refused. */
export function groundsFor(kind: RequestKind): [string, RefusalGround][] {
  return Object.entries(REFUSAL_GROUNDS).filter(
    ([, { kinds }]) => kinds === 'any' || kinds.includes(kind),
  )
}

/** Why something has to be kept for now, as the person is told. */
export const HOLD_GROUNDS: Readonly<Record<string, Text>> = {
  'hold-complaint': {
    nl: 'er loopt een klacht over de zaak waar deze gegevens bij horen',
    en: 'there is a complaint that these data belong to',
  },
  'hold-legal-claim': {
    nl: 'de gegevens zijn nodig voor een rechtszaak die loopt of dreigt',
    en: 'the data are needed for a legal claim that is made or near',
  },
  'hold-legal-duty': {
    nl: 'een wet verplicht ons deze gegevens nog te bewaren',
    en: 'a law obliges us to keep these data for now',
  },
  'not-yet': {
    nl: 'wij hebben de gegevens nog nodig waarvoor u ze gaf; in onze privacyverklaring staat vanaf wanneer u ze kunt laten verwijderen',
    en: 'we still need the data for what you gave them for; our privacy statement says from when on you can have them erased',
  },
  'hold-request': {
    nl: 'er loopt nog een ander verzoek van u over deze gegevens',
    en: 'another request of yours about these data is still pending',
  },
  'hold-untold': {
    nl: 'de gegevens moeten bewaard blijven om een reden die wij nog niet mogen noemen',
    en: 'the data must be kept for a reason that we may not tell yet',
  },
}
