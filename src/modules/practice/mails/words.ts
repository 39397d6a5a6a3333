import type { PackageWords } from '#duties/package/words.ts'
import type { Text } from '#kernel/language.ts'
import type { LedgerWords } from '#ledger/words.ts'

/** What is refused of mail, in words for the person who tried. */
export const MAIL_ERRORS = {
  MAIL_MALFORMED: {
    nl: 'Dit is geen e-mail met één afzender. Sla het bericht op als .eml en probeer het opnieuw.',
    en: 'This is not an email with one sender. Save the message as .eml and try again.',
  },
  MAIL_LOOP: {
    nl: 'Dit is een automatisch antwoord, of een bericht dat rondgaat. Dat bergen wij niet op.',
    en: 'This is an automatic answer, or a message that goes round. We do not file that.',
  },
  REPLY_STRANGE: {
    nl: 'Dit antwoord komt niet van wie is uitgenodigd, of hoort niet bij deze afspraak.',
    en: 'This answer is not from who was invited, or is not about this appointment.',
  },
  TRAY_FULL: {
    nl: 'De postbak is vol. Berg eerst berichten op of vernietig ze.',
    en: 'The tray is full. File messages or destroy them first.',
  },
} satisfies Record<string, Text>

/** The words in which the ledger tells of mail. */
export const MAIL_LEDGER_WORDS: Pick<LedgerWords, 'subjects' | 'acts' | 'lists'> = {
  subjects: {
    filed_mails: { nl: 'een e-mail', en: 'an email' },
    mail_addresses: {
      nl: 'een e-mailadres van het dossier',
      en: 'an email address of the dossier',
    },
    waiting_mails: { nl: 'een e-mail in de postbak', en: 'an email in the tray' },
    mail_attachments: { nl: 'een bijlage', en: 'an attachment' },
  },
  acts: {
    'inserted filed_mails': { nl: 'borg een e-mail op', en: 'filed an email' },
    'deleted filed_mails': { nl: 'haalde een e-mail weg', en: 'took an email out' },
    'inserted mail_addresses': {
      nl: 'gaf het dossier een e-mailadres',
      en: 'gave the dossier an email address',
    },
    'deleted mail_addresses': {
      nl: 'hief het e-mailadres van het dossier op',
      en: 'did away with the email address of the dossier',
    },
    'deleted waiting_mails': {
      nl: 'haalde een e-mail uit de postbak',
      en: 'took an email out of the tray',
    },
  },
  lists: {
    tray: { nl: 'de eigen postbak', en: 'one’s own tray of mail' },
    'waiting-mail': { nl: 'een e-mail in de eigen postbak', en: 'an email in one’s own tray' },
  },
}

/** What mail is called in a package. */
export const MAIL_PACKAGE_WORDS: PackageWords = {
  tables: {
    filed_mails: { nl: 'e-mails', en: 'emails' },
    mail_addresses: {
      nl: 'het e-mailadres van het dossier',
      en: 'the email address of the dossier',
    },
    mail_attachments: { nl: 'bijlagen van e-mails', en: 'attachments of emails' },
  },
  columns: {
    document_id: { nl: 'Document', en: 'Document' },
    filed_at: { nl: 'Opgeborgen op', en: 'Filed at' },
    filed_by: { nl: 'Opgeborgen door', en: 'Filed by' },
    mail_id: { nl: 'E-mail', en: 'Email' },
    receivers: { nl: 'Aan', en: 'To' },
    sender: { nl: 'Van', en: 'From' },
    sent_at: { nl: 'Verstuurd op', en: 'Sent at' },
    subject: { nl: 'Onderwerp', en: 'Subject' },
    token: { nl: 'Adres', en: 'Address' },
  },
  values: {},
}
