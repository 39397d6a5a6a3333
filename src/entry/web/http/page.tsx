import { gzipSync } from 'node:zlib'
import type { Context, Hono } from 'hono'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { AppError } from '#kernel/error.ts'
import type { Door } from './door.ts'

export type Params = Readonly<Record<string, string>>

/** A page that is read: its address, what it needs and how it looks. */
export interface PageDefinition<Data> {
  readonly read: (door: Door, params: Params) => Promise<Data>
  readonly view: (data: Data, door: Door) => JSX.Element
}

/** Something that can be put into the web application. */
export interface Route {
  readonly register: (app: Hono, serve: Serve) => void
}

/** Runs a handler for a request, with its door, and turns what goes wrong into a page. */
export type Serve = (
  handle: (c: Context, door: Door) => Promise<Response>,
) => (c: Context) => Promise<Response>

/** A page at a path; `:id` and the like become params. */
export function page<Data>(path: string, { read, view }: PageDefinition<Data>): Route {
  return {
    register: (app, serve) => {
      app.get(
        path,
        serve(async (c, door) => {
          const data = await read(door, c.req.param())
          return html(c, view(data, door))
        }),
      )
    },
  }
}

/** A file or another answer that is not a page. */
export function answer(
  path: string,
  give: (door: Door, params: Params, c: Context) => Promise<Response>,
): Route {
  return {
    register: (app, serve) => {
      app.get(
        path,
        serve((c, door) => give(door, c.req.param(), c)),
      )
    },
  }
}

/**
 * Of a list of fifty the default, 6, makes a twentieth less in twice the time; and a thread for it
 * costs more again than the work itself.
 */
const COMPRESSION = { level: 3 }

/** Answers with a page, compressed whole: it is there already, and streams would cost more. */
export function html(
  c: Context,
  body: JSX.Element,
  status: 200 | 404 | 409 | 422 | 500 = 200,
): Response {
  // Bytes, which are written to the connection as they are.
  const bytes = Buffer.from(String(body))
  const headers = { 'content-type': 'text/html; charset=UTF-8', vary: 'accept-encoding' }
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(bytes, status, headers)
  const packed = gzipSync(bytes, COMPRESSION)
  return c.body(packed, status, { ...headers, 'content-encoding': 'gzip' })
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Reads an id from the address.
 *
 * @throws `NOT_FOUND` when it has not the form of one.
 */
export function idOf(params: Params, name = 'id'): string {
  const value = params[name] ?? ''
  if (!UUID.test(value)) throw new AppError('NOT_FOUND')
  return value
}
