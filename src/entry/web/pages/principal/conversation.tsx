import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Quotation, Timeline, Words } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { PrincipalMessage } from '#modules/practice/index.ts'

const words = {
  party: { nl: 'De ontvanger vroeg: {says}', en: 'The recipient asked: {says}' },
  practice: { nl: 'De coach antwoordde: {says}', en: 'The coach answered: {says}' },
  added: { nl: 'In eigen woorden', en: 'In their own words' },
} satisfies Record<string, Text>

/** What was asked and answered about one thing that was let go, the oldest first. */
export function Conversation({ messages }: { messages: readonly PrincipalMessage[] }): JSX.Element {
  return (
    <Timeline
      entries={messages.map(({ side, says, words: own, writtenAt }) => ({
        at: writtenAt,
        says: fill(words[side], says),
        icon: 'send',
        ...(own !== undefined && {
          detail: <Quotation by={<Words of={words.added} />} text={own} />,
        }),
      }))}
    />
  )
}

function fill(sentence: Text, says: Text): Text {
  return {
    nl: sentence.nl.replace('{says}', says.nl),
    en: sentence.en.replace('{says}', says.en),
  }
}
