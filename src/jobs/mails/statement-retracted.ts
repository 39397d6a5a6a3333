import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells people that a version of which they were told does not take effect. */
export const statementRetractedMail = mailKind(
  'statement-retracted',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `De aangekondigde privacyverklaring van ${organisation} gaat niet door`,
      en: `The privacy statement that ${organisation} announced does not go through`,
    },
    paragraphs: [
      {
        nl: `Wij schreven u dat de privacyverklaring van ${organisation} zou veranderen. Die verandering gaat niet door: de verklaring die nu geldt, blijft gelden. U hoeft niets te doen.`,
        en: `We wrote to you that the privacy statement of ${organisation} would change. That change does not go through: the statement in force stays as it is. You need not do anything.`,
      },
    ],
    link: { label: { nl: 'Lees wat zou veranderen', en: 'Read what would have changed' }, path },
  }),
)
