import type { DemoKind } from '#entry/demo/shape.ts'

export interface DemoGoal {
  readonly body: string
  readonly steps: readonly string[]
}

export interface DemoAction {
  readonly body: string
  readonly performer: 'client' | 'coach'
  readonly week: number
  readonly day?: number
}

const RETURN: readonly DemoGoal[] = [
  {
    body: 'Weer aan het werk in een functie die past bij wat ik nu kan.',
    steps: ['Weten hoeveel uur per week haalbaar is', 'Een proefplaatsing van vier weken afronden'],
  },
  {
    body: 'Mijn energie beter verdelen over de week.',
    steps: ['Vaste rustmomenten in de agenda'],
  },
]

/** What clients of a service usually want to reach. */
export const GOALS: Readonly<Record<DemoKind, readonly DemoGoal[]>> = {
  're-integration': RETURN,
  're-integration-second-track': RETURN,
  outplacement: [
    {
      body: 'Binnen zes maanden een baan bij een andere werkgever.',
      steps: ['Cv en profiel op orde', 'Vijf gesprekken met mensen uit mijn netwerk'],
    },
  ],
  'career-check': [
    { body: 'Weten welk werk bij mij past.', steps: ['Drie beroepen verkennen en vergelijken'] },
  ],
  'case-management': [
    {
      body: 'Weten wat ik op een dag aankan, en daar mijn week op indelen.',
      steps: ['Twee weken bijhouden wat energie kost', 'Vaste rustmomenten afspreken'],
    },
    {
      body: 'Duidelijke afspraken met mijn werkgever over wat ik doe.',
      steps: ['Een gesprek met mijn leidinggevende voorbereiden'],
    },
  ],
  'career-coaching': [
    {
      body: 'Een besluit nemen over mijn volgende stap.',
      steps: ['Mijn sterke kanten benoemen', 'Met twee mensen in het vak praten'],
    },
  ],
}

export const EXPECTATIONS = {
  client: 'Ik hoop dat iemand meedenkt en dat ik niet elke keer hetzelfde hoef te vertellen.',
  coach: 'Wekelijks een kleine stap, en eerlijk zeggen wanneer iets niet lukt.',
  principal: 'Om de drie maanden een rapportage over de voortgang.',
}

const START: readonly DemoAction[] = [
  { body: 'Kennismaken en doelen bespreken', performer: 'coach', week: 1, day: 1 },
  { body: 'Intakeformulier invullen', performer: 'client', week: 1 },
  { body: 'Cv en diploma’s bij elkaar zoeken', performer: 'client', week: 2 },
]

const RETURN_ACTIONS: readonly DemoAction[] = [
  ...START,
  { body: 'Belastbaarheid bespreken aan de hand van het advies', performer: 'coach', week: 2 },
  { body: 'Plan van aanpak schrijven en laten ondertekenen', performer: 'coach', week: 4 },
  { body: 'Weekschema bijhouden', performer: 'client', week: 5 },
  { body: 'Drie vacatures zoeken die passen', performer: 'client', week: 8 },
  { body: 'Werkgevers benaderen voor een proefplaatsing', performer: 'coach', week: 10 },
  { body: 'Voortgang bespreken en doelen bijstellen', performer: 'coach', week: 13 },
  { body: 'Sollicitatiebrief oefenen', performer: 'client', week: 16 },
  { body: 'Rapportage voor de opdrachtgever', performer: 'coach', week: 26 },
  { body: 'Terugkijken op de proefplaatsing', performer: 'client', week: 30 },
]

/** What is usually done in which week of a service. */
export const ACTIONS: Readonly<Record<DemoKind, readonly DemoAction[]>> = {
  're-integration': RETURN_ACTIONS,
  're-integration-second-track': RETURN_ACTIONS,
  outplacement: [
    ...START,
    { body: 'Profiel op een netwerksite bijwerken', performer: 'client', week: 3 },
    { body: 'Netwerkkaart maken', performer: 'client', week: 4 },
    { body: 'Oefengesprek', performer: 'coach', week: 6 },
    { body: 'Vijf mensen bellen voor een netwerkgesprek', performer: 'client', week: 8 },
    { body: 'Voortgang bespreken', performer: 'coach', week: 12 },
  ],
  'career-check': [
    ...START,
    { body: 'Test maken', performer: 'client', week: 2 },
    { body: 'Uitslag bespreken', performer: 'coach', week: 3 },
    { body: 'Advies schrijven', performer: 'coach', week: 5 },
  ],
  'case-management': [
    ...START,
    { body: 'Op een rij zetten wie er bij betrokken is', performer: 'coach', week: 2 },
    { body: 'Weekschema bijhouden', performer: 'client', week: 3 },
    { body: 'Gesprek met de leidinggevende voorbereiden', performer: 'client', week: 6 },
    { body: 'Afspraken met de werkgever vastleggen', performer: 'coach', week: 8 },
    { body: 'Kijken wat er beter gaat, en wat nog niet', performer: 'coach', week: 13 },
  ],
  'career-coaching': [
    ...START,
    { body: 'Lijst met energiegevers en energievreters', performer: 'client', week: 3 },
    { body: 'Gesprek met iemand uit een ander vak', performer: 'client', week: 5 },
    { body: 'Keuzes naast elkaar zetten', performer: 'coach', week: 8 },
  ],
}

/** Answers to the questions of the intake form, in their order. */
export const INTAKE_ANSWERS: readonly string[] = [
  'Ik wil weten wat ik nog kan, en daar weer vertrouwen in krijgen.',
  'Ik werkte op de planning van een groothandel.',
  'Mbo logistiek, en later een cursus leidinggeven.',
  'Overzicht houden gaat mij goed af. Drukte kost mij moeite.',
  'Bel mij liever niet voor tien uur.',
]
