-- A list shows twenty prompts with their newest versions and their labels. What it shows of those stands in the index itself:
-- it reads no row of them, each of which lies on a page of its own. Versions never change, and labels seldom do.
create unique index prompt_version_number on prompt_version (prompt_id, number)
  include (id, message, author_id, created_at);
alter table prompt_version drop constraint prompt_version_prompt_id_number_key;

alter table prompt_label
  drop constraint prompt_label_pkey,
  add primary key (prompt_id, name) include (version_id, moved_at, moved_by);
