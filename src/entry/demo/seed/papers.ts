import { createHash } from 'node:crypto'
import type { DemoCategory, DemoEngagement, DemoSource } from '#entry/demo/shape.ts'
import { after, spread } from './act.ts'
import { byCoach, byWhoIsThere } from './author.ts'
import type { Load } from './load.ts'

/** Who the third parties are that things came from, all of them fictional. */
const NAMES: Readonly<Partial<Record<DemoCategory, string>>> = {
  'test-results': 'Toetshuis Voorbeeld',
  'work-limitations': 'S. Voorbeeld, bedrijfsarts',
  'labour-expert-data': 'R. Voorbeeld, arbeidsdeskundige',
}

/** What clients have in a file of their own too. */
const SHARED: ReadonlySet<DemoCategory> = new Set([
  'improvement-points',
  'education-career',
  'test-results',
  'advice',
])

interface Placed {
  readonly category: DemoCategory
  readonly source: DemoSource
}

function placing(load: Load, engagement: DemoEngagement, column: string, of: Placed) {
  const { category, source } = of
  const name = source === 'third-party' ? (NAMES[category] ?? 'Voorbeeldpartij') : undefined
  return {
    source,
    source_name: name === undefined ? null : load.seal(engagement, column, name),
    file: SHARED.has(category) ? 'both' : 'coach',
  }
}

/** Writes the notes of coaches and of who stood in for them. */
export async function insertNotes(load: Load): Promise<void> {
  const lines = load.data.engagements.flatMap((engagement) =>
    engagement.notes.map(({ key, category, body, source, channel, writtenAt }) => {
      const at = after(writtenAt, spread(key, 0, 1))
      const substitutes = category === 'conversation-reports'
      const doing = (substitutes ? byWhoIsThere : byCoach)(load, engagement, at)
      const row = {
        id: load.id(key),
        dossier_id: load.id(engagement.key),
        category,
        body: load.seal(engagement, 'notes.body', body),
        ...placing(load, engagement, 'notes.source_name', { category, source }),
        channel,
        written_by: doing.by,
        written_at: at,
      }
      return { ...doing, row }
    }),
  )
  await load.insert('notes', lines)
}

/** Stores documents with what is in them. All are short: each is one part. */
export async function insertDocuments(load: Load): Promise<void> {
  const added = load.data.engagements.flatMap((engagement) =>
    engagement.documents.map((document) => {
      const at = after(document.addedAt, spread(document.key, 0, 1))
      return { engagement, document, doing: byCoach(load, engagement, at) }
    }),
  )
  await load.insert(
    'documents',
    added.map(({ engagement, document, doing }) => {
      const content = Buffer.from(document.content)
      const { key, category, title, mediaType, source, channel } = document
      const row = {
        id: load.id(key),
        dossier_id: load.id(engagement.key),
        category,
        title: load.seal(engagement, 'documents.title', title),
        media_type: mediaType,
        bytes: content.length,
        digest: createHash('sha256').update(content).digest(),
        ...placing(load, engagement, 'documents.source_name', { category, source }),
        channel,
        added_by: doing.by,
        added_at: doing.at,
      }
      return { ...doing, row }
    }),
  )
  await load.insert(
    'document_contents',
    added.map(({ engagement, document: { key, category, content }, doing }) => {
      const row = {
        document_id: load.id(key),
        dossier_id: load.id(engagement.key),
        category,
        part: 0,
        body: load.seal(engagement, 'document_contents.body', content),
      }
      return { ...doing, row }
    }),
  )
}
