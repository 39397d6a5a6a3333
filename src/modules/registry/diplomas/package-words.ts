import type { PackageWords } from '#duties/package/words.ts'

/** What the tables of diplomas and their columns are called in a package that people read. */
export const DIPLOMA_PACKAGE_WORDS: PackageWords = {
  tables: {
    diplomas: { nl: 'Diploma’s', en: 'Diplomas' },
    diploma_documents: { nl: 'Inhoud van diploma’s', en: 'Contents of diplomas' },
    diploma_revocations: { nl: 'Ingetrokken diploma’s', en: 'Revoked diplomas' },
    reissue_requests: { nl: 'Vragen om een nieuw diploma', en: 'Requests for a new diploma' },
    diploma_shares: { nl: 'Gedeelde diploma’s', en: 'Shared diplomas' },
  },
  columns: {
    serial: { nl: 'Volgnummer', en: 'Serial number' },
    version_id: { nl: 'Versie van de opleiding', en: 'Version of the programme' },
    replaces: { nl: 'Komt in plaats van', en: 'Replaces' },
    credential: { nl: 'Diploma (Open Badges)', en: 'Diploma (Open Badges)' },
    submission_id: { nl: 'Aanvraag', en: 'Application' },
    reason: { nl: 'Reden', en: 'Reason' },
    revoked_on: { nl: 'Ingetrokken op', en: 'Revoked on' },
    issued_by: { nl: 'Uitgegeven door', en: 'Issued by' },
    issued_at: { nl: 'Uitgegeven op', en: 'Issued at' },
    copy: { nl: 'Wat de link toont (versleuteld)', en: 'What the link shows (encrypted)' },
    ends_at: { nl: 'Te zien tot', en: 'To be seen until' },
    shared_at: { nl: 'Gedeeld op', en: 'Shared at' },
    ended_at: { nl: 'Gestopt op', en: 'Ended at' },
    looks: { nl: 'Hoe vaak bekeken', en: 'How often looked at' },
    looked_at: { nl: 'Laatst bekeken', en: 'Last looked at' },
  },
  values: {
    replaced: { nl: 'vervangen door een nieuw diploma', en: 'replaced by a new diploma' },
    mistaken: { nl: 'ten onrechte uitgegeven', en: 'issued by mistake' },
    withdrawn: { nl: 'teruggenomen', en: 'taken back' },
  },
}
