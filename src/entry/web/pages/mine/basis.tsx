import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Muted, useView, Words } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { Statement } from '#statement/index.ts'
import { findClause } from './clause.ts'

const words = {
  link: { nl: 'Privacyverklaring, {id}', en: 'Privacy statement, {id}' },
} satisfies Record<string, Text>

/** The sentence of the statement that a part of a page rests on, with the way to it. */
export function Basis(props: { statement: Statement; on: string }): JSX.Element | null {
  const clause = findClause(props.statement, props.on, useView().language)
  if (!clause) return null
  return (
    <p>
      <Muted>“{clause.sentence}”</Muted>{' '}
      <a href={`/verklaring#${clause.id}`}>
        <Words of={words.link} places={{ id: clause.id }} />
      </a>
    </p>
  )
}
