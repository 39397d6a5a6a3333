/** Answers as many questions as there were, in the same order. */
export type AnswerAll<Question, Answer> = (
  questions: readonly Question[],
) => Promise<readonly Answer[]>

interface Waiting<Question, Answer> {
  readonly question: Question
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/**
 * Asks together what is asked at the same time: whoever comes while a round is under way waits and
 * goes with the next one. The busier it is, the larger the rounds, and the less each question
 * costs; who is alone never waits.
 */
export class Gathering<Question, Answer> {
  readonly #answerAll: AnswerAll<Question, Answer>
  readonly #limit: number
  #waiting: Waiting<Question, Answer>[] = []
  #running = false

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
    return promise
  }

  async #run(): Promise<void> {
    this.#running = true
    // What is asked in this same turn goes along with the first.
    await Promise.resolve()
    while (this.#waiting.length > 0) {
      const round = this.#waiting.slice(0, this.#limit)
      this.#waiting = this.#waiting.slice(this.#limit)
      await this.#answer(round)
    }
    this.#running = false
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
