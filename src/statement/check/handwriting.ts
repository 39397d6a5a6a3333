import { LANGUAGES, type Language } from '#kernel/language.ts'
import { type Place, type Problem, problem } from '#statement/problem.ts'
import { NUMBER_WORDS } from '#statement/say/number.ts'
import type { Statement } from '#statement/statement.ts'
import type { Written } from '#statement/text/block.ts'
import { runsOf } from '#statement/text/parse.ts'

/** A text holds no number, period, name or address of its own: it quotes the declarations. */
export function checkHandwriting(statement: Statement): Problem[] {
  const names = declaredNames(statement)
  return LANGUAGES.flatMap((language) =>
    statement.texts[language].blocks.flatMap((block) =>
      runsOf(block).flatMap((run) => {
        const hand = new Handwriting(run.content)
        return [...numberProblems(hand, language), ...nameProblems(hand, names)]
      }),
    ),
  )
}

/** The written words of a run, with a gap where a declaration is quoted. */
class Handwriting {
  readonly text: string
  readonly #pieces: { start: number; place: Place | undefined }[] = []

  constructor(content: readonly Written[]) {
    let text = ''
    const add = (parts: readonly Written[]): void => {
      for (const part of parts) {
        if (part.kind === 'placeholder') text += '\u0000'
        else if (part.kind !== 'plain') add(part.content)
        else {
          this.#pieces.push({ start: text.length, place: part.place })
          text += part.text
        }
      }
    }
    add(content)
    this.text = text
  }

  placeAt(offset: number): Place {
    const piece = this.#pieces.findLast((each) => each.start <= offset)
    const place = piece?.place ?? { file: '', line: 1, column: 1 }
    return { ...place, column: place.column + offset - (piece?.start ?? 0) }
  }
}

const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu
const NUMBER = /\d+(?:[.,]\d+)*/g

/**
 * Per language: units of time, what may stand between a number and its unit, and words that are
 * periods by themselves.
 */
const PERIODS = {
  nl: {
    units: 'jaar|jaren|maand|maanden|kwartaal|kwartalen|week|weken|dag|dagen|uur|uren',
    between: 'volle|hele|kalender|werk',
    article: '(?:binnen|na|gedurende|voor) een',
    alone: 'dagelijkse?|wekelijkse?|maandelijkse?|jaarlijkse?',
  },
  en: {
    units: 'years?|months?|quarters?|weeks?|days?|hours?',
    between: 'full|whole|calendar|working|business',
    article: '(?:within|after|for) an?',
    alone: 'daily|weekly|monthly|yearly|annual|annually',
  },
} as const

function numberProblems(hand: Handwriting, language: Language): Problem[] {
  const { units, between, article, alone } = PERIODS[language]
  const numbers = NUMBER_WORDS[language].join('|')
  const period = new RegExp(
    String.raw`(?<![\p{L}-])(?:(?:\d+|${numbers}|${article}) (?:(?:${between})[ -]?)?(?:${units})|${alone})(?![\p{L}-])`,
    'giu',
  )
  const emails = [...hand.text.matchAll(EMAIL)]
  const periods = [...hand.text.matchAll(period)]
  const taken = [...emails, ...periods]
  const numbersAlone = [...hand.text.matchAll(NUMBER)].filter(
    (match) =>
      !taken.some((each) => match.index >= each.index && match.index < each.index + each[0].length),
  )
  const report =
    (code: 'HANDWRITTEN_EMAIL' | 'HANDWRITTEN_PERIOD' | 'HANDWRITTEN_NUMBER') =>
    (match: RegExpExecArray) =>
      problem(code, hand.placeAt(match.index), { word: match[0] })
  return [
    ...emails.map(report('HANDWRITTEN_EMAIL')),
    ...periods.map(report('HANDWRITTEN_PERIOD')),
    ...numbersAlone.map(report('HANDWRITTEN_NUMBER')),
  ]
}

function nameProblems(hand: Handwriting, names: ReadonlyMap<string, string>): Problem[] {
  return [...names].flatMap(([name, path]) => {
    const written = new RegExp(String.raw`(?<![\p{L}\d])${RegExp.escape(name)}(?![\p{L}\d])`, 'giu')
    return [...hand.text.matchAll(written)].map((match) =>
      problem('HANDWRITTEN_NAME', hand.placeAt(match.index), {
        word: match[0],
        path: `{${path}}`,
      }),
    )
  })
}

/** Names of the controller, its contacts and its recipients, and the placeholder for each. */
function declaredNames({ declarations }: Statement): Map<string, string> {
  const names = new Map([[declarations.controller.name, 'controller.name']])
  for (const [key, { name }] of Object.entries(declarations.recipients ?? {})) {
    if (name !== undefined) names.set(name, `recipients.${key}`)
  }
  for (const [key, contact] of Object.entries(declarations.contacts)) {
    if (contact?.name !== undefined) names.set(contact.name, `contacts.${key}`)
  }
  return names
}
