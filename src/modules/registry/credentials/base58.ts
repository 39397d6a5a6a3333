const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const BASE = BigInt(ALPHABET.length)

/** Writes bytes as multibase base58btc: "z", then the digits. For keys and signatures. */
export function toMultibase(bytes: Uint8Array): string {
  const zeros = bytes.findIndex((byte) => byte !== 0)
  const leading = zeros < 0 ? bytes.length : zeros
  let rest = BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`)
  let digits = ''
  for (; rest > 0n; rest /= BASE) digits = `${ALPHABET[Number(rest % BASE)] ?? ''}${digits}`
  return `z${'1'.repeat(leading)}${digits}`
}

/** Reads what `toMultibase` wrote; undefined when it is something else, or longer than `limit`. */
export function fromMultibase(text: string, limit: number): Buffer | undefined {
  const [, leading = '', digits = ''] = /^z(1*)([1-9A-HJ-NP-Za-km-z]*)$/.exec(text) ?? []
  if (!text.startsWith('z') || text.length !== 1 + leading.length + digits.length) return undefined
  if (text.length > limit * 2) return undefined
  let value = 0n
  for (const digit of digits) value = value * BASE + BigInt(ALPHABET.indexOf(digit))
  const hex = value === 0n ? '' : value.toString(16)
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  const whole = Buffer.concat([Buffer.alloc(leading.length), bytes])
  return whole.length <= limit ? whole : undefined
}
