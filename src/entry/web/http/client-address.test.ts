import { expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'

const remote = '127.0.0.1'

test('without a proxy of our own the header counts for nothing', () => {
  expect(clientAddress({ remote, forwarded: '192.0.2.7', proxies: 0 })).toBe(remote)
})

test('behind proxies the address is what the first of them wrote, whatever a browser put before it', () => {
  const forwarded = '10.9.8.7, 192.0.2.7, 198.51.100.1'
  expect(clientAddress({ remote, forwarded: '192.0.2.7', proxies: 1 })).toBe('192.0.2.7')
  expect(clientAddress({ remote, forwarded, proxies: 1 })).toBe('198.51.100.1')
  expect(clientAddress({ remote, forwarded, proxies: 2 })).toBe('192.0.2.7')
  expect(clientAddress({ remote, forwarded: '2001:db8::7', proxies: 1 })).toBe('2001:db8::7')
})

test('a header that is missing, short or no address leaves the connection', () => {
  for (const forwarded of [undefined, '', 'unknown', '192.0.2.7:4444', '<script>']) {
    expect(clientAddress({ remote, forwarded, proxies: 1 })).toBe(remote)
  }
  expect(clientAddress({ remote, forwarded: '192.0.2.7', proxies: 2 })).toBe(remote)
})
