-- What the owners of rules and books tell, kept as they told it: nothing here is worded or counted anew.

CREATE TABLE guide (
    owner    text        NOT NULL,
    code     text        NOT NULL CONSTRAINT guide_code_form CHECK (code ~ '^[a-z0-9_-]{2,60}$'),
    position integer     NOT NULL,
    told     jsonb       NOT NULL,
    told_at  timestamptz NOT NULL,
    PRIMARY KEY (owner, code)
);

CREATE TABLE month_figures (
    owner   text        NOT NULL,
    month   text        NOT NULL CONSTRAINT month_form CHECK (month ~ '^\d{4}-\d\d$'),
    told    jsonb       NOT NULL,
    told_at timestamptz NOT NULL,
    PRIMARY KEY (owner, month)
);
