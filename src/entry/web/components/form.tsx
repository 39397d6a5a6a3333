import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { type ButtonLook, buttonLook } from './button.tsx'
import { CSRF_FIELD, FORM_FIELD, newFormId, useSay, useView } from './view.ts'

const words = {
  cancel: { nl: 'Annuleren', en: 'Cancel' },
}

export interface FormProps {
  readonly action: string
  /**
   * Says what happens: "Samenvatting versturen". Leave it out to put buttons of your own among the
   * children.
   */
  readonly submit?: Wording
  /** Where the form is not the one next step of its page, or destroys something. */
  readonly submitLook?: ButtonLook
  readonly cancelHref?: string
  /** Whether it holds a `FileField`. */
  readonly files?: boolean
  /** `wide` for forms with columns. */
  readonly width?: 'normal' | 'wide'
  /**
   * Id of this form as it was drawn, given back when a form returns with mistakes; a new one
   * otherwise.
   */
  readonly formId?: string
  readonly children?: Child
}

/**
 * A form that changes something. It carries the token against forgery and a one-time id against a
 * double submit. The server checks what is filled in and answers in the reader's language, so the
 * browser's own check is off.
 */
export function Form(props: FormProps): JSX.Element {
  const { action, submit, submitLook = 'primary', cancelHref, files, width, formId } = props
  const say = useSay()
  return (
    <form
      class={width === 'wide' ? 'form form-wide' : 'form'}
      method="post"
      action={action}
      enctype={files ? 'multipart/form-data' : undefined}
      novalidate
      data-once=""
    >
      <FormMarks formId={formId} />
      {props.children}
      {(submit !== undefined || cancelHref !== undefined) && (
        <div class="actions">
          {submit && (
            <button class={buttonLook(submitLook)} type="submit">
              {say(submit)}
            </button>
          )}
          {cancelHref && (
            <a class="btn btn-quiet" href={cancelHref}>
              {say(words.cancel)}
            </a>
          )}
        </div>
      )}
    </form>
  )
}

/** The two hidden fields that every form with method post carries. */
export function FormMarks({ formId }: { formId?: string | undefined }): JSX.Element {
  return (
    <>
      <input type="hidden" name={CSRF_FIELD} value={useView().csrfToken} />
      <input type="hidden" name={FORM_FIELD} value={formId ?? newFormId()} />
    </>
  )
}
