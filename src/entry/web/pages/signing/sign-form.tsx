import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import { proveSecondFactor, readSession } from '#accounts/index.ts'
import {
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  SignaturePad,
  TextField,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import type { FormState } from '#entry/web/http/form.tsx'
import { requiredText } from '#entry/web/pages/work/input.ts'
import { type Mark, NAME_LIMIT, readDrawing } from '#modules/practice/index.ts'
import { SIGNING } from './words.ts'

/** A drawing of 100 kB as a data address. */
const DRAWING_LIMIT = 140_000
const CODE_LIMIT = 40

/** What is asked for a signature. */
export const signInput = z.object({
  name: requiredText(NAME_LIMIT),
  drawing: z.string().max(DRAWING_LIMIT).default(''),
  code: requiredText(CODE_LIMIT),
})
export const SIGN_LABELS = { name: SIGNING.name, code: SIGNING.code, drawing: SIGNING.drawing }

/** Whether whoever asks can give a code at all. */
export async function hasSecondFactor(door: Door): Promise<boolean> {
  const { strong } = await readSession(door.visit.site.accounts, door.session)
  return strong
}

/** Takes the mark and the code; the session remembers that the code was given. */
export async function takeMark(door: Door, input: z.infer<typeof signInput>): Promise<Mark> {
  const drawing = readDrawing(input.drawing)
  await proveSecondFactor(door.visit.site.accounts, door.session, input.code)
  return { name: input.name, ...(drawing && { drawing }) }
}

export interface SignFormProps {
  readonly form: FormState
  readonly action: string
  readonly cancelHref: string
  /** The name that stands in the field at first. */
  readonly name: string
  readonly strong: boolean
}

/** The form with which somebody signs; without a second factor the way to set one up. */
export function SignForm({ form, action, cancelHref, name, strong }: SignFormProps): JSX.Element {
  if (!strong) {
    return (
      <Notice
        title={SIGNING.noFactor}
        action={<LinkButton href="/account/tweede-stap" label={SIGNING.setUp} />}
      >
        <Words of={SIGNING.noFactorWhy} />
      </Notice>
    )
  }
  return (
    <>
      <ErrorSummary errors={form.faults} />
      <Form action={action} submit={SIGNING.sign} cancelHref={cancelHref} formId={form.formId}>
        <TextField
          name="name"
          label={SIGNING.name}
          hint={SIGNING.nameHint}
          required
          autocomplete="name"
          maxLength={NAME_LIMIT}
          value={form.value('name', name)}
          error={form.fault('name')}
        />
        <SignaturePad
          name="drawing"
          label={SIGNING.drawing}
          hint={SIGNING.drawingHint}
          value={form.value('drawing')}
        />
        <TextField
          name="code"
          label={SIGNING.code}
          hint={SIGNING.codeHint}
          required
          width="short"
          inputmode="numeric"
          autocomplete="one-time-code"
          error={form.fault('code')}
        />
      </Form>
    </>
  )
}
