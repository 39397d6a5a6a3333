import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Actions,
  Card,
  DataTable,
  DateText,
  EmptyState,
  LinkButton,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page, type Route } from '#entry/web/http/page.tsx'
import { switchableCategories } from '#entry/web/pages/work/categories.ts'
import type { Desk, OpenedFile } from '#entry/web/pages/work/desk.ts'
import { ProvenanceText } from '#entry/web/pages/work/dossier/provenance.tsx'
import { DossierStepScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import { ActorText } from '#entry/web/pages/work/person.tsx'
import { categoryTitle, titled } from '#entry/web/titles.ts'
import type { Text } from '#kernel/language.ts'
import { RELATED_ROLES } from '#modules/practice/index.ts'
import { type ExtraFile, extraPath, openExtra } from './extra-file.ts'
import { NumberSection } from './number-section.tsx'

const words = {
  title: { nl: 'Extra gegevens', en: 'Extra data' },
  lead: {
    nl: 'Wat alleen in dit dossier staat als de begeleiding erom vraagt. De cliënt leest mee, ook de redenen.',
    en: 'What is in this dossier only when the guidance asks for it. The client reads along, the reasons too.',
  },
  kinds: { nl: 'Soorten gegevens die aanstaan', en: 'Kinds of data that are on' },
  on: { nl: 'Soort gegevens aanzetten', en: 'Switch a kind of data on' },
  off: { nl: 'Uitzetten', en: 'Switch off' },
  none: { nl: 'Er staat niets extra aan', en: 'Nothing extra is on' },
  noneWhy: {
    nl: 'Vraagt de begeleiding om gegevens over bijvoorbeeld een leidinggevende? Zet dat soort dan aan, met de reden.',
    en: 'Does the guidance ask for data on a line manager, for example? Switch that kind on, with the reason.',
  },
  people: { nl: 'Mensen rond de cliënt', en: 'People around the client' },
  add: { nl: 'Iemand toevoegen', en: 'Add somebody' },
  noPeople: { nl: 'Nog niemand', en: 'Nobody yet' },
  noPeopleWhy: {
    nl: 'Wie u hier vastlegt, heeft eigen rechten: inzien wat er staat, en laten verwijderen.',
    en: 'Whoever you record here has rights of their own: to see what is held, and to have it removed.',
  },
  who: { nl: 'Wie', en: 'Who' },
  role: { nl: 'Rol', en: 'Role' },
  reach: { nl: 'Te bereiken', en: 'Reached at' },
  from: { nl: 'Herkomst', en: 'Where it came from' },
  act: { nl: 'Doen', en: 'Do' },
  remove: { nl: 'Verwijderen', en: 'Remove' },
  minor: { nl: 'Vertegenwoordiger van een minderjarige', en: 'Representative of a minor' },
  minorWhy: {
    nl: 'Is de cliënt jonger dan zestien, dan handelt een ouder of voogd in Mijn. Dat eindigt vanzelf op de zestiende verjaardag. Nodig de cliënt zelf dan uit.',
    en: 'When the client is younger than sixteen, a parent or guardian acts in Mijn. That ends by itself on the sixteenth birthday. Invite the client then.',
  },
  invite: { nl: 'Vertegenwoordiger uitnodigen', en: 'Invite a representative' },
} satisfies Record<string, Text>

/** What is kept beyond the usual: kinds switched on, people around the client, citizen number. */
export function extraPage(desk: Desk): Route {
  return page(`${desk.path}/:id/extra`, {
    read: (door, params) => openExtra(door, desk, params),
    view: drawExtra,
  })
}

function drawExtra(page: ExtraFile, door: Door): JSX.Element {
  const { file } = page
  const { access } = file
  return (
    <DossierStepScreen
      door={door}
      file={file}
      part="overview"
      title={words.title}
      lead={words.lead}
      width="wide"
    >
      <Stack gap="large">
        {access.can('switched_categories', 'select') && <Kinds page={page} />}
        {access.can('related_persons', 'select') && <People page={page} />}
        <NumberSection page={page} />
        {access.can('invitations', 'insert') && mayBeMinor(file) && <Minor page={page} />}
      </Stack>
    </DossierStepScreen>
  )
}

function Kinds({ page: { file } }: { page: ExtraFile }): JSX.Element {
  const path = extraPath(file)
  const mayChange = file.access.can('switched_categories', 'delete')
  const add = mayChange && switchableCategories(file).length > 0 && (
    <LinkButton href={`${path}/aanzetten`} label={words.on} look="plain" icon="add" />
  )
  const { switched } = file.dossier
  return (
    <Section title={words.kinds} action={switched.length > 0 && add}>
      <Stack>
        {switched.length === 0 && (
          <EmptyState title={words.none} lead={words.noneWhy} icon="file" action={add} />
        )}
        {switched.map(({ category, reason, switchedBy, switchedAt }) => (
          <Card
            title={categoryTitle(category)}
            meta={
              <>
                <ActorText of={switchedBy} />, <DateText day={switchedAt} />
              </>
            }
            actions={
              mayChange && (
                <LinkButton
                  href={`${path}/uitzetten/${category}`}
                  label={words.off}
                  look="plain"
                  size="small"
                />
              )
            }
          >
            <p>{reason}</p>
          </Card>
        ))}
      </Stack>
    </Section>
  )
}

function People({ page: { file, extra } }: { page: ExtraFile }): JSX.Element {
  const path = extraPath(file)
  const kinds = new Set(file.dossier.switched.map(({ category }) => category))
  const roles = Object.values(RELATED_ROLES).filter(({ category }) => kinds.has(category))
  const add = file.access.can('related_persons', 'insert') && roles.length > 0 && (
    <LinkButton href={`${path}/personen/nieuw`} label={words.add} look="plain" icon="add" />
  )
  return (
    <Section title={words.people} action={extra.related.length > 0 && add}>
      <DataTable
        caption={words.people}
        captionHidden
        rows={extra.related}
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
          { title: words.from, cell: (each) => <ProvenanceText {...each} /> },
          {
            title: words.act,
            cell: ({ id }) =>
              file.access.can('related_persons', 'delete') && (
                <ActionForm
                  action={`${path}/personen/${id}/verwijderen`}
                  label={words.remove}
                  look="plain"
                  size="small"
                />
              ),
          },
        ]}
        empty={
          <EmptyState title={words.noPeople} lead={words.noPeopleWhy} icon="people" action={add} />
        }
      />
    </Section>
  )
}

/** The database decides; this leaves out what would surely be refused. */
function mayBeMinor({ dossier }: OpenedFile): boolean {
  const { bornOn } = dossier.profile
  const now = new Date()
  const oldest = `${now.getFullYear() - OF_AGE}${now.toISOString().slice(4, 10)}`
  return bornOn === undefined || bornOn > oldest
}

/** Years of age from which a client acts alone. */
const OF_AGE = 16

function Minor({ page: { file } }: { page: ExtraFile }): JSX.Element {
  return (
    <Section title={words.minor} lead={words.minorWhy}>
      <Actions>
        <LinkButton
          href={`${extraPath(file)}/vertegenwoordiger`}
          label={words.invite}
          look="plain"
          icon="send"
        />
      </Actions>
    </Section>
  )
}
