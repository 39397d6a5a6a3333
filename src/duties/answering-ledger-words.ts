import type { LedgerWords } from '#ledger/words.ts'

/** Words for the register, incidents, complaints and the review of access. */
export const ANSWERING_LEDGER_WORDS: LedgerWords = {
  subjects: {
    register_remarks: { nl: 'een opmerking in het register', en: 'a remark in the register' },
    agreements: { nl: 'een overeenkomst', en: 'an agreement' },
    assessments: { nl: 'een voortoets', en: 'a screening' },
    assessment_reports: { nl: 'een beoordeling van risico’s', en: 'an assessment of risks' },
    assessment_measures: { nl: 'een maatregel', en: 'a measure' },
    access_reviews: { nl: 'een controle van de toegang', en: 'a review of access' },
    access_review_decisions: { nl: 'een oordeel over toegang', en: 'a decision on access' },
    incidents: { nl: 'een incident', en: 'an incident' },
    incident_assessments: { nl: 'een beoordeling van een incident', en: 'an incident assessment' },
    incident_decisions: {
      nl: 'een besluit over het melden van een incident',
      en: 'a decision on notifying an incident',
    },
    incident_notices: { nl: 'een brief over een incident', en: 'a letter about an incident' },
    incident_closures: { nl: 'de afsluiting van een incident', en: 'the closing of an incident' },
    complaints: { nl: 'een klacht', en: 'a complaint' },
    complaint_subjects: { nl: 'over wie een klacht gaat', en: 'whom a complaint is about' },
    complaint_acknowledgements: {
      nl: 'een ontvangstbevestiging van een klacht',
      en: 'an acknowledgement of a complaint',
    },
    complaint_hearings: { nl: 'wat iemand over een klacht zei', en: 'what somebody said' },
    complaint_outcomes: { nl: 'de uitkomst van een klacht', en: 'the outcome of a complaint' },
  },
  acts: {
    'inserted incidents': { nl: 'meldde een incident', en: 'reported an incident' },
    'inserted incident_assessments': { nl: 'beoordeelde een incident', en: 'assessed an incident' },
    'inserted incident_decisions': {
      nl: 'besloot of een incident wordt gemeld',
      en: 'decided whether an incident is notified',
    },
    'inserted incident_closures': { nl: 'sloot een incident af', en: 'closed an incident' },
    'inserted access_reviews': {
      nl: 'begon een controle van de toegang',
      en: 'began a review of access',
    },
    'inserted access_review_decisions': {
      nl: 'besloot of iemands toegang blijft',
      en: 'decided whether somebody’s access stays',
    },
    'inserted complaints': { nl: 'diende een klacht in', en: 'made a complaint' },
    'inserted complaint_outcomes': {
      nl: 'stelde de uitkomst van een klacht vast',
      en: 'decided on a complaint',
    },
    'destroyed settled': {
      nl: 'vernietigde wat over de bewaartermijn was',
      en: 'destroyed what was past its term',
    },
  },
  lists: {
    register: { nl: 'het register van verwerkingen', en: 'the register of processing' },
    processors: { nl: 'de ontvangers en overeenkomsten', en: 'recipients and agreements' },
    assessments: { nl: 'de beoordelingen van risico’s', en: 'the assessments of risks' },
    assessment: { nl: 'een beoordeling van risico’s', en: 'an assessment of risks' },
    incidents: { nl: 'de incidenten', en: 'the incidents' },
    incident: { nl: 'een incident', en: 'an incident' },
    reporting: { nl: 'het formulier voor een incident', en: 'the form for an incident' },
    complaints: { nl: 'de klachten', en: 'the complaints' },
    complaint: { nl: 'een klacht', en: 'a complaint' },
    'own-complaints': { nl: 'de eigen klachten', en: 'one’s own complaints' },
    'access-reviews': { nl: 'de controles van de toegang', en: 'the reviews of access' },
    'access-review': { nl: 'een controle van de toegang', en: 'a review of access' },
  },
  actors: {},
  silent: [],
}
