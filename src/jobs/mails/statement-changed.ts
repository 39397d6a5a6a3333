import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells people that the privacy statement has a new version. */
export const statementChangedMail = mailKind(
  'statement-changed',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `De privacyverklaring van ${organisation} is gewijzigd`,
      en: `The privacy statement of ${organisation} has changed`,
    },
    paragraphs: [
      {
        nl: `${organisation} heeft de privacyverklaring gewijzigd. Op de pagina leest u wat er verandert en vanaf wanneer.`,
        en: `${organisation} has changed its privacy statement. The page tells what changes, and from when.`,
      },
    ],
    link: { label: { nl: 'Lees wat er verandert', en: 'Read what changes' }, path },
  }),
)
