import { createHash } from 'node:crypto'
import { byCoach } from './author.ts'
import type { Load } from './load.ts'

const AMOUNT = 3

/** Some clients signed a question on paper: the coach entered the answer, with the scan. */
export async function insertPaperConsents(load: Load): Promise<void> {
  const signed = load.data.engagements
    .flatMap((engagement) =>
      engagement.consents
        .filter(({ consent, answer }) => consent === 'partner-access' && answer?.is === 'given')
        .map(({ key, answer }) => ({ engagement, key, at: answer?.at ?? '' })),
    )
    .slice(0, AMOUNT)
  for (const { engagement, key, at } of signed) {
    const scan = `${key}-scan`
    const content = Buffer.from(`Scan van de getekende vraag.\nGetekend op ${at.slice(0, 10)}.\n`)
    const doing = byCoach(load, engagement, new Date(at))
    const category = 'conversation-reports'
    const shared = { dossier_id: load.id(engagement.key), category }
    await load.insert('documents', [
      {
        ...doing,
        row: {
          ...shared,
          id: load.id(scan),
          title: load.seal(engagement, 'documents.title', 'Getekende toestemming'),
          media_type: 'text/plain',
          bytes: content.length,
          digest: createHash('sha256').update(content).digest(),
          source: 'client',
          source_name: null,
          file: 'both',
          channel: 'conversation',
          added_by: doing.by,
          added_at: doing.at,
        },
      },
    ])
    await load.insert('document_contents', [
      {
        ...doing,
        row: {
          ...shared,
          document_id: load.id(scan),
          part: 0,
          body: load.seal(engagement, 'document_contents.body', content.toString()),
        },
      },
    ])
    await load.owner.query(
      `update consents set way = 'paper', document_id = $2, decided_by = $3 where request_id = $1`,
      [load.id(key), load.id(scan), doing.by],
    )
  }
}
