import { scaleBand, scaleLinear } from 'd3-scale'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { formatNumber, type Wording } from '#entry/web/words.ts'
import { useSay, useView } from './view.ts'

/** Something that is measured of each group: a bar of its own. */
export interface ChartMeasure {
  readonly title: Wording
}

/** A group with its amounts, in the order of the measures; undefined where none may be told. */
export interface ChartGroup {
  readonly label: Wording
  readonly amounts: readonly (number | undefined)[]
}

export interface MeasureChartProps {
  readonly id: string
  readonly title: Wording
  /** What can be seen in it, in a sentence, for who cannot see it. */
  readonly description: Wording
  readonly measures: readonly ChartMeasure[]
  readonly groups: readonly ChartGroup[]
  /** Two decimals in every figure, as for money and hours. */
  readonly exact?: boolean
}

const WIDTH = 640
const LABEL_HEIGHT = 20
const BAR_HEIGHT = 16
const GROUP_SPACE = 14
const VALUE_WIDTH = 72
const TICKS = 5
const AXIS_HEIGHT = 24
const LOOKS = ['mark-1', 'mark-2', 'mark-3', 'mark-4'] as const

/**
 * Bars of amounts, a group below a group, each bar with its figure. The figures also stand in a
 * table that belongs beside it.
 */
export function MeasureChart(props: MeasureChartProps): JSX.Element {
  const { id, title, description, measures, groups, exact = false } = props
  const say = useSay()
  const { language } = useView()
  const step = LABEL_HEIGHT + measures.length * BAR_HEIGHT + GROUP_SPACE
  const height = groups.length * step + AXIS_HEIGHT
  const most = Math.max(1, ...groups.flatMap(({ amounts }) => amounts.map((each) => each ?? 0)))
  const across = scaleLinear([0, most], [0, WIDTH - VALUE_WIDTH]).nice(TICKS)
  const down = scaleBand(
    groups.map((_, index) => `${index}`),
    [0, groups.length * step],
  )
  return (
    <figure class="measure-chart">
      <figcaption>{say(title)}</figcaption>
      <Legend measures={measures} />
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-description`}
      >
        <title id={`${id}-title`}>{say(title)}</title>
        <desc id={`${id}-description`}>{say(description)}</desc>
        {across.ticks(TICKS).map((tick) => (
          <>
            <line
              class="chart-line"
              x1={across(tick)}
              x2={across(tick)}
              y1="0"
              y2={height - AXIS_HEIGHT}
            />
            <text class="chart-tick" x={across(tick)} y={height - 6}>
              {formatNumber(tick, language)}
            </text>
          </>
        ))}
        {groups.map(({ amounts, label }, index) => {
          const top = down(`${index}`) ?? 0
          return (
            <>
              <text class="chart-word" x="0" y={top + LABEL_HEIGHT - 6}>
                {say(label)}
              </text>
              {amounts.map((amount, place) => (
                <Bar
                  amount={amount}
                  width={across(amount ?? 0)}
                  top={top + LABEL_HEIGHT + place * BAR_HEIGHT}
                  look={LOOKS[place % LOOKS.length] ?? 'mark-1'}
                  exact={exact}
                />
              ))}
            </>
          )
        })}
      </svg>
    </figure>
  )
}

interface BarProps {
  readonly amount: number | undefined
  readonly width: number
  readonly top: number
  readonly look: string
  readonly exact: boolean
}

function Bar({ amount, width, top, look, exact }: BarProps): JSX.Element {
  const { language } = useView()
  const value = amount === undefined ? '–' : formatNumber(amount, language, exact)
  return (
    <>
      <rect class={look} x="0" y={top} width={Math.max(width, 1)} height={BAR_HEIGHT - 3} rx="2" />
      <text class="chart-value" x={width + 6} y={top + BAR_HEIGHT - 5}>
        {value}
      </text>
    </>
  )
}

function Legend({ measures }: { measures: readonly ChartMeasure[] }): JSX.Element {
  const say = useSay()
  return (
    <ul class="chart-legend" aria-hidden="true">
      {measures.map(({ title }, place) => (
        <li>
          <svg viewBox="0 0 14 14" width="14" height="14">
            <rect class={LOOKS[place % LOOKS.length]} width="14" height="14" rx="2" />
          </svg>
          {say(title)}
        </li>
      ))}
    </ul>
  )
}
