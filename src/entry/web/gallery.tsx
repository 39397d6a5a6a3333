import { type Context, Hono } from 'hono'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { LABEL_THEMES } from '#entry/web/components/index.ts'
import type { Language } from '#kernel/language.ts'
import { CaseloadSheet } from './gallery/caseload.tsx'
import { DossierSheet } from './gallery/dossier.tsx'
import { EmptySheet, FormSheet, SignInSheet } from './gallery/form.tsx'
import { type GalleryFrame, galleryFrame } from './gallery/frame.ts'
import { PartsSheet } from './gallery/parts.tsx'
import { PromisesSheet, StatementSheet } from './gallery/promises.tsx'

/** Under this path the gallery is mounted. */
export const GALLERY_PATH = '/galerij'

type Sheet = (props: GalleryFrame) => JSX.Element

/** Every sheet of the gallery by the last part of its address. */
export const SHEETS: Readonly<Record<string, Sheet>> = {
  caseload: CaseloadSheet,
  dossier: DossierSheet,
  form: FormSheet,
  empty: EmptySheet,
  'sign-in': SignInSheet,
  promises: PromisesSheet,
  statement: StatementSheet,
  parts: PartsSheet,
}

/**
 * All components with fictional content, for looking at and for the accessibility check. It reads
 * nothing and changes nothing, and is served in demo mode only. `?language=en` and `?theme=forest`
 * change how it looks.
 */
export const gallery = new Hono()

gallery.get(GALLERY_PATH, (c) => c.redirect(`${GALLERY_PATH}/caseload`))

gallery.get(`${GALLERY_PATH}/:sheet`, (c) => {
  const Sheet = SHEETS[c.req.param('sheet')]
  if (!Sheet) return c.notFound()
  return c.html(String(<Sheet frame={frameOf(c)} />))
})

function frameOf(c: Context): GalleryFrame['frame'] {
  const language: Language = c.req.query('language') === 'en' ? 'en' : 'nl'
  const theme = LABEL_THEMES.find((name) => name === c.req.query('theme')) ?? 'ink'
  return galleryFrame({ language, theme, path: c.req.path })
}
