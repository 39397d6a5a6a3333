import { z } from 'zod'
import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'
import type { Text } from '#kernel/language.ts'

/** An invoice, or a reminder of one, as PDF. It says nothing of what was done. */
export const invoiceMail = mailKind(
  'invoice',
  ofOrganisation.extend({
    number: z.string().max(60),
    /** 0 for the invoice itself, 1 to 3 for reminders. */
    stage: z.int().min(0).max(3),
    credit: z.boolean(),
    /** As the reader reads it: "23 december 2026". Empty for a credit note. */
    due: z.object({ nl: z.string().max(40), en: z.string().max(40) }),
    // Together they stay below what the outbox takes.
    pdf: z.base64().max(700_000),
    ubl: z.base64().max(300_000),
  }),
  ({ organisation, path, number, stage, credit, due, pdf, ubl }) => {
    const { subject, words } = (credit ? CREDIT : TEXTS[stage]) ?? CREDIT
    const fill = (template: string, day: string): string =>
      template
        .replaceAll('{number}', number)
        .replaceAll('{due}', day)
        .replaceAll('{organisation}', organisation)
    const told = ({ nl, en }: Text): Text => ({ nl: fill(nl, due.nl), en: fill(en, due.en) })
    return {
      subject: told(subject),
      paragraphs: [told(words)],
      link: { label: { nl: 'Uw facturen bekijken', en: 'See your invoices' }, path },
      attachments: [
        { name: `${number}.pdf`, type: 'application/pdf', content: pdf },
        { name: `${number}.xml`, type: 'application/xml', content: ubl },
      ],
    }
  },
)

interface Wording {
  readonly subject: Text
  readonly words: Text
}

const CREDIT: Wording = {
  subject: { nl: 'Creditfactuur {number}', en: 'Credit note {number}' },
  words: {
    nl: 'In de bijlage vindt u creditfactuur {number} van {organisation}.',
    en: 'Attached you find credit note {number} of {organisation}.',
  },
}

const TEXTS: readonly Wording[] = [
  {
    subject: { nl: 'Factuur {number}', en: 'Invoice {number}' },
    words: {
      nl: 'In de bijlage vindt u factuur {number} van {organisation}. Wilt u die uiterlijk {due} betalen?',
      en: 'Attached you find invoice {number} of {organisation}. Please pay it by {due}.',
    },
  },
  {
    subject: { nl: 'Herinnering: factuur {number}', en: 'Reminder: invoice {number}' },
    words: {
      nl: 'Factuur {number} is nog niet betaald. Misschien is dat aan uw aandacht ontsnapt. Wilt u uiterlijk {due} betalen? Hebt u al betaald, dan hoeft u niets te doen.',
      en: 'Invoice {number} has not been paid yet. It may have escaped you. Please pay by {due}. If you have paid already, you need do nothing.',
    },
  },
  {
    subject: { nl: 'Tweede aanmaning: factuur {number}', en: 'Second reminder: invoice {number}' },
    words: {
      nl: 'Wij hebben u eerder aan factuur {number} herinnerd. Wilt u uiterlijk {due} betalen? Bent u het niet eens met de factuur, laat ons dat dan weten.',
      en: 'We reminded you of invoice {number} before. Please pay by {due}. If you do not agree with the invoice, let us know.',
    },
  },
  {
    subject: { nl: 'Laatste aanmaning: factuur {number}', en: 'Final reminder: invoice {number}' },
    words: {
      nl: 'Factuur {number} is nog altijd niet betaald. Dit is onze laatste aanmaning. Betaalt u niet uiterlijk {due}, dan kunnen wij de factuur overdragen aan een incassobureau, en dat kost u extra.',
      en: 'Invoice {number} is still unpaid. This is our final reminder. If you do not pay by {due}, we can hand the invoice over to a collection agency, which will cost you more.',
    },
  },
]
