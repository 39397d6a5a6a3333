import { expect, test } from 'vitest'
import { bureau } from '#world/practice.ts'
import { Browser, siteOf } from '#world/site.ts'
import { menuFor, startFor } from './menu.ts'

const ME = { accountId: 'a', name: 'Ilse Kramer', member: true }

function hrefs(activities: string[], declares?: (activity: string) => boolean): string[] {
  return menuFor({ ...ME, activities }, '/', declares).flatMap(({ links }) =>
    links.map(({ href }) => href),
  )
}

test('who only stands in begins where the dossiers to stand in for are', () => {
  expect(startFor({ ...ME, activities: ['intake', 'substitution'] })).toContain('waarneming')
  expect(startFor({ ...ME, activities: ['coaching', 'intake', 'substitution'] })).toBe('/werk')
})

test('whoever reads released documents and pays begins with the documents', () => {
  expect(startFor({ ...ME, activities: ['accountability', 'invoice-access'] })).toBe(
    '/opdrachtgever',
  )
  expect(startFor({ ...ME, activities: ['self-service', 'invoice-access'] })).toBe('/mijn')
  expect(startFor({ ...ME, activities: ['invoice-access'] })).toBe('/facturen')
})

test('where the statement lets nobody stand in, absences are not offered', () => {
  expect(hrefs(['coaching'])).toContain('/werk/afwezigheid')
  expect(hrefs(['coaching'], (activity) => activity !== 'substitution')).not.toContain(
    '/werk/afwezigheid',
  )
})

test('clients and principals find all their pages in a row, as they have no links beside them', () => {
  const rows = (activity: string): boolean[] =>
    menuFor({ ...ME, activities: [activity] }, '/').map(({ row }) => row === true)
  expect([rows('self-service'), rows('accountability')]).toEqual([[true], [true]])
  expect(rows('coaching')).toEqual([false])
})

test('people and parties find their page also while there is nothing for them on it', async () => {
  const { there, client, dossierId } = await bureau()
  const reader = await there.account('Rita Bos')
  await there.party('Zorggroep Voorbeeld', reader)
  const site = siteOf(there)
  expect((await new Browser(site, reader).get('/')).body).toContain('href="/opdrachtgever"')
  await there.owner.query('update dossiers set restricted_at = now() where id = $1', [dossierId])
  expect((await new Browser(site, client).get('/')).body).toContain('href="/mijn"')
  const nobody = await there.account('Nog Niemand')
  expect((await new Browser(site, nobody).get('/')).body).not.toContain('href="/opdrachtgever"')
})
