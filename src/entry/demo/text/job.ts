import type { Text } from '#kernel/language.ts'

/** A kind of work with what belongs to it, as clients may have done it for years. */
export interface Job {
  readonly title: Text
  readonly sector: Text
  readonly workplace: Text
  readonly education: Text
  /** Work that somebody could do after it. */
  readonly wishes: readonly Text[]
}

/** Jobs by the sort of organisation that has them. */
export const JOBS: Readonly<Record<'care' | 'building' | 'public' | 'other', readonly Job[]>> = {
  care: [
    job(
      ['verzorgende', 'a care worker'],
      {
        sector: ['de zorg', 'care'],
        workplace: ['een woonzorgcentrum', 'a nursing home'],
        education: ['Mbo Verzorgende IG (niveau 3)', 'Vocational training in care (level 3)'],
      },
      ['planner in de thuiszorg', 'medewerker gastvrijheid', 'medewerker cliëntservice'],
      ['a planner in home care', 'a host', 'a customer adviser'],
    ),
    job(
      ['wijkverpleegkundige', 'a district nurse'],
      {
        sector: ['de zorg', 'care'],
        workplace: ['een thuiszorgteam', 'a home care team'],
        education: ['Hbo Verpleegkunde', 'Bachelor of Nursing'],
      },
      ['praktijkondersteuner', 'docent verpleegkunde', 'indicatiesteller'],
      ['a practice nurse', 'a teacher of nursing', 'a care assessor'],
    ),
    job(
      ['activiteitenbegeleider', 'an activities coordinator'],
      {
        sector: ['de zorg', 'care'],
        workplace: ['een dagbesteding', 'a day centre'],
        education: ['Mbo Sociaal Werk (niveau 4)', 'Vocational training in social work (level 4)'],
      },
      ['jobcoach', 'vrijwilligerscoördinator', 'medewerker in een museum'],
      ['a job coach', 'a volunteer coordinator', 'a museum worker'],
    ),
    job(
      ['kok in een zorginstelling', 'a cook in a nursing home'],
      {
        sector: ['de horeca', 'catering'],
        workplace: ['de keuken van een zorgcentrum', 'the kitchen of a nursing home'],
        education: ['Mbo Zelfstandig werkend kok', 'Vocational training as a cook'],
      },
      ['inkoper van levensmiddelen', 'docent kookles', 'medewerker voedselveiligheid'],
      ['a food buyer', 'a cookery teacher', 'a food safety officer'],
    ),
  ],
  building: [
    job(
      ['timmerman', 'a carpenter'],
      {
        sector: ['de bouw', 'building'],
        workplace: ['een bouwbedrijf', 'a building firm'],
        education: ['Mbo Timmeren (niveau 3)', 'Vocational training in carpentry (level 3)'],
      },
      ['werkvoorbereider', 'toezichthouder', 'praktijkdocent'],
      ['a work planner', 'a site inspector', 'a practical teacher'],
    ),
    job(
      ['metselaar', 'a bricklayer'],
      {
        sector: ['de bouw', 'building'],
        workplace: ['een aannemer', 'a contractor'],
        education: ['Mbo Metselen (niveau 2)', 'Vocational training in bricklaying (level 2)'],
      },
      ['magazijnbeheerder', 'chauffeur', 'adviseur in een bouwmarkt'],
      ['a storekeeper', 'a driver', 'an adviser in a hardware shop'],
    ),
    job(
      ['uitvoerder', 'a site manager'],
      {
        sector: ['de bouw', 'building'],
        workplace: ['een bouwbedrijf', 'a building firm'],
        education: ['Mbo Middenkader bouw', 'Vocational training in building management'],
      },
      ['kwaliteitsmedewerker', 'calculator', 'adviseur duurzaam wonen'],
      ['a quality officer', 'an estimator', 'an adviser on green homes'],
    ),
    job(
      ['medewerker bedrijfsbureau', 'an office worker in building'],
      {
        sector: ['de bouw', 'building'],
        workplace: ['het kantoor van een aannemer', 'the office of a contractor'],
        education: ['Mbo Secretarieel (niveau 4)', 'Vocational training in office work (level 4)'],
      },
      ['projectondersteuner', 'medewerker planning', 'functioneel beheerder'],
      ['a project assistant', 'a planning officer', 'an application manager'],
    ),
  ],
  public: [
    job(
      ['medewerker burgerzaken', 'a registry clerk'],
      {
        sector: ['de gemeente', 'local government'],
        workplace: ['het gemeentehuis', 'the town hall'],
        education: [
          'Mbo Juridisch-administratief',
          'Vocational training in law and administration',
        ],
      },
      ['medewerker klachten', 'archiefmedewerker', 'baliemedewerker bij een ziekenhuis'],
      ['a complaints officer', 'an archivist', 'a receptionist in a hospital'],
    ),
    job(
      ['medewerker groenvoorziening', 'a park keeper'],
      {
        sector: ['het groen', 'parks'],
        workplace: ['de buitendienst', 'the parks department'],
        education: ['Mbo Groen (niveau 2)', 'Vocational training in gardening (level 2)'],
      },
      ['boswachter-assistent', 'medewerker kringloopwinkel', 'conciërge'],
      ['a warden', 'a worker in a recycling shop', 'a caretaker'],
    ),
    job(
      ['beleidsmedewerker', 'a policy officer'],
      {
        sector: ['de overheid', 'government'],
        workplace: ['een beleidsafdeling', 'a policy department'],
        education: ['Hbo Bestuurskunde', 'Bachelor of Public Administration'],
      },
      ['projectleider', 'adviseur participatie', 'tekstschrijver'],
      ['a project leader', 'an adviser on participation', 'a copywriter'],
    ),
    job(
      ['consulent werk en inkomen', 'an employment adviser'],
      {
        sector: ['de sociale dienst', 'social services'],
        workplace: ['de sociale dienst', 'social services'],
        education: ['Hbo Sociaal Juridische Dienstverlening', 'Bachelor of Social Law'],
      },
      ['jobcoach', 'schuldhulpverlener', 'trainer'],
      ['a job coach', 'a debt adviser', 'a trainer'],
    ),
  ],
  other: [
    job(
      ['leraar basisonderwijs', 'a primary school teacher'],
      {
        sector: ['het onderwijs', 'education'],
        workplace: ['een basisschool', 'a primary school'],
        education: ['Pabo', 'Bachelor of Education'],
      },
      ['schrijver van lesmateriaal', 'intern begeleider', 'museumdocent'],
      ['a writer of school books', 'a support teacher', 'a museum teacher'],
    ),
    job(
      ['vrachtwagenchauffeur', 'a lorry driver'],
      {
        sector: ['het vervoer', 'transport'],
        workplace: ['een transportbedrijf', 'a transport firm'],
        education: ['Vmbo en groot rijbewijs', 'Secondary school and a lorry licence'],
      },
      ['planner in het vervoer', 'rij-instructeur', 'heftruckchauffeur'],
      ['a transport planner', 'a driving instructor', 'a forklift driver'],
    ),
    job(
      ['modeverkoper', 'a shop assistant'],
      {
        sector: ['de winkel', 'retail'],
        workplace: ['een kledingzaak', 'a clothes shop'],
        education: ['Mbo Verkoop (niveau 3)', 'Vocational training in retail (level 3)'],
      },
      ['medewerker webwinkel', 'receptionist', 'stylist voor etalages'],
      ['a web shop worker', 'a receptionist', 'a window dresser'],
    ),
    job(
      ['softwareontwikkelaar', 'a software developer'],
      {
        sector: ['de ICT', 'software'],
        workplace: ['een softwarebedrijf', 'a software firm'],
        education: ['Hbo Informatica', 'Bachelor of Computer Science'],
      },
      ['scrum master', 'docent programmeren', 'data-analist'],
      ['a scrum master', 'a teacher of programming', 'a data analyst'],
    ),
    job(
      ['boekhouder', 'a bookkeeper'],
      {
        sector: ['de financiële administratie', 'accounting'],
        workplace: ['een administratiekantoor', 'an accounting office'],
        education: [
          'Mbo Bedrijfsadministratie (niveau 4)',
          'Vocational training in bookkeeping (level 4)',
        ],
      },
      ['financieel adviseur', 'controller', 'medewerker bij een goed doel'],
      ['a financial adviser', 'a controller', 'a worker for a charity'],
    ),
    job(
      ['lasser', 'a welder'],
      {
        sector: ['de metaal', 'metalwork'],
        workplace: ['een machinefabriek', 'an engineering works'],
        education: ['Mbo Metaal (niveau 3)', 'Vocational training in metalwork (level 3)'],
      },
      ['kwaliteitscontroleur', 'werkvoorbereider', 'instructeur'],
      ['a quality inspector', 'a work planner', 'an instructor'],
    ),
    job(
      ['hotelreceptionist', 'a hotel receptionist'],
      {
        sector: ['de horeca', 'hospitality'],
        workplace: ['een hotel', 'a hotel'],
        education: ['Mbo Toerisme (niveau 4)', 'Vocational training in tourism (level 4)'],
      },
      ['medewerker evenementen', 'reisadviseur', 'managementassistent'],
      ['an events officer', 'a travel adviser', 'a management assistant'],
    ),
    job(
      ['laborant', 'a laboratory technician'],
      {
        sector: ['het laboratorium', 'laboratory work'],
        workplace: ['een laboratorium', 'a laboratory'],
        education: ['Mbo Analist (niveau 4)', 'Vocational training as an analyst (level 4)'],
      },
      ['kwaliteitsmedewerker', 'technisch schrijver', 'medewerker milieu'],
      ['a quality officer', 'a technical writer', 'an environmental officer'],
    ),
  ],
}

function job(
  title: Pair,
  about: Readonly<Record<'sector' | 'workplace' | 'education', Pair>>,
  dutch: readonly string[],
  english: readonly string[],
): Job {
  return {
    title: text(title),
    sector: text(about.sector),
    workplace: text(about.workplace),
    education: text(about.education),
    wishes: dutch.map((nl, index) => text([nl, english[index] ?? nl])),
  }
}

type Pair = readonly [nl: string, en: string]

function text([nl, en]: Pair): Text {
  return { nl, en }
}
