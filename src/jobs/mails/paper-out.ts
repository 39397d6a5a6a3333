import { z } from 'zod'
import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

const data = ofOrganisation.extend({ amount: z.number().int().positive() })

/** Tells a professional, or who answers for it, that paper files were out overnight. */
export const paperOutMail = mailKind('paper-out', data, ({ organisation, path, amount }) => ({
  subject: {
    nl: `Papier dat niet is teruggelegd (${organisation})`,
    en: `Paper that was not brought back (${organisation})`,
  },
  paragraphs: [
    {
      nl:
        amount === 1
          ? 'Vannacht lag één papieren dossier niet op zijn plaats.'
          : `Vannacht lagen ${amount} papieren dossiers niet op hun plaats.`,
      en:
        amount === 1
          ? 'One paper file was not in its place last night.'
          : `${amount} paper files were not in their place last night.`,
    },
    {
      nl: 'Leg ze terug achter slot en leg dat vast.',
      en: 'Put them back under lock and record that.',
    },
  ],
  link: { label: { nl: 'Papieren dossiers', en: 'Paper files' }, path },
}))
