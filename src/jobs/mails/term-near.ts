import { z } from 'zod'
import type { Text } from '#kernel/language.ts'
import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

const data = ofOrganisation.extend({
  sort: z.enum(['agreement', 'assessment', 'review', 'incident', 'complaint']),
  over: z.boolean(),
})

/** Tells whoever can still do something about it that a term is near, or over. */
export const termNearMail = mailKind('term-near', data, ({ organisation, path, sort, over }) => {
  const what = SORTS[sort]
  return {
    subject: over
      ? { nl: `Termijn voorbij: ${what.nl}`, en: `Term over: ${what.en}` }
      : { nl: `Termijn bijna voorbij: ${what.nl}`, en: `Term nearly over: ${what.en}` },
    paragraphs: [
      over
        ? {
            nl: `Bij ${organisation} is een termijn voorbij. Zolang dat zo is, staat de belofte die eraan hangt op rood.`,
            en: `At ${organisation} a term is over. As long as it is, the promise that hangs on it is red.`,
          }
        : {
            nl: `Bij ${organisation} is een termijn bijna voorbij. Op de pagina ziet u wat er nog moet gebeuren.`,
            en: `At ${organisation} a term is nearly over. The page shows what is still to be done.`,
          },
    ],
    link: { label: { nl: 'Bekijk wat er te doen is', en: 'See what is to be done' }, path },
  }
})

const SORTS: Readonly<Record<z.infer<typeof data>['sort'], Text>> = {
  agreement: { nl: 'een overeenkomst', en: 'an agreement' },
  assessment: { nl: 'een beoordeling van risico’s', en: 'an assessment of risks' },
  review: { nl: 'de controle van de toegang', en: 'the review of access' },
  incident: { nl: 'besluiten over een incident', en: 'deciding on an incident' },
  complaint: { nl: 'de uitkomst van een klacht', en: 'the outcome of a complaint' },
}
