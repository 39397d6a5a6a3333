import { expect, test } from 'vitest'
import { formatPersonName } from './person-name.tsx'

const jan = { given: 'Jan', prefix: 'van der', family: 'Berg' }

test('a name is said with its prefix before the family name', () => {
  expect(formatPersonName(jan)).toBe('Jan van der Berg')
})

test('a name in a list is sorted by the family name, without its prefix', () => {
  expect(formatPersonName(jan, 'listed')).toBe('Berg, Jan van der')
})

test('a part that is not there leaves no space or comma behind', () => {
  expect(formatPersonName({ given: 'Sanne', prefix: null, family: 'Wit' })).toBe('Sanne Wit')
  expect(formatPersonName({ given: '', family: 'Wit' }, 'listed')).toBe('Wit')
})
