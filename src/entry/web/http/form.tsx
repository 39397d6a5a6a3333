import type { Context } from 'hono'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { z } from 'zod'
import { CSRF_FIELD, FORM_FIELD } from '#entry/web/components/view.ts'
import type { FieldError } from '#entry/web/components/index.ts'
import type { Wording } from '#entry/web/words.ts'
import { AppError, isAppError } from '#kernel/error.ts'
import { randomUUID } from 'node:crypto'
import { isFromHere, isOurForm } from './cookies.ts'
import type { Door } from './door.ts'
import { discardFiles, type Fields, passOver, readFields, type Receivers } from './form-body.ts'
import { explain, isExplained } from './explanations.ts'
import { faultsOf } from './faults.ts'
import { holdForm } from './held-form.tsx'
import { html, type Params, type Route } from './page.tsx'

/** What a form had when it came back: nothing typed is lost. */
export interface FormState {
  /**
   * Id of the form as it was drawn: whoever creates a row can use it as the row's id, so that twice
   * is once.
   */
  readonly formId: string
  readonly values: Readonly<Record<string, string>>
  readonly faults: readonly FieldError[]
  /** What is wrong with a field. */
  fault(name: string): FieldError['message'] | undefined
  /** What was filled in, or what the row has now. */
  value(name: string, stored?: string | null): string
  /** What was chosen in a group of checkboxes, or what the row has now. */
  chosen(name: string, stored?: readonly string[]): readonly string[]
}

/** Where to go after an act, and which word of thanks to show there. */
export interface Outcome {
  readonly to: string
  /** A code of `notices.ts`. */
  readonly done?: string
}

/**
 * A page that is shown in answer to a form, because what it shows cannot be asked a second time.
 */
export interface Shown {
  readonly show: JSX.Element
}

/** A file, or another answer that is no page. */
export interface Handed {
  readonly send: Response
}

export interface FormDefinition<Input, Data> {
  readonly input: z.ZodType<Input>
  /**
   * How files are taken in, by field. Such a form is read for first, so that nobody sends a file
   * to a page that is not there for them; and what was received goes when the form was answered.
   */
  readonly receives?: Receivers
  /** What its fields are called, so that a list of faults can name them. */
  readonly labels?: Readonly<Record<string, Wording>>
  /** What the page needs, also when it is drawn again. */
  readonly read: (door: Door, params: Params) => Promise<Data>
  readonly view: (data: Data, form: FormState, door: Door) => JSX.Element
  readonly act: (act: Act<Input>) => Promise<Outcome | Shown | Handed>
}

export interface Act<Input> {
  readonly door: Door
  readonly input: Input
  readonly params: Params
  readonly formId: string
  /** For the few acts that set cookies, such as signing in. */
  readonly context: Context
}

/**
 * A page with a form: drawn by GET, carried out by POST, and drawn again with what was typed when
 * something is wrong.
 */
export function formPage<Input, Data>(path: string, form: FormDefinition<Input, Data>): Route {
  return {
    register: (app, serve) => {
      app.get(
        path,
        serve(async (c, door) => {
          const data = await form.read(door, c.req.param())
          return html(c, form.view(data, stateOf({ formId: randomUUID(), fields: {} }, []), door))
        }),
      )
      app.post(
        path,
        serve(async (c, door) => {
          const ignored = form.receives && (await isSignedOut(form.read(door, c.req.param())))
          const body = await readSent(c, door, ignored ? ignoring(form.receives) : form.receives)
          try {
            if (ignored) return holdForm(c, door, body.fields)
            return await carryOut(c, { door, body, form })
          } catch (error) {
            if (!isAppError(error, 'SIGNED_OUT')) throw error
            return holdForm(c, door, body.fields)
          } finally {
            await discardFiles(body.fields)
          }
        }),
      )
    },
  }
}

interface Sent<Input, Data> {
  readonly door: Door
  readonly body: FormBody
  readonly form: FormDefinition<Input, Data>
}

async function carryOut<Input, Data>(
  c: Context,
  { door, body, form }: Sent<Input, Data>,
): Promise<Response> {
  const params = c.req.param()
  const { formId, ours } = body
  const again = async (faults: readonly FieldError[], status: 409 | 422): Promise<Response> => {
    const data = await form.read(door, params)
    return html(c, form.view(data, stateOf(body, named(faults, form.labels)), door), status)
  }
  if (!ours) return again([explain(new AppError('FORM_STALE'))], 409)
  const refused = refusalsOf(body.fields)
  if (refused.length > 0) return again(refused, 409)
  const parsed = form.input.safeParse(body.fields)
  if (!parsed.success) return again(faultsOf(parsed.error), 422)
  try {
    const came = await form.act({ door, input: parsed.data, params, formId, context: c })
    if ('send' in came) return came.send
    return 'show' in came ? html(c, came.show) : goTo(c, came)
  } catch (error) {
    if (!isExplained(error)) throw error
    return again([explain(error)], 409)
  }
}

