import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { ErrorSummary, Form, PageHeader } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import type { FormState } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { type IncidentCase, INCIDENTS } from './case.ts'

const words = {
  incidents: { nl: 'Incidenten', en: 'Incidents' },
  save: { nl: 'Vastleggen', en: 'Record' },
} satisfies Record<string, Text>

interface StepProps {
  readonly own: IncidentCase
  readonly form: FormState
  readonly door: Door
  readonly title: Text
  readonly lead: Text
  /** The last part of the address. */
  readonly part: string
  readonly children?: Child
}

/** A page with the form of one step. */
export function Step({ own, form, door, title, lead, part, children }: StepProps): JSX.Element {
  const { incident, path } = own
  return (
    <Screen door={door} title={title} width="narrow">
      <PageHeader
        title={title}
        lead={lead}
        breadcrumbs={[
          { label: words.incidents, href: INCIDENTS },
          { label: incident.number, href: path },
        ]}
      />
      <ErrorSummary errors={form.faults} />
      <Form action={`${path}/${part}`} submit={words.save} cancelHref={path} formId={form.formId}>
        {children}
      </Form>
    </Screen>
  )
}
