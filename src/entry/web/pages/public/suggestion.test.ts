import { expect, test } from 'vitest'
import { accountsOf } from '#world/accounts.ts'
import { Browser, siteOf } from '#world/site.ts'
import { world } from '#world/world.ts'

const WORDS = 'Schrijf erbij hoe lang dat duurt.'

test('rei-19: anybody leaves a suggestion at a paragraph, which reaches who is responsible', async () => {
  const there = await world()
  const visitor = new Browser(siteOf(there))
  const { body } = await visitor.get('/verklaring')
  const paths = [...body.matchAll(/href="(\/verklaring\/suggestie\/[^"]+)"/g)].map(([, at]) => at)
  const told = body.match(/<(?:p|ul|ol)[ >](?:(?!<\/(?:p|ul|ol)>).)*class="suggest"/gs) ?? []
  expect([paths.length > 20, told.length]).toEqual([true, paths.length])
  const path = paths[3] ?? ''
  expect((await visitor.get(path)).body).toContain('Wat kan er beter?')
  const left = (suggestion: string) => visitor.submit(path, { suggestion })
  expect([(await left(' ')).status, (await left('x'.repeat(2001))).status]).toEqual([422, 422])
  expect((await left(WORDS)).to).toBe('/verklaring/suggestie/ontvangen')
  const [mail, ...others] = await accountsOf(there).mails()
  expect([others.length, mail?.text.includes(WORDS)]).toEqual([0, true])
  expect(mail?.subject).toContain('suggestie')
  const noted = 'select s.version, m.kind from suggestions s join gestand.mails m on m.id = mail_id'
  expect((await there.owner.query(noted)).rows).toMatchObject([{ kind: 'suggestion-left' }])
  expect((await visitor.get(path.replace(/\d+$/, '9999'))).status).toBe(404)
  // Many in a row have to wait.
  for (let more = 0; more < 10; more += 1) await left(WORDS)
  expect((await left(WORDS)).status).toBe(409)
  expect((await accountsOf(there).mails()).length).toBeLessThanOrEqual(11)
})