/** What receivers said of files that they did not take. */
function refusalsOf(fields: Fields): FieldError[] {
  return Object.entries(fields).flatMap(([field, value]) =>
    isAppError(value) ? [explain(new AppError(value.code, { ...value.details, field }))] : [],
  )
}

/** One button that does one thing. What goes wrong is explained on a page of its own. */
export function act(path: string, work: (act: Act<Params>) => Promise<Outcome>): Route {
  return {
    register: (app, serve) => {
      app.post(
        path,
        serve(async (c, door) => {
          const { fields, formId } = await readForm(c, door)
          const outcome = await work({
            door,
            input: textByName(fields),
            params: c.req.param(),
            formId,
            context: c,
          })
          return goTo(c, outcome)
        }),
      )
    },
  }
}

export interface FormBody {
  readonly fields: Fields
  readonly formId: string
  /** Whether it was drawn in this session: an older one must be seen again before it counts. */
  readonly ours: boolean
}

/**
 * Reads the body of a form.
 *
 * @throws `FORM_FOREIGN` when it was not drawn for this browser.
 */
export async function readForm(c: Context, door: Door): Promise<FormBody> {
  const body = await readSent(c, door)
  if (!body.ours) throw new AppError('FORM_FOREIGN')
  return body
}

/**
 * Reads what was sent from a page of ours, also one that was drawn before the session ended.
 *
 * @throws `FORM_FOREIGN` when it comes from another site.
 */
async function readSent(c: Context, door: Door, receivers: Receivers = {}): Promise<FormBody> {
  const { site } = door.visit
  if (!isFromHere(c, site)) throw new AppError('FORM_FOREIGN')
  const isOurs = (sent: Fields): boolean => isOurForm(c, site, sent[CSRF_FIELD])
  const sent = await readFields(c, { receivers, isOurs })
  const fields = Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [name, withPlainBreaks(value)] as const),
  )
  const formId = fields[FORM_FIELD]
  const isId = typeof formId === 'string' && UUID.test(formId)
  return { fields, formId: isId ? formId : randomUUID(), ours: isOurs(fields) }
}

/** Lets files go by that nobody may bring. */
function ignoring(receivers: Receivers = {}): Receivers {
  return Object.fromEntries(Object.keys(receivers).map((name) => [name, passOver]))
}

async function isSignedOut(reading: Promise<unknown>): Promise<boolean> {
  try {
    await reading
    return false
  } catch (error) {
    if (isAppError(error, 'SIGNED_OUT')) return true
    throw error
  }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Browsers send line breaks as two characters; one is what was typed and what limits count. */
function withPlainBreaks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPlainBreaks)
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value
}

function textByName(fields: FormBody['fields']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  )
}

function goTo(c: Context, { to, done }: Outcome): Response {
  const mark = to.includes('?') ? '&' : '?'
  return c.redirect(done ? `${to}${mark}gedaan=${done}` : to, 303)
}

/** A form as it was drawn first, or as it came back. */
function stateOf(
  { formId, fields }: Omit<FormBody, 'ours'>,
  faults: readonly FieldError[],
): FormState {
  const values = textByName(fields)
  const returned = Object.keys(fields).length > 0
  return {
    formId,
    values,
    faults,
    fault: (name) => faults.find((fault) => fault.name === name)?.message,
    value: (name, stored) => values[name] ?? stored ?? '',
    chosen: (name, stored = []) => (returned ? textList(fields[name]) : stored),
  }
}

function named(
  faults: readonly FieldError[],
  labels: Readonly<Record<string, Wording>> = {},
): FieldError[] {
  return faults.map((fault) => {
    const label = labels[fault.name ?? '']
    return label === undefined ? fault : { ...fault, label }
  })
}

/** The texts of a field that can be sent any number of times: not at all, once, or more. */
export function textList(value: unknown): string[] {
  return [value ?? []].flat().filter((each) => typeof each === 'string')
}

/**
 * Runs a write that makes one row with the form's id: when the form was sent twice, the second time
 * is done already.
 */
export async function once(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!isAppError(error, 'DUPLICATE')) throw error
  }
}
