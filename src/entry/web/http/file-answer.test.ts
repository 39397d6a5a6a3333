import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName, fileNames } from './file-answer.ts'

test('a title becomes the name of a file, with its ending once', () => {
  expect(fileName('Plan van aanpak', 'pdf')).toBe('Plan van aanpak.pdf')
  expect(fileName('cv.PDF', 'pdf')).toBe('cv.pdf')
  expect(fileName('../..\\etc: "1/2"', 'txt')).toBe('etc 1 2.txt')
  expect(fileName('…', 'txt')).toBe('….txt')
  expect(fileName(' . ', 'txt')).toBe('document.txt')
})

test('no title breaks out of the header or of a folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const header = fileNames(title, 'pdf')
      expect(header).toMatch(/^filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.%!#$&+^`|~-]+$/)
      expect(fileName(title, 'pdf')).not.toMatch(/[/\\\p{Cc}]|^\./u)
    }),
  )
})
