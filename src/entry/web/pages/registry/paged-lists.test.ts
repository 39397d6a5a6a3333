import { expect, test } from 'vitest'
import { registry } from '#world/registry.ts'
import { Browser, siteOf } from '#world/site.ts'

const AMOUNT = 51

/** The lists that grow while a register is kept. */
const LISTS = {
  '/register/inlezen': (n: string) =>
    `insert into register_imports (digest, rows, started_at)
      select sha256(n::text::bytea), 1000 + n, now() - n * interval '1 day' from ${n}`,
  '/register/tellingen': (n: string) =>
    `insert into tallies (measure, year, smallest, rounding) select 'diplomas', 1960 + n, 5, 5
      from ${n}`,
  '/instelling/collegas': (n: string) =>
    `insert into member_invitations (email, name, party_id, token_hash, invited_at)
      select 'wie' || n || '@example.org', 'Wie ' || n, $1, sha256(n::text::bytea),
        now() - n * interval '1 hour' from ${n}`,
} as const

test('imports, counts and open invitations go on by pages, and are found by what stands in them', async () => {
  const at = await registry()
  const site = siteOf(at.there)
  const [registrar, employer] = [at.registrar, at.employer].map((who) => new Browser(site, who))
  if (!registrar || !employer) throw new Error('nobody works there')
  for (const [path, rows] of Object.entries(LISTS)) {
    const values = path.startsWith('/instelling') ? [at.institutionId] : []
    await at.there.owner.query(rows(`generate_series(1, ${AMOUNT}) n`), values)
    const browser = path.startsWith('/instelling') ? employer : registrar
    const first = (await browser.get(path)).body
    expect(first, path).toContain(`1 tot en met 50 van ${AMOUNT}`)
    const last = (await browser.get(`${path}?pagina=2`)).body
    expect(last, path).toContain(`${AMOUNT} tot en met ${AMOUNT} van ${AMOUNT}`)
  }
  const year = (await registrar.get('/register/tellingen?q=1970')).body
  expect(year).toContain('1970: ')
  expect(year).not.toContain('1971: ')
  const found = (await employer.get('/instelling/collegas?q=WIE33@')).body
  expect(found).toContain('Wie 33')
  expect(found).not.toContain('Wie 34')
  expect((await employer.get('/instelling/collegas?q=%25')).body).toContain(
    'Geen uitnodigingen gevonden',
  )
})
