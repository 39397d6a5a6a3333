-- Consent on paper: the question is asked and signed as always, printed with its number and
-- version, and the answer is entered with a scan of what the person signed. The scan stays as long
-- as the answer does.

alter table consents add column document_id uuid references documents;
comment on column consents.document_id is $$The scan of what was signed on paper. @key$$;

-- Whoever may ask may enter the answer, in the opened dossier; not for access of their own.
create function record_paper_consent(request uuid, answer text, signed_on date, scan uuid)
returns void
language plpgsql volatile security definer set search_path from current as $$
declare
  asked consent_requests;
  today date := gestand.today();
begin
  select * into asked from consent_requests q
    where q.id = request and q.dossier_id = opened()
      and has_any_column_privilege(acting_role(), 'consent_requests', 'INSERT')
      and q.holder_id is distinct from actor();
  if not found or not exists (
    select from documents d where d.id = scan and d.dossier_id = asked.dossier_id) then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  if signed_on > today or signed_on < (asked.asked_at at time zone 'Europe/Amsterdam')::date then
    raise exception 'SIGNED_OUTSIDE' using errcode = 'GS400';
  end if;
  insert into consents (request_id, dossier_id, decision, decided_by, decided_at, way, document_id)
    values (request, asked.dossier_id, answer, actor(),
      greatest(asked.asked_at, least(now(), gestand.midnight(signed_on + 1))), 'paper', scan);
end
$$;

-- Somebody who withdraws by letter, by phone or in a conversation does so as easily as on their own
-- pages: whoever may ask enters it, and needs to hear no more than that. It only ever ends
-- something.
create function record_told_withdrawal(request uuid, way text) returns void
language plpgsql volatile security definer set search_path from current as $$
begin
  if way not in ('conversation', 'phone', 'email', 'letter')
    or has_any_column_privilege(acting_role(), 'consent_requests', 'INSERT') is not true
    or not exists (select from standing_consents s
      where s.request_id = request and s.dossier_id = opened()) then
    raise exception 'NOT_FOUND' using errcode = 'GS404';
  end if;
  insert into withdrawals (request_id, dossier_id, withdrawn_by, way)
    values (request, opened(), actor(), record_told_withdrawal.way) on conflict do nothing;
end
$$;
grant execute on function record_paper_consent, record_told_withdrawal to public;
