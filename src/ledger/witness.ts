import { z } from 'zod'
import { AppError } from '#kernel/error.ts'
import { type Checkpoint, checkpointBytes, checkpointHash } from './checkpoint.ts'
import { isSignedBy, keyId, type PublicKey } from './ledger-key.ts'
import type { LedgerProblem } from './problem.ts'
import { type LedgerSource, readCheckpoints } from './source.ts'

/**
 * What somebody outside keeps of a ledger: its checkpoints and keys, and nothing of its entries.
 */
export interface Witness {
  readonly organisation: string
  readonly keys: readonly PublicKey[]
  readonly checkpoints: readonly Checkpoint[]
}

const FORMAT = 'gestand-witness-1'

const hex = z.string().regex(/^(?:[0-9a-f]{2})+$/)
const whole = z.string().regex(/^\d{1,20}$/)
const headLine = z.strictObject({ format: z.literal(FORMAT), organisation: z.string().max(40) })
const keyLine = z.strictObject({ key: z.string().max(64), public_key: hex.length(64) })
const checkpointLine = z.strictObject({
  checkpoint: z.int().min(1),
  until_xid: whole,
  entries: z.int().min(0),
  root: hex.length(64),
  previous: hex.length(64),
  signature: hex.length(128),
  key_id: z.string().max(64),
  closed_at_micros: z.int(),
})
const line = z.union([keyLine, checkpointLine])

/**
 * Writes a witness: lines of JSON, first what it is, then the public keys, then the checkpoints.
 */
export async function* exportWitness(source: LedgerSource): AsyncGenerator<string> {
  yield toLine({ format: FORMAT, organisation: source.organisation })
  for (const { id, publicKey } of await source.listKeys()) {
    yield toLine({ key: id, public_key: publicKey.toString('hex') })
  }
  for await (const part of readCheckpoints(source)) {
    for (const each of part) {
      yield toLine({
        checkpoint: each.id,
        until_xid: String(each.untilXid),
        entries: each.entries,
        root: each.root.toString('hex'),
        previous: each.previous.toString('hex'),
        signature: each.signature.toString('hex'),
        key_id: each.keyId,
        closed_at_micros: each.closedAtMicros,
      })
    }
  }
}

function toLine(data: Readonly<Record<string, string | number>>): string {
  return `${JSON.stringify(data)}\n`
}

/**
 * Reads what `exportWitness` wrote.
 *
 * @throws `WITNESS_UNREADABLE` with the number of the line: it is no witness, or a signature in it
 *   is wrong.
 */
export function readWitness(text: string): Witness {
  const lines = text.split('\n').filter((each) => each.trim() !== '')
  const head = headLine.safeParse(parseLine(lines[0], 1))
  if (!head.success) throw new AppError('WITNESS_UNREADABLE', { line: 1 })
  const { organisation } = head.data
  const keys: PublicKey[] = []
  const checkpoints: Checkpoint[] = []
  for (const [index, text] of lines.entries()) {
    if (index === 0) continue
    const parsed = line.safeParse(parseLine(text, index + 1))
    if (!parsed.success) throw new AppError('WITNESS_UNREADABLE', { line: index + 1 })
    if ('key' in parsed.data) keys.push(toKey(parsed.data))
    else checkpoints.push(toCheckpoint(parsed.data))
    if (!isSound(organisation, keys, checkpoints.at(-1))) {
      throw new AppError('WITNESS_UNREADABLE', { line: index + 1 })
    }
  }
  return { organisation, keys, checkpoints }
}

/** Finds what a witness remembers and the ledger, whose checkpoints pass by, no longer says. */
export class WitnessComparison {
  readonly #organisation: string
  readonly #waiting: Map<number, Checkpoint>
  readonly #isExplained: (checkpoint: Checkpoint) => boolean

  /**
   * @param isExplained Whether a backup was brought back that cost this checkpoint.
   * @throws `WITNESS_OF_ANOTHER` when it is of another organisation.
   */
  constructor(
    organisation: string,
    witness: Witness,
    isExplained: (checkpoint: Checkpoint) => boolean = () => false,
  ) {
    if (witness.organisation !== organisation) {
      throw new AppError('WITNESS_OF_ANOTHER', { organisation: witness.organisation })
    }
    this.#organisation = organisation
    this.#isExplained = isExplained
    this.#waiting = new Map(witness.checkpoints.map((each) => [each.id, each]))
  }

  next(checkpoint: Checkpoint): LedgerProblem[] {
    const kept = this.#waiting.get(checkpoint.id)
    if (!kept) return []
    this.#waiting.delete(checkpoint.id)
    const now = checkpointHash(this.#organisation, checkpoint)
    const same = now.equals(checkpointHash(this.#organisation, kept))
    if (same || this.#isExplained(kept)) return []
    return [{ code: 'HISTORY_SPLIT', checkpoint: checkpoint.id }]
  }

  /** Those that did not pass by are gone. */
  end(): LedgerProblem[] {
    const lost = [...this.#waiting.values()].filter((kept) => !this.#isExplained(kept))
    return lost.map(({ id }) => ({ code: 'CHECKPOINT_LOST', checkpoint: id }))
  }
}

function parseLine(text: string | undefined, line: number): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    throw new AppError('WITNESS_UNREADABLE', { line })
  }
}

/** A witness that was altered would raise a false alarm: its own signatures must hold. */
function isSound(
  organisation: string,
  keys: readonly PublicKey[],
  checkpoint: Checkpoint | undefined,
): boolean {
  if (!checkpoint) return true
  const key = keys.find(({ id }) => id === checkpoint.keyId)
  const bytes = checkpointBytes(organisation, checkpoint)
  return !!key && isSignedBy(key, bytes, checkpoint.signature)
}

function toKey({ key, public_key: text }: z.infer<typeof keyLine>): PublicKey {
  const publicKey = Buffer.from(text, 'hex')
  if (keyId(publicKey) !== key) throw new AppError('WITNESS_UNREADABLE', { key })
  return { id: key, publicKey }
}

function toCheckpoint(data: z.infer<typeof checkpointLine>): Checkpoint {
  return {
    id: data.checkpoint,
    untilXid: BigInt(data.until_xid),
    entries: data.entries,
    root: Buffer.from(data.root, 'hex'),
    previous: Buffer.from(data.previous, 'hex'),
    signature: Buffer.from(data.signature, 'hex'),
    keyId: data.key_id,
    closedAtMicros: data.closed_at_micros,
  }
}
