import type { Option } from '#entry/web/components/index.ts'
import { joinWords, type Language } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import type { Statement } from '#statement/index.ts'

const ARTICLE = { nl: /^(de|het|een) /, en: /^(the|an?) / }
const FOR = { nl: 'Voor', en: 'For' }

/** Functions that nobody gives: they come and go with something else. */
const BY_ITSELF: ReadonlySet<string> = new Set(['successor'])

/** A function as it stands on a badge: "Beheerder". A word that nobody knows is shown as it is. */
function functionName(word: string, language: Language): string {
  const says = VOCABULARY.relations[word]?.says[language].replace(ARTICLE[language], '') ?? word
  return `${says.charAt(0).toUpperCase()}${says.slice(1)}`
}

/** Functions as an enumeration: "Coach en beheerder". */
export function functionNames(words: readonly string[], language: Language): string {
  const [first, ...rest] = words.map((word) => functionName(word, language))
  return joinWords([first ?? '', ...rest.map((name) => name.toLowerCase())], language)
}

/** The functions that a statement knows, each with the activities that it opens. */
export function functionOptions({ declarations }: Statement, language: Language): Option[] {
  return Object.keys(declarations.relations)
    .filter((word) => VOCABULARY.relations[word]?.to === 'organisation' && !BY_ITSELF.has(word))
    .map((word) => {
      const activities = Object.entries(declarations.activities)
        .filter(([, { by }]) => by.includes(word))
        .map(([activity]) => VOCABULARY.activities[activity]?.says[language] ?? activity)
      return {
        value: word,
        label: functionName(word, language),
        ...(activities.length > 0
          ? { hint: `${FOR[language]} ${joinWords(activities, language)}` }
          : {}),
      }
    })
}
