import { randomUUID } from 'node:crypto'
import { createContext } from '#entry/web/jsx/context.ts'
import type { Language } from '#kernel/language.ts'
import { type Places, say, type Wording } from '#entry/web/words.ts'

/** What every component of one page may need to know of the request. `Layout` provides it. */
export interface View {
  readonly language: Language
  /** Goes back with every form, in the field `CSRF_FIELD`. */
  readonly csrfToken: string
}

/** Name of the hidden field that carries `View.csrfToken`. */
export const CSRF_FIELD = '_csrf'

/**
 * Name of the hidden field with the id of one form as it was drawn once: the same id twice is a
 * double submit.
 */
export const FORM_FIELD = '_form'

/**
 * Without a `Layout` around it, a component speaks Dutch and its forms carry an empty token, which
 * no route accepts.
 */
export const ViewContext = createContext<View>({ language: 'nl', csrfToken: '' })

export function useView(): View {
  return ViewContext.use()
}

/** Says words in the language of the page: the shape in which components use `say`. */
export type Say = (wording: Wording, places?: Places) => string

export function useSay(): Say {
  const { language } = ViewContext.use()
  return (wording, places) => say(wording, language, places)
}

/** A one-time id for a form. */
export function newFormId(): string {
  return randomUUID()
}
