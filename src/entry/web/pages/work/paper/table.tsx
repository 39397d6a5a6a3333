import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Badge,
  DataTable,
  DateText,
  DescriptionList,
  EmptyState,
  Moment,
  QrCode,
  Section,
  Words,
} from '#entry/web/components/index.ts'
import { ActorText } from '#entry/web/pages/work/person.tsx'
import type { Text } from '#kernel/language.ts'
import {
  type DossierPaper,
  PAPER_ACTS,
  type PaperFileView,
  type PaperItemView,
  PRINT_KINDS,
  PRINT_WENT,
} from '#modules/practice/index.ts'

const words = {
  label: { nl: 'Code op het etiket', en: 'Code on the label' },
  code: { nl: 'De code van het etiket als streepjescode', en: 'The code of the label, to scan' },
  place: { nl: 'Ligt in', en: 'Lies in' },
  out: { nl: 'Meegenomen door', en: 'Taken out by' },
  since: { nl: 'Sinds', en: 'Since' },
  destroyed: { nl: 'Vernietigd op', en: 'Destroyed on' },
  by: { nl: 'Door', en: 'By' },
  prints: { nl: 'Afdrukken', en: 'Prints' },
  what: { nl: 'Stuk', en: 'Item' },
  kind: { nl: 'Soort', en: 'Kind' },
  at: { nl: 'Afgedrukt', en: 'Printed' },
  went: { nl: 'Waar het bleef', en: 'Where it went' },
  given: { nl: 'Is meegegeven', en: 'Was given along' },
  none: { nl: 'Nog niets afgedrukt', en: 'Nothing printed yet' },
  noneWhy: {
    nl: 'Bij een document, samenvatting of notitie staat de knop Afdrukken. Wat u zo afdrukt, staat hier.',
    en: 'A document, summary or note has the button Print. What you print that way stands here.',
  },
  moves: { nl: 'Waar het papier was', en: 'Where the paper was' },
  day: { nl: 'Dag', en: 'Day' },
  act: { nl: 'Wat', en: 'What' },
} satisfies Record<string, Text>

/** Where a paper file is, or when it was destroyed. */
export function PaperFacts({ of }: { of: PaperFileView }): JSX.Element {
  const { destroyed, label, out, place } = of
  return (
    <>
      <DescriptionList
        items={[
          { term: words.label, value: label },
          ...(destroyed
            ? [
                { term: words.destroyed, value: <DateText day={destroyed.on} /> },
                { term: words.by, value: <ActorText of={destroyed.by} /> },
              ]
            : [{ term: words.place, value: place }]),
          ...(out
            ? [
                { term: words.out, value: <ActorText of={out.with} /> },
                { term: words.since, value: <Moment at={out.since} /> },
              ]
            : []),
        ]}
      />
      {!destroyed && <QrCode value={label} label={words.code} />}
    </>
  )
}

/**
 * What was printed and where it went, and where the paper was.
 *
 * @param props.changeAt Path of the acts that say where a print went, for whoever may say so.
 */
export function PaperTables(props: { paper: DossierPaper; changeAt?: string }): JSX.Element {
  const { changeAt, paper } = props
  const change = ({ id, went }: PaperItemView): JSX.Element | null =>
    changeAt !== undefined && went === 'file' && !paper.file?.destroyed ? (
      <ActionForm
        action={`${changeAt}/${id}/client`}
        label={words.given}
        look="plain"
        size="small"
      />
    ) : null
  return (
    <>
      <Section title={words.prints}>
        <DataTable
          caption={words.prints}
          captionHidden
          rows={paper.items}
          columns={[
            { title: words.what, cell: ({ title }) => title },
            { title: words.kind, cell: ({ kind }) => <Words of={PRINT_KINDS[kind]} /> },
            { title: words.at, cell: ({ at }) => <Moment at={at} /> },
            { title: words.by, cell: ({ by }) => <ActorText of={by} /> },
            {
              title: words.went,
              cell: (item) => (
                <>
                  <Badge label={PRINT_WENT[item.went]} /> {change(item)}
                </>
              ),
            },
          ]}
          empty={<EmptyState title={words.none} lead={words.noneWhy} icon="file" />}
        />
      </Section>
      {paper.moves.length > 0 && (
        <Section title={words.moves}>
          <DataTable
            caption={words.moves}
            captionHidden
            rows={paper.moves}
            columns={[
              { title: words.day, cell: ({ day }) => <DateText day={day} form="short" /> },
              { title: words.act, cell: ({ act }) => <Words of={PAPER_ACTS[act]} /> },
              { title: words.place, cell: ({ place }) => place },
              { title: words.by, cell: ({ by }) => <ActorText of={by} /> },
            ]}
            empty={null}
          />
        </Section>
      )}
    </>
  )
}
