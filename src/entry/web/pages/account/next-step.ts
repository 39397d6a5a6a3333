import type { SignInResult } from '#accounts/index.ts'
import type { Door } from '#entry/web/http/door.ts'

/**
 * Where a sign-in goes on; when it is complete to where the reader was going, or to their first
 * page.
 */
export function nextStep(needs: SignInResult['needs'], back: string | undefined): string {
  const on = isOwnPath(back) ? `?naar=${encodeURIComponent(back)}` : ''
  if (needs === 'second-factor') return `/inloggen/tweede-stap${on}`
  if (needs === 'set-up') return `/inloggen/instellen${on}`
  return isOwnPath(back) ? back : '/begin'
}

/** Where the reader was going when signing in came between. */
export function readBack(door: Door): string {
  const back = door.visit.query.get('naar') ?? undefined
  return isOwnPath(back) ? back : ''
}

function isOwnPath(path: string | undefined): path is string {
  return path !== undefined && /^\/(?![/\\])/.test(path) && !path.startsWith('/inloggen')
}
