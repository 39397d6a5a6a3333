import type { LedgerWords } from './words.ts'

/** Words for what every organisation has: access, consent, staff, signing in. */
export const CORE_LEDGER_WORDS: LedgerWords = {
  subjects: {
    dossiers: { nl: 'een dossier', en: 'a dossier' },
    members: { nl: 'gegevens van een medewerker', en: 'details of a member of staff' },
    parties: { nl: 'een relatie', en: 'a business relation' },
    absences: { nl: 'een afwezigheid', en: 'an absence' },
    functions: { nl: 'een functie', en: 'a function' },
    relations: { nl: 'toegang tot een dossier', en: 'access to a dossier' },
    affiliations: { nl: 'een vertegenwoordiger', en: 'a representative' },
    consents: { nl: 'een antwoord op een vraag om toestemming', en: 'an answer about consent' },
    consent_requests: { nl: 'een vraag om toestemming', en: 'a question for consent' },
    withdrawals: { nl: 'de intrekking van een toestemming', en: 'the withdrawal of a consent' },
    invitations: { nl: 'een uitnodiging', en: 'an invitation' },
    member_invitations: { nl: 'een uitnodiging voor een medewerker', en: 'a staff invitation' },
  },
  acts: {
    opened: { nl: 'opende {dossier}', en: 'opened {dossier}' },
    refused: {
      nl: 'probeerde tevergeefs {dossier} te openen',
      en: 'tried in vain to open {dossier}',
    },
    started: { nl: 'maakte {dossier} aan', en: 'started {dossier}' },
    'signed-in': { nl: 'meldde zich aan', en: 'signed in' },
    'sign-in-refused': {
      nl: 'probeerde tevergeefs zich aan te melden',
      en: 'tried in vain to sign in',
    },
    'signed-out': { nl: 'meldde zich af', en: 'signed out' },
    'password-changed': { nl: 'wijzigde het wachtwoord', en: 'changed the password' },
    'second-factor-reset': {
      nl: 'haalde als systeembeheerder de tweede stap van een account weg',
      en: 'took the second factor of an account away, as operator',
    },
    'second-factor-changed': {
      nl: 'wijzigde de tweede stap van het aanmelden',
      en: 'changed the second step of signing in',
    },
    'applied statements': {
      nl: 'maakte versie {item} van de privacyverklaring van kracht',
      en: 'put version {item} of the privacy statement into force',
    },
    'accepted invitations': {
      nl: 'nam de uitnodiging voor {dossier} aan',
      en: 'accepted the invitation to {dossier}',
    },
    'accepted member_invitations': {
      nl: 'nam een uitnodiging aan',
      en: 'accepted an invitation',
    },
    'inserted relations': {
      nl: 'gaf iemand toegang tot {dossier}',
      en: 'gave somebody access to {dossier}',
    },
    'updated relations': {
      nl: 'wijzigde wie toegang heeft tot {dossier}',
      en: 'changed who has access to {dossier}',
    },
    'inserted consent_requests': {
      nl: 'vroeg om toestemming',
      en: 'asked for consent',
      toReader: { nl: 'vroeg u om toestemming', en: 'asked you for consent' },
    },
    'inserted consents': {
      nl: 'beantwoordde een vraag om toestemming',
      en: 'answered a question for consent',
    },
    'inserted withdrawals': { nl: 'trok een toestemming in', en: 'withdrew a consent' },
    'inserted invitations': {
      nl: 'nodigde de betrokkene uit',
      en: 'invited the person concerned',
      toReader: { nl: 'nodigde u uit om mee te kijken', en: 'invited you to look along' },
    },
    'deleted invitations': { nl: 'trok een uitnodiging in', en: 'took back an invitation' },
    'inserted member_invitations': {
      nl: 'nodigde iemand uit',
      en: 'invited somebody',
    },
    'deleted member_invitations': { nl: 'trok een uitnodiging in', en: 'took back an invitation' },
    'inserted absences': { nl: 'plande een afwezigheid', en: 'planned an absence' },
    'inserted functions': { nl: 'gaf iemand een functie', en: 'gave somebody a function' },
    'deleted functions': {
      nl: 'nam iemand een functie af',
      en: 'took a function away from somebody',
    },
    'inserted members': { nl: 'nam een medewerker op', en: 'added a member of staff' },
  },
  lists: {
    public: { nl: 'openbare pagina’s', en: 'public pages' },
  },
  actors: {},
  silent: [],
}
