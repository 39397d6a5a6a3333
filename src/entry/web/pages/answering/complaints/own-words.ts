import type { Text } from '#kernel/language.ts'

/** What somebody who complains reads. */
export const ownWords = {
  title: { nl: 'Klachten', en: 'Complaints' },
  lead: {
    nl: 'Ging er iets niet goed? Hier dient u een klacht in en ziet u hoe het ermee staat.',
    en: 'Did something go wrong? Here you make a complaint and see how it stands.',
  },
  write: { nl: 'Een klacht indienen', en: 'Make a complaint' },
  writeWhy: {
    nl: 'Vertel wat er niet goed ging. U krijgt meteen een bevestiging, en wij horen u voordat wij iets besluiten.',
    en: 'Tell what went wrong. You get an acknowledgement at once, and we hear you before we decide anything.',
  },
  subject: { nl: 'Onderwerp', en: 'Subject' },
  subjectWhy: { nl: 'Een paar woorden.', en: 'A few words.' },
  what: { nl: 'Wat ging er niet goed', en: 'What went wrong' },
  wish: { nl: 'Wat zou het oplossen', en: 'What would settle it' },
  about: { nl: 'Over wie gaat uw klacht', en: 'Whom is your complaint about' },
  aboutWhy: {
    nl: 'Wie u aankruist, ziet uw klacht niet en behandelt haar niet.',
    en: 'Whoever you tick does not see your complaint and does not handle it.',
  },
  send: { nl: 'Versturen', en: 'Send' },
  none: { nl: 'U hebt geen klacht ingediend', en: 'You have made no complaint' },
  noneWhy: {
    nl: 'Een klacht die u indient, volgt u hier tot de uitkomst.',
    en: 'A complaint that you make you follow here until its outcome.',
  },
  steps: { nl: 'Stappen', en: 'Steps' },
  next: { nl: 'Hoe het verder gaat', en: 'What happens next' },
  byDay: { nl: 'U hoort de uitkomst uiterlijk op', en: 'You will hear the outcome by' },
  kept: {
    nl: 'Over wie uw klacht gaat, krijgt haar niet te zien. U kunt ook nu al naar de Autoriteit Persoonsgegevens.',
    en: 'Whoever it is about does not get to see it. You can turn to the Dutch Data Protection Authority now as well.',
  },
  written: { nl: 'Wat u schreef en zei', en: 'What you wrote and said' },
  outcome: { nl: 'Uitkomst', en: 'Outcome' },
  reasons: { nl: 'Waarom', en: 'Why' },
  measures: { nl: 'Wat wij doen', en: 'What we do' },
  letter: { nl: 'Brief downloaden', en: 'Download the letter' },
  add: { nl: 'Iets aanvullen', en: 'Add something' },
  addWhat: { nl: 'Wat wilt u nog zeggen', en: 'What would you like to add' },
  withdraw: { nl: 'Klacht intrekken', en: 'Withdraw the complaint' },
  withdrawWhy: { nl: 'Waarom trekt u de klacht in', en: 'Why do you withdraw it' },
  withdrawLead: {
    nl: 'Daarna behandelen wij haar niet verder. U kunt later een nieuwe klacht indienen.',
    en: 'We then do not deal with it further. You can make a new complaint later.',
  },
} satisfies Record<string, Text>
