import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'

/** Tells a recipient that one document was released to them. */
export const disclosureMadeMail = mailKind(
  'disclosure-made',
  ofOrganisation,
  ({ organisation, path }) => ({
    subject: {
      nl: `${organisation} heeft een document voor u vrijgegeven`,
      en: `${organisation} has released a document to you`,
    },
    paragraphs: [
      {
        nl: 'Er staat een document voor u klaar. U kunt het lezen zolang de betrokkene daarvoor toestemming geeft.',
        en: 'A document is waiting for you. You can read it as long as the person concerned consents to that.',
      },
    ],
    link: { label: { nl: 'Lees het document', en: 'Read the document' }, path },
  }),
)
