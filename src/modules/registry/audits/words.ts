import type { PackageWords } from '#duties/package/words.ts'
import type { Text } from '#kernel/language.ts'
import type { LedgerWords } from '#ledger/words.ts'

/** What is refused around portfolios, audits and signals. */
export const AUDITS_ERRORS = {
  PORTFOLIO_FULL: {
    nl: 'Uw portfolio is vol: er passen 200 stukken in. Haal eerst iets weg.',
    en: 'Your portfolio is full: it holds 200 items. Remove something first.',
  },
  PORTFOLIO_ASKED: {
    nl: 'U kunt dit portfolio al inzien. Kijk bij Portfolio’s.',
    en: 'You can look in this portfolio already. See Portfolios.',
  },
  AUDIT_WITHOUT_STUDENTS: {
    nl: 'Bij deze instelling is niemand in opleiding voor wat u koos. Kies een andere opleiding of instelling.',
    en: 'At this institution nobody is in training for what you chose. Choose another programme or institution.',
  },
  AUDIT_DAY_PASSED: {
    nl: 'De eerste dag is al geweest. Kies vandaag of later.',
    en: 'The first day has passed. Choose today or later.',
  },
  AUDITOR_UNKNOWN: {
    nl: 'Deze auditor werkt hier niet meer. Kies een andere.',
    en: 'This auditor no longer works here. Choose another one.',
  },
  REQUIREMENT_UNKNOWN: {
    nl: 'Deze eis hoort niet bij de opleiding van deze student. Kies een eis uit de lijst.',
    en: 'This requirement is not of the programme of this student. Choose one from the list.',
  },
} as const satisfies Readonly<Record<string, Text>>

/** How the ledger tells of them. */
export const AUDITS_LEDGER_WORDS: LedgerWords = {
  subjects: {
    portfolio_items: { nl: 'een stuk in het portfolio', en: 'an item in the portfolio' },
    portfolio_requests: { nl: 'inzage in het portfolio', en: 'a look in the portfolio' },
    audits: { nl: 'een audit', en: 'an audit' },
    audit_students: { nl: 'een deelname aan een audit', en: 'a part in an audit' },
    audit_partners: { nl: 'de gesprekspartner bij een audit', en: 'the partner in an audit' },
    audit_judgements: { nl: 'een bevinding van de auditor', en: 'a finding of the auditor' },
    signals: { nl: 'een signaal', en: 'a signal' },
    signal_answers: { nl: 'een antwoord op een signaal', en: 'an answer to a signal' },
  },
  acts: {
    'inserted portfolio_items': {
      nl: 'zette iets in het portfolio',
      en: 'put something in the portfolio',
    },
    'deleted portfolio_items': {
      nl: 'haalde iets uit het portfolio',
      en: 'took something out of the portfolio',
    },
    'inserted portfolio_requests': {
      nl: 'liet de werkgever in het portfolio kijken',
      en: 'let the employer look in the portfolio',
    },
    'inserted audits': { nl: 'plande een audit', en: 'planned an audit' },
    'updated audits': { nl: 'beëindigde een audit', en: 'ended an audit' },
    'inserted audit_students': { nl: 'lootte voor een audit', en: 'drew for an audit' },
    'inserted audit_judgements': {
      nl: 'schreef een bevinding van een audit op',
      en: 'wrote down a finding of an audit',
    },
    'updated audit_judgements': {
      nl: 'wijzigde een bevinding van een audit',
      en: 'changed a finding of an audit',
    },
    'inserted signals': { nl: 'stuurde een signaal', en: 'sent a signal' },
    'inserted signal_answers': {
      nl: 'antwoordde op een signaal',
      en: 'answered a signal',
    },
  },
  lists: {
    portfolios: { nl: 'de portfolio’s om in te zien', en: 'the portfolios to look in' },
    audits: { nl: 'de audits', en: 'the audits' },
    audit: { nl: 'de studenten van een audit', en: 'the students of an audit' },
    signals: { nl: 'de signalen', en: 'the signals' },
  },
  actors: {},
  silent: ['portfolio_files', 'signal_words'],
}

/** What they are called in a package. */
export const AUDITS_PACKAGE_WORDS: PackageWords = {
  tables: {
    portfolio_items: { nl: 'portfolio', en: 'portfolio' },
    portfolio_files: { nl: 'bestanden in het portfolio', en: 'files in the portfolio' },
    portfolio_requests: { nl: 'inzage in het portfolio', en: 'looks in the portfolio' },
    audit_students: { nl: 'audits', en: 'audits' },
    audit_judgements: { nl: 'bevindingen van audits', en: 'findings of audits' },
    signals: { nl: 'signalen', en: 'signals' },
    signal_words: { nl: 'wat er in signalen stond', en: 'what stood in signals' },
    signal_answers: { nl: 'antwoorden op signalen', en: 'answers to signals' },
  },
  columns: {
    portfolio_item_id: { nl: 'Stuk', en: 'Item' },
    requirement_id: { nl: 'Eis', en: 'Requirement' },
    audit_id: { nl: 'Audit', en: 'Audit' },
    drawn_at: { nl: 'Geloot op', en: 'Drawn at' },
    judgement: { nl: 'Oordeel', en: 'Judgement' },
    judged_by: { nl: 'Beoordeeld door', en: 'Judged by' },
    judged_at: { nl: 'Beoordeeld op', en: 'Judged at' },
    signal_id: { nl: 'Signaal', en: 'Signal' },
    words: { nl: 'Tekst', en: 'Text' },
  },
  values: {
    'in-order': { nl: 'in orde', en: 'in order' },
    'not-in-order': { nl: 'niet in orde', en: 'not in order' },
  },
}
