import type { JSX } from 'hono/jsx/jsx-runtime'
import { Badge, useSay } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import { CHANNELS, SOURCES } from '#modules/practice/index.ts'

type Source = keyof typeof SOURCES
type Channel = keyof typeof CHANNELS

const words = {
  client: { nl: 'van u zelf', en: 'from yourself' },
  own: { nl: 'eigen waarneming van uw coach', en: "your coach's own observation" },
  yourself: { nl: 'u zelf', en: 'yourself' },
  coach: { nl: 'uw coach', en: 'your coach' },
  from: { nl: 'van {source}', en: 'from {source}' },
  along: { nl: '{from}, via {channel}', en: '{from}, by {channel}' },
} satisfies Record<string, Text>

/** Marks what came neither from the client nor from the coach; nothing for the rest. */
export function SourceMark({ source }: { source: Source | undefined }): JSX.Element | null {
  const say = useSay()
  if (source === undefined || source === 'own' || source === 'client') return null
  const label = say(words.from, { source: say(SOURCES[source]) })
  return <Badge label={label.charAt(0).toUpperCase() + label.slice(1)} tone="info" icon="people" />
}

/** From whom something came, in a table; marked when it was neither the client nor the coach. */
export function SourceCell({ source }: { source: Source | undefined }): JSX.Element | null {
  const say = useSay()
  if (source === 'client') return <>{say(words.yourself)}</>
  if (source === 'own') return <>{say(words.coach)}</>
  if (source === undefined) return null
  const label = say(SOURCES[source])
  return <Badge label={label.charAt(0).toUpperCase() + label.slice(1)} tone="info" icon="people" />
}

/** From whom something came, and along which way. */
export function SourceText(props: {
  source: Source | undefined
  channel: Channel | undefined
}): JSX.Element | null {
  const say = useSay()
  const { source, channel } = props
  if (source === undefined) return null
  const from =
    source === 'own' || source === 'client'
      ? say(words[source])
      : say(words.from, { source: say(SOURCES[source]) })
  if (channel === undefined) return <>{from}</>
  return <>{say(words.along, { from, channel: say(CHANNELS[channel]) })}</>
}
