import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Tabs } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'

/** The activity in which templates are kept. */
export const TEMPLATE_KEEPING = 'template-keeping'

const words = {
  parts: { nl: 'Sjablonen', en: 'Templates' },
  forms: { nl: 'Formulieren', en: 'Forms' },
  actions: { nl: 'Actielijsten', en: 'Action lists' },
} satisfies Record<string, Text>

/** The two sorts of templates. */
export function TemplateTabs({ current }: { current: 'forms' | 'actions' }): JSX.Element {
  return (
    <Tabs
      label={words.parts}
      tabs={[
        { label: words.forms, href: '/werk/sjablonen', current: current === 'forms' },
        { label: words.actions, href: '/werk/sjablonen/acties', current: current === 'actions' },
      ]}
    />
  )
}
