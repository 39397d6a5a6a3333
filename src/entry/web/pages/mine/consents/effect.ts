import { say } from '#entry/web/words.ts'
import { LANGUAGES, type Text } from '#kernel/language.ts'
import type { ConsentView, DossierView } from '#modules/practice/index.ts'
import { MINE } from '#entry/web/pages/mine/words.ts'

const words = {
  partner: {
    nl: 'Trekt u dit in, dan kan {name} meteen niet meer bij uw dossier.',
    en: 'From the moment you withdraw this, {name} can no longer reach your dossier.',
  },
  substitute: {
    nl: 'Trekt u dit in, dan kan {name} meteen niet meer bij uw dossier, ook niet als uw coach weg is.',
    en: 'From the moment you withdraw this, {name} can no longer reach your dossier, also when your coach is away.',
  },
  released: {
    nl: 'Trekt u dit in, dan kan de ontvanger het document meteen niet meer openen. Wat al gelezen is, blijft gelezen.',
    en: 'From the moment you withdraw this, the recipient can no longer open the document. What was read stays read.',
  },
  waiting: {
    nl: 'Het document is nog niet verstrekt. Trekt u dit in, dan gebeurt dat ook niet.',
    en: 'The document was not disclosed yet. If you withdraw this, that will not happen either.',
  },
  other: {
    nl: 'Trekt u dit in, dan stopt meteen alles wat erop berust.',
    en: 'From the moment you withdraw this, everything that rests on it stops.',
  },
} satisfies Record<string, Text>

/** What ends when a consent is withdrawn. */
export function effectOfWithdrawal(consent: ConsentView, dossier: DossierView): Text {
  switch (consent.consent) {
    case 'partner-access':
      return withName(words.partner, nameOf(consent, dossier))
    case 'substitution':
      return withName(words.substitute, nameOf(consent, dossier))
    case 'disclosure':
      return consent.disclosedAt ? words.released : words.waiting
    default:
      return words.other
  }
}

/** The clause that promises the consent, by the declaration that it rests on. */
export const CONSENT_BASES: Readonly<Record<string, string>> = {
  'partner-access': 'relations.partner-coach',
  substitution: 'relations.substitute',
  disclosure: 'recipients.principal',
}

function nameOf({ holderId }: ConsentView, { relations }: DossierView): Text {
  const name = relations.find((relation) => relation.holderId === holderId)?.holder.name
  return name === undefined ? MINE.member : { nl: name, en: name }
}

function withName(text: Text, name: Text): Text {
  const [nl, en] = LANGUAGES.map((language) => say(text, language, { name: name[language] }))
  return { nl: nl ?? text.nl, en: en ?? text.en }
}
