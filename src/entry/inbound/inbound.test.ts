import { expect, test } from 'vitest'
import { DOMAIN, type Post, post, waiting } from '#world/inbound-post.ts'
import { MAIL_BYTES_MAX } from './inbound.ts'

test('mail for an address that is known is taken, and the same mail again is one', async () => {
  const server = await post()
  const mail = { messageId: '<een@example.org>' }
  expect([await server.send(mail), await server.send(mail)]).toEqual(['taken', 'taken'])
  expect(await waiting(server)).toBe(1)
})

test('what is not taken is refused while its sender listens, and leaves nothing', async () => {
  const server = await post()
  const big = { attachments: [{ filename: 'a.txt', content: Buffer.alloc(MAIL_BYTES_MAX, 97) }] }
  const refused = {
    'an unknown address': [{ to: `${'0'.repeat(32)}.reintegration@${DOMAIN}` }, '550'],
    'another domain': [{ to: server.address.replace(DOMAIN, 'elders.example.org') }, '550'],
    'too large': [big, '552'],
    'a sender who says to be us': [{ from: `ilse@${DOMAIN}` }, '550'],
    'a sender of whom the server before us found that it lies': [
      { headers: { 'Authentication-Results': 'mx.example.org; dmarc=fail' } },
      '550',
    ],
    'an automatic answer': [{ headers: { 'Auto-Submitted': 'auto-replied' } }, '554'],
    'a bounce': [{ envelope: { from: '', to: server.address } }, '550'],
    'two senders': [{ from: 'a@example.org, b@example.org', envelope: envelope(server) }, '550'],
  } as const
  for (const [what, [mail, code]] of Object.entries(refused)) {
    expect([what, await server.send(mail)]).toEqual([what, code])
  }
  expect(await waiting(server)).toBe(0)
  expect(server.lines).toEqual([])
})

test('what cannot be kept now is asked for again later, and nothing of it is told', async () => {
  const server = await post()
  await server.here.there.owner.query('drop function receive_mail')
  expect(await server.send({})).toBe('451')
  expect(server.lines.join()).not.toMatch(/sanne|Afspraak/)
})

function envelope({ address }: Post) {
  return { from: 'a@example.org', to: address }
}
