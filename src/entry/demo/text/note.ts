import type { DemoNote } from '#entry/demo/shape.ts'

/** A note that a coach may write on a client; the client can read it. */
export interface NoteText {
  readonly body: string
  readonly category: DemoNote['category']
  readonly source: DemoNote['source']
  readonly channel: DemoNote['channel']
}

type Origin = Omit<NoteText, 'body'>

const fromClient: Origin = {
  category: 'conversation-reports',
  source: 'client',
  channel: 'phone',
}
const byMail: Origin = { ...fromClient, channel: 'email' }
const own: Origin = { category: 'conversation-reports', source: 'own', channel: 'conversation' }
const schooling: Origin = { category: 'education-career', source: 'client', channel: 'email' }
const advice: Origin = { category: 'advice', source: 'own', channel: 'conversation' }
const tests: Origin = { category: 'test-results', source: 'third-party', channel: 'email' }
const wish: Origin = { category: 'improvement-points', source: 'principal', channel: 'phone' }

/** Notes that fit every kind of service. */
export const NOTES: readonly NoteText[] = [
  note(fromClient, 'Cliënt belde af wegens griep. Nieuwe afspraak gemaakt.'),
  note(fromClient, 'Cliënt vroeg om een gesprek in de ochtend, vanwege de energie.'),
  note(
    fromClient,
    'Gebeld na de uitnodiging voor een sollicitatie. Klonk opgewekt en goed voorbereid.',
  ),
  note(
    fromClient,
    'Cliënt liet weten dat de afwijzing hard aankwam. Afgesproken dit eerst te bespreken.',
  ),
  note(fromClient, 'Vraag over reiskosten beantwoord. Het formulier is nagestuurd.'),
  note(fromClient, 'Cliënt wil liever niet op vrijdag. In de agenda gezet.'),
  note(fromClient, 'Kort gebeld: de proefdag staat vast, veiligheidsschoenen zijn geregeld.'),
  note(
    fromClient,
    'Cliënt vroeg of de samenvatting naar de werkgever gaat. Uitgelegd dat dit alleen met toestemming kan.',
  ),
  note(
    byMail,
    'Mail ontvangen met een nieuwe versie van het cv. Gelezen en van opmerkingen voorzien.',
  ),
  note(
    byMail,
    'Cliënt stuurde een vacature door en vraagt of die past. Komt in het volgende gesprek terug.',
  ),
  note(byMail, 'Bevestiging gekregen dat de inschrijving bij het uitzendbureau rond is.'),
  note(byMail, 'Cliënt mailde een lijst met vijf namen uit het netwerk.'),
  note(byMail, 'De ingevulde vragenlijst is binnen. Nog niet besproken.'),
  note(byMail, 'Cliënt vraagt uitstel voor het huiswerk. Geen probleem, geantwoord.'),
  note(byMail, 'Bedankje gekregen voor het oefengesprek.'),
  note(own, 'Voor het volgende gesprek: vragen hoe het met slapen gaat.'),
  note(own, 'Let op het tempo. Cliënt zegt snel dat iets goed is en komt er later op terug.'),
  note(
    own,
    'Opvallend rustig vandaag. Nagaan of er thuis iets speelt, als de cliënt dat zelf wil.',
  ),
  note(own, 'De oefening met kaartjes werkte goed. Vaker iets tastbaars gebruiken.'),
  note(own, 'Cliënt leert sneller van doen dan van praten. Meeloopdag eerder inplannen.'),
  note(own, 'Intervisie gehouden over deze vraag, zonder namen. Advies: minder overnemen.'),
  note(own, 'Afspraak met mijzelf: niet opnieuw over de oude werkgever beginnen.'),
  note(own, 'Gesprek liep uit. Volgende keer een half uur extra plannen.'),
  note(own, 'Twee vacatures gevonden die passen bij het zoekprofiel. Doorgestuurd.'),
  note(own, 'Papieren versie van de test meegegeven, kopie in de kast.'),
  note(schooling, 'Diploma’s ontvangen en vergeleken met het cv. Alles klopt.'),
  note(schooling, 'Cliënt volgde vorig jaar {study}. Dit stond nog niet op het cv.'),
  note(schooling, 'Getuigschrift van de vorige werkgever ontvangen.'),
  note(
    schooling,
    'Cliënt begint in het voorjaar met {study}. Rooster bekeken, dit past naast het traject.',
  ),
  note(schooling, 'Rijbewijs is verlengd, dus werk met een bestelauto kan weer.'),
  note(advice, 'Mijn advies: eerst de richting {wish} onderzoeken en pas daarna solliciteren.'),
  note(advice, 'Advies gegeven om het aantal sollicitaties te beperken tot twee per week.'),
  note(advice, 'Voorgesteld om een meeloopdag te doen als {wish}. Cliënt denkt erover na.'),
  note(advice, 'Geadviseerd om het gesprek over salaris te oefenen voordat er een aanbod ligt.'),
  note(advice, 'Advies over scholing: {study} levert meer op dan een lange opleiding.'),
  note(tests, 'Uitslag van de interessetest binnen. Hoogste score op werk met {interest}.'),
  note(tests, 'Testbureau meldt dat de tweede test is verplaatst naar volgende week.'),
  note(tests, 'De capaciteitentest is afgerond. Rapport volgt binnen vijf werkdagen.'),
  note(
    wish,
    'De opdrachtgever noemt als aandachtspunt: sneller om hulp vragen. Met de cliënt gedeeld.',
  ),
  note(
    wish,
    'Aandachtspunt van de leidinggevende: overzicht houden bij drukte. De cliënt kent dit punt.',
  ),
  note(
    wish,
    'Volgens de opdrachtgever is op tijd overleggen een leerpunt. Besproken, de cliënt ziet het anders.',
  ),
  note(
    wish,
    'De opdrachtgever vraagt om aandacht voor samenwerken. De cliënt is hiervan op de hoogte.',
  ),
]

