import type { Text } from '#kernel/language.ts'

/** A plan of action; the words between braces come from the portrait. */
export const PLAN_OF_ACTION: Text = {
  nl: `Plan van aanpak

Vraag
Cliënt werkte {years} als {job} bij {workplace} en zoekt werk dat past.

Doel
Werk als {wish}. Lukt dat niet, dan werk als {wish2}.

Sterke kanten
{Strength} en {strength2}. Belangstelling voor {interest}.

Stappen
1. De loopbaan op papier zetten en de vragenlijst invullen.
2. Twee keer meelopen, ook bij een bedrijf in {town}.
3. {Study} volgen.
4. Cv en brief vernieuwen en gesprekken oefenen.
5. Solliciteren, eerst via mensen die de cliënt kent.

Afspraken
Om de twee of drie weken een gesprek. Van elk gesprek komt een samenvatting.
`,
  en: `Plan of action

Question
The client worked for {years} as {job} at {workplace} and looks for work that fits.

Aim
Work as {wish}. If that fails, work as {wish2}.

Strengths
{Strength} and {strength2}. Interest in {interest}.

Steps
1. Put the career on paper and fill in the questionnaire.
2. Join somebody at work twice, also at a firm in {town}.
3. Take {study}.
4. Renew CV and letter and practise interviews.
5. Apply for work, first through people whom the client knows.

Agreements
A talk every two or three weeks. A summary is made of each talk.
`,
}

/** A CV; `{name}` and `{address}` are the client's. */
export const CURRICULUM: Text = {
  nl: `Curriculum vitae

{name}
{address}

Profiel
Goed in {strength} en {strength2}. Belangstelling voor {interest}.

Werk
{Years} {job} bij {workplace}.

Opleiding
{education}

Wat ik zoek
Werk als {wish} of {wish2}, het liefst in de buurt van {town}.
`,
  en: `Curriculum vitae

{name}
{address}

Profile
Good at {strength} and {strength2}. Interested in {interest}.

Work
{Years} as {job} at {workplace}.

Education
{education}

What I am looking for
Work as {wish} or {wish2}, preferably near {town}.
`,
}

/** The list of functional abilities, in words. */
export const ABILITIES: Text = {
  nl: `Functionele mogelijkheden

Beperkt: {limit}.
Zonder beperking: de andere onderdelen van de lijst.
Uren: {hours} uur per week, verdeeld over drie dagen, op te bouwen als het goed gaat.

Deze lijst gaat over wat iemand kan, en noemt geen ziekte of oorzaak.
`,
  en: `Functional abilities

Limited: {limit}.
Without limits: the other parts of the list.
Hours: {hours} a week over three days, to be built up if it goes well.

This list is about what somebody can do, and names no illness or cause.
`,
}

/** The report of the labour expert. */
export const LABOUR_EXPERT: Text = {
  nl: `Rapport van de arbeidsdeskundige

Het eigen werk als {job} is niet passend te maken, omdat {limit} daarin te vaak voorkomt.
Ook bij de eigen werkgever is geen ander passend werk gevonden.
Passend is werk zonder {limit}, zoals {wish}, te beginnen met {hours} uur per week.
Advies: start een traject naar werk bij een andere werkgever.
`,
  en: `Report of the labour expert

The work as {job} cannot be made to fit, because {limit} is too often part of it.
No other fitting work was found with the same employer.
Work without {limit} fits, such as that of {wish}, to begin with {hours} hours a week.
Advice: start looking for work with another employer.
`,
}

/** The report at the end of an engagement. */
export const FINAL_REPORT: Text = {
  nl: `Eindrapportage

Verloop
De gesprekken vonden plaats om de twee of drie weken. De cliënt kwam alle afspraken na.

Wat is onderzocht
Werk als {wish} en als {wish2}. De cliënt volgde {study}.

Resultaat
De cliënt weet welk werk past en hoe dat te vinden is. {Strength} is daarbij de sterkste kant.

Advies
Houd vast aan de gekozen richting en neem over een half jaar opnieuw contact op.
`,
  en: `Final report

Course
Talks took place every two or three weeks. The client kept all agreements.

What was explored
Work as {wish} and as {wish2}. The client took {study}.

Result
The client knows which work fits and how to find it. {Strength} is the greatest strength.

Advice
Keep to the direction chosen and get in touch again in half a year.
`,
}

export const TITLES = {
  cv: { nl: 'Cv', en: 'CV' },
  plan: { nl: 'Plan van aanpak', en: 'Plan of action' },
  test: { nl: 'Uitslag interessetest', en: 'Result of the interest test' },
  abilities: { nl: 'Functionele mogelijkhedenlijst', en: 'List of functional abilities' },
  expert: { nl: 'Rapport arbeidsdeskundige', en: 'Report of the labour expert' },
  final: { nl: 'Eindrapportage', en: 'Final report' },
} as const satisfies Record<string, Text>
