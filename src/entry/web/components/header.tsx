import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Frame } from './frame.ts'
import { Icon, MARK } from './icon.tsx'
import { type Account, NavigationAnchor, type NavigationSection } from './navigation.tsx'
import { CSRF_FIELD, useSay, useView } from './view.ts'

const words = {
  sections: { nl: 'Onderdelen', en: 'Sections' },
  menu: { nl: 'Menu', en: 'Menu' },
  // Said in the language that it leads to.
  otherLanguage: { nl: 'English', en: 'Nederlands' },
  signOut: { nl: 'Uitloggen', en: 'Sign out' },
  signIn: { nl: 'Inloggen', en: 'Sign in' },
}

/**
 * The band at the top: label, sections, the other language and the account. On a phone one menu
 * holds them.
 */
export function Header({ frame }: { frame: Frame }): JSX.Element {
  const say = useSay()
  return (
    <header>
      <div class="band">
        <div class="band-row page-width">
          <a class="brand" href={frame.homeHref}>
            {MARK}
            {frame.label}
          </a>
          {frame.sections.length > 0 && <Sections sections={frame.sections} />}
          <div class="band-end wide-only">
            <OtherLanguage frame={frame} look="band-link" />
            {frame.account && <AccountMenu account={frame.account} />}
            {!frame.account && frame.signInHref && (
              <a class="band-link" href={frame.signInHref}>
                <Icon name="person" />
                {say(words.signIn)}
              </a>
            )}
          </div>
          <PhoneMenu frame={frame} />
        </div>
      </div>
      {frame.strip && (
        <div class="demo-strip">
          <div class="page-width">{say(frame.strip)}</div>
        </div>
      )}
    </header>
  )
}

function Sections({ sections }: { sections: readonly NavigationSection[] }): JSX.Element {
  const say = useSay()
  return (
    <nav class="sections wide-only" aria-label={say(words.sections)}>
      <ul>
        {sections.map((section) => (
          <li>
            <a href={section.href} aria-current={section.current ? 'true' : undefined}>
              {say(section.label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function OtherLanguage(props: { frame: Frame; look: string }): JSX.Element {
  const other = useView().language === 'nl' ? 'en' : 'nl'
  return (
    <a class={props.look} href={props.frame.otherLanguageHref} lang={other} hreflang={other}>
      <Icon name="globe" />
      {useSay()(words.otherLanguage)}
    </a>
  )
}

function AccountMenu({ account }: { account: Account }): JSX.Element {
  const say = useSay()
  return (
    <details class="account" data-menu="">
      <summary class="menu-button">
        <Icon name="person" />
        {account.name}
        <Icon name="down" />
      </summary>
      <div class="account-menu">
        {account.detail && (
          <p class="account-who">
            <strong>{account.name}</strong>
            {say(account.detail)}
          </p>
        )}
        <ul>
          {account.links.map((link) => (
            <li>
              <NavigationAnchor link={link} look="menu-item" />
            </li>
          ))}
        </ul>
        <SignOut action={account.signOutAction} />
      </div>
    </details>
  )
}

function PhoneMenu({ frame }: { frame: Frame }): JSX.Element {
  const say = useSay()
  const { account } = frame
  return (
    <details class="phone-menu" data-menu="">
      <summary class="menu-button">
        <Icon name="menu" />
        {say(words.menu)}
      </summary>
      <nav aria-label={say(words.menu)}>
        {frame.sections.map((section) => (
          <PhoneSection section={section} />
        ))}
        <div class="phone-group">
          {account && <p class="phone-who">{account.name}</p>}
          <ul>
            {account?.links.map((link) => (
              <li>
                <NavigationAnchor link={link} look="menu-item" />
              </li>
            ))}
            <li>
              <OtherLanguage frame={frame} look="menu-item" />
            </li>
            {!account && frame.signInHref && (
              <li>
                <NavigationAnchor
                  link={{ label: words.signIn, href: frame.signInHref }}
                  look="menu-item"
                />
              </li>
            )}
          </ul>
          {account && <SignOut action={account.signOutAction} />}
        </div>
      </nav>
    </details>
  )
}

function PhoneSection({ section }: { section: NavigationSection }): JSX.Element {
  const { label, href, current } = section
  return (
    <div class="phone-group">
      <ul>
        <li>
          <a class="menu-item" href={href} aria-current={current ? 'true' : undefined}>
            {useSay()(label)}
          </a>
          {current && section.links.length > 0 && (
            <ul>
              {section.links.map((link) => (
                <li>
                  <NavigationAnchor link={link} look="menu-item" />
                </li>
              ))}
            </ul>
          )}
        </li>
      </ul>
    </div>
  )
}

function SignOut({ action }: { action: string }): JSX.Element {
  const { csrfToken } = useView()
  return (
    <form method="post" action={action}>
      <input type="hidden" name={CSRF_FIELD} value={csrfToken} />
      <button class="menu-item" type="submit">
        <Icon name="signOut" />
        {useSay()(words.signOut)}
      </button>
    </form>
  )
}
