/** A complaint of the demonstration; all of it is invented. */
export interface DemoComplaint {
  readonly key: string
  readonly channel: 'mine' | 'form' | 'phone'
  /** Days before today. */
  readonly receivedDaysAgo: number
  readonly name: string
  readonly email: string | null
  /** A client's email, when that is an account. */
  readonly account?: string
  readonly about: readonly string[]
  readonly subject: string
  readonly words: string
  readonly wish: string
  readonly heard: readonly {
    readonly side: 'complainant' | 'subject'
    readonly way: string
    readonly daysAgo: number
    readonly words: string
  }[]
  readonly outcome?: {
    readonly outcome: 'founded' | 'partly-founded'
    readonly daysAgo: number
    readonly reasons: string
    readonly measures: string
  }
}

export const COMPLAINTS: readonly DemoComplaint[] = [
  {
    key: 'complaint-1',
    channel: 'mine',
    receivedDaysAgo: 58,
    name: 'Annelies van der Meulen',
    email: null,
    account: 'annelies.vandermeulen@example.org',
    about: ['coach-1'],
    subject: 'Afspraak drie keer verzet',
    words:
      'Mijn gesprek is in september drie keer verzet, twee keer op de dag zelf. Ik had er vrij voor genomen.',
    wish: 'Ik wil dat een afspraak alleen in overleg wordt verzet.',
    heard: [
      {
        side: 'complainant',
        way: 'phone',
        daysAgo: 50,
        words:
          'Vertelde dat het verzetten haar onrustig maakte. Over de gesprekken zelf is zij tevreden.',
      },
      {
        side: 'subject',
        way: 'conversation',
        daysAgo: 47,
        words:
          'Erkende dat het drie keer gebeurde, door ziekte van een kind. Had eerder moeten bellen.',
      },
    ],
    outcome: {
      outcome: 'founded',
      daysAgo: 41,
      reasons:
        'Een afspraak verzetten kan, maar drie keer zonder overleg is te veel. U had een telefoontje mogen verwachten. Dat spijt ons.',
      measures: 'Een afspraak verzetten wij voortaan alleen na telefonisch overleg.',
    },
  },
  {
    key: 'complaint-2',
    channel: 'form',
    receivedDaysAgo: 12,
    name: 'Joost Verkerk',
    email: 'joost.verkerk@example.org',
    about: ['coach-2'],
    subject: 'Geen verslag gekregen',
    words:
      'Mijn medewerker zegt het verslag te hebben vrijgegeven, maar ik kan het niet openen. Mailen en bellen hielp niet.',
    wish: 'Ik wil weten of het verslag voor mij klaarstaat.',
    heard: [
      {
        side: 'complainant',
        way: 'phone',
        daysAgo: 8,
        words: 'Kreeg geen uitnodiging voor een account. Belde twee keer en werd niet teruggebeld.',
      },
    ],
  },
  {
    key: 'complaint-3',
    channel: 'phone',
    receivedDaysAgo: 37,
    name: 'Hanna Wouters',
    email: 'hanna.wouters@example.org',
    about: ['officer'],
    subject: 'Vraag over mijn gegevens bleef liggen',
    words:
      'Ik stelde de functionaris een vraag over mijn gegevens en kreeg pas na vijf weken antwoord.',
    wish: 'Een verontschuldiging, en dat het bij een ander niet gebeurt.',
    heard: [
      {
        side: 'complainant',
        way: 'phone',
        daysAgo: 30,
        words: 'Stuurde haar vraag in oktober en belde daarna nog een keer.',
      },
      {
        side: 'subject',
        way: 'conversation',
        daysAgo: 20,
        words: 'Was met verlof en had geen vervanger geregeld.',
      },
    ],
  },
]

/** An incident that is over, and one that was notified in time and still has to be closed. */
export const INCIDENTS = {
  closed: {
    key: 'incident-1',
    what: 'Een uitnodiging voor een gesprek ging naar een cliënt met dezelfde achternaam. Er stond een datum in en geen inhoud.',
    who: 'één cliënt',
    consequences: 'De ontvanger weet dat iemand met dezelfde naam hier een gesprek heeft.',
    measures: 'De ontvanger heeft de mail gewist en bevestigd. De juiste cliënt is gebeld.',
    reasons:
      'Er is geen risico te verwachten: één datum, een bekende ontvanger, en de mail is gewist. De cliënt is wel gebeld.',
    lessons:
      'Bij gelijke namen toont de agenda nu ook het nummer van het dossier. Dat is in het overleg besproken.',
  },
  open: {
    key: 'incident-2',
    what: 'Een laptop is in de trein blijven liggen. De schijf is versleuteld, maar er stond nog iemand ingelogd.',
    who: 'cliënten van één coach',
    consequences: 'Wie de laptop vond, kon tot het uitloggen dossiers van één coach openen.',
    measures:
      'Alle sessies zijn meteen beëindigd en het wachtwoord is gewijzigd. Het logboek toont geen inzage.',
    reasons:
      'De melder was nog ingelogd: inzage was mogelijk tot het uitloggen, dus wij melden. Voor cliënten is het risico klein: het logboek toont geen inzage.',
    notice:
      'Op een laptop die in de trein bleef liggen was een coach nog ingelogd. De schijf is versleuteld. Alle sessies zijn beëindigd zodra het verlies bekend was. Het logboek toont dat niemand een dossier opende. Het gaat om gegevens van veertien cliënten.',
    reference: 'DL-00000000',
  },
} as const

