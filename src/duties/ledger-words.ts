import type { LedgerWords } from '#ledger/words.ts'

/** Words for the lists that officers and administrators look at. */
export const DUTIES_LEDGER_WORDS: LedgerWords = {
  subjects: {
    statement_drafts: { nl: 'een concept van de verklaring', en: 'a draft of the statement' },
    statement_revisions: {
      nl: 'een bewaarde tekst van de verklaring',
      en: 'a saved text of the statement',
    },
    statement_discards: { nl: 'het einde van een concept', en: 'the end of a draft' },
    statement_proposals: {
      nl: 'een voorstel voor de verklaring',
      en: 'a proposal for the statement',
    },
    statement_returns: {
      nl: 'een teruggestuurd voorstel',
      en: 'a proposal that was sent back',
    },
    statement_approvals: {
      nl: 'de goedkeuring van een nieuwe verklaring',
      en: 'the approval of a new statement',
    },
    statement_retractions: {
      nl: 'het verzoek om een versie terug te nemen',
      en: 'the request to take a version back',
    },
    statement_retraction_approvals: {
      nl: 'het terugnemen van een versie',
      en: 'the taking back of a version',
    },
    requests: { nl: 'een verzoek over gegevens', en: 'a request about data' },
    restrictions: { nl: 'een beperking', en: 'a restriction' },
    erasure_orders: { nl: 'een verwijdering', en: 'an erasure' },
    rectifications: { nl: 'een verbetering', en: 'a correction' },
    deliveries: { nl: 'een verstrekking aan een ontvanger', en: 'a delivery to a recipient' },
    legal_demands: { nl: 'een vordering van een overheid', en: 'a demand of an authority' },
    demand_decisions: { nl: 'een besluit over een vordering', en: 'a decision on a demand' },
  },
  acts: {
    'inserted requests': { nl: 'deed een verzoek', en: 'made a request' },
    'updated requests': { nl: 'behandelde een verzoek', en: 'handled a request' },
    'updated restrictions': { nl: 'hief een beperking op', en: 'lifted a restriction' },
    'inserted rectifications': { nl: 'verbeterde een gegeven', en: 'put a value right' },
    'inserted statement_drafts': {
      nl: 'begon een concept van de verklaring',
      en: 'began a draft of the statement',
    },
    'inserted statement_revisions': {
      nl: 'schreef aan een concept van de verklaring',
      en: 'wrote in a draft of the statement',
    },
    'inserted statement_discards': {
      nl: 'verwijderde een concept van de verklaring',
      en: 'dropped a draft of the statement',
    },
    'inserted statement_proposals': {
      nl: 'stelde een nieuwe verklaring voor',
      en: 'proposed a new statement',
    },
    'inserted statement_returns': {
      nl: 'stuurde een voorstel voor de verklaring terug',
      en: 'sent a proposal for the statement back',
    },
    'inserted statement_approvals': {
      nl: 'keurde een nieuwe verklaring goed',
      en: 'approved a new statement',
    },
    'inserted statement_retractions': {
      nl: 'vroeg om een aangekondigde verklaring terug te nemen',
      en: 'asked to take an announced statement back',
    },
    'deleted statement_retractions': {
      nl: 'liet een aangekondigde verklaring toch staan',
      en: 'let an announced statement stand after all',
    },
    'inserted statement_retraction_approvals': {
      nl: 'nam een aangekondigde verklaring terug',
      en: 'took an announced statement back',
    },
    'restored backups': {
      nl: 'zette reservekopie {item} terug',
      en: 'brought back the backup {item}',
    },
    'delivered deliveries': {
      nl: 'liet iets naar een ontvanger gaan',
      en: 'let something go to a recipient',
    },
    'inserted legal_demands': {
      nl: 'legde een vordering van een overheid vast',
      en: 'recorded a demand of an authority',
    },
    'inserted demand_decisions': {
      nl: 'besliste over een vordering van een overheid',
      en: 'decided on a demand of an authority',
    },
  },
  lists: {
    requests: { nl: 'de verzoeken', en: 'the requests' },
    request: { nl: 'een verzoek', en: 'a request' },
    entry: { nl: 'het invoeren van een verzoek', en: 'the entry of a request' },
    identity: { nl: 'het vaststellen van een identiteit', en: 'the establishing of identity' },
    'identity-copy': {
      nl: 'een kopie van een identiteitsbewijs',
      en: 'a copy of an identity document',
    },
    'own-requests': { nl: 'de eigen verzoeken', en: 'the own requests' },
    'own-request': { nl: 'een eigen verzoek', en: 'an own request' },
    'own-rights': { nl: 'wat iemand kan vragen', en: 'what somebody can ask' },
    staff: { nl: 'de medewerkers', en: 'the staff' },
    invitations: { nl: 'de uitnodigingen', en: 'the invitations' },
    inviting: { nl: 'de functies om voor uit te nodigen', en: 'the functions to invite for' },
    parties: { nl: 'de partijen', en: 'the parties' },
    party: { nl: 'een partij met haar contactpersonen', en: 'a party with its contacts' },
    absences: { nl: 'de afwezigheid van iedereen', en: 'everybody’s absence' },
    promises: { nl: 'de beloften', en: 'the promises' },
    promise: { nl: 'een belofte', en: 'a promise' },
    proofs: { nl: 'eerdere controles van een belofte', en: 'earlier checks of a promise' },
    proving: { nl: 'het uitvoeren van de controles', en: 'carrying out the checks' },
    ledger: { nl: 'het logboek', en: 'the ledger' },
    backups: { nl: 'de reservekopieën', en: 'the backups' },
    checkpoints: { nl: 'de ijkpunten van het logboek', en: 'the checkpoints of the ledger' },
    access: { nl: 'het overzicht van de toegang', en: 'the overview of access' },
    drafts: { nl: 'de concepten van de verklaring', en: 'the drafts of the statement' },
    draft: { nl: 'een concept van de verklaring', en: 'a draft of the statement' },
    'draft-preview': {
      nl: 'wat een concept met de dossiers zou doen',
      en: 'what a draft would do to the dossiers',
    },
    recipients: { nl: 'de ontvangers en verstrekkingen', en: 'the recipients and deliveries' },
    demands: { nl: 'de vorderingen van overheden', en: 'the demands of authorities' },
    demand: { nl: 'een vordering van een overheid', en: 'a demand of an authority' },
    statement: { nl: 'de gegevens van de verklaring', en: 'the details of the statement' },
  },
  actors: {},
  silent: [],
}
