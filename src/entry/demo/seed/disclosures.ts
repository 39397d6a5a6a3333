import { sayName } from '#modules/practice/index.ts'
import type { DemoDisclosure, DemoEngagement } from '#entry/demo/shape.ts'
import { after, spread } from './act.ts'
import { byCoach } from './author.ts'
import { titleOf } from './consents.ts'
import { clientOf } from './dossiers.ts'
import type { Load } from './load.ts'

/** Gives to principals what clients let go, as the copies that they read. */
export async function insertDisclosures(load: Load): Promise<void> {
  const given = load.data.engagements.flatMap((engagement) =>
    engagement.disclosures.map((disclosure) => ({
      engagement,
      disclosure,
      doing: byCoach(load, engagement, disclosedAt(disclosure)),
      own: {
        dossier_id: load.id(engagement.key),
        request_id: load.id(disclosure.consent),
      },
    })),
  )
  await load.insert(
    'disclosures',
    given.map(({ engagement, disclosure: { consent, item, party }, doing, own }) => {
      const client = clientOf(load, engagement)
      const row = {
        ...own,
        id: load.id(`${consent} disclosure`),
        party_id: load.id(party),
        title: titleOf(engagement, item, client.language),
        about: sayName(client),
        disclosed_by: doing.by,
        disclosed_at: doing.at,
      }
      return { ...doing, row }
    }),
  )
  await load.insert(
    'disclosed_documents',
    given.map(({ engagement, disclosure: { consent, item }, doing, own }) => {
      const { mediaType, content } = contentOf(engagement, item)
      const row = {
        ...own,
        disclosure_id: load.id(`${consent} disclosure`),
        part: 0,
        media_type: mediaType,
        body: load.seal(engagement, 'disclosed_documents.body', content),
      }
      return { ...doing, row }
    }),
  )
}

/** When something was given to a principal. */
export function disclosedAt({ consent, disclosedAt: moment }: DemoDisclosure): Date {
  return after(moment, spread(`${consent} given`, 0, 30))
}

function contentOf(
  { documents, consults }: DemoEngagement,
  item: string,
): { readonly mediaType: string; readonly content: string } {
  const document = documents.find(({ key }) => key === item)
  if (document) return document
  const summary = consults.flatMap(({ summaries }) => summaries).find(({ key }) => key === item)
  return { mediaType: 'text/plain', content: summary?.body ?? '' }
}
