import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { ErrorSummary, Form, PageHeader, TextField } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import type { FormState } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'

const words = {
  again: { nl: 'Nog een keer', en: 'Once more' },
  rule: {
    nl: 'Ten minste 12 tekens. Een paar woorden die niet bij elkaar horen, werkt goed.',
    en: 'At least 12 characters. A few words that do not belong together work well.',
  },
} satisfies Record<string, Text>

export interface AccountFormProps {
  readonly door: Door
  readonly form: FormState
  readonly title: Text
  readonly lead: Text
  readonly action: string
  readonly submit: Text
  readonly cancelHref?: string
  /** Stands under the form: another way. */
  readonly after?: Child
  readonly children?: Child
}

/** A page with one short form in its middle: all that accounts ask is asked like this. */
export function AccountForm(props: AccountFormProps): JSX.Element {
  const { door, form, title, lead, action, submit, cancelHref, after, children } = props
  return (
    <Screen door={door} title={title} width="single" open>
      <PageHeader title={title} lead={lead} />
      <ErrorSummary errors={form.faults} />
      <Form
        action={action}
        submit={submit}
        formId={form.formId}
        {...(cancelHref !== undefined && { cancelHref })}
      >
        {children}
      </Form>
      {after}
    </Screen>
  )
}

/** A new password, typed twice. */
export function NewPasswordFields({ form, label }: { form: FormState; label: Text }): JSX.Element {
  return (
    <>
      <PasswordField name="password" label={label} hint={words.rule} form={form} fresh />
      <PasswordField name="again" label={words.again} form={form} fresh />
    </>
  )
}

interface PasswordFieldProps {
  readonly name: string
  readonly label: Text
  readonly hint?: Text
  readonly form: FormState
  /** A password that is being chosen, not the one in use. */
  readonly fresh?: boolean
}

export function PasswordField({ name, label, hint, form, fresh }: PasswordFieldProps): JSX.Element {
  return (
    <TextField
      name={name}
      label={label}
      hint={hint}
      type="password"
      autocomplete={fresh ? 'new-password' : 'current-password'}
      required
      error={form.fault(name)}
    />
  )
}

/** The code of a second step. */
export function CodeField({ label, form }: { label: Text; form: FormState }): JSX.Element {
  return (
    <TextField
      name="code"
      label={label}
      autocomplete="one-time-code"
      inputmode="numeric"
      width="short"
      required
      error={form.fault('code')}
    />
  )
}
