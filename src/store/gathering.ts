/** Answers as many questions as there were, in the same order. */
export type AnswerAll<Question, Answer> = (
  questions: readonly Question[],
) => Promise<readonly Answer[]>

interface Waiting<Question, Answer> {
  readonly question: Question
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/** A round of so many is large enough: what each round costs by itself is little for each then. */
const ENOUGH = 16
/** A round waits at most so long for as many as there were in the one before it. */
const WAIT_MS = 1

/**
 * Asks together what is asked at the same time: whoever comes while a round is under way waits and
 * goes with the next one. The busier it is, the larger the rounds, and the less each question
 * costs. After a round of several the next one waits a moment for as many, so that large and small
 * rounds do not alternate; who is alone never waits.
 */
export class Gathering<Question, Answer> {
  readonly #answerAll: AnswerAll<Question, Answer>
  readonly #limit: number
  #waiting: Waiting<Question, Answer>[] = []
  #running = false
  /** How many the next round waits for, unless the last one is longer ago than a moment. */
  #expected = 1
  #endedAt = 0
  #complete: (() => void) | undefined

  /** @param limit Questions in a round at most. */
  constructor(answerAll: AnswerAll<Question, Answer>, limit: number) {
    this.#answerAll = answerAll
    this.#limit = limit
  }

  /** Resolves with the answer to this question; rejects when its round failed. */
  ask(question: Question): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    this.#waiting.push({ question, resolve, reject })
    if (!this.#running) void this.#run()
    else if (this.#waiting.length >= this.#expected) this.#complete?.()
    return promise
  }

  async #run(): Promise<void> {
    this.#running = true
    // What is asked in this same turn goes along with the first.
    await Promise.resolve()
    while (this.#waiting.length > 0) {
      if (this.#waiting.length < this.#expected) await this.#gather()
      const round = this.#waiting.slice(0, this.#limit)
      this.#waiting = this.#waiting.slice(this.#limit)
      await this.#answer(round)
      this.#expected = Math.min(round.length, ENOUGH)
      this.#endedAt = performance.now()
    }
    this.#running = false
  }

  /** Waits until as many are there as in the round before, but no more than a moment. */
  async #gather(): Promise<void> {
    const left = WAIT_MS - (performance.now() - this.#endedAt)
    if (left <= 0) return
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#complete = resolve
    const timer = setTimeout(resolve, left)
    await promise
    clearTimeout(timer)
    this.#complete = undefined
  }

  async #answer(round: readonly Waiting<Question, Answer>[]): Promise<void> {
    try {
      const answers = await this.#answerAll(round.map(({ question }) => question))
      if (answers.length !== round.length) throw new Error('a question was left without an answer')
      for (const [index, { resolve }] of round.entries()) resolve(answers[index] as Answer)
    } catch (error) {
      for (const { reject } of round) reject(error)
    }
  }
}
