import type { OverseenRestoration } from '#duties/backups/overseen.ts'
import type { Tone } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'

/** What became of bringing a backup back. */
export const OUTCOMES = {
  running: { label: { nl: 'Bezig', en: 'Under way' }, tone: 'info' },
  good: { label: { nl: 'In orde', en: 'In order' }, tone: 'success' },
  bad: { label: { nl: 'Niet in orde', en: 'Not in order' }, tone: 'error' },
  undone: { label: { nl: 'Afgebroken', en: 'Cut short' }, tone: 'warning' },
} satisfies Record<OverseenRestoration['state'], { label: Text; tone: Tone }>

export const KINDS: Readonly<Record<'rehearsal' | 'restoration', Text>> = {
  rehearsal: { nl: 'Oefening', en: 'Rehearsal' },
  restoration: { nl: 'Teruggezet', en: 'Brought back' },
}
