import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Leads to the package that somebody without an account asked for. */
export const packageReadyMail = mailKind(
  'package-ready',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `Uw gegevens bij ${organisation} staan klaar`,
      en: `Your data at ${organisation} are ready`,
    },
    paragraphs: [
      {
        nl: 'U vroeg om uw gegevens. Ze staan klaar om op te halen. U hebt daarvoor ook een code nodig. Die krijgt u op een andere manier van ons, niet in een e-mail.',
        en: 'You asked for your data. They are ready to be fetched. You also need a code for it. That reaches you another way, not in an e-mail.',
      },
    ],
    link: { label: { nl: 'Haal uw gegevens op', en: 'Fetch your data' }, path },
    after: [
      {
        nl: 'De link werkt veertien dagen.',
        en: 'The link works for fourteen days.',
      },
    ],
  }),
)
