import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Badge, useSay } from '#entry/web/components/index.ts'
import { capital, type Text } from '#kernel/language.ts'
import { CHANNELS, type FileOfClient, type Provenance, SOURCES } from '#modules/practice/index.ts'

const words = {
  client: { nl: 'van u zelf', en: 'from yourself' },
  own: { nl: 'eigen waarneming van uw coach', en: "your coach's own observation" },
  yourself: { nl: 'u zelf', en: 'yourself' },
  coach: { nl: 'uw coach', en: 'your coach' },
  from: { nl: 'van {source}', en: 'from {source}' },
  named: { nl: '{from} ({name})', en: '{from} ({name})' },
  along: { nl: '{from}, via {channel}', en: '{from}, by {channel}' },
} satisfies Record<string, Text>

/** The two files, as their client calls them. */
export const OWN_FILES: Readonly<Record<FileOfClient, Text>> = {
  client: { nl: 'Alleen in uw dossier', en: 'In your file only' },
  coach: { nl: 'Dossier van uw coach', en: "Your coach's file" },
  both: { nl: 'Beide dossiers', en: 'Both files' },
}

type From = Partial<Pick<Provenance, 'source' | 'sourceName'>>

/** Marks what came neither from the client nor from the coach; nothing for the rest. */
export function SourceMark({ source, sourceName }: From): JSX.Element | null {
  const say = useSay()
  if (source === undefined || source === 'own' || source === 'client') return null
  const from = say(words.from, { source: say(SOURCES[source]) })
  const label = sourceName ? say(words.named, { from, name: sourceName }) : from
  return <Badge label={capital(label)} tone="info" icon="people" />
}

/** From whom something came, in a table; marked when it was neither the client nor the coach. */
export function SourceCell({ source, sourceName }: From): JSX.Element | null {
  const say = useSay()
  if (source === 'client') return <>{say(words.yourself)}</>
  if (source === 'own') return <>{say(words.coach)}</>
  if (source === undefined) return null
  const from = say(SOURCES[source])
  const label = sourceName ? say(words.named, { from, name: sourceName }) : from
  return <Badge label={capital(label)} tone="info" icon="people" />
}

/** From whom something came, and along which way. */
export function SourceText({
  source,
  sourceName,
  channel,
}: From & Partial<Pick<Provenance, 'channel'>>): JSX.Element | null {
  const say = useSay()
  if (source === undefined) return null
  const bare =
    source === 'own' || source === 'client'
      ? say(words[source])
      : say(words.from, { source: say(SOURCES[source]) })
  const from = sourceName ? say(words.named, { from: bare, name: sourceName }) : bare
  if (channel === undefined) return <>{from}</>
  return <>{say(words.along, { from, channel: say(CHANNELS[channel]) })}</>
}
