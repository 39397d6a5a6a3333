import { formatDay, formatPeriod } from '#entry/web/components/index.ts'
import type { OpenedFile } from '#entry/web/pages/work/desk.ts'
import { titled } from '#entry/web/titles.ts'
import type { Language, Text } from '#kernel/language.ts'
import { type ConsentView, progressTitle, type ProgressView } from '#modules/practice/index.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'

/** Something that the client can let go: an approved summary or a document. */
export interface Releasable {
  readonly id: string
  readonly title: Text
}

/** What may be disclosed of a dossier once the client consents. */
export function listReleasable({ dossier }: OpenedFile): Releasable[] {
  const summaries = dossier.consults.flatMap(({ heldOn, summaries: versions }) =>
    versions
      .filter(({ state }) => state === 'approved')
      .map(({ id }) => ({ id, title: summaryTitle(heldOn) })),
  )
  const documents = dossier.documents.map(({ id, title }) => ({ id, title: alike(title) }))
  const progress = dossier.progress.map((one) => ({ id: one.id, title: reportTitle(one) }))
  return [...progress, ...summaries, ...documents]
}

/** What a question for consent is about: "Samenvatting van het gesprek van 5 oktober 2026". */
export function itemTitle(file: OpenedFile, itemId: string | null): Text | undefined {
  const { consults, documents, relations } = file.dossier
  const consult = consults.find(({ summaries }) => summaries.some(({ id }) => id === itemId))
  if (consult) return summaryTitle(consult.heldOn)
  const document = documents.find(({ id }) => id === itemId)
  if (document) return alike(document.title)
  const report = file.dossier.progress.find(({ id }) => id === itemId)
  if (report) return reportTitle(report)
  const absence = relations.find((relation) => relation.absence?.id === itemId)?.absence
  if (!absence) return undefined
  const period = { from: absence.startsOn, until: absence.endsOn }
  return { nl: formatPeriod(period, 'nl'), en: formatPeriod(period, 'en') }
}

/** What a consent is for: "Verstrekking van een document". */
export function consentTitle({ consent }: Pick<ConsentView, 'consent'>): Text {
  return titled(VOCABULARY.consents[consent]?.says ?? alike(consent))
}

/** The language in which the client got the statement, and so gets questions. */
export function clientLanguage({ dossier }: OpenedFile): Language {
  return dossier.notices[0]?.language ?? 'nl'
}

function reportTitle({ writtenAt }: ProgressView): Text {
  return { nl: progressTitle(writtenAt, 'nl'), en: progressTitle(writtenAt, 'en') }
}

function summaryTitle(heldOn: string): Text {
  return {
    nl: `Samenvatting van het gesprek van ${formatDay(heldOn, 'nl')}`,
    en: `Summary of the consult of ${formatDay(heldOn, 'en')}`,
  }
}

function alike(text: string): Text {
  return { nl: text, en: text }
}
