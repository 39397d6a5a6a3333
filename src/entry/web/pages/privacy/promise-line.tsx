import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { CheckState, ClausePromise } from '#duties/promises/promise-state.ts'
import { Clause, DateText, Moment, Words } from '#entry/web/components/index.ts'
import { type CountText, say, sayCount } from '#entry/web/words.ts'
import { capital, type Language, type Text } from '#kernel/language.ts'
import type { Statement } from '#statement/index.ts'
import { clauseLead } from './clause-text.ts'
import { mechanismWords } from './mechanism-words.ts'
import { checkedAt, lookedAt } from './promise-data.ts'

const words = {
  checked: { nl: 'Nagegaan op', en: 'Checked on' },
  never: { nl: 'Nog nooit nagegaan', en: 'Never checked yet' },
  reviewed: { nl: 'Bevestigd tot', en: 'Confirmed until' },
  lapsed: {
    nl: 'Dit had opnieuw bevestigd moeten worden.',
    en: 'This should have been confirmed again.',
  },
  looked: { nl: 'Nagekeken: {count} {what}', en: 'Looked at: {count} {what}' },
  unchecked: { nl: 'Nog zonder controle', en: 'Not checked yet' },
} satisfies Record<string, Text>

/** What a check looked at, in its own words where it has them: "Nagekeken: 86 dossiers". */
export function sayLookedAt({ lookedAt: count, looksAt }: CheckState, language: Language): string {
  if (!looksAt) return sayCount(RECORDS, count, language)
  return say(words.looked, language, { count, what: looksAt[language] })
}

const RECORDS: CountText = {
  one: { nl: '{count} gegeven nagekeken', en: '{count} record looked at' },
  other: { nl: '{count} gegevens nagekeken', en: '{count} records looked at' },
}

export interface PromiseLineProps {
  readonly promise: ClausePromise
  readonly statement: Statement
  readonly language: Language
}

/** One promise in the officer's list. */
export function PromiseLine({ promise, statement, language }: PromiseLineProps): JSX.Element {
  const { clause, text, state, checks, people } = promise
  const wrong: Text[] = checks.flatMap((check) => check.wrong.map(asSentence))
  return (
    <Clause
      id={clause}
      says={clauseLead(text[language])}
      state={state}
      href={`/privacy/beloften/${clause}`}
      facts={facts({ promise, statement, language })}
      wrong={people?.lapsed ? [...wrong, words.lapsed] : wrong}
    />
  )
}

function facts({ promise, statement, language }: PromiseLineProps): Child[] {
  const { checks, people, unchecked } = promise
  const at = checkedAt(promise)
  const told: Child[] = []
  if (checks.length > 0) {
    told.push(
      at ? (
        <>
          <Words of={words.checked} /> <Moment at={at} />
        </>
      ) : (
        <Words of={words.never} />
      ),
      sayCount(RECORDS, lookedAt(promise), language),
    )
  }
  if (people) told.push(<Words of={people.says} />)
  if (people?.until !== undefined) {
    told.push(
      <>
        <Words of={words.reviewed} /> <DateText day={people.until} />
      </>,
    )
  }
  if (unchecked.length > 0) {
    const missing = unchecked.map((each) => mechanismWords(each, statement)[language])
    told.push(`${words.unchecked[language]}: ${missing.join('; ')}`)
  }
  return told
}

/** What is wrong as a sentence of its own. */
export function asSentence(text: Text): Text {
  const begin = (sentence: string) => `${capital(sentence)}${/[.!?]$/.test(sentence) ? '' : '.'}`
  return { nl: begin(text.nl), en: begin(text.en) }
}
