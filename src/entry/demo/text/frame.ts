import type { Text } from '#kernel/language.ts'
import type { ConsultWay } from '#entry/demo/shape.ts'

/** How a summary begins: where the talk was and how it went. */
export const OPENINGS: Readonly<Record<ConsultWay, readonly Text[]>> = {
  office: [
    { nl: 'U kwam naar ons kantoor.', en: 'You came to our office.' },
    { nl: 'We spraken elkaar op kantoor, ruim een uur.', en: 'We met at the office for an hour.' },
    { nl: 'U was er vroeg en we begonnen meteen.', en: 'You were early and we started at once.' },
    {
      nl: 'Dit gesprek hadden we aan de grote tafel, met uw papieren erbij.',
      en: 'We had this talk at the large table, with your papers beside us.',
    },
    {
      nl: 'U kwam wat later door de bus, en we hadden genoeg tijd.',
      en: 'Your bus was late, and we had time enough.',
    },
    {
      nl: 'We zaten in de kleine kamer, omdat die rustiger is.',
      en: 'We sat in the small room because it is quieter.',
    },
  ],
  elsewhere: [
    { nl: 'We maakten een wandeling en praatten onderweg.', en: 'We walked and talked.' },
    {
      nl: 'We spraken af in de bibliotheek, dicht bij uw huis.',
      en: 'We met in the library, close to your home.',
    },
    { nl: 'Ik kwam bij u langs op het werk.', en: 'I came to see you at work.' },
    {
      nl: 'We liepen een rondje langs het water en zaten daarna op een bank.',
      en: 'We walked along the water and then sat on a bench.',
    },
  ],
  video: [
    { nl: 'We spraken elkaar via beeldbellen.', en: 'We spoke by video.' },
    {
      nl: 'Het was een kort gesprek via beeldbellen, omdat u weinig tijd had.',
      en: 'It was a short talk by video, as you had little time.',
    },
    {
      nl: 'Het beeld haperde in het begin, daarna ging het goed.',
      en: 'The picture stopped at first; after that it went well.',
    },
    {
      nl: 'U zat thuis aan de keukentafel en ik op kantoor.',
      en: 'You sat at your kitchen table and I was at the office.',
    },
  ],
  phone: [
    { nl: 'We belden in plaats van af te spreken.', en: 'We phoned instead of meeting.' },
    {
      nl: 'U belde vanuit de auto, op een parkeerplaats.',
      en: 'You called from your car, in a car park.',
    },
    {
      nl: 'Het was een telefoongesprek van een half uur.',
      en: 'It was a telephone call of half an hour.',
    },
  ],
}

/** What the client or the coach will do before the next talk. */
export const AGREEMENTS: readonly Text[] = [
  {
    nl: 'U schrijft deze week elke avond op wat goed ging.',
    en: 'You will write down each evening this week what went well.',
  },
  {
    nl: 'U stuurt mij uw nieuwe cv en ik lees het voor vrijdag.',
    en: 'You will send me your new CV and I will read it before Friday.',
  },
  {
    nl: 'Ik zoek uit welke cursussen er in de buurt zijn.',
    en: 'I will find out which courses there are nearby.',
  },
  {
    nl: 'U belt één persoon van uw lijst.',
    en: 'You will phone one person on your list.',
  },
  {
    nl: 'U bekijkt drie vacatures en zegt bij elke wat u ervan vindt.',
    en: 'You will look at three vacancies and say what you think of each.',
  },
  {
    nl: 'U bespreekt dit thuis en laat mij weten hoe dat ging.',
    en: 'You will discuss this at home and tell me how it went.',
  },
  {
    nl: 'Ik maak een eerste versie van het plan en stuur die naar u.',
    en: 'I will write a first version of the plan and send it to you.',
  },
  {
    nl: 'U neemt het functieprofiel mee, met drie vragen erbij.',
    en: 'You will bring the job description, with three questions.',
  },
  {
    nl: 'U vraagt uw huisarts of u dit mag opbouwen.',
    en: 'You will ask your doctor whether you may build this up.',
  },
  {
    nl: 'Ik vraag na wat de regeling hierover zegt.',
    en: 'I will check what the arrangement says about this.',
  },
  {
    nl: 'U oefent het korte verhaal drie keer hardop.',
    en: 'You will practise the short story aloud three times.',
  },
  {
    nl: 'U houdt een week lang uw energie bij op het formulier.',
    en: 'You will keep track of your energy for a week on the form.',
  },
  {
    nl: 'U schrijft één brief, ook als hij nog niet af voelt.',
    en: 'You will write one letter, even if it does not feel finished.',
  },
  {
    nl: 'Ik stuur u de vragenlijst. Invullen duurt een half uur.',
    en: 'I will send you the questionnaire. It takes half an hour.',
  },
  {
    nl: 'U maakt een afspraak om ergens een ochtend mee te lopen.',
    en: 'You will arrange to spend a morning with someone at work.',
  },
  {
    nl: 'U zoekt uw diploma’s op en maakt er foto’s van.',
    en: 'You will find your diplomas and take pictures of them.',
  },
  {
    nl: 'U doet deze week bewust niets extra’s.',
    en: 'You will deliberately do nothing extra this week.',
  },
  {
    nl: 'U bereidt het gesprek met uw leidinggevende voor.',
    en: 'You will prepare the talk with your manager.',
  },
  {
    nl: 'Ik bel volgende week om te horen hoe het is gegaan.',
    en: 'I will phone next week to hear how it went.',
  },
  {
    nl: 'U leest het stuk over sollicitatiegesprekken en streept aan wat u herkent.',
    en: 'You will read the text on interviews and mark what you recognise.',
  },
  {
    nl: 'U vraagt twee mensen wat zij uw sterke kant vinden.',
    en: 'You will ask two people what they think you are good at.',
  },
  {
    nl: 'Ik kijk of er een rustige werkplek voor u te regelen is.',
    en: 'I will see whether a quiet place to work can be arranged.',
  },
]

/** How a summary ends when there is a next talk; `{next}` is its day. */
export const FAREWELLS: readonly Text[] = [
  { nl: 'We zien elkaar weer op {next}.', en: 'We will meet again on {next}.' },
  { nl: 'Ons volgende gesprek is op {next}.', en: 'Our next talk is on {next}.' },
  { nl: 'We spreken elkaar op {next} verder.', en: 'We will go on talking on {next}.' },
  { nl: 'De volgende afspraak staat op {next}.', en: 'The next appointment is on {next}.' },
  {
    nl: 'Tot {next}. Lukt iets niet, bel dan gerust eerder.',
    en: 'Until {next}. If something does not work out, please call before then.',
  },
]

/** What a second version says first; `{words}` is what the client wrote about the first. */
export const REVISIONS: readonly Text[] = [
  {
    nl: 'Na uw reactie heb ik deze samenvatting aangepast. U schreef: “{words}”',
    en: 'I changed this summary after your reply. You wrote: “{words}”',
  },
  {
    nl: 'Dit is een nieuwe versie, want u was het niet eens met de eerste. Uw reactie was: “{words}”',
    en: 'This is a new version, as you did not agree with the first. Your reply was: “{words}”',
  },
  {
    nl: 'Dank voor uw verbetering, die ik heb overgenomen: “{words}”',
    en: 'Thank you for your correction, which I have taken over: “{words}”',
  },
  {
    nl: 'U had gelijk en dit hoort erbij te staan: “{words}”',
    en: 'You were right, and this should be part of it: “{words}”',
  },
]
