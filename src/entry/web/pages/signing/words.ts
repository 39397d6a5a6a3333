import type { Text } from '#kernel/language.ts'

/** Words that the pages of signing share, of coach and client. */
export const SIGNING = {
  title: { nl: 'Ondertekenen', en: 'Signing' },
  sign: { nl: 'Ondertekenen', en: 'Sign' },
  name: { nl: 'Uw naam', en: 'Your name' },
  nameHint: {
    nl: 'Typ uw naam zoals u die onder een brief zou zetten.',
    en: 'Type your name as you would put it under a letter.',
  },
  drawing: { nl: 'Uw handtekening', en: 'Your signature' },
  drawingHint: {
    nl: 'Niet verplicht. Teken met de muis, uw vinger of een pen.',
    en: 'Optional. Draw with the mouse, your finger or a pen.',
  },
  code: { nl: 'Code uit uw app', en: 'Code from your app' },
  codeHint: {
    nl: 'Met deze code bevestigt u dat u het bent. Gebruikte u net een code om in te loggen, wacht dan op de volgende.',
    en: 'With this code you confirm that it is you. If you just used one to sign in, wait for the next.',
  },
  document: { nl: 'Document lezen', en: 'Read the document' },
  digest: { nl: 'SHA-256 van het document', en: 'SHA-256 of the document' },
  refuse: { nl: 'Ik onderteken niet', en: 'I will not sign' },
  withdraw: { nl: 'Ondertekening intrekken', en: 'Withdraw the signing' },
  evidence: { nl: 'Bewijs als pdf', en: 'Evidence as PDF' },
  evidenceFile: { nl: 'Bewijsbestand (json)', en: 'Evidence file (JSON)' },
  client: { nl: 'De cliënt', en: 'The client' },
  coach: { nl: 'De coach', en: 'The coach' },
  intact: { nl: 'Nagegaan: niets veranderd', en: 'Verified: nothing changed' },
  changed: {
    nl: 'Let op: dit is na het ondertekenen veranderd',
    en: 'Mind: this was changed after signing',
  },
  unverified: { nl: 'Nog niet na te gaan', en: 'Cannot be verified yet' },
  waits: { nl: 'nog niet ondertekend', en: 'not signed yet' },
  signedAt: { nl: 'Ondertekend op', en: 'Signed at' },
  drawn: { nl: 'Getekende naam', en: 'Drawn name' },
  refused: { nl: 'De cliënt ondertekent niet', en: 'The client will not sign' },
  noFactor: { nl: 'Eerst: inloggen in twee stappen', en: 'First: two-step sign-in' },
  noFactorWhy: {
    nl: 'Ondertekenen kan alleen als u inlogt met een code uit een app. Stel dat eerst in; het duurt een paar minuten.',
    en: 'You can sign only when you sign in with a code from an app. Set that up first; it takes a few minutes.',
  },
  setUp: { nl: 'Tweede stap instellen', en: 'Set up the second step' },
} satisfies Record<string, Text>

const STATES = {
  asked: { label: { nl: 'wacht op handtekening', en: 'waits for a signature' }, tone: 'info' },
  signed: { label: { nl: 'door beiden ondertekend', en: 'signed by both' }, tone: 'success' },
  refused: { label: { nl: 'geweigerd', en: 'refused' }, tone: 'warning' },
  withdrawn: { label: { nl: 'ingetrokken', en: 'withdrawn' }, tone: 'neutral' },
} as const

export const SIGNING_STATES: typeof STATES = STATES
