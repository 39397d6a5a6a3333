import { raw } from 'hono/html'
import { ViewContext } from '#entry/web/components/view.ts'
import { say } from '#entry/web/words.ts'
import type { Language, Text } from '#kernel/language.ts'
import type { DocumentView } from '#modules/practice/index.ts'
import { kindTitle } from '#entry/web/pages/mine/words.ts'
import { TAKEN_STYLE } from './taken-style.ts'
import type { Whole } from './whole.ts'
import { WholeFile } from './whole-file.tsx'

const words = {
  title: { nl: '{service}, dossier {reference}', en: '{service}, dossier {reference}' },
} satisfies Record<string, Text>

export interface TakenPage {
  readonly whole: Whole
  readonly language: Language
  /** Where a document stands in the same archive. */
  readonly documentHref: (document: DocumentView) => string
  /** Address of our pages. */
  readonly site: string
}

/** The dossier as a file that any browser reads, without us and without a connection. */
export function drawTakenPage({ whole, language, documentHref, site }: TakenPage): string {
  const { reference, service } = whole.file.dossier
  const title = say(words.title, language, {
    service: say(kindTitle(service.kind), language),
    reference,
  })
  const page = (
    <ViewContext.Provider value={{ language, csrfToken: '' }}>
      {raw('<!doctype html>')}
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <title>{title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <style>{raw(TAKEN_STYLE)}</style>
        </head>
        <body>
          <h1>{title}</h1>
          <WholeFile whole={whole} documentHref={documentHref} site={site} />
        </body>
      </html>
    </ViewContext.Provider>
  )
  return String(page)
}
