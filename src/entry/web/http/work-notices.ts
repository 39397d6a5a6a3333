import type { Text } from '#kernel/language.ts'

/** What is said after an act in a dossier, a calendar or an invoice. */
export const WORK_NOTICES: Readonly<Record<string, Text>> = {
  'appointment-planned': {
    nl: 'De afspraak is gepland. De cliënt krijgt een uitnodiging.',
    en: 'The appointment is planned. The client gets an invitation.',
  },
  'appointment-changed': { nl: 'De afspraak is gewijzigd.', en: 'The appointment was changed.' },
  'appointment-cancelled': {
    nl: 'De afspraak is afgezegd. De ander krijgt bericht.',
    en: 'The appointment was cancelled. The other side is told.',
  },
  'appointment-confirmed': {
    nl: 'U hebt de afspraak bevestigd.',
    en: 'You confirmed the appointment.',
  },
  'appointment-answered': {
    nl: 'Uw keuze is doorgegeven.',
    en: 'Your choice was passed on.',
  },
  'times-proposed': {
    nl: 'Uw voorstel is verstuurd. Tot het antwoord blijft de afspraak staan.',
    en: 'Your proposal was sent. Until the answer the appointment stays.',
  },
  'time-blocked': { nl: 'De tijd is geblokkeerd.', en: 'The time is blocked.' },
  'time-freed': { nl: 'De tijd is weer vrij.', en: 'The time is free again.' },
  'hours-kept': { nl: 'Uw werktijden zijn bewaard.', en: 'Your working hours are kept.' },
  'calendar-unlinked': {
    nl: 'De link is ingetrokken. Hij werkt niet meer.',
    en: 'The link was withdrawn. It no longer works.',
  },
  'client-started': { nl: 'De cliënt is ingeschreven.', en: 'The client is registered.' },
  'notice-recorded': {
    nl: 'Vastgelegd dat de cliënt de verklaring kreeg.',
    en: 'Recorded that the client got the statement.',
  },
  activated: { nl: 'De dienst is begonnen.', en: 'The service has started.' },
  'note-written': { nl: 'De notitie staat in het dossier.', en: 'The note is in the dossier.' },
  'consult-noted': { nl: 'Het gesprek is genoteerd.', en: 'The consult is noted.' },
  'summary-saved': { nl: 'Het concept is bewaard.', en: 'The draft is saved.' },
  'summary-sent': {
    nl: 'De samenvatting is naar de cliënt gestuurd.',
    en: 'The summary was sent to the client.',
  },
  'summary-approved': {
    nl: 'U hebt de samenvatting goedgekeurd.',
    en: 'You approved the summary.',
  },
  'summary-disputed': {
    nl: 'Uw reactie staat bij de samenvatting. Uw coach krijgt bericht.',
    en: 'Your comment stands with the summary. Your coach is told.',
  },
  signed: {
    nl: 'Uw handtekening staat onder het document.',
    en: 'Your signature stands under the document.',
  },
  'signing-asked': {
    nl: 'De cliënt krijgt een mail met de vraag te ondertekenen. Onderteken zelf ook.',
    en: 'The client gets a mail that asks to sign. Sign it yourself too.',
  },
  'signing-withdrawn': {
    nl: 'De ondertekening is ingetrokken.',
    en: 'The signing is withdrawn.',
  },
  'signing-refused': {
    nl: 'Uw coach krijgt bericht dat u niet ondertekent.',
    en: 'Your coach is told that you will not sign.',
  },
  'form-shared': {
    nl: 'De cliënt krijgt een mail met de vraag het formulier in te vullen.',
    en: 'The client gets a mail that asks to fill in the form.',
  },
  'form-answered': {
    nl: 'Uw antwoorden zijn bewaard. Uw coach krijgt bericht.',
    en: 'Your answers are saved. Your coach is told.',
  },
  'form-final': {
    nl: 'Het formulier is definitief en staat bij de documenten.',
    en: 'The form is final and stands among the documents.',
  },
  'handover-offered': {
    nl: 'Uw collega krijgt een mail. Tot het antwoord blijft u de coach.',
    en: 'Your colleague gets a mail. Until the answer you remain the coach.',
  },
  'handover-withdrawn': { nl: 'Het aanbod is ingetrokken.', en: 'The offer was taken back.' },
  'handover-accepted': {
    nl: 'U bent nu de coach van deze cliënt. De cliënt krijgt bericht.',
    en: 'You are this client’s coach now. The client is told.',
  },
  'handover-declined': {
    nl: 'U neemt het dossier niet over. Uw collega krijgt bericht.',
    en: 'You do not take the dossier over. Your colleague is told.',
  },
  'mail-filed': { nl: 'De e-mail is opgeborgen.', en: 'The email was filed.' },
  'document-added': {
    nl: 'Het document staat in het dossier.',
    en: 'The document is in the dossier.',
  },
  'consent-asked': {
    nl: 'De vraag is naar de cliënt gestuurd.',
    en: 'The question was sent to the client.',
  },
  'consent-given': { nl: 'U hebt toestemming gegeven.', en: 'You gave consent.' },
  'consent-refused': { nl: 'U hebt geen toestemming gegeven.', en: 'You gave no consent.' },
  'consent-withdrawn': {
    nl: 'Uw toestemming is ingetrokken. Dat werkt meteen.',
    en: 'Your consent is withdrawn. That takes effect at once.',
  },
  'consent-renewed': {
    nl: 'U hebt uw toestemming verlengd.',
    en: 'You renewed your consent.',
  },
  'invoice-drafted': {
    nl: 'Het concept staat klaar. Kijk het na en geef het uit.',
    en: 'The draft is ready. Check it and issue it.',
  },
  'invoice-issued': {
    nl: 'De factuur heeft een nummer en verandert niet meer.',
    en: 'The invoice has its number and no longer changes.',
  },
  'invoice-sent': { nl: 'De factuur is verstuurd.', en: 'The invoice was sent.' },
  'reminders-sent': { nl: 'De aanmaningen zijn verstuurd.', en: 'The reminders were sent.' },
  'reminder-sent': { nl: 'De aanmaning is verstuurd.', en: 'The reminder was sent.' },
  'payment-recorded': { nl: 'De betaling is geboekt.', en: 'The payment is recorded.' },
  'payment-reversed': {
    nl: 'De betaling is teruggedraaid.',
    en: 'The payment was reversed.',
  },
  'dispute-opened': {
    nl: 'De betwisting is vastgelegd. Er gaat geen aanmaning uit zolang zij loopt.',
    en: 'The dispute is recorded. No reminder goes out as long as it lasts.',
  },
  'dispute-ended': { nl: 'De betwisting is voorbij.', en: 'The dispute is over.' },
  'handed-over': {
    nl: 'De factuur is overgedragen aan incasso.',
    en: 'The invoice was handed over to the collector.',
  },
  'bank-known': {
    nl: 'Het bankbestand is gelezen. Er staat niets nieuws in: alles was al ingelezen.',
    en: 'The bank file was read. There is nothing new in it: everything was read before.',
  },
  'bank-empty': {
    nl: 'Het bankbestand is gelezen. Er staat geen bijschrijving in.',
    en: 'The bank file was read. No money came in by it.',
  },
  'bank-read': { nl: 'Het bankbestand is ingelezen.', en: 'The bank file was read.' },
  declared: {
    nl: 'Gedeclareerd. Wie de facturen maakt, ziet nu naam of code, datum, omschrijving en prijs.',
    en: 'Declared. Whoever makes the invoices now sees name or code, date, description and price.',
  },
}