const limits: Origin = { category: 'work-limitations', source: 'third-party', channel: 'letter' }
const expert: Origin = { category: 'labour-expert-data', source: 'third-party', channel: 'email' }
const benefit: Origin = { category: 'benefit-data', source: 'client', channel: 'letter' }

/** Notes with data on health, which fit a re-integration only. */
export const HEALTH_NOTES: readonly NoteText[] = [
  note(
    limits,
    'Volgens de functionele mogelijkhedenlijst is {limit} beperkt. De rest is zonder beperking.',
  ),
  note(
    limits,
    'De bedrijfsarts heeft de uren bijgesteld: nu {hours} uur per week, verdeeld over drie dagen.',
  ),
  note(limits, 'Nieuwe lijst van de bedrijfsarts ontvangen. Alleen {limit} is nog beperkt.'),
  note(limits, 'De bedrijfsarts adviseert om {limit} de komende drie maanden te vermijden.'),
  note(
    limits,
    'Opbouw volgens de bedrijfsarts: elke twee weken twee uur erbij, als het goed gaat.',
  ),
  note(expert, 'De arbeidsdeskundige ziet passend werk in een functie zonder {limit}.'),
  note(
    expert,
    'Het onderzoek van de arbeidsdeskundige is gepland. De cliënt heeft de uitnodiging.',
  ),
  note(expert, 'Rapport van de arbeidsdeskundige besproken. Drie functies worden passend genoemd.'),
  note(expert, 'De arbeidsdeskundige raadt een andere stoel en een hoger bureau aan.'),
  note(benefit, 'De cliënt kreeg een brief over de aanvraag van de uitkering. Termijn genoteerd.'),
  note(benefit, 'De aanvraag is ingediend. Het UWV heeft de ontvangst bevestigd.'),
  note(
    benefit,
    'De cliënt heeft een vraag over bijverdienen naast de uitkering. Doorverwezen naar het UWV.',
  ),
]

/** Notes in English, for clients who prefer it. */
export const ENGLISH_NOTES: readonly NoteText[] = [
  note(fromClient, 'Client phoned to move the appointment. New date agreed.'),
  note(
    fromClient,
    'Client asked what the principal gets to read. Explained: nothing without consent.',
  ),
  note(byMail, 'New version of the CV received by mail and read.'),
  note(byMail, 'Client sent a vacancy and asks whether it fits. To discuss next time.'),
  note(fromClient, 'Client phoned with good news: invited for a second interview.'),
  note(fromClient, 'Client asked about travel costs. Sent the form.'),
  note(byMail, 'List of five names from the network received.'),
  note(byMail, 'Client asks for more time for the homework. Agreed.'),
  note(own, 'Ask next time how the language course is going.'),
  note(own, 'Slow down: client says yes quickly and comes back to it later.'),
  note(own, 'Found two vacancies that fit the profile and sent them on.'),
  note(own, 'The talk ran over. Plan half an hour more next time.'),
  note(advice, 'Advised to write no more than two letters a week.'),
  note(own, 'The role play worked well. Do it again before the next interview.'),
  note(schooling, 'Comparison of the foreign diploma received. It counts as a bachelor’s degree.'),
  note(advice, 'Advised to look into work as {wish} before writing letters.'),
  note(tests, 'Result of the interest test is in. Highest score: {interest}.'),
]

function note(origin: Origin, body: string): NoteText {
  return { ...origin, body }
}
