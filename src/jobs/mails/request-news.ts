import { z } from 'zod'
import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells whoever made a request that something happened with it. */
export const requestNewsMail = mailKind(
  'request-news',
  ofOrganisation.extend({ number: z.string().max(30) }),
  ({ organisation, path, number }) => ({
    subject: {
      nl: `Nieuws over uw verzoek ${number}`,
      en: `News about your request ${number}`,
    },
    paragraphs: [
      {
        nl: `Er is iets veranderd aan uw verzoek bij ${organisation}. Op deze pagina leest u wat, en wat u eventueel nog moet doen. De brief staat er ook.`,
        en: `Something has changed in your request to ${organisation}. On this page you read what, and what you may still need to do. The letter is there too.`,
      },
    ],
    link: { label: { nl: 'Bekijk uw verzoek', en: 'See your request' }, path },
  }),
)
