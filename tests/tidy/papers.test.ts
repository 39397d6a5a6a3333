import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { listFiles } from './files.ts'

const papers = listFiles(['md']).filter(({ path }) => !path.startsWith('statements/'))

/**
 * How GitHub and editors make the name of a heading: lower case, hyphens for spaces, no other
 * signs.
 */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}

function listAnchors(path: string): string[] {
  const headings = readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)
  return [...headings].map(([, heading]) => anchor(heading ?? ''))
}

test('the papers are there', () => {
  const needed = [
    'README.md',
    'LICENSE',
    'ARCHITECTURE.md',
    'GLOSSARY.md',
    'STYLE.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'CHANGELOG.md',
  ]
  expect(needed.filter((path) => !existsSync(path))).toEqual([])
})

test('links in the papers lead somewhere', () => {
  const broken = papers.flatMap(({ path, text }) => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link ?? '')
    const own = links.filter((link) => !/^(https?|mailto):/.test(link))
    return own.filter((link) => !leadsSomewhere(path, link)).map((link) => `${path}: ${link}`)
  })
  expect(broken).toEqual([])
})

function leadsSomewhere(from: string, link: string): boolean {
  const [file, heading] = link.split('#')
  const target = file ? join(dirname(from), file) : from
  if (!existsSync(target)) return false
  return heading === undefined || listAnchors(target).includes(heading)
}

test('a decision tells its context, what was chosen, what follows and when to look again', () => {
  const decisions = globSync('docs/decisions/*.md').filter((path) => /\/\d{3}-/.test(path))
  expect(decisions.length).toBeGreaterThan(0)
  for (const path of decisions) {
    const found = listAnchors(path).slice(1)
    const wanted = ['context', 'decision', 'consequences', 'when-to-revisit']
    expect(found, basename(path)).toEqual(wanted)
  }
})

test('the change log has a place for what comes next', () => {
  expect(readFileSync('CHANGELOG.md', 'utf8')).toMatch(/^## Unreleased$/m)
})