export const REMARKS: readonly { readonly activity: string; readonly remark: string }[] = [
  {
    activity: 'coaching',
    remark:
      'Papieren dossiers liggen in de afgesloten archiefkast op kantoor; de sleutel ligt bij de receptie. Zie het register van papier.',
  },
  {
    activity: 'relation-management',
    remark:
      'Belangenafweging gemaakt bij versie 3 en herzien bij versie 4. Namen gaan weg op verzoek.',
  },
  {
    activity: 'oversight',
    remark:
      'De functionaris is aangemeld bij de Autoriteit Persoonsgegevens, onder nummer FG00000000.',
  },
]

export const AGREEMENTS: readonly {
  readonly recipient: string
  readonly title: string
  readonly startsDaysAgo: number
  readonly endsInDays: number
  readonly subProcessors: string
  readonly contact: string
}[] = [
  {
    recipient: 'hosting',
    title: 'Verwerkersovereenkomst Wolkenhuis 2024',
    startsDaysAgo: 690,
    endsInDays: 770,
    subProcessors: 'Datacentrum Voorbeeld (Nederland), voor de stroom en het netwerk.',
    contact: 'storing@wolkenhuis.example.org',
  },
  {
    recipient: 'test-administrator',
    title: 'Verwerkersovereenkomst Toetshuis 2020',
    startsDaysAgo: 2300,
    endsInDays: 55,
    subProcessors: '',
    contact: 'privacy@toetshuis.example.org',
  },
]

/** What was looked at for its risks: each activity that touches special data. */
export const ASSESSMENTS: readonly {
  readonly activity: string
  /** The one organisation of which it is said. */
  readonly only?: string
  readonly title: string
  readonly listed: readonly string[]
  readonly criteria: readonly string[]
  readonly reasons: string
}[] = [
  {
    activity: 'coaching',
    title: 'Begeleiding bij re-integratie',
    listed: ['health'],
    criteria: ['sensitive', 'vulnerable'],
    reasons:
      'Re-integratie staat met name op de lijst. Cliënten zijn afhankelijk van hun werkgever, en hun beperkingen zijn gezondheidsgegevens.',
  },
  {
    activity: 'substitution',
    only: 'reintegration',
    title: 'Waarneming',
    listed: [],
    criteria: ['sensitive'],
    reasons:
      'Alleen na toestemming en alleen tijdens de afwezigheid. Valt onder de beoordeling van de begeleiding.',
  },
  {
    activity: 'self-service',
    title: 'Eigen omgeving van de cliënt',
    listed: [],
    criteria: ['sensitive'],
    reasons:
      'Iedereen ziet alleen het eigen dossier. Valt onder de beoordeling van de begeleiding.',
  },
  {
    activity: 'subject-access',
    title: 'Inzage en meenemen',
    listed: [],
    criteria: ['sensitive'],
    reasons: 'Iemand krijgt de eigen gegevens, na vaststelling van identiteit.',
  },
]

export const REPORT = {
  necessity:
    'Zonder gegevens over beperkingen is passend werk niet te vinden. Diagnoses en behandelingen leggen wij niet vast.',
  risks:
    'Een werkgever die meeleest, een coach die te veel vastlegt, een reservekopie die te lang blijft, een gestolen apparaat.',
  advice:
    'Akkoord, mits de maatregelen hieronder worden genomen en de bewaartermijn vanzelf wordt uitgevoerd.',
} as const

export const MEASURES: readonly {
  readonly risk: string
  readonly level: 'low' | 'middle' | 'high'
  readonly measure: string
  readonly dueInDays: number
  readonly doneDaysAgo?: number
}[] = [
  {
    risk: 'Een werkgever leest mee',
    level: 'high',
    measure: 'Een werkgever ziet alleen wat de cliënt per document vrijgeeft.',
    dueInDays: -120,
    doneDaysAgo: 150,
  },
  {
    risk: 'Er wordt te veel vastgelegd',
    level: 'middle',
    measure: 'Coaches krijgen een uur uitleg over wat wel en niet in een verslag hoort.',
    dueInDays: 40,
  },
]
