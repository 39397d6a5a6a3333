import { type ChangeMessage, narrowing, neutral, widening } from './change-message.ts'
import { RETENTION_CHANGES } from './retention-changes.ts'

/** Every change there is: what it does, and how it is said. Its code is stable. */
export const CHANGES = {
  'version-changed': neutral(
    'Versie {before} wordt versie {after}.',
    'Version {before} becomes version {after}.',
  ),
  'in-force-changed': neutral(
    'De verklaring geldt vanaf {after}, niet vanaf {before}.',
    'The statement applies from {after}, not from {before}.',
  ),
  'controller-changed': neutral(
    'De gegevens van de organisatie veranderen.',
    'The details of the organisation change.',
  ),
  'contacts-changed': neutral('De contactgegevens veranderen.', 'The contact details change.'),
  'kind-added': widening(
    'Er komt een soort dossier bij: {kind}.',
    'A kind of dossier is added: {kind}.',
  ),
  'kind-removed': narrowing(
    'Een soort dossier vervalt: {kind}.',
    'A kind of dossier goes: {kind}.',
  ),
  'kind-changed': neutral('De wet bij {kind} verandert.', 'The law for {kind} changes.'),
  'category-added': widening(
    'Voortaan worden ook {category} verwerkt.',
    '{category} will be processed as well.',
  ),
  'category-removed': narrowing(
    'Niet langer worden {category} verwerkt.',
    '{category} will no longer be processed.',
  ),
  'category-kinds-added': widening(
    '{category} mogen ook bij {kinds}.',
    '{category} may be used for {kinds} as well.',
  ),
  'category-kinds-removed': narrowing(
    '{category} mogen niet meer bij {kinds}.',
    '{category} may no longer be used for {kinds}.',
  ),
  'category-ground-changed': neutral(
    'De grond om {category} te verwerken verandert.',
    'The ground for processing {category} changes.',
  ),
  'activity-added': widening(
    'Er komt een activiteit bij: {activity}.',
    'An activity is added: {activity}.',
  ),
  'activity-removed': narrowing(
    'Een activiteit vervalt: {activity}.',
    'An activity goes: {activity}.',
  ),
  'activity-purpose-changed': widening(
    'Het doel van {activity} wordt: {after}.',
    'The purpose of {activity} becomes: {after}.',
  ),
  'activity-basis-changed': neutral(
    'De grondslag van {activity} wordt {after}; dat was {before}.',
    'The lawful basis of {activity} becomes {after}; it was {before}.',
  ),
  'activity-ground-changed': neutral(
    'Het belang of de wet achter {activity} verandert.',
    'The interest or law behind {activity} changes.',
  ),
  'activity-reads-added': widening(
    '{activity} leest ook {category}.',
    '{activity} also reads {category}.',
  ),
  'activity-reads-removed': narrowing(
    '{activity} leest niet meer: {category}.',
    '{activity} no longer reads {category}.',
  ),
  'activity-writes-added': widening(
    '{activity} schrijft ook {category}.',
    '{activity} also writes {category}.',
  ),
  'activity-writes-removed': narrowing(
    '{activity} schrijft niet meer: {category}.',
    '{activity} no longer writes {category}.',
  ),
  'activity-relation-added': widening(
    '{activity} staat ook open voor {relation}.',
    '{activity} is also open to {relation}.',
  ),
  'activity-relation-removed': narrowing(
    '{activity} staat niet meer open voor {relation}.',
    '{activity} is no longer open to {relation}.',
  ),
  'activity-kinds-added': widening(
    '{activity} geldt ook voor {kinds}.',
    '{activity} also applies to {kinds}.',
  ),
  'activity-kinds-removed': narrowing(
    '{activity} geldt niet meer voor {kinds}.',
    '{activity} no longer applies to {kinds}.',
  ),
  'relation-added': neutral(
    'Er komt een relatie bij: {relation}.',
    'A relation is added: {relation}.',
  ),
  'relation-removed': neutral('Een relatie vervalt: {relation}.', 'A relation goes: {relation}.'),
  'relation-consent-added': narrowing(
    'Eerst is toestemming nodig voor {relation}: {consent}.',
    'Consent is needed first for {relation}: {consent}.',
  ),
  'relation-consent-removed': widening(
    'Voor {relation} is geen toestemming meer nodig.',
    '{relation} no longer needs consent.',
  ),
  'relation-consent-changed': neutral(
    'Voor {relation} is andere toestemming nodig: {consent}.',
    '{relation} needs another consent: {consent}.',
  ),
  'relation-period-added': narrowing(
    'Voor {relation} geldt voortaan een tijdvak: {period}.',
    '{relation} is from now on limited to {period}.',
  ),
  'relation-period-removed': widening(
    'Voor {relation} geldt geen tijdvak meer.',
    '{relation} is no longer limited to a period.',
  ),
  'relation-announced': narrowing(
    'Wie {relation} wordt, wordt voortaan vooraf aangekondigd.',
    'Who becomes {relation} will be announced beforehand.',
  ),
  'relation-unannounced': widening(
    'Wie {relation} wordt, wordt niet meer vooraf aangekondigd.',
    'Who becomes {relation} will no longer be announced beforehand.',
  ),
  'consent-added': neutral(
    'Er komt een toestemming bij: {consent}.',
    'A consent is added: {consent}.',
  ),
  'consent-removed': neutral('Een toestemming vervalt: {consent}.', 'A consent goes: {consent}.'),
  'consent-wording-changed': neutral(
    'De tekst van de toestemming verandert: {consent}.',
    'The wording of a consent changes: {consent}.',
  ),
  'consent-term-added': narrowing(
    'Een ja op {consent} vervalt voortaan na {after}.',
    'A yes to {consent} will end after {after}.',
  ),
  'consent-term-removed': widening(
    'Een ja op {consent} vervalt niet meer vanzelf.',
    'A yes to {consent} no longer ends by itself.',
  ),
  'consent-term-shorter': narrowing(
    'Een ja op {consent} vervalt na {after}; dat was {before}.',
    'A yes to {consent} ends after {after}; it was {before}.',
  ),
  'consent-term-longer': widening(
    'Een ja op {consent} vervalt na {after}; dat was {before}.',
    'A yes to {consent} ends after {after}; it was {before}.',
  ),
  'recipient-added': widening(
    'Er komt een ontvanger bij: {recipient}.',
    'A recipient is added: {recipient}.',
  ),
  'recipient-removed': narrowing(
    'Een ontvanger vervalt: {recipient}.',
    'A recipient goes: {recipient}.',
  ),
  'recipient-gets-added': widening(
    '{recipient} krijgt ook {category}.',
    '{recipient} also gets {category}.',
  ),
  'recipient-gets-removed': narrowing(
    '{recipient} krijgt niet meer: {category}.',
    '{recipient} no longer gets {category}.',
  ),
  'recipient-purpose-added': widening(
    '{recipient} krijgt gegevens ook voor {activity}.',
    '{recipient} also gets data for {activity}.',
  ),
  'recipient-purpose-removed': narrowing(
    '{recipient} krijgt geen gegevens meer voor {activity}.',
    '{recipient} no longer gets data for {activity}.',
  ),
  'recipient-consent-added': narrowing(
    '{recipient} krijgt gegevens pas na toestemming.',
    '{recipient} gets data only after consent.',
  ),
  'recipient-consent-removed': widening(
    '{recipient} krijgt gegevens zonder toestemming.',
    '{recipient} gets data without consent.',
  ),
  'recipient-changed': neutral(
    'De gegevens over ontvanger {recipient} veranderen.',
    'The details of recipient {recipient} change.',
  ),
  'recipient-replaced': widening(
    '{before} maakt als ontvanger plaats voor {recipient}.',
    '{before} makes way for {recipient} as recipient.',
  ),
  'recipient-moved': widening(
    '{recipient} verwerkt de gegevens in {country}.',
    '{recipient} processes the data in {country}.',
  ),
  ...RETENTION_CHANGES,
  'right-added': narrowing('Er komt een recht bij: {right}.', 'A right is added: {right}.'),
  'right-removed': widening('Een recht vervalt: {right}.', 'A right goes: {right}.'),
  'right-faster': narrowing('{right} gaat sneller: {after}.', '{right} becomes faster: {after}.'),
  'right-slower': widening('{right} gaat langzamer: {after}.', '{right} becomes slower: {after}.'),
  'right-condition-changed': neutral(
    'De voorwaarde bij {right} verandert.',
    'The condition of {right} changes.',
  ),
  'right-self-service-added': narrowing(
    '{right} kan iemand voortaan zelf.',
    '{right} can be done by people themselves.',
  ),
  'right-self-service-removed': widening(
    '{right} kan iemand niet meer zelf.',
    '{right} can no longer be done by people themselves.',
  ),
  'backups-kept-longer': widening(
    'Reservekopieën blijven {after}; dat was {before}.',
    'Backups stay {after}; it was {before}.',
  ),
  'backups-kept-shorter': narrowing(
    'Reservekopieën blijven {after}; dat was {before}.',
    'Backups stay {after}; it was {before}.',
  ),
  'backups-made': neutral(
    'Een reservekopie komt er {after}; dat was {before}.',
    'A backup is made {after}; it was {before}.',
  ),
  'clause-added': narrowing('Er komt een belofte bij: {clause}.', 'A clause is added: {clause}.'),
  'clause-removed': widening('Een belofte vervalt: {clause}.', 'A clause goes: {clause}.'),
  'clause-reworded': neutral(
    'Belofte {clause} krijgt andere woorden.',
    'Clause {clause} is worded differently.',
  ),
  'clause-keeping-changed': neutral(
    'Wat belofte {clause} houdt, verandert.',
    'What keeps clause {clause} changes.',
  ),
  'text-changed': neutral(
    'De tekst verandert buiten de beloften ({file}).',
    'The text changes outside the clauses ({file}).',
  ),
} as const satisfies Record<string, ChangeMessage>

export type ChangeCode = keyof typeof CHANGES
