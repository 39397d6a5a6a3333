import { ab, b, d, env_, session, st } from './zz-ab.ts'
import { entryStatement } from '#store/entering.ts'
const enter = (i: number) =>
  entryStatement(b.authority(b.coachOf(d(i)), 'coaching'), b.dossier(d(i)))
const open = (i: number) => [
  st('open', `select outcome from org_reintegration.open_dossiers($1, $2, $3) order by place`, [
    [session(i)],
    ['coaching'],
    [b.dossier(d(i))],
  ]),
]
const notes = st(
  'n1',
  'select id, category, body, source, channel, written_at from notes order by written_at',
)
const ET = `select e.answer, set_config('search_path', $3, true), set_config('role', case when e.answer is not null then $4 else 'gestand_nobody' end, true) from (select org_reintegration.enter_ticket($1, $2) as answer offset 0) e`
let ticket = ''
const enterT = (i: number) =>
  st('et', ET, [session(i), ticket, 'org_reintegration', 'org_reintegration__coaching'])
const openT = (i: number) => [...open(i)]
import { Batch } from '#store/batch.ts'
await ab(
  [
    { label: 'select 1', make: () => [st('s1', 'select 1')] },
    {
      label: 'raw notes',
      url: env_.url,
      make: (i) => [
        st(
          'rn',
          'select id, category, body, source, channel, written_at from org_reintegration.notes where dossier_id = $1 order by written_at',
          [b.dossier(d(i))],
        ),
      ],
    },
    { label: 'enter', before: open, make: (i) => [enter(i)] },
    {
      label: 'enter ticket (bad ticket)',
      before: openT,
      make: (i) => [
        st('et', ET, [
          session(i),
          'a|b|c|d|e|' + (i + 1) + '|' + 'f'.repeat(64),
          'org_reintegration',
          'org_reintegration__coaching',
        ]),
      ],
    },
    { label: 'enter+notes', before: open, make: (i) => [enter(i), notes] },
  ],
  40,
  50,
)
