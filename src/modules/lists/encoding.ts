import type { FileCode } from './problem.ts'

export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252'

export interface DecodedFile {
  readonly text: string
  readonly encoding: Encoding
  /** What is odd about the letters; an error among them means that the text must not be used. */
  readonly problems: readonly FileCode[]
}

/** Tells whether bytes are those of a workbook of a spreadsheet program. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return startsWith(bytes, ZIP_START)
}

/**
 * Decodes a list: UTF-8 with or without mark, UTF-16 with one, and Windows-1252 for whatever
 * is not valid UTF-8. Refuses what is no text at all, such as an older workbook.
 */
export function decodeFile(bytes: Uint8Array): DecodedFile | FileCode {
  if (startsWith(bytes, COMPOUND_START)) return 'FILE_IS_WORKBOOK'
  const { text: whole, encoding } = decodeText(bytes)
  // The end-of-file mark of older programs is no part of the list.
  const text = whole.replaceAll('\u001a', '')
  if (text.trim() === '') return 'FILE_EMPTY'
  if (UNPRINTABLE.test(text)) return 'FILE_NOT_TEXT'
  return { text, encoding, problems: oddLetters(text) }
}

/** The first bytes of a zip (xlsx, ods), and of the compound files of older programs (xls). */
const ZIP_START = [0x50, 0x4b, 0x03, 0x04]
const COMPOUND_START = [0xd0, 0xcf, 0x11, 0xe0]

/** Control characters that no list has: they betray a program, a picture or an unknown encoding. */
const UNPRINTABLE = /[\p{Cc}--[\t\n\v\f\r]]|^%PDF-/v

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (startsWith(bytes, [0xff, 0xfe])) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' }
  }
  if (startsWith(bytes, [0xfe, 0xff])) {
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' }
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text, encoding: 'utf-8' }
  } catch {
    return { text: decodeWindows1252(bytes), encoding: 'windows-1252' }
  }
}

/**
 * Bytes 0x80 to 0x9f; those that mean nothing keep their number, so that they are seen as
 * unprintable.
 */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

// Some releases of Node 24 decode windows-1252 as latin1, which turns an apostrophe into a control
// character.
function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return latin1.replace(/[\u0080-\u009f]/g, (letter) => {
    return WINDOWS_1252.charAt(letter.charCodeAt(0) - 0x80)
  })
}

/** UTF-8 that was once read as Windows-1252: "Ã«" for "ë", "â€™" for an apostrophe. */
const TWICE_ENCODED = /Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00bf™˜œ“”]/u

/** What letters with accents of DOS and older Macs become: "Andr‚", "Ren‚e", "Fran‡ois". */
const FOREIGN_CODE_PAGE = /\p{L}[‚ƒ„…†‡ˆ‰‹Ž]\p{Ll}/u

function oddLetters(text: string): FileCode[] {
  if (text.includes('\ufffd')) return ['FILE_LETTERS_LOST']
  if (TWICE_ENCODED.test(text)) return ['FILE_TWICE_ENCODED']
  return FOREIGN_CODE_PAGE.test(text) ? ['FILE_LETTERS_ODD'] : []
}
