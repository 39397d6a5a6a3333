import { type ChangeMessage, narrowing, neutral, widening } from './change-message.ts'

/** Changes in how long each part is kept, from when, and what stays. */
export const RETENTION_CHANGES = {
  'retention-added': narrowing(
    'Voortaan geldt een termijn: {part}, {after}.',
    'A period will apply: {part}, {after}.',
  ),
  'retention-removed': widening(
    'Er geldt geen termijn meer voor {part}.',
    'No period applies to {part} any more.',
  ),
  'retention-shorter': narrowing(
    '{part}: bewaren gaat van {before} naar {after}.',
    '{part}: keeping goes from {before} to {after}.',
  ),
  'retention-longer': widening(
    '{part}: bewaren gaat van {before} naar {after}.',
    '{part}: keeping goes from {before} to {after}.',
  ),
  'retention-starts-earlier': narrowing(
    '{part}: de termijn wacht niet meer op {events}.',
    '{part}: the period no longer waits for {events}.',
  ),
  'retention-starts-later': widening(
    '{part}: de termijn wacht ook op {events}.',
    '{part}: the period also waits for {events}.',
  ),
  'retention-choice-added': narrowing(
    '{part}: gaat eerder weg als {decisions}.',
    '{part}: goes sooner if {decisions}.',
  ),
  'retention-choice-removed': widening(
    '{part}: gaat niet meer eerder weg als {decisions}.',
    '{part}: no longer goes sooner if {decisions}.',
  ),
  'retention-delay-added': widening(
    '{part}: blijft langer als {decisions}.',
    '{part}: stays longer if {decisions}.',
  ),
  'retention-delay-removed': narrowing(
    '{part}: blijft niet meer langer als {decisions}.',
    '{part}: no longer stays longer if {decisions}.',
  ),
  'retention-remainder-added': widening(
    '{part}: ook bewaard wordt {particulars}.',
    '{part}: also kept: {particulars}.',
  ),
  'retention-remainder-removed': narrowing(
    '{part}: niet meer bewaard wordt {particulars}.',
    '{part}: no longer kept: {particulars}.',
  ),
  'retention-end-destroys': narrowing(
    '{part}: na de termijn wordt alles vernietigd.',
    '{part}: after the period everything is destroyed.',
  ),
  'retention-end-unlinks': widening(
    '{part}: na de termijn blijft een deel, van niemand meer.',
    '{part}: after the period a part stays, linked to nobody.',
  ),
  'retention-reason-changed': neutral(
    '{part}: de reden of grondslag van het bewaren verandert.',
    '{part}: the reason or basis for keeping changes.',
  ),
} as const satisfies Record<string, ChangeMessage>
