import type { Text } from '#kernel/language.ts'

/** What a client finds wrong in a summary, in the client's own words. */
export const WRONG: readonly Text[] = [
  {
    nl: 'Ik heb niet gezegd dat ik wil stoppen. Ik zei dat ik eraan denk.',
    en: 'I did not say that I want to stop. I said that I think about it.',
  },
  { nl: 'Het waren twee dagen per week, niet drie.', en: 'It was two days a week, not three.' },
  {
    nl: 'Dat ik boos was klopt niet. Ik was teleurgesteld.',
    en: 'That I was angry is not right. I was disappointed.',
  },
  {
    nl: 'Mijn leidinggevende heeft dit niet zo gezegd.',
    en: 'My manager did not say it like that.',
  },
  {
    nl: 'De naam van de cursus is verkeerd.',
    en: 'The name of the course is wrong.',
  },
  {
    nl: 'Er staat dat ik er klaar voor ben. Zo voel ik het nog niet.',
    en: 'It says that I am ready. I do not feel that yet.',
  },
  {
    nl: 'U schrijft dat ik slecht slaap. Dat was een maand geleden zo.',
    en: 'You write that I sleep badly. That was so a month ago.',
  },
  {
    nl: 'Ik mis dat ik ook iets over mijn collega’s heb verteld.',
    en: 'What I told you about my colleagues is missing.',
  },
  {
    nl: 'Dat stuk over mijn familie wil ik er niet in hebben.',
    en: 'I do not want the part about my family in it.',
  },
  {
    nl: 'Het klinkt alsof ik niets heb gedaan, en dat is niet eerlijk.',
    en: 'It sounds as if I did nothing, and that is not fair.',
  },
  {
    nl: 'De afspraak was dat u zou bellen, niet ik.',
    en: 'We agreed that you would phone, not I.',
  },
  {
    nl: 'Ik ben niet ontslagen. Mijn functie is vervallen.',
    en: 'I was not dismissed. My post was abolished.',
  },
  {
    nl: 'Het jaartal van mijn diploma klopt niet.',
    en: 'The year of my diploma is not right.',
  },
  {
    nl: 'Er staat wat u vindt, en niet wat ik heb gezegd.',
    en: 'It says what you think, and not what I said.',
  },
  {
    nl: 'Ik heb die baan niet afgewezen. Zij hebben mij afgewezen.',
    en: 'I did not turn that job down. They turned me down.',
  },
  {
    nl: 'De bedrijfsarts noemde een ander aantal uren.',
    en: 'The company doctor named another number of hours.',
  },
  {
    nl: 'Het ging niet over mijn huidige werk, maar over mijn vorige baan.',
    en: 'It was not about my present work but about my previous job.',
  },
  {
    nl: 'Ik heb gelachen toen ik dat zei. Zo staat het er wel erg streng.',
    en: 'I laughed when I said that. It looks very severe like this.',
  },
  {
    nl: 'Wat er staat over geld wil ik eerst zelf uitzoeken.',
    en: 'I want to look into the part about money myself first.',
  },
  {
    nl: 'Er staan twee gesprekken door elkaar, denk ik.',
    en: 'I think that two talks got mixed up.',
  },
]

/** What the client asks for, after what is wrong. */
export const WISHED: readonly Text[] = [
  { nl: 'Wilt u dat veranderen?', en: 'Would you change that?' },
  { nl: 'Haal die zin er graag uit.', en: 'Please take that sentence out.' },
  { nl: 'De rest is goed.', en: 'The rest is fine.' },
  {
    nl: 'Verder herken ik mij er wel in.',
    en: 'Apart from that I recognise myself in it.',
  },
  {
    nl: 'Kunnen we het er de volgende keer over hebben?',
    en: 'Can we talk about it next time?',
  },
  {
    nl: 'Ik keur het goed als dit is aangepast.',
    en: 'I will approve it when this has been changed.',
  },
  { nl: 'Zo mag het niet naar mijn werkgever.', en: 'It must not go to my employer like this.' },
  {
    nl: 'U mag mij er ook over bellen.',
    en: 'You may also phone me about it.',
  },
  {
    nl: 'Ik heb het gesprek voor mezelf opgeschreven en daarin staat het anders.',
    en: 'I wrote the talk down for myself, and there it is different.',
  },
  { nl: 'Het is maar een klein punt.', en: 'It is only a small point.' },
  {
    nl: 'Schrijf liever dat ik er nog over nadenk.',
    en: 'Please write that I am still thinking about it.',
  },
  { nl: 'Dat is voor mij belangrijk.', en: 'That matters to me.' },
  {
    nl: 'Mijn partner las het ook en vond hetzelfde.',
    en: 'My partner read it too and thought the same.',
  },
  {
    nl: 'Ik wil graag eerst een nieuwe versie zien.',
    en: 'I would like to see a new version first.',
  },
  { nl: 'Verder dank voor het gesprek.', en: 'Thank you for the talk all the same.' },
  {
    nl: 'Misschien heb ik het zelf niet goed uitgelegd.',
    en: 'Perhaps I did not explain it well myself.',
  },
  {
    nl: 'Laat de laatste alinea staan, die is precies goed.',
    en: 'Leave the last paragraph as it is; it is just right.',
  },
  {
    nl: 'Ik stuur u vanavond hoe het wel zat.',
    en: 'I will send you tonight how it really was.',
  },
  {
    nl: 'Het gaat mij om dat ene woord.',
    en: 'It is that one word that I mind.',
  },
  {
    nl: 'Daarna is het voor mij klaar.',
    en: 'After that it is done as far as I am concerned.',
  },
]
