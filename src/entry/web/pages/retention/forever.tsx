import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { LinkButton, Notice, useView, Words } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { Statement } from '#statement/statement.ts'
import { partTitle } from './words.ts'

const words = {
  title: { nl: 'Dit gaat nooit vanzelf weg', en: 'This never goes by itself' },
  why: {
    nl: 'De verklaring zegt dat wij dit voor onbepaalde tijd bewaren. Opslagbeperking (artikel 5 van de AVG) vraagt daar een goede reden voor. Ga geregeld na of deze reden nog geldt.',
    en: 'The statement says that we keep this indefinitely. Storage limitation (article 5 of the GDPR) asks for a good reason. Check regularly whether this reason still holds.',
  },
  reason: { nl: '{part}: omdat {reason}.', en: '{part}: because {reason}.' },
  change: { nl: 'De verklaring bekijken', en: 'See the statement' },
} satisfies Record<string, Text>

/** Warns of what is kept without an end, with the reason that the statement gives. */
export function Forever({ statement }: { statement: Statement }): JSX.Element | null {
  const { language } = useView()
  const parts = Object.entries(statement.declarations.retention).flatMap(([part, kept]) =>
    kept.keep === 'indefinitely' ? [{ part, because: kept.because }] : [],
  )
  if (parts.length === 0) return null
  return (
    <Notice
      tone="warning"
      title={words.title}
      action={<LinkButton href="/privacy/verklaring" label={words.change} look="plain" />}
    >
      <p>
        <Words of={words.why} />
      </p>
      <ul>
        {parts.map(({ part, because }) => (
          <li>
            {because ? (
              <Words
                of={words.reason}
                places={{ part: partTitle(part, language), reason: because[language] }}
              />
            ) : (
              partTitle(part, language)
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
