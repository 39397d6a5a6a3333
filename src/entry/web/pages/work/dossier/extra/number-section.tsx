import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Actions,
  DateText,
  LinkButton,
  Notice,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import { MASKED } from '#modules/practice/index.ts'
import { type ExtraFile, extraPath } from './extra-file.ts'

const words = {
  title: { nl: 'Burgerservicenummer', en: 'Citizen number' },
  barred: {
    nl: 'Bij deze dienst staat geen wet het burgerservicenummer toe. Leg het nergens vast, ook niet in een notitie.',
    en: 'For this service no law allows the citizen number. Record it nowhere, not in a note either.',
  },
  lead: {
    nl: 'Het nummer staat versleuteld en komt nergens anders te staan. Wie het laat tonen, staat in het logboek; de cliënt ziet dat.',
    en: 'The number is encrypted and stands nowhere else. Whoever has it shown is in the log; the client sees that.',
  },
  none: { nl: 'Er is geen nummer vastgelegd.', en: 'No number is recorded.' },
  since: { nl: 'Vastgelegd op', en: 'Recorded on' },
  show: { nl: 'Nummer tonen', en: 'Show the number' },
  record: { nl: 'Nummer vastleggen', en: 'Record the number' },
  change: { nl: 'Nummer wijzigen', en: 'Change the number' },
  remove: { nl: 'Nummer verwijderen', en: 'Remove the number' },
  twins: {
    nl: 'Hetzelfde nummer staat in een ander dossier. Kijk na of het om dezelfde persoon gaat.',
    en: 'The same number stands in another dossier. Check whether it is the same person.',
  },
} satisfies Record<string, Text>

/** That there is a number, and what can be done with it: never the number itself. */
export function NumberSection({ page: { file, extra } }: { page: ExtraFile }): JSX.Element | null {
  const { number, twins } = extra
  if (!number) return null
  const path = `${extraPath(file)}/burgerservicenummer`
  if (!number.mayShow && !number.mayWrite) {
    return (
      <Section title={words.title}>
        <p>
          <Words of={words.barred} />
        </p>
      </Section>
    )
  }
  const held = number.recordedAt !== null
  const mayWrite = number.mayWrite && file.dossier.service.state !== 'closed'
  return (
    <Section title={words.title}>
      <Stack>
        <p>
          <Words of={words.lead} />
        </p>
        <p>
          {number.recordedAt ? (
            <>
              <span aria-hidden="true">{MASKED}</span> <Words of={words.since} />{' '}
              <DateText day={number.recordedAt} />
            </>
          ) : (
            <Words of={words.none} />
          )}
        </p>
        {twins.length > 0 && (
          <Notice tone="warning" title={words.twins}>
            <ul>
              {twins.map(({ dossierId, reference }) => (
                <li>
                  <a href={`${file.desk.path}/${dossierId}`}>{reference}</a>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <Actions>
          {held && number.mayShow && (
            <ActionForm action={`${path}/tonen`} label={words.show} look="plain" icon="eye" />
          )}
          {mayWrite && (
            <LinkButton
              href={path}
              label={held ? words.change : words.record}
              look="plain"
              icon="pencil"
            />
          )}
          {held && mayWrite && (
            <ActionForm action={`${path}/verwijderen`} label={words.remove} look="quiet" />
          )}
        </Actions>
      </Stack>
    </Section>
  )
}
