import type { LedgerWords } from '#ledger/words.ts'

/** The words in which the ledger tells of trajectories, forms and signatures. */
export const TRAJECTORY_LEDGER_WORDS: LedgerWords = {
  subjects: {
    trajectories: { nl: 'het traject', en: 'the trajectory' },
    goals: { nl: 'een doel', en: 'a goal' },
    expectations: { nl: 'een verwachting', en: 'an expectation' },
    actions: { nl: 'een actie', en: 'an action' },
    action_completions: { nl: 'een afgevinkte actie', en: 'a ticked action' },
    action_templates: { nl: 'een regel van een actielijst', en: 'a line of an action list' },
    form_templates: { nl: 'een sjabloon', en: 'a template' },
    forms: { nl: 'een formulier', en: 'a form' },
    form_shares: { nl: 'een vraag om een formulier in te vullen', en: 'a form to fill in' },
    form_answers: { nl: 'een ingevuld formulier', en: 'a form that was filled in' },
    form_sources: {
      nl: 'een samenvatting voor een rapportage',
      en: 'a summary that a report is made of',
    },
    form_completions: { nl: 'een definitief formulier', en: 'a final form' },
    signings: { nl: 'een ondertekening', en: 'a signing' },
    signatures: { nl: 'een handtekening', en: 'a signature' },
    signing_refusals: { nl: 'een geweigerde handtekening', en: 'a refused signature' },
    signing_withdrawals: { nl: 'een ingetrokken ondertekening', en: 'a withdrawn signing' },
    signing_reminders: { nl: 'een herinnering', en: 'a reminder' },
    sick_leaves: { nl: 'de eerste ziektedag', en: 'the first day of illness' },
    gatekeeper_terms: { nl: 'een termijn van de wet', en: 'a term of the law' },
    gatekeeper_completions: { nl: 'een stap van de wet', en: 'a step of the law' },
    gatekeeper_reminders: { nl: 'een herinnering', en: 'a reminder' },
  },
  acts: {
    'inserted trajectories': { nl: 'legde het traject vast', en: 'recorded the trajectory' },
    'updated trajectories': { nl: 'wijzigde het traject', en: 'changed the trajectory' },
    'inserted goals': { nl: 'schreef een doel op', en: 'wrote down a goal' },
    'inserted expectations': {
      nl: 'schreef een verwachting op',
      en: 'wrote down an expectation',
    },
    'inserted actions': { nl: 'zette een actie op de lijst', en: 'put an action on the list' },
    'inserted action_completions': { nl: 'vinkte een actie af', en: 'ticked an action' },
    'deleted action_completions': { nl: 'haalde een vinkje weg', en: 'took a tick away' },
    'inserted forms': { nl: 'begon een formulier', en: 'began a form' },
    'inserted form_shares': {
      nl: 'vroeg de cliënt een formulier in te vullen',
      en: 'asked the client to fill in a form',
      toReader: {
        nl: 'vroeg u een formulier in te vullen',
        en: 'asked you to fill in a form',
      },
    },
    'inserted form_answers': { nl: 'vulde een formulier in', en: 'filled in a form' },
    'inserted form_completions': {
      nl: 'maakte een formulier definitief',
      en: 'made a form final',
    },
    'inserted signings': {
      nl: 'vroeg om handtekeningen onder een document',
      en: 'asked for signatures under a document',
    },
    'inserted signatures': { nl: 'ondertekende een document', en: 'signed a document' },
    'inserted signing_refusals': {
      nl: 'weigerde een document te ondertekenen',
      en: 'refused to sign a document',
    },
    'inserted signing_withdrawals': {
      nl: 'trok een ondertekening in',
      en: 'withdrew a signing',
    },
    'inserted sick_leaves': {
      nl: 'legde de eerste ziektedag vast',
      en: 'recorded the first day of illness',
    },
    'inserted gatekeeper_completions': {
      nl: 'rondde een stap van de Wet verbetering poortwachter af',
      en: 'completed a step of the gatekeeper act',
    },
  },
  lists: {
    templates: { nl: 'de sjablonen', en: 'the templates' },
  },
  actors: {},
  silent: ['form_sources'],
}
