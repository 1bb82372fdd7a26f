-- The values that runs filled into prompt versions, and the way from a version to its runs.

alter table run add column variables jsonb not null default '[]';
alter table lane add column variables jsonb not null default '[]';

create index run_prompt_version on run (prompt_version_id) where prompt_version_id is not null;
create index lane_prompt_version on lane (prompt_version_id) where prompt_version_id is not null;
