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

/** What the software sends about a client, by the kind of mail. */
export const SENT_MAILS: Readonly<Record<string, Text>> = {
  'appointment-news': { nl: 'Bericht over een afspraak', en: 'News of an appointment' },
  'appointment-soon': { nl: 'Herinnering aan een afspraak', en: 'Reminder of an appointment' },
  'coach-changed': { nl: 'Een andere coach', en: 'Another coach' },
  'consent-asked': { nl: 'Vraag om toestemming', en: 'Question for consent' },
  'consent-ending': { nl: 'Een toestemming loopt af', en: 'A consent ends' },
  'consent-recorded': { nl: 'Een antwoord is vastgelegd', en: 'An answer was recorded' },
  'demand-met': { nl: 'Gegevens zijn gevorderd', en: 'Data were demanded' },
  'disclosure-made': { nl: 'Er is iets verstrekt', en: 'Something was released' },
  'form-shared': { nl: 'Een formulier staat klaar', en: 'A form is ready' },
  invitation: { nl: 'Uitnodiging voor een account', en: 'Invitation to an account' },
  'principal-answered': { nl: 'Antwoord op een vraag', en: 'Answer to a question' },
  'principal-asked': { nl: 'Vraag van een ontvanger', en: 'Question from a recipient' },
  'signature-asked': { nl: 'Vraag om te ondertekenen', en: 'Question to sign' },
  'statement-sent': { nl: 'De privacyverklaring', en: 'The privacy statement' },
  'substitution-announced': { nl: 'Bericht over waarneming', en: 'News of standing in' },
  'summary-sent': { nl: 'Een samenvatting staat klaar', en: 'A summary is ready' },
  'summary-waits': { nl: 'Herinnering aan een samenvatting', en: 'Reminder of a summary' },
}

export const OTHER_MAIL: Text = { nl: 'Automatisch bericht', en: 'Automatic message' }

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
    sent_mails: { nl: 'een verstuurde e-mail', en: 'an email that was sent' },
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
    sent_mails: { nl: 'verstuurde e-mails', en: 'emails that were sent' },
  },
  columns: {
    document_id: { nl: 'Document', en: 'Document' },
    filed_at: { nl: 'Opgeborgen op', en: 'Filed at' },
    filed_by: { nl: 'Opgeborgen door', en: 'Filed by' },
    mail_id: { nl: 'E-mail', en: 'Email' },
    receiver: { nl: 'Aan', en: 'To' },
    receivers: { nl: 'Aan', en: 'To' },
    sender: { nl: 'Van', en: 'From' },
    sent_at: { nl: 'Verstuurd op', en: 'Sent at' },
    subject: { nl: 'Onderwerp', en: 'Subject' },
    token: { nl: 'Adres', en: 'Address' },
  },
  values: {},
}
