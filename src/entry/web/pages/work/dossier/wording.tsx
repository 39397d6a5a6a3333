import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Muted, Panel, Words, WrittenText } from '#entry/web/components/index.ts'
import type { OpenedFile } from '#entry/web/pages/work/desk.ts'
import { LANGUAGE_NAMES } from '#entry/web/pages/work/language-choice.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { clientLanguage } from './subject.ts'

const words = {
  title: { nl: 'Dit leest de cliënt', en: 'This is what the client reads' },
  language: {
    nl: 'In het {language}, de taal waarin de cliënt de privacyverklaring kreeg.',
    en: 'In {language}, the language in which the client got the privacy statement.',
  },
} satisfies Record<string, Text>

/**
 * The words of the statement to which a client is asked to agree, in the client's language.
 *
 * @throws `NOT_FOUND` when the statement knows no such consent.
 */
export function consentText(file: OpenedFile, consent: string): string {
  const text = file.statement.declarations.consents?.[consent]?.text[clientLanguage(file)]
  if (text === undefined) throw new AppError('NOT_FOUND')
  return text.trim()
}

/** The question as the client will see it, before it is asked. */
export function WordingPanel(props: {
  file: OpenedFile
  consent: string
  /** What is filled in when it is asked: who gets access, to what. */
  then: Text
}): JSX.Element {
  const { consent, file, then } = props
  const language = clientLanguage(file)
  const name = LANGUAGE_NAMES[language]
  return (
    <Panel title={words.title}>
      <WrittenText text={consentText(file, consent)} />
      <p>
        <Words of={then} />
      </p>
      <p>
        <Muted>
          <Words
            of={{
              nl: words.language.nl.replace('{language}', name.nl),
              en: words.language.en.replace('{language}', name.en),
            }}
          />
        </Muted>
      </p>
    </Panel>
  )
}
