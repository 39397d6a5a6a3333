import { signOut } from '#accounts/index.ts'
import { clearSession } from '#entry/web/http/cookies.ts'
import { act } from '#entry/web/http/form.tsx'
import { startFor } from '#entry/web/http/menu.ts'
import { answer } from '#entry/web/http/page.tsx'

/** Brings whoever signed in to the first page that is open to them. */
export const beginPage = answer('/begin', async (door, _, c) => {
  await door.list('', 'begin', {})
  return c.redirect(door.me ? startFor(door.me) : '/inloggen', 303)
})

/** Ends the session, in the database and in the browser. */
export const signOutAct = act('/uitloggen', async ({ door, context }) => {
  const { site, session } = door.visit
  if (session) await signOut(site.accounts, session)
  clearSession(context, site)
  return { to: '/', done: 'signed-out' }
})
