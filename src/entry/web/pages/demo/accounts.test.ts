import { expect, test } from 'vitest'
import { DEMO_PASSWORD, demoCode } from '#entry/demo/account.ts'
import { listDemoAccounts } from '#entry/demo/accounts.ts'
import { bureauToday } from '#entry/demo/bureau.ts'
import { practiceToday } from '#entry/demo/practice.ts'
import { listRegisterAccounts } from '#entry/demo/registry/people.ts'
import { demonstration } from '#world/demonstration.ts'
import { Browser, siteOf } from '#world/site.ts'
import { world } from '#world/world.ts'

const SLOW_MS = 60_000

test(
  'the page of accounts names everybody there is, and signs in as any of them',
  async () => {
    const there = await demonstration()
    const both = ['reintegration', 'casework', 'registry'].map(
      (id) => [id, { id, label: id }] as const,
    )
    const site = { ...siteOf(there), organisations: new Map(both), demo: true }
    const browser = new Browser(site)
    const { body } = await browser.get('/demo/accounts')
    expect(body).toContain(DEMO_PASSWORD)
    expect(body).toContain(demoCode(Date.now()))
    const practices = [bureauToday(), practiceToday()].flatMap((data) => listDemoAccounts(data))
    const accounts = [...practices, ...listRegisterAccounts()]
    for (const { email } of accounts) expect(body).toContain(email)
    const { rows } = await there.owner.query('select email from gestand.accounts')
    expect(rows).toHaveLength(accounts.length)
    for (const role of ['coach', 'officer', 'administrator', 'manager', 'principal', 'client']) {
      const email = accounts.find((each) => each.role === role)?.email ?? ''
      const { status, to, headers } = await browser.submit('/demo/accounts', { email })
      expect([role, status, to]).toEqual([role, 303, '/begin'])
      expect(headers.get('set-cookie')).toMatch(/gestand=[\w-]{43};/)
    }
    const asked = { email: 'lotte.zeeman@baken.example.org', organisation: 'casework' }
    const { headers } = await browser.submit('/demo/accounts', asked)
    expect(headers.get('set-cookie')).toContain('organisatie=casework')
  },
  SLOW_MS,
)

test('outside a demonstration there is no page of accounts, and nobody gets in by it', async () => {
  const browser = new Browser(siteOf(await world()))
  expect((await browser.get('/demo/accounts')).status).toBe(404)
  const sent = await browser.submit('/demo/accounts', { email: 'ilse.kramer@example.org' })
  expect(sent.status).toBe(404)
})

test('in a demonstration nobody gets in who is not on the list', async () => {
  const browser = new Browser({ ...siteOf(await world()), demo: true })
  const { status, headers } = await browser.submit('/demo/accounts', { email: 'x@example.org' })
  expect(status).toBeGreaterThanOrEqual(400)
  expect(headers.get('set-cookie') ?? '').not.toContain('gestand=')
})
