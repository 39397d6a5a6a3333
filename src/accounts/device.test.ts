import { expect, test } from 'vitest'
import { describeDevice } from './device.ts'

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)'
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)'
const DROID = 'Mozilla/5.0 (Linux; Android 10; K)'
const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test('a device is told in two words', () => {
  const told = [
    `${WINDOWS} ${WEBKIT} Chrome/143.0.0.0 Safari/537.36`,
    `${WINDOWS} ${WEBKIT} Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0`,
    `${PHONE} ${WEBKIT} Version/18.5 Mobile/15E148 Safari/604.1`,
    `${DROID} ${WEBKIT} Chrome/143.0.0.0 Mobile Safari/537.36`,
    'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  ].map(describeDevice)
  expect(told).toEqual([
    'Chrome, Windows',
    'Edge, Windows',
    'Safari, iPhone',
    'Chrome, Android',
    'Firefox, Linux',
  ])
})

test('of an unknown device nothing is told', () => {
  expect(describeDevice(undefined)).toBe('')
  expect(describeDevice('curl/8.14.1 <script>')).toBe('')
})
