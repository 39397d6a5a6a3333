import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Tabs } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import { HOME } from './words.ts'

const words = {
  label: { nl: 'Bewaren en vernietigen', en: 'Keeping and destroying' },
  calendar: { nl: 'Kalender', en: 'Calendar' },
  holds: { nl: 'Bewaarplichten', en: 'Holds' },
  erasures: { nl: 'Verwijderingen', en: 'Erasures' },
  certificates: { nl: 'Certificaten', en: 'Certificates' },
} satisfies Record<string, Text>

const PARTS = {
  calendar: '',
  holds: '/bewaarplichten',
  erasures: '/verwijderingen',
  certificates: '/certificaten',
} as const

export function RetentionTabs({ part }: { part: keyof typeof PARTS }): JSX.Element {
  const names: (keyof typeof PARTS)[] = ['calendar', 'holds', 'erasures', 'certificates']
  return (
    <Tabs
      label={words.label}
      tabs={names.map((name) => ({
        label: words[name],
        href: `${HOME}${PARTS[name]}`,
        current: name === part,
      }))}
    />
  )
}
