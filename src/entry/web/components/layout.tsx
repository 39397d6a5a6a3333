import { raw } from '#entry/web/jsx/html.ts'
import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Language } from '#kernel/language.ts'
import { assetPath } from '#entry/web/assets.ts'
import { say, type Wording } from '#entry/web/words.ts'
import type { Frame } from './frame.ts'
import { Header } from './header.tsx'
import { SectionLinks } from './navigation.tsx'
import { ViewContext } from './view.ts'

const words = {
  skip: { nl: 'Naar de inhoud', en: 'Skip to content' },
  statement: { nl: 'Privacyverklaring', en: 'Privacy statement' },
  footer: { nl: 'Onderaan de pagina', en: 'Foot of the page' },
}

export interface LayoutProps {
  readonly frame: Frame
  /** Stands in the browser's tab before the label. */
  readonly title: Wording
  /**
   * `narrow` for reading and forms, `single` for one short form in the middle, such as signing in.
   */
  readonly width?: 'wide' | 'narrow' | 'single'
  readonly children?: Child
}

/** The whole document around a page of someone who is signed in. */
export function Layout(props: LayoutProps): JSX.Element {
  const { frame, children, width = 'wide' } = props
  const current = frame.sections.find((section) => section.current && !section.row)
  return (
    <Document frame={frame} title={props.title}>
      <div class="body-row page-width">
        {current && current.links.length > 0 && <SectionLinks section={current} />}
        <main id="content" tabindex={-1} class={`main-${width}`}>
          {children}
        </main>
      </div>
    </Document>
  )
}

/** The whole document around a public page: the same frame, without links beside the content. */
export function PublicLayout(props: LayoutProps): JSX.Element {
  const { frame, children, width = 'wide' } = props
  return (
    <Document frame={frame} title={props.title}>
      <div class="body-row page-width">
        <main id="content" tabindex={-1} class={`main-${width}`}>
          {children}
        </main>
      </div>
    </Document>
  )
}

interface DocumentProps {
  readonly frame: Frame
  readonly title: Wording
  readonly children?: Child
}

function Document({ frame, title, children }: DocumentProps): JSX.Element {
  const { language } = frame.view
  const row = frame.sections.find((section) => section.current && section.row)
  return (
    <ViewContext.Provider value={frame.view}>
      {raw('<!doctype html>')}
      <html lang={language} data-label-theme={frame.theme ?? 'ink'}>
        <head>
          <meta charset="utf-8" />
          <title>{`${say(title, language)} – ${frame.label}`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="referrer" content="same-origin" />
          <meta name="color-scheme" content="light dark" />
          <link rel="icon" href={assetPath('favicon.svg')} type="image/svg+xml" />
          <link rel="stylesheet" href={assetPath('app.css')} />
          <script type="module" src={assetPath('app.js')}></script>
        </head>
        <body>
          <a class="skip" href="#content">
            {say(words.skip, language)}
          </a>
          <Header frame={frame} />
          {row && row.links.length > 1 && <SectionLinks section={row} />}
          {children}
          <Footer frame={frame} language={language} />
        </body>
      </html>
    </ViewContext.Provider>
  )
}

function Footer({ frame, language }: { frame: Frame; language: Language }): JSX.Element {
  return (
    <footer class="foot">
      <div class="page-width">
        <span class="foot-name">{frame.label}</span>
        <a href={frame.statementHref}>{say(words.statement, language)}</a>
        {frame.footerLinks?.map((link) => (
          <a href={link.href}>{say(link.label, language)}</a>
        ))}
      </div>
    </footer>
  )
}
