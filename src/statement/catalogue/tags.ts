import type { Vocabulary } from '#statement/catalogue.ts'
import { type Place, type Problem, type ProblemCode, problem } from '#statement/problem.ts'
import { suggest } from '#statement/suggestion.ts'

/** `@insert coaching substitution`: the name, and the words after it. */
export interface Tag {
  readonly name: string
  readonly words: readonly string[]
  /** What stands after the name, as it is written. */
  readonly rest: string
}

/** Divides a comment into the sentence before the first tag, and the tags. */
export function splitComment(text: string): { sentence: string; tags: Tag[] } {
  const [sentence = '', ...parts] = text.split(/(?:^|\s)@(?=[a-z])/)
  const tags = parts.map((part) => {
    const written = part.replace(/\s+/g, ' ').trim()
    const [name = '', ...words] = written.split(' ')
    return { name, words, rest: words.join(' ') }
  })
  return { sentence: sentence.replace(/\s+/g, ' ').trim(), tags }
}

/** Where and into which list the problems of one comment go. */
export interface Findings {
  readonly place: Place
  readonly problems: Problem[]
}

/** Reports tags that do not exist and tags that lack what must follow them. */
export function checkTags(
  tags: readonly Tag[],
  known: Readonly<Record<string, 'alone' | 'with words' | 'alone or with words'>>,
  on: { nl: string; en: string },
  found: Findings,
): void {
  for (const { name: word, words } of tags) {
    if (!Object.hasOwn(known, word)) {
      const details = { word, on_nl: on.nl, on_en: on.en }
      const meant = suggest(word, Object.keys(known))
      found.problems.push(problem('TAG_UNKNOWN', found.place, details, meant))
    } else if (known[word] === 'with words' && words.length === 0) {
      found.problems.push(problem('TAG_WITHOUT_WORD', found.place, { word }))
    }
  }
}

/** Reports words that are not in a list of the vocabulary. */
export function checkWords(
  words: readonly string[],
  list: Readonly<Record<string, unknown>>,
  code: ProblemCode & `UNKNOWN_${string}`,
  found: Findings,
): void {
  for (const word of words.filter((each) => !Object.hasOwn(list, each))) {
    const meant = suggest(word, Object.keys(list))
    found.problems.push(problem(code, found.place, { word }, meant))
  }
}

export type Words = Pick<Vocabulary, 'categories' | 'activities'>
