import { expect, test } from 'vitest'
import { isOwnOrigin, type OriginHeaders } from './origin.ts'

const address = new URL('https://gestand.example.org')

function isOwn(headers: OriginHeaders): boolean {
  return isOwnOrigin(headers, address)
}

test('a form from our own pages is ours', () => {
  expect(isOwn({ secFetchSite: 'same-origin', origin: 'null' })).toBe(true)
  expect(isOwn({ origin: 'https://gestand.example.org' })).toBe(true)
  expect(isOwn({ referer: 'https://gestand.example.org/inloggen' })).toBe(true)
})

test('a form from elsewhere is not', () => {
  expect(isOwn({ secFetchSite: 'cross-site', origin: 'https://gestand.example.org' })).toBe(false)
  expect(isOwn({ secFetchSite: 'same-site' })).toBe(false)
  expect(isOwn({ secFetchSite: 'none' })).toBe(false)
  expect(isOwn({ origin: 'https://evil.example.org' })).toBe(false)
  expect(isOwn({ origin: 'http://gestand.example.org' })).toBe(false)
  expect(isOwn({ origin: 'null' })).toBe(false)
  expect(isOwn({ referer: 'https://gestand.example.org.evil.example/x' })).toBe(false)
})

test('a request that tells nothing about where it is from is not a form of ours', () => {
  expect(isOwn({})).toBe(false)
  expect(isOwn({ referer: 'nonsense' })).toBe(false)
})
