import type { Message } from './message.ts'

/** Declarations that no organisation may make, or that promise what nothing can keep. */
export const PROMISE_MESSAGES = {
  ACTIVITY_WITHOUT_CATEGORY: {
    nl: 'Activiteit "{word}" leest en schrijft geen enkele categorie.',
    en: 'Activity "{word}" reads and writes no category at all.',
  },
  INTEREST_MISSING: {
    nl: 'Activiteit "{word}" steunt op een gerechtvaardigd belang; noem dat belang (interest).',
    en: 'Activity "{word}" rests on a legitimate interest; name that interest.',
  },
  LAW_MISSING: {
    nl: 'Activiteit "{word}" steunt op een wettelijke plicht of taak; noem de wet (law).',
    en: 'Activity "{word}" rests on a legal duty or task; name the law.',
  },
  CONSENT_BASIS_WITHOUT_CONSENT: {
    nl: 'Activiteit "{word}" steunt op toestemming, maar relatie "{relation}" vraagt er geen (after).',
    en: 'Activity "{word}" rests on consent, but relation "{relation}" asks for none (after).',
  },
  SPECIAL_MISSING: {
    nl: 'Categorie "{word}" is bijzonder: schrijf "special: {special}".',
    en: 'Category "{word}" is special data: write "special: {special}".',
  },
  SPECIAL_WRONG: {
    nl: 'Categorie "{word}" is niet van de bijzondere soort "{special}".',
    en: 'Category "{word}" is not special data of the sort "{special}".',
  },
  EXCEPTION_MISSING: {
    nl: 'Bijzondere gegevens "{word}" hebben een uitzondering nodig (exception).',
    en: 'Special data "{word}" need an exception that allows them.',
  },
  CITIZEN_NUMBER_WITHOUT_LAW: {
    nl: 'Het burgerservicenummer mag alleen als een wet het toestaat; noem die wet (law).',
    en: 'The citizen number may be used only where a law allows it; name that law.',
  },
  CITIZEN_NUMBER_EVERYWHERE: {
    nl: 'Het burgerservicenummer hoort alleen bij diensten waarvoor een wet is genoemd: noem die diensten (only-in), en bij elk haar wet (kinds, law).',
    en: 'The citizen number belongs only in services for which a law is named: name them (only-in), and with each of them its law (kinds, law).',
  },
  CATEGORY_UNREAD: {
    nl: 'Categorie "{word}" wordt door geen activiteit gelezen.',
    en: 'Category "{word}" is read by no activity.',
  },
  CATEGORY_NOT_KEPT: {
    nl: 'Voor categorie "{word}" geldt geen bewaartermijn: onderdeel "{part}" ontbreekt.',
    en: 'Category "{word}" has no retention: part "{part}" is missing.',
  },
  CATEGORY_OUT_OF_KIND: {
    nl: 'Activiteit "{activity}" gebruikt "{word}", maar dat hoort bij geen van haar dossiers.',
    en: 'Activity "{activity}" uses "{word}", which belongs to none of its kinds of dossier.',
  },
  RELATION_UNUSED: {
    severity: 'warning',
    nl: 'Met relatie "{word}" kan niemand iets: geen activiteit noemt haar.',
    en: 'Relation "{word}" lets nobody do anything: no activity names it.',
  },
  CONSENT_UNUSED: {
    severity: 'warning',
    nl: 'Toestemming "{word}" wordt nergens gevraagd.',
    en: 'Consent "{word}" is asked for nowhere.',
  },
  CONSENT_FOR_NO_TIME: {
    nl: 'Een ja op "{word}" vervalt na nul dagen; noem een langere termijn of laat expires weg.',
    en: 'A yes to "{word}" ends after no days; name a longer term or leave expires out.',
  },
  PERIOD_OF_FUNCTION: {
    nl: 'Relatie "{word}" is er een tot de hele organisatie; after en during kunnen daar niet.',
    en: 'Relation "{word}" is to the whole organisation; after and during cannot apply to it.',
  },
  RECIPIENT_BARRED: {
    nl: 'Aan ontvangers van de soort "{kind}" worden geen persoonsgegevens verstrekt.',
    en: 'No personal data are given to recipients of the kind "{kind}".',
  },
  RECIPIENT_WITHOUT_CATEGORY: {
    nl: 'Ontvanger "{word}" krijgt geen enkele categorie (gets).',
    en: 'Recipient "{word}" gets no category at all (gets).',
  },
  AGREEMENT_MISSING: {
    nl: 'Met ontvanger "{word}" is een overeenkomst nodig (agreement).',
    en: 'Recipient "{word}" needs an agreement.',
  },
  AGREEMENT_LAPSED: {
    nl: 'De overeenkomst met "{word}" loopt af op {until}, vóór deze versie ingaat.',
    en: 'The agreement with "{word}" ends on {until}, before this version comes into force.',
  },
  TRANSFER_WITHOUT_SAFEGUARD: {
    nl: '"{word}" verwerkt buiten de EER ({country}); noem de waarborg (safeguard).',
    en: '"{word}" processes outside the EEA ({country}); name the safeguard.',
  },
  COUNTRY_MISSING: {
    severity: 'warning',
    nl: 'Zeg in welk land "{word}" de gegevens verwerkt (country).',
    en: 'Say in which country "{word}" processes the data (country).',
  },
  RETENTION_WITHOUT_EVENT: {
    nl: 'De termijn van "{word}" begint nergens; noem de gebeurtenis (from).',
    en: 'The period of "{word}" begins nowhere; name the event (from).',
  },
  KEPT_INDEFINITELY: {
    severity: 'warning',
    nl: '"{word}" wordt voor onbepaalde tijd bewaard; opslagbeperking vraagt een goede reden.',
    en: '"{word}" is kept indefinitely; storage limitation asks for a good reason.',
  },
  INDEFINITE_WITHOUT_REASON: {
    nl: '"{word}" wordt voor onbepaalde tijd bewaard zonder reden (because).',
    en: '"{word}" is kept indefinitely without a reason (because).',
  },
  KEPT_FOR_NO_TIME: {
    nl: '"{word}" wordt nul dagen bewaard; wat niet bewaard wordt, kan niet gebruikt worden.',
    en: '"{word}" is kept for no time; what is not kept cannot be used.',
  },
  UNLINK_WITHOUT_HOLDS: {
    nl: 'Zeg welke gegevens van "{word}" overblijven als de rest weggaat (holds).',
    en: 'Say which particulars of "{word}" remain when the rest goes (holds).',
  },
  RIGHT_MISSING: {
    nl: 'Het recht "{word}" ontbreekt; wie gegevens verwerkt, moet het bieden.',
    en: 'The right "{word}" is missing; whoever processes data must offer it.',
  },
  RIGHT_WITHOUT_TERM: {
    nl: 'Bij recht "{word}" ontbreekt wanneer: within, at-once of self-service.',
    en: 'Right "{word}" does not say when: within, at-once or self-service.',
  },
  RIGHT_TOO_SLOW: {
    nl: 'Een verzoek om "{word}" moet binnen een maand beantwoord zijn (AVG, artikel 12).',
    en: 'A request for "{word}" must be answered within a month (GDPR, article 12).',
  },
  CONTACT_MISSING: {
    nl: 'Noem iemand bij wie mensen terechtkunnen: officer of responsible.',
    en: 'Name someone whom people can turn to: officer or responsible.',
  },
  BACKUP_GAP: {
    nl: 'Een reservekopie verdwijnt voordat de volgende er is (keep is korter dan every).',
    en: 'A backup goes before the next one is made (keep is shorter than every).',
  },
  EVIDENCE_MISSING: {
    nl: 'Belofte "{word}" is mensenwerk; zeg waaruit blijkt dat zij wordt gehouden (evidence).',
    en: 'Clause "{word}" is kept by people; say what shows that it is (evidence).',
  },
  REVIEW_MISSING: {
    nl: 'Belofte "{word}" is mensenwerk; zeg hoe vaak iemand haar nagaat (review).',
    en: 'Clause "{word}" is kept by people; say how often somebody reviews it (review).',
  },
  CLAUSE_WITHOUT_MECHANISM: {
    nl: 'Belofte "{word}" wordt door niets gehouden: geen verwijzing, kept-by of organisational.',
    en: 'Nothing keeps clause "{word}": it has no placeholder, kept-by or organisational.',
  },
} satisfies Record<string, Message>
