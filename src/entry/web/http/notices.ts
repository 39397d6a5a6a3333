import type { Text } from '#kernel/language.ts'
import { REGISTRY_NOTICES } from './registry-notices.ts'
import { AUDIT_NOTICES } from './audit-notices.ts'
import { SURVEY_NOTICES } from './survey-notices.ts'
import { WORK_NOTICES } from './work-notices.ts'

/** What is said after an act, by the code that the address carries. */
export const NOTICES: Readonly<Record<string, Text>> = {
  ...WORK_NOTICES,
  ...REGISTRY_NOTICES,
  ...AUDIT_NOTICES,
  ...SURVEY_NOTICES,
  'signed-out': { nl: 'U bent uitgelogd.', en: 'You are signed out.' },
  shared: {
    nl: 'Uw coach kan dit document nu ook lezen.',
    en: 'Your coach can read this document too now.',
  },
  'ending-declared': {
    nl: 'Gemeld. Iemand anders moet het nu bevestigen.',
    en: 'Declared. Somebody else must confirm it now.',
  },
  'ending-confirmed': {
    nl: 'Bevestigd. Cliënten krijgen bericht.',
    en: 'Confirmed. Clients are told.',
  },
  'reissue-asked': {
    nl: 'Gevraagd. U krijgt een mail als uw nieuwe diploma er is.',
    en: 'Asked. You get a mail when your new diploma is there.',
  },
  'share-ended': { nl: 'De link werkt niet meer.', en: 'The link no longer works.' },
  'diploma-applied': {
    nl: 'Aangevraagd. Uw werkgever en uw opleidingsinstituut controleren nu uw gegevens.',
    en: 'Applied for. Your employer and your training institute verify your data now.',
  },
  'diploma-revoked': {
    nl: 'Het diploma is ingetrokken. Iedereen die het nagaat, ziet dat vanaf nu.',
    en: 'The diploma was revoked. From now on whoever checks it sees that.',
  },
  'diploma-replaced': {
    nl: 'Het nieuwe diploma is uitgegeven en het oude is ingetrokken.',
    en: 'The new diploma was issued and the old one revoked.',
  },
  'key-renewed': {
    nl: 'Vanaf nu wordt met de nieuwe sleutel ondertekend.',
    en: 'From now on the new key signs.',
  },
  'key-withdrawn': {
    nl: 'De sleutel is ingetrokken. Wat ermee is ondertekend, geldt pas weer als de houder het opnieuw downloadt.',
    en: 'The key was withdrawn. What it signed is good again once its holder downloads it anew.',
  },
  saved: { nl: 'Opgeslagen.', en: 'Saved.' },
  'question-sent': {
    nl: 'Uw vraag is verstuurd. De coach krijgt bericht.',
    en: 'Your question was sent. The coach is told.',
  },
  'answer-sent': {
    nl: 'Uw antwoord is verstuurd. De ontvanger krijgt bericht.',
    en: 'Your answer was sent. The recipient is told.',
  },
  'progress-reported': {
    nl: 'Het voortgangsbericht is bewaard. Vraag nu de cliënt of het weg mag.',
    en: 'The report of progress is kept. Now ask the client whether it may leave.',
  },
  'aggregates-published': {
    nl: 'De rapportage is gemaakt. De opdrachtgever kan haar lezen.',
    en: 'The report is made. The principal can read it.',
  },
  'erasure-asked': {
    nl: 'Uw verzoek om verwijdering is ontvangen.',
    en: 'Your request for erasure has arrived.',
  },
  'hold-placed': { nl: 'De bewaarplicht is vastgelegd.', en: 'The hold is recorded.' },
  'hold-lifted': { nl: 'De bewaarplicht is opgeheven.', en: 'The hold is lifted.' },
  'client-erased-before': {
    nl: 'De cliënt is ingeschreven. Let op: iemand met dit e-mailadres, of met deze naam en geboortedatum, liet zich eerder verwijderen. Vraag of het dezelfde persoon is. Van vroeger is niets bewaard.',
    en: 'The client is registered. Mind: somebody with this e-mail address, or with this name and date of birth, was erased on request before. Ask whether it is the same person. Nothing of before was kept.',
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
  closed: { nl: 'De dienst is afgesloten.', en: 'The service has ended.' },
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
  'substitution-announced': {
    nl: 'De gekozen cliënten hebben bericht gekregen.',
    en: 'The chosen clients were told.',
  },
  'case-saved': { nl: 'De versie is bewaard.', en: 'The version was saved.' },
  'case-confirmed': {
    nl: 'De versie is nagekeken. U kunt haar nu delen met een bijeenkomst.',
    en: 'The version was checked. You can now share it with a meeting.',
  },
  'case-shared': {
    nl: 'De casus is gedeeld, voor de duur van de bijeenkomst.',
    en: 'The case was shared, for as long as the meeting lasts.',
  },
  'meeting-planned': { nl: 'De bijeenkomst is gepland.', en: 'The meeting was planned.' },
  'professional-asked': {
    nl: 'De cliënt krijgt de vraag om toestemming. Na een ja kunt u de vraag versturen.',
    en: 'The client gets the question for consent. After a yes you can send your question.',
  },
  'professional-sent': {
    nl: 'De vraag is verstuurd en staat bij de verstrekkingen.',
    en: 'The question was sent and is among the disclosures.',
  },
  'answer-stored': {
    nl: 'Het antwoord is bewaard.',
    en: 'The answer was kept.',
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
  'summary-supplemented': {
    nl: 'Uw aanvulling staat bij de samenvatting. Uw coach krijgt bericht.',
    en: 'What you added stands with the summary. Your coach is told.',
  },
  'withdrawal-recorded': {
    nl: 'De toestemming is ingetrokken. Wat erop rustte, is meteen geëindigd.',
    en: 'The consent was withdrawn. Whatever rested on it ended at once.',
  },
  'consent-recorded': {
    nl: 'Het antwoord op papier is vastgelegd. De cliënt krijgt er bericht van.',
    en: 'The answer on paper was recorded. The client is told.',
  },
  'retraction-asked': {
    nl: 'Iemand anders is gevraagd om de versie terug te nemen. Tot dan gaat zij op haar dag in.',
    en: 'Somebody else was asked to take the version back. Until then it takes effect on its day.',
  },
  'retraction-done': {
    nl: 'De versie is teruggenomen. Wie er bericht van kreeg, krijgt nu bericht dat zij niet doorgaat.',
    en: 'The version was taken back. Whoever was told of it is told that it does not go through.',
  },
  'retraction-dropped': {
    nl: 'De versie gaat in op haar dag.',
    en: 'The version takes effect on its day.',
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
  'request-entered': { nl: 'Het verzoek is ingevoerd.', en: 'The request was entered.' },
  'request-step': {
    nl: 'Vastgelegd. De persoon krijgt bericht.',
    en: 'Recorded. The person is told.',
  },
  'request-linked': { nl: 'Het verzoek is gekoppeld.', en: 'The request is linked.' },
  'identity-established': {
    nl: 'De identiteit is vastgesteld. Kopieën zijn vernietigd.',
    en: 'Identity is established. Copies were destroyed.',
  },
  'copy-sent': { nl: 'De kopie is ontvangen.', en: 'The copy was received.' },
  'copy-covered': {
    nl: 'De kopie is goed afgedekt. Stel nu de identiteit vast.',
    en: 'The copy is covered. Now establish identity.',
  },
  'copy-destroyed': {
    nl: 'De kopie is vernietigd. De persoon krijgt bericht.',
    en: 'The copy was destroyed. The person is told.',
  },
  'lifting-announced': {
    nl: 'Het einde van de beperking is aangekondigd.',
    en: 'The end of the restriction was announced.',
  },
  'request-asked': {
    nl: 'Wij hebben uw verzoek ontvangen. U krijgt bericht als er nieuws is.',
    en: 'We have received your request. You hear from us when there is news.',
  },
  'request-done': { nl: 'Uw verzoek is meteen uitgevoerd.', en: 'Your request was done at once.' },
  'request-granted': {
    nl: 'Uw verzoek is toegewezen. Wij voeren het nu uit.',
    en: 'Your request was granted. We are carrying it out now.',
  },
  'request-answered': {
    nl: 'Wij hebben uw antwoord ontvangen.',
    en: 'We have received your answer.',
  },
  'request-withdrawn': { nl: 'Uw verzoek is ingetrokken.', en: 'Your request is withdrawn.' },
  'request-sent': {
    nl: 'Bijna klaar. Bevestig uw verzoek met de link in de e-mail die u nu krijgt.',
    en: 'Almost done. Confirm your request with the link in the e-mail that you get now.',
  },
  'request-confirmed': {
    nl: 'Uw verzoek is bevestigd. Op deze pagina volgt u het.',
    en: 'Your request is confirmed. You follow it on this page.',
  },
  'restriction-lifted': {
    nl: 'De beperking is opgeheven. Uw dossier is weer te zien.',
    en: 'The restriction is lifted. Your dossier shows again.',
  },
  rectified: { nl: 'Het is verbeterd.', en: 'It was put right.' },
  'rectification-done': {
    nl: 'Het verzoek is afgehandeld. De cliënt krijgt bericht.',
    en: 'The request is done. The client is told.',
  },
  'mail-sent': {
    nl: 'Als dit e-mailadres bij ons bekend is, krijgt u een e-mail.',
    en: 'If we know this e-mail address, you will get an e-mail.',
  },
}
