import { expect, test } from 'vitest'
import { gallery, GALLERY_PATH, SHEETS } from './gallery.tsx'

const LANGUAGES = ['nl', 'en'] as const
const SHEET_NAMES = Object.keys(SHEETS)

async function draw(sheet: string, language = 'nl'): Promise<string> {
  const answer = await gallery.request(`${GALLERY_PATH}/${sheet}?language=${language}`)
  expect(answer.status).toBe(200)
  return answer.text()
}

test.each(SHEET_NAMES)('%s needs no style or script within the page', async (sheet) => {
  for (const language of LANGUAGES) {
    const html = await draw(sheet, language)
    expect(html).toContain(`<html lang="${language}"`)
    expect(html).not.toMatch(/\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\ssrc=)/)
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//)
  }
})

test.each(SHEET_NAMES)(
  '%s uses every id once, and refers to none that is not there',
  async (sheet) => {
    const html = await draw(sheet)
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.filter((id, rank) => ids.indexOf(id) !== rank)).toEqual([])
    const references = [...html.matchAll(/\s(?:for|aria-labelledby|aria-describedby)="([^"]+)"/g)]
    const referred = references.flatMap(([, value]) => (value ?? '').split(' '))
    expect(referred.filter((id) => !ids.includes(id))).toEqual([])
  },
)

test.each(SHEET_NAMES)('%s has one title, and its headings skip no level', async (sheet) => {
  const html = await draw(sheet)
  const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  for (const [rank, level] of levels.entries()) {
    expect(level - (levels[rank - 1] ?? 0)).toBeLessThanOrEqual(1)
  }
})

test('a sheet that does not exist is not found', async () => {
  const answer = await gallery.request(`${GALLERY_PATH}/nothing`)
  expect(answer.status).toBe(404)
})
