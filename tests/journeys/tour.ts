import type { Browser } from './browser.ts'
import { expect, type Installation } from './installation.ts'
import { type Guest, PHONE, Visitor, WIDE } from './visitor.ts'

/** A page; or of the list at `from` what its first row leads to, and a part of that. */
export type Place = string | { readonly from: string; readonly part: string }

/** As far as the id of one thing. */
const TO_ONE = /^.*?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/

/**
 * Goes along the pages of somebody in both languages, on a phone in the one and wide in the other:
 * each has one heading, fits its screen, and has nothing that axe finds. Axe, which takes long,
 * looks at a page in one of the two.
 */
export async function tour(
  browser: Browser,
  installation: Installation,
  { places, ...guest }: Guest & { readonly places: readonly Place[] },
): Promise<void> {
  const visitor = await Visitor.as(browser, installation, guest)
  const paths = await pathsOf(visitor, places)
  try {
    for (const [round, language] of (['nl', 'en'] as const).entries()) {
      await visitor.open(`/taal/${language}`)
      for (const [rank, path] of paths.entries()) {
        const isWide = (Math.floor(rank / 2) + round) % 2 === 0
        await visitor.page.setViewportSize(isWide ? WIDE : PHONE)
        await look(visitor, { path, language })
        if (rank % 2 === round) await visitor.isAccessible()
      }
    }
  } finally {
    await visitor.open('/taal/nl')
    await visitor.leave()
  }
}

async function look(
  visitor: Visitor,
  { path, language }: { path: string; language: string },
): Promise<void> {
  expect(await visitor.open(path), path).toBe(200)
  await expect(visitor.page.locator('html')).toHaveAttribute('lang', language)
  await expect(visitor.page.getByRole('heading', { level: 1 })).toBeVisible()
  const surplus = await visitor.page.evaluate('document.documentElement.scrollWidth - innerWidth')
  expect(surplus, `${path} is wider than its screen`).toBeLessThanOrEqual(0)
}

async function pathsOf(visitor: Visitor, places: readonly Place[]): Promise<string[]> {
  const found: string[] = []
  for (const place of places) {
    if (typeof place === 'string') found.push(place)
    else found.push((await firstOf(visitor, place.from)) + place.part)
  }
  return found
}

async function firstOf(visitor: Visitor, list: string): Promise<string> {
  await visitor.open(list)
  const links = visitor.page.locator(`main a[href^="${visitor.path}/"]`)
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  return hrefs.flatMap((href) => TO_ONE.exec(href)?.[0] ?? [])[0] ?? ''
}
