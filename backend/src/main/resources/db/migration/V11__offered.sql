-- Whether a server lists a model stands with the model: lists would else read all names that a server has ever told.
alter table model add column is_offered boolean; -- null where that is not known

alter table server_health drop column offered;
