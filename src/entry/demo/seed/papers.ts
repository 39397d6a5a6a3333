import { createHash } from 'node:crypto'
import { after, spread } from './act.ts'
import { byCoach, byWhoIsThere } from './author.ts'
import type { Load } from './load.ts'

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
        source,
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
        source,
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
