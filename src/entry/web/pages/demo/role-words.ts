import type { DemoAccount } from '#entry/demo/accounts.ts'
import type { Text } from '#kernel/language.ts'

/** The roles of a demonstration, in the order in which a visitor gets to know them. */
export const ROLES: readonly {
  readonly role: DemoAccount['role']
  readonly title: Text
  readonly lead: Text
}[] = [
  {
    role: 'coach',
    title: { nl: 'Coaches', en: 'Coaches' },
    lead: {
      nl: 'Elke coach ziet de eigen cliënten. De laatste in de lijst neemt waar bij afwezigheid.',
      en: 'Each coach sees clients of their own. The last one stands in during absences.',
    },
  },
  {
    role: 'principal',
    title: { nl: 'Opdrachtgevers', en: 'Principals' },
    lead: {
      nl: 'Zij lezen alleen de documenten die een cliënt heeft vrijgegeven.',
      en: 'They read only the documents that a client released.',
    },
  },
  {
    role: 'officer',
    title: { nl: 'Functionaris gegevensbescherming', en: 'Data protection officer' },
    lead: {
      nl: 'Ziet of elke belofte van de verklaring wordt nagekomen, en opent geen dossier.',
      en: 'Sees whether each promise of the statement is kept, and opens no dossier.',
    },
  },
  {
    role: 'planner',
    title: { nl: 'Planning', en: 'Planning' },
    lead: {
      nl: 'Plant en verzet afspraken voor alle coaches, en ziet alleen tijden en dossiernummers.',
      en: 'Plans and moves appointments for all coaches, and sees times and dossier numbers only.',
    },
  },
  {
    role: 'finance',
    title: { nl: 'Financiën', en: 'Finance' },
    lead: {
      nl: 'Maakt facturen en int ze. Ziet naam of code, datum, omschrijving en bedrag, en geen dossier.',
      en: 'Makes invoices and collects them. Sees name or code, date, description and amount, and no dossier.',
    },
  },
  {
    role: 'administrator',
    title: { nl: 'Beheer', en: 'Administration' },
    lead: {
      nl: 'Regelt accounts, functies en afwezigheid.',
      en: 'Looks after accounts, functions and absences.',
    },
  },
  {
    role: 'manager',
    title: { nl: 'Directie', en: 'Management' },
    lead: {
      nl: 'Overziet hoeveel diensten er per opdrachtgever zijn.',
      en: 'Oversees how many services there are for each principal.',
    },
  },
  {
    role: 'client',
    title: { nl: 'Cliënten', en: 'Clients' },
    lead: {
      nl: 'Lezen hun eigen dossier en wie erin keek. Bij de eerste in de lijst wacht er van alles.',
      en: 'They read their own dossier and who looked. For the first on the list all sorts of things wait.',
    },
  },
  {
    role: 'student',
    title: { nl: 'Studenten', en: 'Students' },
    lead: {
      nl: 'Vullen hun eigen gegevens in en zien wie hun opleiding controleerde.',
      en: 'They enter their own details and see who verified their training.',
    },
  },
  {
    role: 'employer',
    title: { nl: 'Zorginstellingen', en: 'Care institutions' },
    lead: {
      nl: 'Schrijven studenten in, controleren hun opleiding, en beheren hun eigen accounts.',
      en: 'They enrol students, verify their training, and look after their own accounts.',
    },
  },
  {
    role: 'institute',
    title: { nl: 'Opleidingsinstituten', en: 'Training institutes' },
    lead: {
      nl: 'Doen de tweede controle, en zien alleen hun eigen studenten.',
      en: 'They do the second verification, and see their own students alone.',
    },
  },
  {
    role: 'registrar',
    title: { nl: 'Register', en: 'Register' },
    lead: {
      nl: 'Houdt inschrijvingen, opleidingen en erkenningen bij. Naam en adres veranderen kan hier niemand.',
      en: 'Keeps registrations, programmes and accreditations. Nobody here can change name or address.',
    },
  },
]
