import type { Language } from '#kernel/language.ts'
import type { FormSort } from './words.ts'

interface DefaultTemplate {
  readonly title: string
  readonly body: string
}

/** Words to begin with, for an organisation that wrote no templates of its own yet. */
export const DEFAULT_TEMPLATES: Readonly<
  Record<FormSort, Readonly<Record<Language, DefaultTemplate>>>
> = {
  intake: {
    nl: {
      title: 'Intakeformulier',
      body: `Dit formulier is voor {naam}. De dienst is {dienst}, met {coach} als coach.

? Wat wilt u met deze begeleiding bereiken?
? Welk werk doet u nu, of deed u het laatst?
? Welke opleidingen en cursussen hebt u gevolgd?
? Wat gaat u goed af, en wat kost u moeite?
? Wat moet uw coach nog weten om u goed te begeleiden?`,
    },
    en: {
      title: 'Intake form',
      body: `This form is for {name}. The service is {service}, with {coach} as coach.

? What do you want to reach with this coaching?
? Which work do you do now, or did you do last?
? Which education and courses did you follow?
? What are you good at, and what is hard for you?
? What else should your coach know to guide you well?`,
    },
  },
  quotation: {
    nl: {
      title: 'Offerte',
      body: `# Aanbod

Wij bieden {opdrachtgever} de dienst {dienst} aan voor {naam}. Uw kenmerk is {kenmerk}.

# Wat wij doen

{doelen}

# Tijd

Wij rekenen met ten hoogste {uren} uur. De begeleiding begint op {begindatum}.

# Voorwaarden

Over de inhoud van de gesprekken verstrekken wij niets zonder toestemming van {naam}.`,
    },
    en: {
      title: 'Quotation',
      body: `# Offer

We offer {principal} the service {service} for {name}. Your reference is {order-reference}.

# What we do

{goals}

# Time

We reckon with {hours} hours at most. The coaching starts on {start-date}.

# Conditions

We disclose nothing of what is said in consults without the consent of {name}.`,
    },
  },
  agreement: {
    nl: {
      title: 'Overeenkomst',
      body: `# Partijen

{organisatie}, vertegenwoordigd door {coach}, en {naam}, {adres}, spreken het volgende af.

# Dienst

De dienst is {dienst} en begint op {begindatum}. Opdrachtgever is {opdrachtgever}.

# Afspraken

- Wij bewaren uw gegevens zoals in onze privacyverklaring staat.
- Wij verstrekken alleen wat u vooraf hebt goedgekeurd.
- U kunt op elk moment stoppen. Laat het uw coach dan weten.`,
    },
    en: {
      title: 'Agreement',
      body: `# Parties

{organisation}, represented by {coach}, and {name}, {address}, agree as follows.

# Service

The service is {service} and starts on {start-date}. The principal is {principal}.

# Arrangements

- We keep your data as our privacy statement says.
- We disclose only what you approved beforehand.
- You can stop at any moment. Please let your coach know.`,
    },
  },
  plan: {
    nl: {
      title: 'Plan van aanpak',
      body: `Dit plan is van {naam} en {coach}. Het traject begon op {begindatum}.
Projectnummer: {projectnummer}.

# Doelen

{doelen}

# Verwachtingen

{verwachtingen}

# Wie doet wat

{acties}

# Tijd

Voor dit traject is {uren} uur afgesproken.`,
    },
    en: {
      title: 'Plan of action',
      body: `This plan is of {name} and {coach}. The trajectory started on {start-date}.
Project number: {project-number}.

# Goals

{goals}

# Expectations

{expectations}

# Who does what

{actions}

# Time

{hours} hours were agreed for this trajectory.`,
    },
  },
  progress: {
    nl: {
      title: 'Voortgangsrapportage',
      body: `Voortgang van {naam} op {vandaag}, voor {opdrachtgever}. Kenmerk: {kenmerk}.

# Doelen en stand

{doelen}

# Wat er is gedaan

{acties}

# Uren

Besteed: {bestede-uren} van {uren} uur.

# Hoe verder
`,
    },
    en: {
      title: 'Progress report',
      body: `Progress of {name} on {today}, for {principal}. Reference: {order-reference}.

# Goals and how they stand

{goals}

# What was done

{actions}

# Hours

Spent: {hours-spent} of {hours} hours.

# What comes next
`,
    },
  },
  end: {
    nl: {
      title: 'Eindrapportage',
      body: `Eindrapportage van {naam}, {vandaag}, voor {opdrachtgever}. Kenmerk: {kenmerk}.

# Doelen en resultaat

{doelen}

# Gesprekken

{samenvattingen}

# Advies
`,
    },
    en: {
      title: 'Final report',
      body: `Final report of {name}, {today}, for {principal}. Reference: {order-reference}.

# Goals and result

{goals}

# Consults

{summaries}

# Advice
`,
    },
  },
}
