import { CONSENT_ERRORS } from '#duties/consent/errors.ts'
import { RECIPIENT_ERRORS } from '#duties/recipients/errors.ts'
import type { Text } from '#kernel/language.ts'
import { MAIL_ERRORS } from './mails/words.ts'
import { PAPER_ERRORS } from './paper/words.ts'
import { PRINCIPAL_ERRORS } from './principal/errors.ts'
import { PEER_REVIEW_ERRORS } from './peer-review/errors.ts'
import { PROFESSIONAL_ERRORS } from './professionals/errors.ts'
import { SUCCESSION_ERRORS } from './succession/errors.ts'
import { TRAJECTORY_ERRORS } from './trajectory/errors.ts'

/**
 * What the practice refuses, in words for the person who tried. Doors register them as
 * explanations.
 */
export const PRACTICE_ERRORS = {
  ...CONSENT_ERRORS,
  ...RECIPIENT_ERRORS,
  ...PAPER_ERRORS,
  ...MAIL_ERRORS,
  ...TRAJECTORY_ERRORS,
  ...PRINCIPAL_ERRORS,
  ...SUCCESSION_ERRORS,
  STATEMENT_NOT_SHOWN: {
    nl: 'De privacyverklaring is nog niet aan de cliënt getoond. Leg dat eerst vast.',
    en: 'The privacy statement was not shown to the client yet. Record that first.',
  },
  NOT_ACTIVE: {
    nl: 'De dienst is nog niet begonnen. Toon de privacyverklaring en begin de dienst.',
    en: 'The service has not started yet. Show the privacy statement and start the service.',
  },
  DOSSIER_CLOSED: {
    nl: 'Dit dossier is afgesloten. Er kan niets meer bij.',
    en: 'This dossier is closed. Nothing can be added to it.',
  },
  TIME_INVOICED: {
    nl: 'Deze tijd staat op een factuur en verandert niet meer. Laat de factuur eerst crediteren.',
    en: 'This time stands on an invoice and no longer changes. Have the invoice credited first.',
  },
  TIME_IN_FUTURE: {
    nl: 'Die dag is nog niet geweest. Kies vandaag of een eerdere dag.',
    en: 'That day has not come yet. Choose today or an earlier day.',
  },
  TIME_AFTER_END: {
    nl: 'Op die dag was de dienst al afgesloten. Kies een dag waarop de dienst nog liep.',
    en: 'The service had ended by that day. Choose a day on which it still ran.',
  },
  END_OUTSIDE_SERVICE: {
    nl: 'De einddatum moet tussen het begin van de dienst en vandaag liggen.',
    en: 'The end must lie between the start of the service and today.',
  },
  CATEGORY_BARRED: {
    nl: 'Dit soort gegevens hoort volgens de privacyverklaring niet bij deze dienst.',
    en: 'According to the privacy statement this kind of data does not belong to this service.',
  },
  SUMMARY_SENT: {
    nl: 'Deze samenvatting is al naar de cliënt gestuurd en verandert niet meer.',
    en: 'This summary was sent to the client already and no longer changes.',
  },
  SUMMARY_NOT_SENT: {
    nl: 'Deze samenvatting is nog een concept. Pas het concept zelf aan.',
    en: 'This summary is still a draft. Change the draft itself.',
  },
  SUMMARY_CHANGED: {
    nl: 'Iemand anders heeft dit concept intussen gewijzigd. Bekijk die versie eerst.',
    en: 'Somebody else changed this draft meanwhile. Look at that version first.',
  },
  SUMMARY_APPROVED: {
    nl: 'De cliënt heeft deze samenvatting goedgekeurd. Een nieuwe versie komt er pas als de cliënt om verbetering vraagt en dat is toegewezen.',
    en: 'The client approved this summary. There is a new version only when the client asks for a correction and that was granted.',
  },
  SUMMARY_REPLACED: {
    nl: 'Er is al een nieuwere versie van deze samenvatting.',
    en: 'There is a newer version of this summary already.',
  },
  SUMMARY_ANSWERED: {
    nl: 'Op deze samenvatting is al geantwoord.',
    en: 'This summary was answered already.',
  },
  SUMMARY_EXISTS: {
    nl: 'Van dit gesprek is al een samenvatting.',
    en: 'There is a summary of this consult already.',
  },
  SUMMARY_NOT_APPROVED: {
    nl: 'De cliënt heeft deze samenvatting niet goedgekeurd. Alleen een goedgekeurde samenvatting kan naar buiten.',
    en: 'The client did not approve this summary. Only an approved summary can be disclosed.',
  },
  FILE_BARRED: {
    nl: 'Dit kan niet in dat dossier. Wat de cliënt gaf en wat de opdrachtgever als verbeterpunt meegaf, blijft in het dossier van de cliënt.',
    en: 'This cannot go into that file. What the client gave, and points for improvement from the principal, stay in the client’s file.',
  },
  DOCUMENT_FIXED: {
    nl: 'Een document verandert niet meer. Voeg een nieuw document toe.',
    en: 'A document no longer changes. Add a new document.',
  },
  CATEGORY_NOT_ON: {
    nl: 'Dit soort gegevens staat in dit dossier niet aan. Zet het eerst aan bij Extra gegevens, met de reden.',
    en: 'This kind of data is not switched on in this dossier. Switch it on first under Extra data, with the reason.',
  },
  CATEGORY_HELD: {
    nl: 'Op dit dossier rust een bewaarplicht. Tot die voorbij is, kan dit niet worden uitgezet.',
    en: 'This dossier must be kept for now. Until that ends this cannot be switched off.',
  },
  CLIENT_NOT_MINOR: {
    nl: 'Een vertegenwoordiger kan alleen voor een cliënt die jonger is dan zestien. Vul de geboortedatum in, of kijk haar na.',
    en: 'Only a client who is younger than sixteen can have a representative. Fill in the date of birth, or check it.',
  },
  CITIZEN_NUMBER_WRONG: {
    nl: 'Dit is geen burgerservicenummer: het heeft negen cijfers en moet aan de elfproef voldoen. Kijk elk cijfer na.',
    en: 'This is not a citizen number: it has nine digits and must pass the eleven-test. Check each digit.',
  },
  CITIZEN_NUMBER_BARRED: {
    nl: 'Bij deze dienst noemt de privacyverklaring geen wet die het burgerservicenummer toestaat. Leg het niet vast, ook niet in een notitie.',
    en: 'For this service the privacy statement names no law that allows the citizen number. Do not record it, not in a note either.',
  },
  DISCLOSED_ALREADY: {
    nl: 'Dit document is al verstrekt.',
    en: 'This document was disclosed already.',
  },
  CLIENT_UNREACHABLE: {
    nl: 'Van deze cliënt is geen e-mailadres bekend. Vul dat eerst in, of geef de verklaring op papier.',
    en: 'No email address of this client is known. Fill that in first, or hand the statement over on paper.',
  },
  HANDOVER_OFFERED: {
    nl: 'Dit dossier is al aan een collega aangeboden. Trek dat aanbod eerst in.',
    en: 'This dossier was offered to a colleague already. Take that offer back first.',
  },
  HANDOVER_NOT_YOURS: {
    nl: 'Alleen de verantwoordelijke coach draagt een dossier over, en alleen wie gevraagd is neemt het over.',
    en: 'Only the responsible coach hands a dossier over, and only who was asked takes it over.',
  },
  ABSENCE_PERIOD: {
    nl: 'De laatste dag moet op of na de eerste dag liggen.',
    en: 'The last day must be on or after the first.',
  },
  ABSENCE_CANCELLED: {
    nl: 'Deze afwezigheid gaat niet door.',
    en: 'This absence does not go on.',
  },
  ABSENCE_ASKED: {
    nl: 'Over deze afwezigheid is al toestemming gevraagd. Korter kan, langer niet: plan voor de extra dagen een nieuwe afwezigheid.',
    en: 'Clients were asked about this absence already. It can become shorter, not longer: plan a new absence for the extra days.',
  },
  SUBSTITUTE_NEEDS_CONSENT: {
    nl: 'Volgens de privacyverklaring is voor waarneming toestemming nodig. Vraag die aan de cliënt.',
    en: 'According to the privacy statement standing in needs consent. Ask the client for it.',
  },
  ...PROFESSIONAL_ERRORS,
  ...PEER_REVIEW_ERRORS,
  SUBSTITUTE_SELF: {
    nl: 'Kies een ander als waarnemer.',
    en: 'Choose somebody else to stand in.',
  },
  FILE_EMPTY: { nl: 'Dit bestand is leeg.', en: 'This file is empty.' },
  FILE_TOO_LARGE: {
    nl: 'Dit bestand is te groot. Een bestand mag hoogstens 25 MB zijn.',
    en: 'This file is too large. A file may be 25 MB at most.',
  },
  FILE_KIND_BARRED: {
    nl: 'Dit soort bestand nemen wij niet aan. Gebruik pdf, Word (docx), ODT, Excel (xlsx), PNG, JPEG, platte tekst of een e-mail (eml).',
    en: 'We do not take this kind of file. Use PDF, Word (docx), ODT, Excel (xlsx), PNG, JPEG, plain text or an email (eml).',
  },
  FILE_DISGUISED: {
    nl: 'De inhoud van dit bestand is iets anders dan de naam zegt. Sla het opnieuw op en probeer het nog eens.',
    en: 'The content of this file is not what its name says. Save it anew and try again.',
  },
} as const satisfies Record<string, Text>
