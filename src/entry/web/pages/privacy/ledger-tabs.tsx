import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Tabs } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'

const words = {
  parts: { nl: 'Delen van het logboek', en: 'Parts of the ledger' },
  entries: { nl: 'Handelingen', en: 'Entries' },
  checkpoints: { nl: 'IJkpunten', en: 'Checkpoints' },
} satisfies Record<string, Text>

const TABS = [
  { part: 'entries', href: '/privacy/logboek' },
  { part: 'checkpoints', href: '/privacy/logboek/ijkpunten' },
] as const

/** The two sides of the ledger: what happened, and that nobody changed it since. */
export function LedgerTabs({ part }: { part: (typeof TABS)[number]['part'] }): JSX.Element {
  return (
    <Tabs
      label={words.parts}
      tabs={TABS.map((tab) => ({
        label: words[tab.part],
        href: tab.href,
        current: tab.part === part,
      }))}
    />
  )
}
