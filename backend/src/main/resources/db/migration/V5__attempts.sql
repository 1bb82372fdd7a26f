-- How often a model server was asked for a result.
alter table result add column attempts int not null default 1;
