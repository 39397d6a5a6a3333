import { capital, type Text } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'

/** A kind of service as a title: "Loopbaanbegeleiding". */
export function kindTitle(kind: string): Text {
  return titled(VOCABULARY.kinds[kind]?.says ?? bare(kind))
}

/** A kind of data as a title: "Gespreksverslagen". */
export function categoryTitle(category: string): Text {
  return titled(VOCABULARY.categories[category]?.says ?? bare(category))
}

/** A consent as a title: "Toegang voor de partnercoach". */
export function consentTitle(consent: string): Text {
  return titled(VOCABULARY.consents[consent]?.says ?? bare(consent))
}

/** With a capital, as titles begin. */
export function titled(text: Text): Text {
  return { nl: capital(text.nl), en: capital(text.en) }
}

function bare(word: string): Text {
  return { nl: word, en: word }
}
