import { ab, b, d, env_, session, st } from './zz-ab.ts'
import { entryStatement } from '#store/entering.ts'
const enter = (i: number) =>
  entryStatement(b.authority(b.coachOf(d(i)), 'coaching'), b.dossier(d(i)))
const enterL = (i: number) => entryStatement(b.authority(b.coachOf(d(i)), 'coaching'), null)
const open = (i: number) => [
  st('open', `select outcome from org_reintegration.open_dossiers($1, $2, $3) order by place`, [
    [session(i)],
    ['coaching'],
    [b.dossier(d(i))],
  ]),
]
const open8 = (i: number) => [
  st('open', `select outcome from org_reintegration.open_dossiers($1, $2, $3) order by place`, [
    [0, 1, 2, 3, 4, 5, 6, 7].map((k) => session(i * 8 + k)),
    Array(8).fill('coaching'),
    [0, 1, 2, 3, 4, 5, 6, 7].map((k) => b.dossier(d(i * 8 + k))),
  ]),
]
const open32 = (i: number) => {
  const ks = Array.from({ length: 32 }, (_, k) => i * 32 + k)
  return [
    st('open', `select outcome from org_reintegration.open_dossiers($1, $2, $3) order by place`, [
      ks.map(session),
      ks.map(() => 'coaching'),
      ks.map((k) => b.dossier(d(k))),
    ]),
  ]
}
const notes = st(
  'n1',
  'select id, category, body, source, channel, written_at from notes order by written_at',
)
const clients = st(
  'n2',
  'select dossier_id, given_name, prefix, family_name, email from clients order by family_name',
)
await ab([
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
  {
    label: 'raw list',
    url: env_.url,
    make: (i) => [
      st(
        'rl',
        `select c.dossier_id, c.given_name, c.prefix, c.family_name, c.email from org_reintegration.clients c join org_reintegration.relations r on r.dossier_id = c.dossier_id where r.holder_id = $1 and r.relation = 'responsible-coach' order by c.family_name`,
        [b.coachId(b.coachOf(d(i)))],
      ),
    ],
  },
  { label: 'enter list', make: (i) => [enterL(i)] },
  { label: 'open 1', make: open },
  { label: 'open 8', make: open8 },
  { label: 'open 32', make: open32 },
  { label: 'enter', before: open, make: (i) => [enter(i)] },
  { label: 'enter+notes', before: open, make: (i) => [enter(i), notes] },
  { label: 'enter+notes+notes', before: open, make: (i) => [enter(i), notes, notes] },
  { label: 'enter+clients', make: (i) => [enterL(i), clients] },
  { label: 'enter+clients+clients', make: (i) => [enterL(i), clients, clients] },
])
