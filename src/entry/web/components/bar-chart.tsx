import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { formatNumber, type Wording } from '#entry/web/words.ts'
import { useSay, useView } from './view.ts'

const ROW = 38
const BAR = 14

export interface Bar {
  readonly label: Wording
  /** Zero or more. */
  readonly value: number
  /** The figure as it is written, where a number alone does not say it: an amount of money. */
  readonly written?: string
}

export interface BarChartProps {
  readonly title: Wording
  /** Titles of the table's two columns: what is compared, and what is counted. */
  readonly columns: readonly [Wording, Wording]
  readonly bars: readonly Bar[]
}

/** A drawing of amounts, with the table that says the same in figures beside it. */
export function BarChart({ title, columns, bars }: BarChartProps): JSX.Element {
  const say = useSay()
  const { language } = useView()
  const [compared, counted] = columns
  const most = Math.max(1, ...bars.map((bar) => bar.value))
  return (
    <figure class="chart">
      <figcaption>{say(title)}</figcaption>
      <svg width="100%" height={bars.length * ROW} aria-hidden="true">
        {bars.map((bar, rank) => (
          <>
            <text class="chart-word" x="0" y={rank * ROW + 13}>
              {say(bar.label)}
            </text>
            <rect class="bar-ground" x="0" y={rank * ROW + 19} width="100%" height={BAR} rx="3" />
            <rect
              class="bar"
              x="0"
              y={rank * ROW + 19}
              width={`${Math.round((bar.value / most) * 1000) / 10}%`}
              height={BAR}
              rx="3"
            />
          </>
        ))}
      </svg>
      <div class="table-frame">
        <table class="table">
          <caption class="unseen">{say(title)}</caption>
          <thead>
            <tr>
              <th scope="col">{say(compared)}</th>
              <th scope="col" class="end">
                {say(counted)}
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr>
                <th scope="row">{say(bar.label)}</th>
                <td class="end">{bar.written ?? formatNumber(bar.value, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}
