import type { Text } from '#kernel/language.ts'

/** What is said after an act, by the code that the address carries. */
export const NOTICES: Readonly<Record<string, Text>> = {
  'signed-out': { nl: 'U bent uitgelogd.', en: 'You are signed out.' },
  saved: { nl: 'Opgeslagen.', en: 'Saved.' },
  'erasure-asked': {
    nl: 'Uw verzoek om verwijdering is ontvangen.',
    en: 'Your request for erasure has arrived.',
  },
  'hold-placed': { nl: 'De bewaarplicht is vastgelegd.', en: 'The hold is recorded.' },
  'hold-lifted': { nl: 'De bewaarplicht is opgeheven.', en: 'The hold is lifted.' },
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
  'demand-recorded': {
    nl: 'De vordering is vastgelegd. Een collega kan nu beslissen.',
    en: 'The demand is recorded. A colleague can decide now.',
  },
  'demand-decided': { nl: 'Het besluit is vastgelegd.', en: 'The decision is recorded.' },
  'demand-met': {
    nl: 'De stukken staan klaar om te overhandigen.',
    en: 'The items are ready to hand over.',
  },
  disclosed: { nl: 'Het document is vrijgegeven.', en: 'The document is released.' },
  closed: { nl: 'De dienst is beëindigd.', en: 'The service has ended.' },
  removed: { nl: 'Verwijderd.', en: 'Removed.' },
  'access-ended': { nl: 'De toegang is beëindigd.', en: 'The access has ended.' },
  invited: { nl: 'De uitnodiging is verstuurd.', en: 'The invitation was sent.' },
  'absence-planned': { nl: 'De afwezigheid is gepland.', en: 'The absence is planned.' },
  'absence-changed': { nl: 'De afwezigheid is gewijzigd.', en: 'The absence was changed.' },
  'absence-cancelled': { nl: 'De afwezigheid gaat niet door.', en: 'The absence does not go on.' },
  'substitution-asked': {
    nl: 'De vraag is naar de gekozen cliënten gestuurd.',
    en: 'The question was sent to the chosen clients.',
  },
  imported: { nl: 'De lijst is ingelezen.', en: 'The list was imported.' },
  proved: { nl: 'De controles zijn uitgevoerd.', en: 'The checks were carried out.' },
  'draft-begun': { nl: 'Het concept is begonnen.', en: 'The draft was begun.' },
  'draft-proposed': {
    nl: 'Het concept is voorgesteld. Iemand anders keurt het goed of stuurt het terug.',
    en: 'The draft was proposed. Somebody else approves it or sends it back.',
  },
  'draft-approved': {
    nl: 'De nieuwe versie is goedgekeurd. Zij gaat in op de dag die erin staat.',
    en: 'The new version was approved. It takes effect on the day that it names.',
  },
  'draft-returned': { nl: 'Het voorstel is teruggestuurd.', en: 'The proposal was sent back.' },
  'draft-discarded': { nl: 'Het concept is verwijderd.', en: 'The draft was dropped.' },
  'member-changed': { nl: 'De medewerker is gewijzigd.', en: 'The member of staff was changed.' },
  'invitation-withdrawn': {
    nl: 'De uitnodiging is ingetrokken. De link werkt niet meer.',
    en: 'The invitation is withdrawn. Its link no longer works.',
  },
  'contact-ended': {
    nl: 'De toegang van deze contactpersoon is beëindigd.',
    en: 'The access of this contact has ended.',
  },
  'party-added': { nl: 'De partij is toegevoegd.', en: 'The party was added.' },
  'complaint-made': {
    nl: 'Uw klacht is ontvangen. U krijgt een bevestiging per e-mail.',
    en: 'Your complaint was received. You get an acknowledgement by e-mail.',
  },
  'complaint-entered': {
    nl: 'De klacht is ingevoerd. Gaat zij over u, dan behandelt een ander haar.',
    en: 'The complaint was entered. If it is about you, somebody else handles it.',
  },
  'complaint-decided': {
    nl: 'De uitkomst is vastgesteld en doorgegeven.',
    en: 'The outcome was decided and passed on.',
  },
  'incident-closed': { nl: 'Het incident is afgesloten.', en: 'The incident is closed.' },
  'password-changed': { nl: 'Uw wachtwoord is gewijzigd.', en: 'Your password was changed.' },
  'factor-changed': { nl: 'Uw tweede stap is gewijzigd.', en: 'Your second step was changed.' },
  'session-ended': { nl: 'Dat apparaat is uitgelogd.', en: 'That device is signed out.' },
  'mail-sent': {
    nl: 'Als dit e-mailadres bij ons bekend is, krijgt u een e-mail.',
    en: 'If we know this e-mail address, you will get an e-mail.',
  },
}
