import type { Language, Text } from '#kernel/language.ts'
import type { ReportLine } from './report.ts'

/** What each line of a report means. `{subject}` is a table, a code or a version. */
const SAYS: Readonly<Record<string, Text>> = {
  ERASED_DOSSIERS: {
    nl: 'opnieuw verwijderd: dossiers die na de reservekopie waren gewist ({count})',
    en: 'removed again: dossiers that were erased after the backup ({count})',
  },
  ERASED_PARTS: {
    nl: 'opnieuw verwijderd: delen van dossiers die waren gewist ({count})',
    en: 'removed again: parts of dossiers that were erased ({count})',
  },
  ENDED: {
    nl: 'opnieuw beëindigd, ingetrokken of beperkt: {subject} ({count})',
    en: 'ended, withdrawn or restricted again: {subject} ({count})',
  },
  EXPIRED_HIDDEN: {
    nl: 'verborgen: dossiers waarvan de bewaartermijn voorbij is ({count})',
    en: 'hidden: dossiers past their term ({count})',
  },
  ACCOUNTS_GONE: {
    nl: 'niet teruggekomen: accounts die intussen zijn opgeheven ({count})',
    en: 'did not come back: accounts that were removed meanwhile ({count})',
  },
  ACCOUNTS_MOVED: {
    nl: 'afgesloten teruggekomen: accounts die intussen een ander e-mailadres hadden ({count})',
    en: 'came back closed: accounts that had another e-mail address meanwhile ({count})',
  },
  CREDENTIALS_REPLACED: {
    nl: 'vervallen: wachtwoorden die intussen waren vervangen; kies een nieuw via "wachtwoord vergeten" ({count})',
    en: 'void: passwords that were replaced meanwhile; choose a new one through "forgot password" ({count})',
  },
  SESSIONS_ENDED: { nl: 'beëindigde sessies ({count})', en: 'sessions ended ({count})' },
  LINKS_ENDED: {
    nl: 'vervallen uitnodigingen, die opnieuw moeten worden verstuurd ({count})',
    en: 'invitations that became void and must be sent again ({count})',
  },
  ACCOUNTS_RESTORED: {
    nl: 'teruggekomen accounts ({count})',
    en: 'accounts that came back ({count})',
  },
  LEDGER_CARRIED: {
    nl: 'logboek: regels van na de reservekopie die zijn gebleven ({count})',
    en: 'ledger: entries from after the backup that stayed ({count})',
  },
  CHECKPOINTS_LOST: {
    nl: 'logboek: verloren ijkpunten van na de reservekopie ({count})',
    en: 'ledger: checkpoints from after the backup that are lost ({count})',
  },
  STATEMENT_LOST: {
    nl: 'versie {subject} van de privacyverklaring gold al en is niet teruggekomen: pas haar opnieuw toe',
    en: 'version {subject} of the privacy statement was in force and did not come back: apply it again',
  },
  ERASED_BACK: {
    nl: 'er staat nog iets van een gewist dossier: {subject} ({count})',
    en: 'there is still something of an erased dossier: {subject} ({count})',
  },
  KEY_OF_ERASED: {
    nl: 'van gewiste dossiers bestaat nog een sleutel ({count})',
    en: 'there are still keys of erased dossiers ({count})',
  },
  ENDED_BACK: {
    nl: 'er is iets teruggekomen dat was beëindigd: {subject} ({count})',
    en: 'something that had ended has come back: {subject} ({count})',
  },
  UNREADABLE: {
    nl: 'dossiers zonder sleutel: namen en data zijn te lezen, de inhoud niet ({count})',
    en: 'dossiers without a key: names and dates can be read, contents cannot ({count})',
  },
  LEDGER_WRONG: {
    nl: 'het logboek klopt niet: {subject} ({count})',
    en: 'the ledger is not right: {subject} ({count})',
  },
  LEDGER_OLDER_KEY: {
    nl: 'het logboek is met de vorige hoofdsleutel getekend en moet worden overgedragen: zet de kopie terug met die sleutel erbij',
    en: 'the ledger was signed under the previous master key and must be handed over: restore with that key at hand',
  },
  LEDGER_SPLIT: {
    nl: 'het logboek heeft een ander ijkpunt dan dat wat elders is onthouden',
    en: 'the ledger has another checkpoint than the one that was remembered elsewhere',
  },
  REGISTER_LOST: {
    nl: 'het register van wat is gewist en ingetrokken ontbreekt: niemand weet wat terug kon komen',
    en: 'the register of what was erased and withdrawn is missing: nobody knows what may have come back',
  },
  NOT_RESTORED: {
    nl: 'de reservekopie kon niet worden teruggezet: {subject}',
    en: 'the backup could not be brought back: {subject}',
  },
  NO_SCRATCH_DATABASE: {
    nl: 'er kon geen database worden gemaakt om in te oefenen: geef de rol in DATABASE_URL het recht CREATEDB',
    en: 'no database could be made to rehearse in: give the role in DATABASE_URL the right CREATEDB',
  },
}

const UNKNOWN: Text = { nl: '{subject} ({count})', en: '{subject} ({count})' }

/**
 * Says a line of a report.
 *
 * @param subjects What the tables are called; one that is not among them is told by its own name.
 */
export function sayReportLine(
  { code, subject, count }: ReportLine,
  language: Language,
  subjects: Readonly<Record<string, Text>>,
): string {
  const called = subject !== undefined && Object.hasOwn(subjects, subject) && subjects[subject]
  return (SAYS[code] ?? UNKNOWN)[language]
    .replace('{subject}', called ? called[language] : (subject ?? code))
    .replace('{count}', String(count))
}
