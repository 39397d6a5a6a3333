import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Words } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { Statement } from '#statement/index.ts'

const words = {
  coach: {
    nl: 'Vraag het uw coach.',
    en: 'Ask your coach.',
  },
  rights: { nl: 'Of doe zelf een verzoek.', en: 'Or make a request yourself.' },
  officer: {
    nl: 'Vraag het uw coach, of onze functionaris gegevensbescherming:',
    en: 'Ask your coach, or our data protection officer:',
  },
} satisfies Record<string, Text>

/** Whom a client can ask about their data, and have it corrected or removed. */
export function OfficerLine({ statement }: { statement: Statement }): JSX.Element {
  const { officer } = statement.declarations.contacts
  if (!officer) {
    return (
      <p>
        <Words of={words.coach} />
      </p>
    )
  }
  return (
    <p>
      <Words of={words.officer} /> <a href={`mailto:${officer.email}`}>{officer.email}</a>.{' '}
      <a href="/mijn/rechten">
        <Words of={words.rights} />
      </a>
    </p>
  )
}
