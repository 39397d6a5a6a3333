import { ColumnWords } from '#modules/lists/index.ts'
import type { Target } from './field.ts'

/** Headings of a column of which the contents decide whether it has the coach's email address. */
const COACH = new Set([
  'coach',
  'begeleider',
  'loopbaancoach',
  'consulent',
  'counselor',
  'trajectbegeleider',
])

/** How client lists head their columns. */
export const CLIENT_COLUMNS: ColumnWords<Target> = new ColumnWords<Target>(
  {
    name: 'client clienten kandidaat deelnemer',
    service: `
      dienst soortdienst diensten service traject soorttraject trajectsoort typetraject
      trajecttype product kindofservice dienstverlening typedienst servicetype soort
      begeleidingsvorm programma trajectnaam`,
    principal: `
      opdrachtgever werkgever organisatie bedrijf principal employer company naamopdrachtgever
      naamwerkgever opdrachtgevernaam bedrijfsnaam organisation organization commissionedby
      debiteur verwijzer`,
    coachEmail: `
      emailcoach coachemail mailcoach coachmail emailbegeleider emailadrescoach
      emailloopbaancoach emailconsulent emailadresbegeleider coachemailaddress begeleideremail
      emailofcoach`,
    startedOn: `
      startdatum start begindatum datumstart startdate startedon ingangsdatum aanvang
      aanvangsdatum startdatumtraject datumaanvang startop begin starttraject intakedatum
      datumintake vanaf startdt`,
    endedOn: `
      einddatum einde eind datumeinde enddate endedon afgeslotenop tot afsluitdatum
      einddatumtraject datumafsluiting eindetraject afgesloten beeindigdop closedon einddt
      datumeind`,
    reference: `
      kenmerk referentie reference clientnummer clientnr dossiernummer id dossiernr klantnummer
      klantnr ref clientid trajectnummer trajectnr relatienummer onskenmerk uwkenmerk casenumber
      dossier clientcode`,
  },
  [
    'client',
    'kandidaat',
    'klant',
    'deelnemer',
    'werknemer',
    'candidate',
    'customer',
    'participant',
    'employee',
  ],
  (heading, cells) => {
    if (!COACH.has(heading)) return undefined
    return cells.some((cell) => cell.includes('@')) ? 'coachEmail' : null
  },
)
