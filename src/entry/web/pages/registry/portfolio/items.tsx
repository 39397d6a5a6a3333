import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Card,
  EmptyState,
  FileLink,
  Moment,
  Stack,
  useView,
  WrittenText,
} from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { PortfolioItem } from '#modules/registry/index.ts'

const words = {
  none: { nl: 'Nog niets in dit portfolio', en: 'Nothing in this portfolio yet' },
} satisfies Record<string, Text>

/** Where a student keeps the own portfolio. */
export const OWN_PORTFOLIO = '/mijn/registraties/:id/portfolio'

export function ownPortfolioPath(id: string): string {
  return `/mijn/registraties/${id}/portfolio`
}

export interface PortfolioItemsProps {
  readonly items: readonly PortfolioItem[]
  /** The address of a file. */
  readonly fileHref: (item: PortfolioItem) => string
  /** What to do when there is nothing yet. */
  readonly emptyLead: Text
  readonly actions?: (item: PortfolioItem) => Child
  /** Of their headings: the second level where no section stands around them. */
  readonly level?: 2 | 3
}

/** What stands in a portfolio, the newest first. */
export function PortfolioItems(props: PortfolioItemsProps): JSX.Element {
  const { items, fileHref, emptyLead, actions, level = 3 } = props
  const { language } = useView()
  if (items.length === 0) return <EmptyState title={words.none} lead={emptyLead} icon="file" />
  return (
    <Stack>
      {items.map((item) => (
        <Card
          level={level}
          title={item.title}
          meta={
            <>
              <Moment at={item.addedAt} />
              {item.requirement &&
                ` · ${language === 'nl' ? item.requirement.text_nl : item.requirement.text_en}`}
            </>
          }
          {...(actions && { actions: actions(item) })}
        >
          {item.words === undefined ? (
            <FileLink
              href={fileHref(item)}
              name={item.title}
              {...(item.bytes !== undefined && { bytes: item.bytes })}
            />
          ) : (
            <WrittenText text={item.words} />
          )}
        </Card>
      ))}
    </Stack>
  )
}
