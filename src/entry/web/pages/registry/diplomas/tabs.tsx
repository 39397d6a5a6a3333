import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Tabs } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'

/** Where diplomas are issued. */
export const DESK = '/register/diplomas'
export const ISSUED_PATH = `${DESK}/uitgegeven`
export const KEYS_PATH = `${DESK}/sleutels`

const words = {
  parts: { nl: 'Onderdelen van diploma’s', en: 'Parts of diplomas' },
  toIssue: { nl: 'Uit te geven', en: 'To be issued' },
  issued: { nl: 'Uitgegeven', en: 'Issued' },
  keys: { nl: 'Sleutels', en: 'Keys' },
} satisfies Record<string, Text>

/** The parts of the desk for diplomas. */
export function DiplomaTabs({ current }: { current: string }): JSX.Element {
  const tabs = [
    { label: words.toIssue, href: DESK },
    { label: words.issued, href: ISSUED_PATH },
    { label: words.keys, href: KEYS_PATH },
  ]
  return (
    <Tabs
      label={words.parts}
      tabs={tabs.map((tab) => ({ ...tab, current: tab.href === current }))}
    />
  )
}
