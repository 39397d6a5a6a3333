import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { AppError } from '#kernel/error.ts'
import { type Letter, letterInput, type PdfStandard } from './letter.ts'
import type { PressAnswer, PressOrder } from './press-worker.ts'

/** After so many letters a new thread takes over, and all that Typst kept is gone. */
const LETTERS_A_THREAD = 200
const PATIENCE_MS = 20_000
/** A letter as JSON: enough for a report of thousands of rows. */
const LONGEST_INPUT = 20_000_000

const LETTER = join(import.meta.dirname, 'letter.typ')

/** Data, as JSON, with the path of the template that draws them. */
export interface Sheet {
  readonly template: string
  readonly input: string
  readonly standard: PdfStandard
}

interface Waiting {
  readonly resolve: (pdf: Buffer) => void
  readonly reject: (reason: Error) => void
  readonly timer: NodeJS.Timeout
}

/** Prints letters as PDF, in a thread that begins with the first letter. */
export class LetterPress {
  #worker: Worker | undefined
  #printed = 0
  #lastId = 0
  readonly #waiting = new Map<number, Waiting>()

  /**
   * Prints a letter as PDF, for who listens to it and for the archive (PDF/UA-1 and PDF/A-2a).
   * Signs that no font here has are squares on it.
   *
   * @throws `LETTER_FAILED` when it takes more than 20 seconds, is larger than 20 MB as JSON, or
   * cannot be drawn.
   */
  print(letter: Letter): Promise<Buffer> {
    return this.draw({ template: LETTER, input: letterInput(letter), standard: 'a-2a' })
  }

  /**
   * Draws data by a template that is not a letter, such as an invoice; accessible as well.
   *
   * @throws `LETTER_FAILED` as for a letter.
   */
  draw({ template, input, standard }: Sheet): Promise<Buffer> {
    if (input.length > LONGEST_INPUT) return Promise.reject(new AppError('LETTER_FAILED'))
    const worker = this.#take()
    this.#lastId += 1
    const order: PressOrder = { id: this.#lastId, template, input, standard }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => void this.#drop(worker), PATIENCE_MS)
      this.#waiting.set(order.id, { resolve, reject, timer })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A thread, no window.
      worker.postMessage(order)
    })
  }

  /** Ends the thread; what waits is refused. A later letter begins another. */
  async close(): Promise<void> {
    const worker = this.#worker
    if (worker) await this.#drop(worker)
  }

  #take(): Worker {
    if (this.#worker && this.#printed >= LETTERS_A_THREAD && this.#waiting.size === 0) {
      void this.#drop(this.#worker)
    }
    this.#printed += 1
    if (this.#worker) return this.#worker
    const worker = new Worker(join(import.meta.dirname, 'press-worker.ts'))
    worker.unref()
    worker.on('message', (answer: PressAnswer) => this.#answer(answer))
    worker.on('error', () => void this.#drop(worker))
    this.#worker = worker
    return worker
  }

  #answer(answer: PressAnswer): void {
    const waiting = this.#waiting.get(answer.id)
    if (!waiting) return
    clearTimeout(waiting.timer)
    this.#waiting.delete(answer.id)
    if ('pdf' in answer) waiting.resolve(Buffer.from(answer.pdf))
    else waiting.reject(new AppError('LETTER_FAILED'))
  }

  async #drop(worker: Worker): Promise<void> {
    if (this.#worker === worker) {
      this.#worker = undefined
      this.#printed = 0
      for (const { reject, timer } of this.#waiting.values()) {
        clearTimeout(timer)
        reject(new AppError('LETTER_FAILED'))
      }
      this.#waiting.clear()
    }
    await worker.terminate()
  }
}
