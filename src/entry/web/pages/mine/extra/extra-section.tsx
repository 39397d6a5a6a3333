import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Card,
  DataTable,
  DateText,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import { SourceText } from '#entry/web/pages/mine/contents/source.tsx'
import type { OwnFile } from '#entry/web/pages/mine/own-file.ts'
import { ActorText } from '#entry/web/pages/mine/person.tsx'
import { categoryTitle, titled } from '#entry/web/titles.ts'
import type { Text } from '#kernel/language.ts'
import { MASKED, RELATED_ROLES, type Surroundings } from '#modules/practice/index.ts'

const words = {
  kinds: { nl: 'Wat wij extra van u vastleggen', en: 'What we record of you beyond the usual' },
  kindsWhy: {
    nl: 'Alleen omdat uw begeleiding erom vraagt. Bij elke soort staat waarom.',
    en: 'Only because your guidance asks for it. With each kind stands why.',
  },
  people: { nl: 'Mensen om u heen', en: 'People around you' },
  peopleWhy: {
    nl: 'Ook zij mogen ons vragen wat wij van hen bewaren.',
    en: 'They too may ask us what we hold on them.',
  },
  who: { nl: 'Wie', en: 'Who' },
  role: { nl: 'Rol', en: 'Role' },
  reach: { nl: 'Te bereiken', en: 'Reached at' },
  from: { nl: 'Herkomst', en: 'Where it came from' },
  number: { nl: 'Uw burgerservicenummer', en: 'Your citizen number' },
  numberWhy: {
    nl: 'Wij hebben het versleuteld vastgelegd en het gaat nergens mee. Wie het laat tonen, ziet u bij Wie keek.',
    en: 'We recorded it encrypted and it goes along with nothing. Whoever has it shown, you see under Who looked.',
  },
  since: { nl: 'Vastgelegd op', en: 'Recorded on' },
  show: { nl: 'Nummer tonen', en: 'Show the number' },
} satisfies Record<string, Text>

/** What is kept of the reader beyond the usual, as far as there is any. */
export function ExtraSection(props: { file: OwnFile; extra: Surroundings }): JSX.Element {
  const { file, extra } = props
  return (
    <>
      {file.dossier.switched.length > 0 && <Kinds file={file} />}
      {extra.related.length > 0 && <People extra={extra} />}
      {extra.number?.recordedAt && extra.number.mayShow && (
        <Section title={words.number}>
          <Stack gap="small">
            <p>
              <Words of={words.numberWhy} />
            </p>
            <p>
              <span aria-hidden="true">{MASKED}</span> <Words of={words.since} />{' '}
              <DateText day={extra.number.recordedAt} />
            </p>
            <ActionForm
              action={`${file.path}/burgerservicenummer`}
              label={words.show}
              look="plain"
              size="small"
              icon="eye"
            />
          </Stack>
        </Section>
      )}
    </>
  )
}

function Kinds({ file }: { file: OwnFile }): JSX.Element {
  return (
    <Section title={words.kinds} lead={words.kindsWhy}>
      <Stack>
        {file.dossier.switched.map(({ category, reason, switchedBy, switchedAt }) => (
          <Card
            title={categoryTitle(category)}
            meta={
              <>
                <ActorText of={switchedBy} />, <DateText day={switchedAt} />
              </>
            }
          >
            <p>{reason}</p>
          </Card>
        ))}
      </Stack>
    </Section>
  )
}

function People({ extra: { related } }: { extra: Surroundings }): JSX.Element {
  return (
    <Section title={words.people} lead={words.peopleWhy}>
      <DataTable
        caption={words.people}
        captionHidden
        rows={related}
        columns={[
          {
            title: words.who,
            cell: ({ name, organisation }) => [name, organisation].filter(Boolean).join(', '),
          },
          {
            title: words.role,
            cell: ({ role }) => <Words of={titled(RELATED_ROLES[role].says)} />,
          },
          {
            title: words.reach,
            cell: ({ email, phone }) => [email, phone].filter(Boolean).join(', '),
          },
          { title: words.from, cell: (each) => <SourceText {...each} /> },
        ]}
        empty={null}
      />
    </Section>
  )
}
