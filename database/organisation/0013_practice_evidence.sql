-- What the checks of the practice may know: that things happened and in which order, not what they
-- say.

create function evidence_activations()
returns table (dossier_id uuid, activated_at timestamptz, shown_at timestamptz)
language sql stable security definer set search_path from current as $$
  select a.dossier_id, a.activated_at, n.shown_at
  from activations a
  left join statement_notices n on n.id = a.notice_id and n.dossier_id = a.dossier_id
$$;

-- Every summary with what became of it.
create function evidence_summaries()
returns table (
  summary_id uuid, written_at timestamptz, replaces uuid, replaced_by uuid, sent_at timestamptz,
  approved_at timestamptz, disputed_at timestamptz
)
language sql stable security definer set search_path from current as $$
  select s.id, s.written_at, s.replaces, n.id, d.sent_at, a.approved_at, t.disputed_at
  from summaries s
  left join summaries n on n.replaces = s.id
  left join dispatches d on d.summary_id = s.id
  left join approvals a on a.summary_id = s.id
  left join disputes t on t.summary_id = s.id
$$;

-- Every disclosure with the consent that it names and what it is about.
create function evidence_disclosures()
returns table (
  disclosure_id uuid, disclosed_at timestamptz, same_dossier boolean, same_party boolean,
  consent text, decision text, decided_at timestamptz, withdrawn_at timestamptz,
  is_summary boolean, approved_at timestamptz
)
language sql stable security definer set search_path from current as $$
  select d.id, d.disclosed_at, q.dossier_id = d.dossier_id, q.holder_id = d.party_id, q.consent,
    c.decision, c.decided_at, w.withdrawn_at, s.id is not null, a.approved_at
  from disclosures d
  left join consent_requests q on q.id = d.request_id
  left join consents c on c.request_id = d.request_id
  left join withdrawals w on w.request_id = d.request_id
  left join summaries s on s.id = q.item_id
  left join approvals a on a.summary_id = s.id
$$;

-- What was done in substitution since a moment, with whether the absence and the consent allowed it
-- then. Transactions that began before a withdrawal may end after it, hence the moment's patience.
create function evidence_substitutions(since timestamptz, patience interval)
returns table (entry_id bigint, in_absence boolean, consented boolean)
language sql stable security definer set search_path from current as $$
  select l.id,
    exists (
      select from relations r join absences a on a.id = r.absence_id
      where r.dossier_id = l.dossier_id and r.holder_id = l.account_id
        and a.substitute_id = l.account_id
        and (l.at at time zone 'Europe/Amsterdam')::date >= a.starts_on
        and ((l.at - patience) at time zone 'Europe/Amsterdam')::date <= a.ends_on),
    exists (
      select from relations r
      join consent_requests q on q.dossier_id = r.dossier_id and q.holder_id = r.holder_id
        and q.item_id = r.absence_id and q.consent = 'substitution'
      join consents c on c.request_id = q.id and c.decision = 'given' and c.decided_at <= l.at
      left join withdrawals w on w.request_id = q.id
      where r.dossier_id = l.dossier_id and r.holder_id = l.account_id
        and (w.withdrawn_at is null or w.withdrawn_at + patience > l.at))
  from ledger l
  where l.activity = 'substitution' and l.at >= since and l.act <> 'refused'
    and exists (select from dossiers d where d.id = l.dossier_id)
$$;

-- The lines of principals without the name in them, and whether that name is a name only.
create function evidence_relation_lines()
returns table (line_id uuid, service text, year integer, kind text, name_is_short boolean)
language sql stable security definer set search_path from current as $$
  select l.id, l.service, l.year, d.kind, coalesce(length(l.name) <= 200, true)
  from relation_lines l left join dossiers d on d.id = l.dossier_id
$$;

-- Which categories of content stand in which kinds of dossier, and how often.
create function evidence_contents()
returns table (place text, kind text, category text, amount bigint)
language sql stable security definer set search_path from current as $$
  select 'notes', d.kind, n.category, count(*)
  from notes n join dossiers d on d.id = n.dossier_id group by 2, 3
  union all
  select 'documents', d.kind, o.category, count(*)
  from documents o join dossiers d on d.id = o.dossier_id group by 2, 3
$$;

grant execute on function evidence_activations, evidence_summaries, evidence_disclosures,
  evidence_substitutions, evidence_relation_lines, evidence_contents to gestand_worker;
