import type { LedgerWords } from '#ledger/words.ts'
import { MAIL_LEDGER_WORDS } from './mails/words.ts'
import { PAPER_LEDGER_WORDS } from './paper/words.ts'
import { PRINCIPAL_LEDGER_WORDS } from './principal/words.ts'
import { PEER_LEDGER_WORDS } from './peer-review/words.ts'
import { SUCCESSION_LEDGER_WORDS } from './succession/words.ts'
import { TIME_LEDGER_WORDS } from './time/words.ts'
import { CALENDAR_LEDGER_WORDS } from './calendar/words.ts'

/** The words in which the ledger tells what happens in a client's dossier. */
export const PRACTICE_LEDGER_WORDS: LedgerWords = {
  subjects: {
    ...TIME_LEDGER_WORDS.subjects,
    ...MAIL_LEDGER_WORDS.subjects,
    ...PRINCIPAL_LEDGER_WORDS.subjects,
    ...PAPER_LEDGER_WORDS.subjects,
    clients: { nl: 'naam- en contactgegevens', en: 'name and contact details' },
    profiles: { nl: 'gegevens van de intake', en: 'intake details' },
    engagements: { nl: 'de opdracht', en: 'the assignment' },
    statement_notices: { nl: 'een vastlegging', en: 'a record' },
    activations: { nl: 'het begin van de dienst', en: 'the start of the service' },
    handovers: { nl: 'een overdracht', en: 'a hand-over' },
    handover_answers: { nl: 'een antwoord op een overdracht', en: 'an answer to a hand-over' },
    summary_reminders: { nl: 'een herinnering', en: 'a reminder' },
    closures: { nl: 'de afsluiting van de dienst', en: 'the end of the service' },
    consults: { nl: 'een gesprek', en: 'a consult' },
    summaries: { nl: 'een samenvatting', en: 'a summary' },
    dispatches: { nl: 'een verzending', en: 'a dispatch' },
    approvals: { nl: 'een goedkeuring', en: 'an approval' },
    disputes: { nl: 'een weerwoord', en: 'a reply' },
    supplements: { nl: 'een aanvulling', en: 'an addition' },
    notes: { nl: 'een notitie', en: 'a note' },
    documents: { nl: 'een document', en: 'a document' },
    disclosures: { nl: 'een verstrekking', en: 'a disclosure' },
    absence_cancellations: { nl: 'een afgelaste afwezigheid', en: 'a cancelled absence' },
    ...CALENDAR_LEDGER_WORDS.subjects,
    ...PEER_LEDGER_WORDS.subjects,
    ...SUCCESSION_LEDGER_WORDS.subjects,
    substitution_announcements: {
      nl: 'een bericht over waarneming',
      en: 'a message on standing in',
    },
    professional_requests: {
      nl: 'een vraag aan een andere professional',
      en: 'a question to another professional',
    },
    professional_sendings: { nl: 'een verstuurde vraag', en: 'a question that was sent' },
    professional_answers: {
      nl: 'een antwoord van een andere professional',
      en: 'an answer of another professional',
    },
    switched_categories: { nl: 'een extra soort gegevens', en: 'an extra kind of data' },
    related_persons: { nl: 'iemand rond de cliënt', en: 'somebody around the client' },
    citizen_numbers: { nl: 'het burgerservicenummer', en: 'the citizen number' },
    relation_lines: { nl: 'een regel in het relatieoverzicht', en: 'a relation line' },
  },
  acts: {
    ...TIME_LEDGER_WORDS.acts,
    ...MAIL_LEDGER_WORDS.acts,
    ...PRINCIPAL_LEDGER_WORDS.acts,
    ...PAPER_LEDGER_WORDS.acts,
    'inserted clients': {
      nl: 'legde de naam en contactgegevens vast',
      en: 'recorded the name and contact details',
    },
    'inserted profiles': {
      nl: 'legde de gegevens van de intake vast',
      en: 'recorded the intake details',
    },
    'inserted engagements': { nl: 'legde de opdracht vast', en: 'recorded the assignment' },
    'inserted statement_notices': {
      nl: 'legde vast dat de privacyverklaring is getoond',
      en: 'recorded that the privacy statement was shown',
    },
    'inserted activations': { nl: 'begon de dienst', en: 'started the service' },
    'inserted handovers': {
      nl: 'bood het dossier aan een collega aan',
      en: 'offered the dossier to a colleague',
    },
    'inserted handover_answers': {
      nl: 'antwoordde op de overdracht',
      en: 'answered to the hand-over',
    },
    'inserted closures': { nl: 'sloot de dienst af', en: 'ended the service' },
    'inserted consults': { nl: 'legde een gesprek vast', en: 'recorded a consult' },
    'inserted summaries': { nl: 'schreef een samenvatting', en: 'wrote a summary' },
    'inserted dispatches': {
      nl: 'stuurde een samenvatting naar de cliënt',
      en: 'sent a summary to the client',
      toReader: { nl: 'stuurde u een samenvatting', en: 'sent you a summary' },
    },
    'inserted approvals': { nl: 'keurde een samenvatting goed', en: 'approved a summary' },
    'inserted supplements': {
      nl: 'zette eigen woorden bij een samenvatting',
      en: 'put own words beside a summary',
    },
    'inserted disputes': {
      nl: 'gaf een weerwoord op een samenvatting',
      en: 'replied to a summary',
    },
    'inserted switched_categories': {
      nl: 'zette een soort gegevens aan',
      en: 'switched a kind of data on',
    },
    'deleted switched_categories': {
      nl: 'zette een soort gegevens uit',
      en: 'switched a kind of data off',
    },
    'inserted related_persons': {
      nl: 'legde iemand rond de cliënt vast',
      en: 'recorded somebody around the client',
    },
    'inserted citizen_numbers': {
      nl: 'legde het burgerservicenummer vast',
      en: 'recorded the citizen number',
    },
    'shown citizen_numbers': {
      nl: 'liet het burgerservicenummer tonen',
      en: 'had the citizen number shown',
    },
    'deleted citizen_numbers': {
      nl: 'verwijderde het burgerservicenummer',
      en: 'removed the citizen number',
    },
    'inserted notes': { nl: 'schreef een notitie', en: 'wrote a note' },
    'updated documents': {
      nl: 'zette een document in het andere dossier',
      en: 'put a document in the other file',
    },
    'inserted documents': { nl: 'voegde een document toe', en: 'added a document' },
    'inserted absence_cancellations': {
      nl: 'liet een afwezigheid niet doorgaan',
      en: 'cancelled an absence',
    },
    ...CALENDAR_LEDGER_WORDS.acts,
    ...PEER_LEDGER_WORDS.acts,
    'inserted substitution_announcements': {
      nl: 'liet de cliënt weten wie waarneemt',
      en: 'told the client who stands in',
      toReader: { nl: 'liet u weten wie waarneemt', en: 'told you who stands in' },
    },
    'inserted professional_requests': {
      nl: 'schreef een vraag aan een andere professional',
      en: 'wrote a question to another professional',
    },
    'inserted professional_sendings': {
      nl: 'stuurde een vraag naar een andere professional',
      en: 'sent a question to another professional',
    },
    'inserted professional_answers': {
      nl: 'bewaarde een antwoord van een andere professional',
      en: 'kept an answer of another professional',
    },
    'inserted disclosures': { nl: 'verstrekte een document', en: 'disclosed a document' },
  },
  lists: {
    ...TIME_LEDGER_WORDS.lists,
    ...MAIL_LEDGER_WORDS.lists,
    ...PRINCIPAL_LEDGER_WORDS.lists,
    ...PAPER_LEDGER_WORDS.lists,
    ...PEER_LEDGER_WORDS.lists,
    caseload: { nl: 'de eigen dossiers', en: 'one’s own dossiers' },
    substitution: { nl: 'dossiers om waar te nemen', en: 'dossiers to stand in for' },
    'own-absences': { nl: 'de eigen afwezigheid', en: 'one’s own absence' },
    colleagues: { nl: 'de collega’s', en: 'the colleagues' },
    principals: { nl: 'de bekende opdrachtgevers', en: 'the known principals' },
    handovers: { nl: 'aangeboden dossiers', en: 'offered dossiers' },
    'overseen-handovers': { nl: 'de overdrachten', en: 'the hand-overs' },
    import: { nl: 'een cliëntenlijst om in te lezen', en: 'a client list to import' },
    'relation-lines': { nl: 'het relatieoverzicht', en: 'the relation overview' },
    ...CALENDAR_LEDGER_WORDS.lists,
    'own-dossiers': { nl: 'dossiers over zichzelf', en: 'dossiers about oneself' },
  },
  actors: {
    'self-service': { nl: 'De cliënt', en: 'The client' },
    accountability: { nl: 'De opdrachtgever', en: 'The principal' },
  },
  silent: ['document_contents', 'disclosed_documents', 'value_sources'],
}
