-- What a service has told everybody (guides, figures), so that it tells anew what changed, and all of it once a day.
CREATE TABLE publication_told (
    type     text NOT NULL,
    subject  text NOT NULL,
    digest   text NOT NULL,
    told_on  date NOT NULL,
    PRIMARY KEY (type, subject)
);
COMMENT ON COLUMN publication_told.digest IS 'of the event without its instant';
