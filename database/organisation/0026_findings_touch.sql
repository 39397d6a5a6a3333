-- What is wrong breaks the promises that it touches and no others: each finding names the
-- mechanisms, and the run of the check all of them, so that anyone can see which promise it is.

alter table proofs add column touches text[] not null default '{}';
comment on column proofs.touches is $$Mechanisms that what was found touches; none named: all that the check keeps. @key$$;

alter table findings add column touches text[] not null default '{}';
comment on column findings.touches is $$Mechanisms that it touches, such as an activity of the statement. @key$$;
